"""The picture on a terminal: pyte's screen, as far as it must be right for wide characters."""

import pyte
from wcwidth import wcwidth

ALTERNATE = 1049
"""The private mode of a full-screen program."""


class Glass(pyte.Screen):
    """pyte's screen, with wide characters whole or gone, and nothing lost after an odd one."""

    def draw(self, data: str) -> None:
        for char in data:
            width = wcwidth(char)
            if width > 0:
                self._put(char, width)
        self.dirty.add(self.cursor.y)

    def set_mode(self, *modes: int, **named: object) -> None:
        super().set_mode(*modes, **named)
        self._other_side(modes)

    def reset_mode(self, *modes: int, **named: object) -> None:
        super().reset_mode(*modes, **named)
        self._other_side(modes)

    def _other_side(self, modes: tuple[int, ...]) -> None:
        """The alternate screen is blank when it comes, and the other one is blank behind it."""
        if ALTERNATE in modes:
            self.erase_in_display(2)
            self.cursor_position()

    def _put(self, char: str, width: int) -> None:
        if self.cursor.x + width > self.columns and pyte.modes.DECAWM in self.mode:
            self.carriage_return()
            self.linefeed()
        row = self.buffer[self.cursor.y]
        at = min(self.cursor.x, self.columns - width)
        if row[at].data == "" and at:
            row[at - 1] = row[at - 1]._replace(data=" ")
        after = at + width
        if after < self.columns and row[after].data == "":
            row[after] = row[after]._replace(data=" ")
        row[at] = self.cursor.attrs._replace(data=char)
        if width == 2:
            row[at + 1] = self.cursor.attrs._replace(data="")
        self.cursor.x = min(after, self.columns)

    def rows(self) -> list[str]:
        """What stands on the screen, a text a row, blanks at the end cut."""
        lines = (self.buffer[y] for y in range(self.lines))
        return ["".join(line[x].data for x in range(self.columns)).rstrip() for line in lines]
