"""What is typed arrives as it was meant: from an input method, full-width, pasted, and never without end."""

import os
import subprocess
import sys

import pytest
from textual.app import App, ComposeResult
from textual.events import Key, Paste
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widgets import Input

from council_tui.tui.gates import PasteGate
from council_tui.tui.ime import ImeInput
from tests.road.terminal import ROOT

COMMIT = "居民委员会路灯"
"""What an input method sends at once when a phrase is chosen."""


class Fields(App[None]):
    """A field in the middle of the screen."""

    CSS = "ImeInput { border: none; height: 1; padding: 0; width: 30; offset: 4 3; }"
    AUTO_FOCUS = ""

    def __init__(self, **made: object) -> None:
        super().__init__()
        self.made = made
        self.refused: list[int] = []
        self.chimes = 0

    def compose(self) -> ComposeResult:
        yield ImeInput("", **({"max_length": 20} | self.made))  # type: ignore[arg-type]

    def on_ime_input_refused(self, event: ImeInput.Refused) -> None:
        self.refused.append(event.limit)

    def bell(self) -> None:
        self.chimes += 1


def field(pilot: Pilot[None]) -> ImeInput:
    return pilot.app.query_one(ImeInput)


async def paste(pilot: Pilot[None], text: str) -> None:
    field(pilot).focus()
    field(pilot).post_message(Paste(text))
    await pilot.pause()


def test_a_commit_of_seven_characters_arrives_as_seven_keys():
    found = list(PasteGate().feed(COMMIT))
    assert [each.character for each in found if isinstance(each, Key)] == list(COMMIT)


def test_the_keyboard_protocol_that_garbles_an_input_method_is_never_asked_for():
    code = "import council_tui\nfrom textual import constants\nprint(constants.DISABLE_KITTY_KEY)"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TEXTUAL")}
    result = subprocess.run(
        [sys.executable, "-c", code],
        env=kept | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout == "True\n"


def test_the_protocol_would_still_garble_it():
    """Why it is off; when this fails, Textual has learnt to read it, and the setting may go."""
    sent = "\x1b[0;;" + ":".join(str(ord(char)) for char in COMMIT) + "u"
    assert [each.character for each in PasteGate().feed(sent) if isinstance(each, Key)] != list(COMMIT)


async def test_the_cursor_of_the_terminal_stands_where_the_text_goes_on():
    async with Fields().run_test() as pilot:
        field(pilot).focus()
        await pilot.pause()
        assert pilot.app.cursor_position == Offset(4, 3)
        await paste(pilot, "路灯")
        assert pilot.app.cursor_position == Offset(8, 3)
        await pilot.press("left")
        assert pilot.app.cursor_position == Offset(6, 3)


async def test_a_text_in_the_field_is_not_marked_when_it_is_entered():
    async with Fields().run_test() as pilot:
        field(pilot).value = "陈果"
        field(pilot).focus()
        await pilot.press("a")
        assert field(pilot).value == "陈果a"


async def test_a_text_that_would_be_too_long_is_refused_whole_and_said_once():
    app = Fields(max_length=6)
    async with app.run_test() as pilot:
        await paste(pilot, "陈果 [/")
        await paste(pilot, "]!")
        assert (field(pilot).value, app.refused, app.chimes) == ("陈果 [/", [6], 0)
        await pilot.press("]", "x")
        assert (field(pilot).value, app.refused) == ("陈果 [/]", [6, 6])


async def test_only_the_first_line_of_what_is_pasted_is_taken():
    async with Fields().run_test() as pilot:
        await paste(pilot, "陈果 [/]\n林晓\n")
        assert field(pilot).value == "陈果 [/]"


@pytest.mark.parametrize(
    ("typed", "kept"), [("１２", "12"), ("14", "14"), ("３/４", "3/4"), ("１9：３０", "19:30")]
)
async def test_full_width_figures_are_figures(typed: str, kept: str):
    async with Fields(digits=True).run_test() as pilot:
        await paste(pilot, typed)
        assert field(pilot).value == kept


async def test_in_a_text_full_width_stays():
    async with Fields().run_test() as pilot:
        await paste(pilot, "１２：「灯」")
        assert field(pilot).value == "１２：「灯」"


async def test_a_field_is_one_row_without_a_border():
    async with Fields().run_test() as pilot:
        assert field(pilot).size.height == 1
        assert field(pilot).outer_size == field(pilot).size


def test_a_field_without_a_limit_cannot_be_made():
    with pytest.raises(TypeError, match="max_length"):
        ImeInput()  # type: ignore[call-arg]


def test_what_it_leans_on_is_still_textuals():
    assert isinstance(Input.cursor_screen_offset, property)
    assert {"replace", "restricted", "cursor_at_end", "_watch_selection"} <= set(vars(Input))
