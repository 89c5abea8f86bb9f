"""Whatever breaks: the app ends, a report without names is left, and a page says how to go on."""

import io
import os
import stat
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import Label
from textual.worker import WorkerFailed

from council_tui.store import places
from council_tui.tui import crash
from council_tui.tui.crash import Composed, crash_page, report, report_of, wanted_again, write_report
from council_tui.wording import catalog

SECRET = "陈果 votes no"
"""What must be in no report."""


class Breaking(Composed):
    """Breaks where it is told to, with a secret in its hands."""

    BINDINGS = [("b", "break_down", "Break"), ("w", "work", "Work"), ("s", "show", "Show")]

    def compose(self) -> ComposeResult:
        yield Label("林晓 [/]", markup=False)

    def action_break_down(self) -> None:
        voter = SECRET
        raise ValueError(voter)

    def action_work(self) -> None:
        self.run_worker(self._work())

    def action_show(self) -> None:
        self.push_screen(BreakingScreen())

    async def _work(self) -> None:
        try:
            self.action_break_down()
        except ValueError as error:
            raise KeyError(SECRET) from error


class BreakingScreen(Screen[None]):
    """Cannot be composed."""

    def compose(self) -> ComposeResult:
        raise OSError(28, SECRET)
        yield Label("")


async def pressed(app: Breaking, key: str) -> None:
    """Run an app and press a key; Pilot raises what broke."""
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()


async def test_a_broken_action_ends_the_app_and_leaves_a_report_without_a_name():
    app = Breaking()
    with pytest.raises(ValueError, match="votes no"):
        await pressed(app, "b")
    path = report_of(app)
    assert app.return_code == 1
    assert path is not None
    told = path.read_text("utf-8")
    assert "ValueError\n" in told
    assert "action_break_down\n" in told
    assert SECRET not in told
    assert "陈果" not in told


async def test_a_broken_worker_is_reported_with_the_cause_of_its_cause():
    app = Breaking()
    with pytest.raises(WorkerFailed):
        await pressed(app, "w")
    path = report_of(app)
    assert path is not None
    told = path.read_text("utf-8")
    assert [line for line in told.splitlines() if line.endswith("Error") or line == "WorkerFailed"] == [
        "WorkerFailed",
        "KeyError",
        "ValueError",
    ]
    assert "陈果" not in told


async def test_a_screen_that_cannot_be_shown_is_reported():
    app = Breaking()
    with pytest.raises(OSError, match="28"):
        await pressed(app, "s")
    assert app.return_code == 1
    assert report_of(app) is not None


async def test_an_app_that_ends_well_leaves_no_report():
    app = Breaking()
    async with app.run_test() as pilot:
        app.exit()
        await pilot.pause()
    assert (app.return_code, report_of(app)) == (0, None)
    assert not places.state_folder().exists()


class BreakingLate(Breaking):
    """Breaks when it has already ended."""

    def on_mount(self) -> None:
        self.exit(return_code=7)

    async def _shutdown(self) -> None:
        await super()._shutdown()
        raise ValueError(SECRET)


async def test_what_breaks_at_the_very_end_is_reported_and_shows_no_stack():
    app = BreakingLate()
    await app.run_async(headless=True)
    path = report_of(app)
    assert path is not None
    assert "ValueError\n" in path.read_text("utf-8")
    assert app.return_code == 7


def failed() -> ValueError:
    """An error as it comes out of a function with a secret."""
    voter = SECRET
    try:
        raise ValueError(voter)
    except ValueError as error:
        return error


def test_a_report_names_versions_and_places_and_nothing_of_this_machine():
    told = report(failed())
    assert told.startswith("council-tui 0.1.0, textual 8.2.8, rich 15.")
    assert "  tests/tui/test_crash.py:" in told
    assert str(Path.home()) not in told
    assert str(crash.PACKAGES) not in told


def test_an_error_that_leads_to_itself_is_told_once():
    error = failed()
    error.__context__ = error
    assert report(error).count("ValueError") == 1


def test_a_report_is_for_this_user_only():
    before = os.umask(0)
    try:
        path = write_report(failed())
    finally:
        os.umask(before)
    assert path is not None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert path.name.startswith("report-")


def test_where_nothing_can_be_written_nothing_more_breaks():
    places.state_folder().parent.mkdir(parents=True)
    places.state_folder().write_text("in the way")
    assert write_report(failed()) is None


PAGE = """
 程序出错，停下来了。记录没有丢。

 最后一条记录   #453  20:04  交办 2
 没打完的字     已存为草稿，重开后会问
 校验           通过（#1 到 #453）

 Enter   重新打开，回到：第3次会议，议题一
 q       退出

 错误说明已写入 report-2023-02-08-2006.txt，里面没有姓名和内容。
"""


def test_the_page_says_what_is_kept_and_the_two_ways_on():
    with catalog.speaking("zh"):
        page = crash_page(
            Path("report-2023-02-08-2006.txt"),
            last="#453  20:04  交办 2",
            checked="通过（#1 到 #453）",
            meeting="第3次会议，议题一",
        )
    assert page == PAGE


def test_what_is_not_known_is_left_out():
    rows = crash_page(None).split("\n")
    assert [row for row in rows if row] == [
        " The program broke and stopped. The record is not lost.",
        " Half typed   kept as a draft; you are asked when it is open again",
        " Enter   open again",
        " q       quit",
    ]


def test_nobodys_text_steers_the_bare_terminal_either():
    assert "\x1b" not in crash_page(None, last="#1 \x1b]52;c;QQ==\x07 陈果", meeting="\u202e[/]")


ANSWERS = {"\n": True, "\r\n": True, "q\n": False, "Q\n": False, "ｑ\n": False, "": False}


@pytest.mark.parametrize(("typed", "again"), ANSWERS.items())
def test_enter_opens_again_and_q_or_the_end_of_the_terminal_does_not(
    typed: str, again: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert wanted_again("the page") is again
    assert capsys.readouterr().out.startswith("the page")


def test_what_it_takes_the_place_of_is_still_textuals():
    """When Textual moves these, it would print the values of variables again."""
    assert {"_handle_exception", "_fatal_error", "panic", "_print_error_renderables"} <= set(vars(App))
    app = Breaking()
    assert app._exception is None
    assert {"_exception_event", "_close_messages_no_wait", "_return_code", "_exit"} <= set(dir(app))
