"""The blank tally sheet: what there is to fill in for each kind of vote, in both languages, at every width.

`WRITE_GOLDENS=1 pytest` of this file writes them anew, to be read before they are committed.
"""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from council_tui.domain.agenda import Role
from council_tui.domain.gates import parse_gate
from council_tui.domain.meeting import MeetingView
from council_tui.domain.polls import PollEntry
from council_tui.domain.rules import floor_text, rules_text
from council_tui.domain.votes import Way
from council_tui.export import WIDTHS, Page
from council_tui.export.text import lines, write
from council_tui.export.wrap import columns
from council_tui.intake.rules import floor_preset, preset
from council_tui.store.store import Store
from council_tui.usecases import agenda, council, meetings, polls, proposals, votes
from council_tui.usecases.agenda import ItemEntry
from council_tui.usecases.proposals import Wording
from council_tui.wording.tallysheet import compose_sheet
from tests import assembly, joint, staging
from tests.polled import TRIO

GOLDEN = Path(__file__).parent.parent / "golden" / "papers"
PRINTED = "2023-02-08T18:20:05"


def planned(path: Path) -> tuple[Store, int]:
    """A meeting to be held: an item with its motion written, and one without a text."""
    store = assembly.found(path)
    meeting, item = assembly.plan(store)
    store.writing(proposals.write_proposal, item, Wording(assembly.TEXT, "Mend the lamps"))
    store.writing(agenda.add_item, meeting, ItemEntry("听取通报", "Report"))
    store.writing(meetings.hand_over, meeting, Role.CHAIR, [1])
    return store, meeting


def running(path: Path) -> tuple[Store, int]:
    """One in which an amendment waits, a roll call runs, and people are elected."""
    store = assembly.found(path)
    made = assembly.convene(store)
    words = Wording("修路灯 [b，不超过 900 元", "", "800 改为 900", "900 for 800")
    amendment = store.writing(proposals.amend, made.meeting, made.motion, words, made.people[2])
    store.writing(votes.open_vote, made.meeting, amendment, Way.ROLL_CALL)
    return store, made.meeting


def polling(path: Path) -> tuple[Store, int]:
    """One in which papers of an election are counted."""
    store = assembly.found(path)
    made = assembly.convene(store)
    entry = PollEntry("选监督员 [/]", "Elect a warden [/]", "plurality", TRIO)
    store.writing(polls.open_poll, made.meeting, made.item, entry)
    return store, made.meeting


def joined(path: Path) -> tuple[Store, int]:
    """A joint meeting."""
    store = joint.founded(path)
    return store, joint.held(store).meeting


def staged(path: Path) -> tuple[Store, int]:
    """One that decides the first stage of a proposal."""
    store = Store(path, create=True)
    return store, staging.begun(store)[1]


MADE = {"planned": planned, "running": running, "polling": polling, "joint": joined, "staged": staged}


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> dict[str, MeetingView]:
    """Each meeting, put together once."""
    found = {}
    for name, make in MADE.items():
        store, meeting = make(tmp_path_factory.mktemp(name) / "council.db")
        found[name] = store.reading(meetings.view_meeting, meeting)
        store.shut()
    return found


CASES = [
    *((name, lang, 76) for name in MADE for lang in ("zh", "en")),
    *(("planned", lang, width) for lang in ("zh", "en") for width in WIDTHS[1:]),
]


@pytest.mark.parametrize(("name", "lang", "width"), CASES, ids=str)
def test_it_reads_as_it_was_reviewed(held: dict[str, MeetingView], name: str, lang: str, width: int):
    content = write(compose_sheet(held[name], lang, PRINTED), Page(width)).decode("utf-8")
    path = GOLDEN / f"sheet-{name}-{lang}-{width}.txt"
    if os.environ.get("WRITE_GOLDENS"):
        path.write_text(content, encoding="utf-8")
    assert content == path.read_text("utf-8")


def text(meeting: MeetingView, lang: str = "en", width: int = 76) -> list[str]:
    return lines(compose_sheet(meeting, lang, PRINTED), width)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", WIDTHS)
