"""Proposals are written, moved, seconded, amended and withdrawn."""

from council_tui.domain import plain
from council_tui.domain.errors import (
    AmendmentPending,
    MeetingOver,
    Missing,
    NotInTheRoom,
    NotMoved,
    OwnSecond,
    SettledAlready,
    Unknown,
    VoteRunning,
)
from council_tui.domain.ids import ItemId, MeetingId, PersonId, ProposalId
from council_tui.domain.items import ItemView, MotionView
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView
from council_tui.domain.proposals import Moved, Proposal, ProposalWritten, Seconded, Withdrawn
from council_tui.domain.stages import TextCarried
from council_tui.store.act import Act
from council_tui.usecases import agenda, meetings

TEXT, REASON = 4_000, 200
"""The longest texts, in characters."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The text of a proposal; of an amendment, its words and the full text it would make."""

    text: str
    text_2: str = ""
    words: str = ""
    words_2: str = ""


def write_proposal(act: Act, item: ItemId, wording: Wording) -> ProposalId:
    """A proposal is brought in under an item; it becomes a motion when it is moved."""
    id = ProposalId(act.add(Proposal(item, None)))
    _write(act, id, wording, None)
    return id


def change_proposal(act: Act, meeting: MeetingId, proposal: ProposalId, wording: Wording) -> None:
    """A proposal is written otherwise; not while it is voted on, nor after, nor once papers that hold it
    were signed off: it has to come onto a later agenda first.

    Once a stage of it was carried, only its text in the second language is: the others decide the same.
    """
    held = meetings.view(act, meeting)
    item, motion = find(held, proposal)
    if held.seals and motion.mover is not None:
        raise MeetingOver(meeting)
    _still_open(item, motion)
    decided = motion.ladder is not None and any(rung.carried for rung in motion.ladder.rungs)
    if decided and plain.clean_text(wording.text, TEXT) != motion.text:
        raise TextCarried(proposal)
    _write(act, proposal, wording, motion.written)


def move(
    act: Act,
    meeting: MeetingId,
    item: ItemId,
    wording: Wording,
    mover: PersonId,
    seconder: PersonId | None = None,
) -> ProposalId:
    """Somebody moves on the floor; a seconder may be named at once."""
    held = meetings.sitting(act, meeting)
    before = agenda.on_agenda(held, item)
    if before.motion is not None and before.motion.carried is None:
        raise SettledAlready(item) if before.settled else AmendmentPending(before.motion.id)
    id = write_proposal(act, item, wording)
    _moved(act, held, id, mover, seconder)
    return id


def move_proposal(
    act: Act, meeting: MeetingId, proposal: ProposalId, mover: PersonId, seconder: PersonId | None = None
) -> None:
    """A proposal written before the meeting is moved."""
    held = meetings.sitting(act, meeting)
    find(held, proposal)
    _moved(act, held, proposal, mover, seconder)


def second(act: Act, meeting: MeetingId, proposal: ProposalId, seconder: PersonId) -> None:
    """A motion is seconded."""
    held = meetings.sitting(act, meeting)
    _, motion = find(held, proposal)
    if motion.mover is None:
        raise NotMoved(proposal)
    _second(act, held, proposal, motion.mover, seconder)


def amend(
    act: Act,
    meeting: MeetingId,
    proposal: ProposalId,
    wording: Wording,
    mover: PersonId,
    seconder: PersonId | None = None,
) -> ProposalId:
    """An amendment to a motion is moved: one at a time, none to an amendment."""
    held = meetings.sitting(act, meeting)
    item, motion = find(held, proposal)
    _still_open(item, motion)
    if motion.amends is not None or item.pending(motion) is not None:
        raise AmendmentPending(proposal)
    if not plain.clean_text(wording.words, TEXT):
        raise Missing("words")
    id = ProposalId(act.add(Proposal(item.id, proposal)))
    _write(act, id, wording, None)
    _moved(act, held, id, mover, seconder)
    return id


def withdraw(act: Act, meeting: MeetingId, proposal: ProposalId, reason: str, at: str | None = None) -> None:
    """A proposal is taken back, with a reason; before its vote ends only."""
    held = meetings.unended(act, meeting)
    item, motion = find(held, proposal)
    _still_open(item, motion)
    cleaned = plain.clean_line(reason, REASON)
    if not cleaned:
        raise Missing("reason")
    act.add(Withdrawn(proposal, meeting, cleaned, meetings.moment(act, held, at)))


def find(held: MeetingView, proposal: ProposalId) -> tuple[ItemView, MotionView]:
    """A proposal of this meeting and its item. Raises Unknown."""
    for item in held.items:
        for motion in item.motions:
            if motion.id == proposal:
                return item, motion
    raise Unknown("proposal", proposal)


def present(held: MeetingView, person: PersonId) -> None:
    """Refuse somebody who is not in the room."""
    who = held.people.get(person)
    if who is None or not who.present:
        raise NotInTheRoom(person, who.person.name if who is not None else "")


def _still_open(item: ItemView, motion: MotionView) -> None:
    running = [vote for vote in motion.votes if vote.open]
    if running:
        raise VoteRunning(running[0].id)
    if motion.carried is not None or motion.withdrawn is not None:
        raise SettledAlready(item.id)


def _moved(act: Act, held: MeetingView, id: ProposalId, mover: PersonId, seconder: PersonId | None) -> None:
    present(held, mover)
    act.add(Moved(id, held.id, mover, meetings.moment(act, held, None)))
    if seconder is not None:
        _second(act, held, id, mover, seconder)


def _second(act: Act, held: MeetingView, id: ProposalId, mover: PersonId, seconder: PersonId) -> None:
    present(held, seconder)
    if seconder == mover:
        raise OwnSecond(seconder, held.people[seconder].person.name)
    act.add(Seconded(id, held.id, seconder, meetings.moment(act, held, None)))


def _write(act: Act, id: ProposalId, wording: Wording, replaces: int | None) -> None:
    text = plain.clean_text(wording.text, TEXT)
    if not text:
        raise Missing("text")
    act.add(
        ProposalWritten(
            id,
            plain.clean_text(wording.words, TEXT),
            plain.clean_text(wording.words_2, TEXT),
            text,
            plain.clean_text(wording.text_2, TEXT),
            replaces=replaces,
        )
    )
