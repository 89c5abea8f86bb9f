"""Every act has a name in both languages, and an entry says whom or what it was about."""

import importlib
import inspect
import pkgutil
from dataclasses import replace

import pytest

from council_tui import usecases
from council_tui.domain.agenda import Attendance, ItemMoved, ItemSettled, ItemState, Outcome, Presence
from council_tui.domain.ids import ItemId, MeetingId, PersonId, ProposalId, Seq, VoteId
from council_tui.domain.people import PersonNamed
from council_tui.domain.proposals import ProposalWritten
from council_tui.domain.record import REVERSALS, Announced, Entry, Fact, History, Kept, Names
from council_tui.domain.votes import Ballot, Choice, ResultAnnounced, VoteClosed
from council_tui.store.act import Act
from council_tui.wording import catalog, entries

NAMES = Names(
    {7: ("陈果 [/]", ""), 8: ("许志刚", "Xu Zhigang")},
    {3: ("修路灯 [b", "")},
    votes={4: ("装路灯5盏", ""), 5: ("装路灯5盏", "Five [b] lights")},
    results={4: Announced(True, False, 14, 1, 2), 5: Announced(False, True, 8, 8, 1)},
    lang="zh",
)


def deeds() -> set[str]:
    """The public functions that take an act, by their names."""
    found = set()
    for each in pkgutil.iter_modules(usecases.__path__):
        module = importlib.import_module(f"council_tui.usecases.{each.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            first = next(iter(inspect.signature(function).parameters.values()), None)
            own = function.__module__ == module.__name__ and not name.startswith("_")
            if own and first is not None and first.name == "act" and first.annotation is Act:
                found.add(name)
    return found


SILENT = {"keep_draft", "counted_now"} | REVERSALS
"""Acts without an entry of their own, or that only move the line between what stands and what does not."""


def test_every_act_has_a_name():
    assert {"cast_ballot", "sign_off", "undo"} <= deeds()
    assert set(entries.DEEDS) - deeds() == set()
    assert {name for name in deeds() - SILENT - set(entries.DEEDS) if _records(name)} == set()


GUARDS = {
    *("present", "find", "a_day", "moment", "presence_at", "said_at"),
    *("replace_figures", "put_question", "ending", "conclude", "keep_proxies"),
    *("announced", "afterwards", "settle_anew", "note"),
}
"""What acts share."""


def _records(name: str) -> bool:
    """Whether an act gives nothing back that a guard would: guards check, and return what they checked.

    New figures are part of the act that says why there are any.
    """
    return name not in GUARDS


def entry(kind: str, fact: Fact, *, stands: bool = True) -> Entry:
    kept = (Kept(1, Seq(440), fact),)
    return Entry(Seq(440), "2023-02-08T11:59:05Z", PersonId(2), kind, kept, stands, undoable=True)


CLOSED = VoteClosed(
    VoteId(4), (), 14, 1, 2, 0, 0, None, None, True, 14, True, 9, False, "", "", "2023-02-08T19:38:00"
)


@pytest.mark.parametrize(
    ("kind", "fact", "english", "chinese"),
    [
        (
            "cast_ballot",
            Ballot(VoteId(4), PersonId(7), Choice.YES),
            "Answer given: 陈果 [/], yes",
            "表态：陈果 [/]，赞成",
        ),
        (
            "take_back",
            Ballot(VoteId(4), PersonId(7), Choice.NONE),
            "Answer taken back: 陈果 [/], not yet",
            "收回表态：陈果 [/]，未答",
        ),
        (
            "sign_in",
            Attendance(MeetingId(1), PersonId(7), Presence.PRESENT, "2023-02-08T18:45:00", ""),
            "Signed in: 陈果 [/]",
            "到会：陈果 [/]",
        ),
        (
            "sign_in",
            Attendance(MeetingId(1), PersonId(8), Presence.PRESENT, "2023-02-08T18:45:00", ""),
            "Signed in: Xu Zhigang",
            "到会：许志刚",
        ),
        (
            "announce_result",
            ResultAnnounced(VoteId(4), "2023-02-08T20:01:00"),
            "Result announced: carried, +14 -1 =2, 装路灯5盏",
            "宣布结果：通过，+14 -1 =2，装路灯5盏",
        ),
        (
            "announce_result",
            ResultAnnounced(VoteId(5), "2023-02-08T20:24:00"),
            "Result announced: tied, not carried, +8 -8 =1, Five [b] lights",
            "宣布结果：平票，未通过，+8 -8 =1，装路灯5盏",
        ),
        (
            "write_proposal",
            ProposalWritten(ProposalId(1), "", "", "修路灯", "Mend the [b] lamps"),
            "Proposal written: Mend the [b] lamps",
            "写提案：修路灯",
        ),
        ("close_hands", CLOSED, "Hands counted: +14 -1 =2, 装路灯5盏", "举手计数：+14 -1 =2，装路灯5盏"),
    ],
)
def test_an_entry_is_said_in_both_languages(kind: str, fact: Fact, english: str, chinese: str):
    said = entry(kind, fact)
    assert entries.entry_words(said, NAMES) == english
    catalog.use("zh")
    assert entries.entry_words(said, NAMES) == chinese


def test_an_item_taken_up_is_named_and_not_the_one_before():
    before = ItemMoved(MeetingId(1), ItemId(2), ItemState.CLOSED, "2023-02-08T19:58:00")
    taken = ItemMoved(MeetingId(1), ItemId(3), ItemState.OPENED, "2023-02-08T19:58:00")
    said = entry("open_item", before)
    names = replace(NAMES, items={2: ("充电棚", ""), 3: ("修路灯 [b", "")})
    assert entries.entry_words(said, names) == "Item taken up: 充电棚"
    both = replace(said, facts=(*said.facts, Kept(2, Seq(440), taken)))
    assert entries.entry_words(both, names) == "Item taken up: 修路灯 [b"


@pytest.mark.parametrize(
    ("kind", "fact", "words"),
    [
        (
            "announce_result",
            ResultAnnounced(VoteId(4), "2023-02-08T20:01:00"),
            "carried, +14 -1 =2, 装路灯5盏",
        ),
        ("correct_result", CLOSED, "+14 -1 =2, 装路灯5盏"),
    ],
)
def test_what_a_vote_came_to_is_said_and_not_the_item_it_settled(kind: str, fact: Fact, words: str):
    settled = ItemSettled(
        MeetingId(1), ItemId(3), Outcome.CARRIED, VoteId(4), "", "", (), "2023-02-08T20:01:00"
    )
    said = entry(kind, settled)
    both = replace(said, facts=(*said.facts, Kept(2, Seq(440), fact)))
    assert entries.entry_words(both, NAMES).endswith(f": {words}")


def test_an_entry_that_names_many_people_says_how_many():
    names = [Kept(n, Seq(2), PersonNamed(PersonId(n), f"陈果 [{n}]", "", "", "", "")) for n in range(1, 22)]
    said = replace(entry("import_roster", names[0].fact), facts=tuple(names))
    assert entries.entry_words(said, NAMES) == "Roster taken over: 21 people"
    catalog.use("zh")
    assert entries.entry_words(said, NAMES) == "导入名册：21人"


def test_the_last_thing_recorded_is_named_with_its_number():
    ballot = Ballot(VoteId(4), PersonId(7), Choice.NO)
    stands = History((entry("cast_ballot", ballot),), NAMES, None, None)
    assert entries.last_words(stands).startswith("Recorded #440  ")
    fallen = History((entry("cast_ballot", ballot, stands=False),), NAMES, None, None)
    assert entries.last_words(fallen).startswith("Undone #440  ")
    assert entries.last_words(History((), NAMES, None, None)) == ""
