"""A secret ballot for which the laptop is passed round: opened, closed by its totals, ended or void."""

from council_tui.domain import plain
from council_tui.domain.errors import NeedsReason
from council_tui.domain.figures import Figures
from council_tui.domain.ids import MeetingId, PersonId, ProposalId, VoteId
from council_tui.domain.laptop import VotersTicked, admit_laptop
from council_tui.domain.votes import VoteAbandoned, Way
from council_tui.store.act import Act
from council_tui.usecases.votes import REASON, Putting, conclude, ending, put_question, reasoned


def open_laptop_vote(
    act: Act, meeting: MeetingId, proposal: ProposalId, rule: str = "", at: str | None = None
) -> VoteId:
    """The laptop is passed round: the electorate is fixed, and nothing is written until the close."""
    return put_question(act, meeting, proposal, Putting(Way.LAPTOP, rule, at))


def close_laptop_vote(
    act: Act, vote: VoteId, figures: Figures, ticked: tuple[PersonId, ...] = (), at: str | None = None
) -> None:
    """The totals of what was pressed close the vote, in one piece; `ticked`: who voted, to be kept.

    Raises CountAstray.
    """
    end, told = ending(act, vote, Way.LAPTOP, at), reasoned(figures)
    admit_laptop(told, end.running.opened, ticked)
    conclude(act, end, told)
    if ticked:
        order = end.running.opened.electorate
        act.add(VotersTicked(vote, tuple(person for person in order if person in ticked)))


def end_laptop_vote(act: Act, vote: VoteId, reason: str, at: str | None = None) -> None:
    """A ballot on the laptop ends without a result, for good: what was pressed is gone."""
    cleaned = plain.clean_line(reason, REASON)
    if not cleaned:
        raise NeedsReason
    act.add(VoteAbandoned(vote, cleaned, ending(act, vote, Way.LAPTOP, at).at))


def void_laptop_vote(act: Act, vote: VoteId, at: str | None = None) -> None:
    """The program ended while a ballot on the laptop ran: it is void, which needs no reason."""
    act.add(VoteAbandoned(vote, "", ending(act, vote, Way.LAPTOP, at).at))
