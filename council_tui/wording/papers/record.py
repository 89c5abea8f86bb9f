"""The record of proceedings: everything that happened in a meeting, in its order, with the time."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from council_tui.domain.agenda import MeetingMoved, MeetingState, Role
from council_tui.domain.items import ItemView, MotionView, subject_of
from council_tui.domain.meeting import MeetingView, by_proxy, present_at
from council_tui.wording import names
from council_tui.wording.catalog import N_, _, pgettext
from council_tui.wording.document import Block, Heading, Paragraph, Timed
from council_tui.wording.papers import items, results, votes
from council_tui.wording.papers.comings import comings
from council_tui.wording.papers.moments import Moment, labelled, line, second

_MOVES = {
    MeetingState.OPEN: N_("The meeting was called to order; {there}."),
    MeetingState.TALK: N_("An informal discussion began without a quorum; {there}."),
    MeetingState.RECESS: N_("Recess."),
    MeetingState.RESUMED: N_("The meeting went on; {there}."),
    MeetingState.ADJOURNED: N_("Adjourned."),
}


def proceedings(meeting: MeetingView) -> Iterator[Block]:
    """The time line; an item's heading stands where it was taken up.

    Of what has the same time the adjournment comes last: nothing else can have followed it.
    """
    over = [move for move in meeting.moves if move.state is MeetingState.ADJOURNED]
    moments = [
        *_moves(meeting, [move for move in meeting.moves if move not in over]),
        *_handovers(meeting),
        *comings(meeting),
        *_earlier(meeting),
        *(_placed(meeting, item, each) for item in meeting.items for each in _item(meeting, item)),
        *_moves(meeting, over),
    ]
    yield from (block for _at, block in sorted(moments, key=lambda moment: second(moment[0])))


def decisions(meeting: MeetingView) -> Iterator[Block]:
    """What was decided, as plainly where it was lost as where it was carried."""
    ended = [(item, item.settled) for item in meeting.items if item.settled is not None]
    if not ended:
        return
    yield Heading("", pgettext("section", "Decisions"))
    for place, (item, settled) in enumerate(ended, 1):
        words = items.outcome_words(meeting, item, settled)
        yield Paragraph(names.point_numeral(place) + names.sentences([words, _figures(item)]))


def _placed(meeting: MeetingView, item: ItemView, moment: Moment) -> Moment:
    """What was entered outside the meeting's hours has no time, and stands where its item was taken up."""
    at, block = moment
    late = bool(meeting.adjourned_at) and not meeting.opened_at <= at <= meeting.adjourned_at
    if not late or not item.spells or not isinstance(block, Timed):
        return moment
    return item.spells[0][0], replace(block, at="")


def _moves(meeting: MeetingView, moves: Iterable[MeetingMoved]) -> Iterator[Moment]:
    for move in moves:
        yield line(meeting, move.at, _move_words(meeting, move))


def _move_words(meeting: MeetingView, move: MeetingMoved) -> str:
    there, through = present_at(meeting, move.at), len(by_proxy(meeting, at=move.at))
    text = _("{present} of {roll} present")
    if through:
        text = _("{present} of {roll} present ({proxies} of them by proxy)")
    there_words = text.format(present=there, roll=len(meeting.roll), proxies=through)
    return _(_MOVES[move.state]).format(there=there_words)


def _handovers(meeting: MeetingView) -> Iterator[Moment]:
    held: set[Role] = set()
    for office in meeting.officers:
        if office.at and office.people:
            people = names.listed(names.name_of(meeting, each) for each in office.people)
            text = _("{role} from now on: {names}.") if office.role in held else _("{role}: {names}.")
            words = text.format(role=_(names.ROLES[office.role]), names=people)
            yield line(meeting, office.at, words)
        if office.people:
            held.add(office.role)


def _earlier(meeting: MeetingView) -> Iterator[Moment]:
    for each in meeting.earlier:
        text = _("The minutes of {meeting} were adopted (version {version}).")
        which = names.title_numbered(each.year, each.number)
        yield line(meeting, each.at, text.format(meeting=which, version=each.version))


def _item(meeting: MeetingView, item: ItemView) -> Iterator[Moment]:
    """What happened under an item, in the order in which it must have."""
    begun = item.spells[0][0] if item.spells else ""
    for place, (opened, _closed) in enumerate(item.spells):
        yield opened, items.heading(meeting, item)
        if place:
            yield line(meeting, opened, _("The item was taken up again."))
    if item.recused and begun:
        words = _("Standing aside: {names}.").format(names=items.recused(meeting, item))
        yield line(meeting, begun, words)
    for each in item.remarks:
        yield line(meeting, each.fact.at, items.remark_words(meeting, each.fact))
    for motion in item.motions:
        yield from _motion(meeting, item, motion)
    yield from results.votes_told(meeting, item)
    yield from results.polls_told(meeting, item)
    if item.settled is not None:
        yield line(meeting, item.settled.at, items.outcome_words(meeting, item, item.settled))
    yield from _stages(meeting, item)


def _stages(meeting: MeetingView, item: ItemView) -> Iterator[Moment]:
    """What the stages of its motions decided and which comes next, behind the item's end."""
    for motion in item.motions:
        if motion.ladder is not None and motion.mover is not None:
            at = item.settled.at if item.settled is not None else motion.moved_at
            words = names.sentences(items.stage_points(meeting, item, motion.ladder))
            yield labelled(meeting, at, pgettext("part", "Stages"), words)


def _motion(meeting: MeetingView, item: ItemView, motion: MotionView) -> Iterator[Moment]:
    if motion.mover is None:
        return
    label = names.subject_words(*subject_of(item, motion)) if motion.amends else pgettext("part", "Motion")
    yield labelled(meeting, motion.moved_at, label, items.moved_words(meeting, motion))
    if motion.withdrawn is not None:
        yield labelled(meeting, motion.withdrawn_at, label, items.withdrawal(motion))


def _figures(item: ItemView) -> str:
    """`(Yes 16, no 0, abstain 1.)` of the vote that decided."""
    settled = item.settled
    return "".join(
        votes.figures(vote) for vote in item.votes if settled is not None and vote.id == settled.vote
    )
