"""The floor of a key: a bare DataTable of a thousand rows, whose cursor moves."""

from textual.app import App, ComposeResult
from textual.widgets import DataTable


class Table(App[None]):
    """A table and nothing else."""

    def compose(self) -> ComposeResult:
        """The table."""
        yield DataTable(cursor_type="row")

    def on_mount(self) -> None:
        """A thousand rows of four cells."""
        table = self.query_one(DataTable)
        table.add_columns("number", "name", "mark", "text")
        for number in range(1000):
            table.add_row(str(number), f"somebody {number}", "yes", "a text of some length")


if __name__ == "__main__":
    Table().run()
