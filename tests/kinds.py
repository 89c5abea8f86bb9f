"""An evening of votes for tests: every way of voting, and all that can become of a result afterwards.

Nine on the roll, seven present. The chair votes only to break a tie, so six are asked: a tie is three to
three, and more than half of the seven present is four.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from council_tui.domain.agenda import Role
from council_tui.domain.casting import Casting
from council_tui.domain.figures import Figures
from council_tui.domain.ids import ProposalId, VoteId
from council_tui.domain.rules import ChairVotes, rules_text
from council_tui.domain.stages import Stage
from council_tui.domain.votes import Choice, Way
from council_tui.intake.rules import preset
from council_tui.store.store import Store
from council_tui.usecases import (
    agenda,
    attendance,
    casting,
    council,
    laptop,
    meetings,
    proposals,
    recounts,
    results,
    stages,
    votes,
)
from council_tui.usecases.agenda import ItemEntry
from council_tui.usecases.proposals import Wording
from council_tui.usecases.recounts import Recount
from tests import assembly
from tests.assembly import Floor
from tests.meetings import evening


def convened(store: Store) -> Floor:
    """The council's rules adopted, and its meeting with the first item's motion moved."""
    ours = replace(preset("council_default"), id="ours", chair_votes=ChairVotes.TIE_ONLY)
    standing = store.reading(council.view_council).floor
    store.writing(council.choose_rules, rules_text(ours), standing, False)
    floor = assembly.convene(store)
    store.writing(meetings.hand_over, floor.meeting, Role.CHAIR, [floor.people[0]])
    store.writing(meetings.hand_over, floor.meeting, Role.RECORDER, [floor.people[2]])
    store.writing(agenda.open_item, floor.meeting, floor.item)
    return floor


@dataclass(frozen=True)
class Table:
    """The meeting as a chair sees it: what is put to the vote, and what is made of the result."""

    floor: Floor
    at: Callable[[str], None]

    def do(self, deed: Any, *given: object) -> Any:
        """One act."""
        return self.floor.store.writing(deed, *given)

    def moved(self, title: str, title_2: str) -> ProposalId:
        """Another item, taken up with its motion."""
        item = self.do(agenda.add_item, self.floor.meeting, ItemEntry(title, title_2))
        self.do(agenda.open_item, self.floor.meeting, item)
        wording = Wording(f"办{title}", f"To do this: {title_2}")
        return self.do(proposals.move, self.floor.meeting, item, wording, self.floor.people[1])

    def hands(self, motion: ProposalId, *figures: int) -> VoteId:
        """A show of hands, counted."""
        vote = self.do(votes.open_vote, self.floor.meeting, motion, Way.HANDS)
        self.do(votes.close_hands, vote, Figures(*figures))
        return vote

    def papers(self, motion: ProposalId, yes: int, no: int, abstain: int, invalid: int = 0) -> VoteId:
        """Secret papers, all returned and counted."""
        vote = self.do(votes.open_secret_vote, self.floor.meeting, motion)
        self.do(votes.close_secret_vote, vote, papers(yes, no, abstain, invalid))
        return vote

    def called(self, motion: ProposalId, answers: str) -> VoteId:
        """A roll call of the six who are asked: `+` yes, `-` no, `=` abstain, `.` no answer."""
        vote = self.do(votes.open_vote, self.floor.meeting, motion, Way.ROLL_CALL)
        signs = {"+": Choice.YES, "-": Choice.NO, "=": Choice.ABSTAIN}
        for person, sign in zip(self.floor.people[1:], answers, strict=False):
            if sign in signs:
                self.do(votes.cast_ballot, vote, person, signs[sign])
        self.do(votes.close_roll_call, vote)
        return vote

    def says(self, vote: VoteId) -> VoteId:
        """The chair says the result."""
        self.do(results.announce_result, vote)
        return vote


def papers(yes: int, no: int, abstain: int, invalid: int = 0) -> Figures:
    """Six were issued and six came back."""
    return Figures(yes, no, abstain, issued=6, returned=6, invalid=invalid)


def every_kind(path: Path) -> Floor:
    """The whole evening."""
    with evening() as at:
        at("19:00")
        table = Table(convened(assembly.found(path)), at)
        for part in (_hands, _tied, _roll_call, _secret, _agreed, _staged, _short):
            part(table)
        at("21:00")
        table.do(meetings.adjourn, table.floor.meeting)
    return table.floor


def _hands(table: Table) -> None:
    """Carried, and confirmed by a recount; lost, taken up again, and carried."""
    table.at("19:05")
    first = table.says(table.hands(table.floor.motion, 4, 1, 1))
    table.at("19:08")
    asked = Recount(Figures(4, 1, 1), table.floor.people[3], "有人说没看清")
    table.do(recounts.recount_vote, first, asked)
    table.at("19:10")
    gate = table.moved("门禁", "The gate")
    lost = table.says(table.hands(gate, 2, 3, 1))
    table.at("19:15")
    table.do(results.reconsider_vote, lost, table.floor.people[4], "有了新报价")
    table.at("19:18")
    table.says(table.hands(gate, 5, 1, 0))
    table.at("19:20")
    wrong = table.says(table.hands(table.moved("长椅", "A bench"), 4, 2, 0))
    table.at("19:22")
    table.do(results.correct_result, wrong, Figures(3, 3, 0), "点错了 [/]")


def _tied(table: Table) -> None:
    """A count that was three to three when it was counted again, and the chair was for it; a tie that the
    chair left one, and its second round."""
    table.at("19:25")
    again = table.hands(table.moved("花坛", "A flower bed"), 4, 2, 0)
    table.do(recounts.recount_vote, again, Recount(Figures(3, 3, 0), reason="少看了一只手"))
    table.do(casting.give_casting_vote, again, Casting.YES)
    table.says(again)
    table.at("19:30")
    fence = table.moved("围栏", "The fence")
    left = table.hands(fence, 3, 3, 0)
    table.do(casting.give_casting_vote, left, Casting.NONE)
    table.says(left)
    table.at("19:35")
    table.do(results.call_second_round, left, "平票")
    table.at("19:40")
    table.says(table.hands(fence, 3, 3, 0))


def _roll_call(table: Table) -> None:
    """Carried with somebody silent; three to three, and the chair was against it."""
    table.at("19:50")
    table.says(table.called(table.moved("晾衣架", "Clothes lines"), "++++-."))
    table.at("19:55")
    tied = table.called(table.moved("健身角", "An exercise corner"), "+++---")
    table.do(casting.give_casting_vote, tied, Casting.NO)
    table.says(tied)


def _secret(table: Table) -> None:
    """Carried with an invalid paper; lost, counted again, and lost by another figure; carried, annulled; on
    the laptop three to three, and the chair was for it."""
    table.at("20:05")
    table.says(table.papers(table.moved("公益金", "The common fund"), 4, 1, 0, 1))
    table.at("20:10")
    again = table.says(table.papers(table.moved("停车费", "Parking fees"), 3, 2, 1))
    table.at("20:14")
    table.do(recounts.recount_vote, again, Recount(papers(2, 3, 1), table.floor.people[5], "两张粘在一起"))
    table.at("20:20")
    wrong = table.says(table.papers(table.moved("保洁", "Cleaning"), 5, 1, 0))
    table.at("20:22")
    table.do(results.annul_vote, wrong, "两位列席者也投了票")
    table.at("20:25")
    vote = table.do(laptop.open_laptop_vote, table.floor.meeting, table.moved("快递柜", "Parcel lockers"))
    table.do(laptop.close_laptop_vote, vote, Figures(3, 3, 0, issued=6, returned=6))
    table.do(casting.give_casting_vote, vote, Casting.YES)
    table.says(vote)


def _agreed(table: Table) -> None:
    """Nobody objects."""
    table.at("20:30")
    vote = table.do(votes.open_vote, table.floor.meeting, table.moved("谢信", "A letter"), Way.CONSENT)
    table.do(votes.close_consent, vote)
    table.says(vote)


def _staged(table: Table) -> None:
    """The first of two stages, lost; and carried, with three days to wait that end on a Saturday."""
    two = Stage("议事会提议", "Council proposes", days=3), Stage("居民代表会议", "Representatives' meeting")
    for minute, title, figures in ((32, ("电梯", "A lift"), (2, 4, 0)), (36, ("坡道", "A ramp"), (5, 1, 0))):
        table.at(f"20:{minute}")
        motion = table.moved(*title)
        table.do(stages.set_stages, motion, two)
        table.says(table.hands(motion, *figures))


def _short(table: Table) -> None:
    """Two have left: five of nine are no quorum."""
    table.at("20:40")
    for person in table.floor.people[5:7]:
        table.do(attendance.sign_out, table.floor.meeting, person)
    table.at("20:45")
    table.says(table.hands(table.moved("雨棚", "A canopy"), 4, 0, 0))
