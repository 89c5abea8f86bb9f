"""Two real bodies hold their published meetings again: every figure of theirs stands in our minutes.

The Legislative Yuan, Taipei: sitting of 6 and 10 December 2019, its minutes' named votes (1) and (5), as
restated with their lists in a public repository of its roll calls (`ly_minute_10`, LCEWC03). 113 seats;
a third of them is the quorum (立法院組織法 第5條), more than half of those present carry (立法院議事規則).
Vote (1): 62 present, 21 for, 41 against, 0 abstaining: not carried. Vote (5): 67, 56, 11, 0: carried.

Yakima City Council, Washington: adjourned meeting of 14 December 1985, budget wrap-up
(apps.yakimawa.gov/WebLink, document 6628). Seven members; six at 9:30, the seventh after 10:00.
Item A was carried without a dissenting voice; in item B $1500 was moved, amended to $2000, and carried as
amended: each by all six, one absent. A quorum of seven is more than half of them (RCW 35.18.170).
Members stand by their seat numbers.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.gates import parse_gate
from council_tui.domain.ids import ItemId, MeetingId, PersonId
from council_tui.domain.minutes import PaperKind
from council_tui.domain.rules import Rules, floor_text, rules_text
from council_tui.domain.votes import Choice, Way
from council_tui.export import text
from council_tui.intake.rules import floor_preset
from council_tui.store.store import Store
from council_tui.usecases import agenda, attendance, council, meetings, people, proposals, results, votes
from council_tui.usecases.agenda import ItemEntry
from council_tui.usecases.meetings import MeetingEntry, view_meeting
from council_tui.usecases.people import PersonEntry
from council_tui.usecases.proposals import Wording
from council_tui.wording.minutes import compose_in


class Body:
    """A council under rules of its own, and the meeting it held."""

    def __init__(self, path: Path, name: str, seats: int, rules: Rules):
        self.store = Store(path, create=True)
        floor = floor_text(floor_preset("plain"))
        self.store.writing(council.found_council, name, "zh", rules_text(rules), floor)
        self.members = [
            self.store.writing(people.add_person, PersonEntry(f"S{seat}", seat=seat))
            for seat in range(1, seats + 1)
        ]
        self.meeting = MeetingId(0)

    def opens(self, starts: str, present: int) -> None:
        self.meeting = self.store.writing(meetings.plan_meeting, MeetingEntry(starts, "-", late=True))
        for member in self.members[:present]:
            self.store.writing(attendance.sign_in, self.meeting, member, f"{starts}:00")
        self.store.writing(meetings.open_meeting, self.meeting, f"{starts}:00")

    def item(self, title: str) -> ItemId:
        return self.store.writing(agenda.add_item, self.meeting, ItemEntry(title))

    def calls_the_roll(
        self, item: ItemId, motion: str, answers: list[tuple[Choice, list[PersonId]]], at: str
    ) -> None:
        self.store.writing(agenda.open_item, self.meeting, item, at)
        proposal = self.store.writing(proposals.move, self.meeting, item, Wording(motion), self.members[0])
        vote = self.store.writing(votes.open_vote, self.meeting, proposal, Way.ROLL_CALL, "", at)
        for choice, members in answers:
            for member in members:
                self.store.writing(votes.cast_ballot, vote, member, choice)
        self.store.writing(votes.close_roll_call, vote, at)
        self.store.writing(results.announce_result, vote, at)

    def lines(self, lang: str) -> list[str]:
        document = compose_in(self.store.reading(view_meeting, self.meeting), PaperKind.MINUTES, lang)
        return text.lines(document, 76)


@pytest.fixture
def yuan(tmp_path: Path) -> Iterator[Body]:
    rules = Rules("", (("zh", "立法院"),), (parse_gate(">= 1/3 of roll"),), (parse_gate("> 1/2 of present"),))
    body = Body(tmp_path / "yuan.db", "立法院", 113, rules)
    yield body
    body.store.shut()


def row(lines: list[str], *cells: str) -> bool:
    """Whether one line has these cells, in this order and nothing between two of them but blanks."""
    return any(" ".join(cells) in " ".join(line.split()) for line in lines)


def test_the_legislative_yuan_of_december_2019(yuan: Body):
    yuan.opens("2019-12-06T09:00", 62)
    first, fifth = yuan.item("報告事項第二十六案逕付二讀"), yuan.item("討論事項第八案修正提議")
    members = yuan.members
    yuan.calls_the_roll(
        first, "逕付二讀", [(Choice.YES, members[:21]), (Choice.NO, members[21:62])], "2019-12-06T10:30:00"
    )
    for member in members[62:67]:
        yuan.store.writing(attendance.sign_in, yuan.meeting, member, "2019-12-10T09:03:00")
    yuan.calls_the_roll(
        fifth,
        "照修正提議通過",
        [(Choice.YES, members[:56]), (Choice.NO, members[56:67])],
        "2019-12-10T14:30:00",
    )
    yuan.store.writing(meetings.adjourn, yuan.meeting, "2019-12-10T16:59:00")
    chinese, english = yuan.lines("zh"), yuan.lines("en")
    assert row(chinese, "62 21 41 0 32 未通过")  # more than half of 62 is 32
    assert row(chinese, "67 56 11 0 34 通过")  # more than half of 67 is 34
    assert row(english, "62 21 41 0 32 Lost")
    assert row(english, "67 56 11 0 34 Carried")
    assert any("113人" in line for line in chinese)
    assert any("38" in line for line in chinese)  # a third of 113 is 37 2/3, so 38 are needed
    assert row(english, "113 on the roll;")


@pytest.fixture
def yakima(tmp_path: Path) -> Iterator[Body]:
    rules = Rules(
        "",
        (("en", "Yakima City Council"),),
        (parse_gate("> 1/2 of roll"),),
        (parse_gate("> 1/2 of present"),),
    )
    body = Body(tmp_path / "yakima.db", "Yakima City Council", 7, rules)
    yield body
    body.store.shut()


def unanimously(body: Body, proposal: int, at: str) -> None:
    """Carried by voice without an objection."""
    vote = body.store.writing(votes.open_vote, body.meeting, proposal, Way.CONSENT, "", at)
    body.store.writing(votes.close_consent, vote, at)
    body.store.writing(results.announce_result, vote, at)


def test_yakima_city_council_of_december_1985(yakima: Body):
    store, seat = yakima.store, dict(enumerate(yakima.members, 1))
    yakima.opens("1985-12-14T09:30", 6)
    a, b = yakima.item("Fire station relocation study"), yakima.item("Videocassette recorder")
    store.writing(agenda.open_item, yakima.meeting, a, "1985-12-14T09:35:00")
    study = Wording("To adopt Item A: a request for proposals for a fire station relocation study only.")
    unanimously(
        yakima,
        store.writing(proposals.move, yakima.meeting, a, study, seat[5], seat[4]),
        "1985-12-14T09:40:00",
    )
    store.writing(agenda.open_item, yakima.meeting, b, "1985-12-14T09:45:00")
    spend = Wording("To approve the expenditure of $1500 for equipment, from the Cable TV Fund.")
    motion = store.writing(proposals.move, yakima.meeting, b, spend, seat[5], seat[4])
    more = Wording(
        "To approve the expenditure of $2000 for equipment, from the Cable TV Fund.",
        words="To amend the motion, making the expenditure $2000.",
    )
    amendment = store.writing(proposals.amend, yakima.meeting, motion, more, seat[5], seat[4])
    unanimously(yakima, amendment, "1985-12-14T09:50:00")
    unanimously(yakima, motion, "1985-12-14T09:52:00")
    store.writing(attendance.sign_in, yakima.meeting, seat[7], "1985-12-14T10:00:00")
    store.writing(meetings.adjourn, yakima.meeting, "1985-12-14T11:30:00")
    lines = yakima.lines("en")
    whole = " ".join(" ".join(line.split()) for line in lines)
    assert "7 on the roll;" in whole
    assert row(lines, "Motion 6 6 0 0 4 Carried")  # more than half of 6 present is 4
    assert row(lines, "Amendment 1 6 6 0 0 4 Carried")
    assert row(lines, "Motion as amended 6 6 0 0 4 Carried")
    assert "Moved by S5, seconded by S4" in whole
    assert "RESOLVED: To approve the expenditure of $2000 for equipment, from the Cable TV Fund." in whole
    assert "10:00" in whole  # the seventh member came late, and voted on neither
    assert "Quorum: 4" in whole  # more than half of 7