def test_it_is_as_wide_as_asked_and_columns_line_up(held: dict[str, MeetingView], lang: str, width: int):
    """Every box of the roll call begins in one column, whatever the width of the names before it."""
    for meeting in held.values():
        rows = text(meeting, lang, width)
        assert [row for row in rows if columns(row) > width or row != row.rstrip()] == []
        assert "\n\n\n" not in "\n".join(rows)
    rows = text(held["running"], lang, 76)
    called = [row for row in rows if row.count("[ ]") == 3 and row.strip()[0].isdigit()]
    assert len(called) == len(assembly.NAMES)
    assert len({columns(row[: row.index("[ ]")]) for row in called}) == 1


def test_it_is_of_ascii_and_full_width_characters_only(held: dict[str, MeetingView]):
    """What a plain editor prints in columns: nothing whose width differs between typefaces."""
    for lang in ("zh", "en"):
        for name in ("planned", "joint", "polling"):
            chars = set("".join(text(held[name], lang)))
            assert {char for char in chars if columns(char, 1) != columns(char, 2)} <= {"“", "”"}


def test_the_roll_the_quorum_and_the_figures_needed_are_there(held: dict[str, MeetingView]):
    """Nine on the roll: two thirds or more is 6; more than half of 6 and 7 is 4, of 8 and 9 it is 5."""
    said = text(held["planned"])
    assert "Quorum:       6 (two thirds or more of the roll)." in said
    assert "Printed:      8 February 2023 18:20; filled in by hand, no part of the" in said
    at = said.index("   Present     6  7  8  9")
    assert said[at + 1] == "   Yes needed  4  4  5  5"
    assert "   Motion: Mend the lamps." in said
    assert sum("Signature" in row for row in said) == 1
    assert sum(row.startswith("FROM THE FLOOR") for row in said) == 3


def test_each_way_has_what_it_is_written_down_with(held: dict[str, MeetingView]):
    joint_ = "\n".join(text(held["joint"]))
    assert "Needed: 3 that agree." in joint_
    assert "the property company" in joint_
    assert "tied" not in joint_
    polled = "\n".join(text(held["polling"]))
    assert "Poll: Elect a warden [/]. Rule: Most votes" in polled
    assert "     1  A [/]  " in polled
    assert "     3  C  " in polled
    assert "Issued [      ]   Returned [      ]   Blank [      ]   Invalid [      ]" in polled


def test_an_amendment_is_asked_before_its_motion(held: dict[str, MeetingView]):
    said = "\n".join(text(held["running"], "zh"))
    assert said.index("修正案（一）") < said.index("议题：林晓")


def test_of_a_long_roll_it_says_how_the_numbers_between_are_found(tmp_path: Path):
    """Of 300 more than half is 151; more than half of these is 76, of all 151: too many to list."""
    store = assembly.found(tmp_path / "council.db", [f"成员{n}" for n in range(1, 301)], "nyc_cb")
    meeting, _item = assembly.plan(store)
    said = text(store.reading(meetings.view_meeting, meeting))
    store.shut()
    at = said.index("   Present     151  300")
    assert said[at + 1] == "   Yes needed   76  151"
    assert said[at + 3].startswith("   For a number between these work it out: more than half of those")


def test_each_of_two_gates_stands_above_what_it_asks(tmp_path: Path):
    """More than half of the nine on the roll is 5; two thirds of 6, 7, 8 and 9 present is 4, 5, 6 and 6."""
    roll, present = parse_gate("> 1/2 of roll"), parse_gate(">= 2/3 of present")
    store = assembly.found(tmp_path / "council.db")
    both = rules_text(replace(preset("council_default"), id="ours", carry=(roll, present)))
    store.writing(council.choose_rules, both, floor_text(floor_preset("plain")), False)
    meeting, _item = assembly.plan(store)
    view = store.reading(meetings.view_meeting, meeting)
    store.shut()
    said = text(view, "zh")
    assert "    到会人数的三分之二以上：" in said
    at = said.index("    到会人数的三分之二以上：")
    assert [row.split() for row in said[at + 2 : at + 4]] == [
        ["到会", "6", "7", "8", "9"],
        ["需赞成", "4", "5", "6", "6"],
    ]
    assert "    应到人数的过半数：无论到会多少人，都需赞成5票。" in said
    assert "   two thirds or more of those present:" in text(view)
