"""A question on the blank tally sheet: its text, its rule, how many are needed, places for figures."""

from collections.abc import Callable, Iterator, Sequence

from council_tui.domain import tallysheet
from council_tui.domain.gates import Base, Gate
from council_tui.domain.items import ItemView, MotionView, subject_of
from council_tui.domain.meeting import MeetingView
from council_tui.domain.people import PersonView
from council_tui.domain.polls import PollView, under
from council_tui.domain.quality import usual_way
from council_tui.domain.rules import Rules
from council_tui.domain.tallysheet import Question
from council_tui.domain.votes import Way
from council_tui.wording import gates, names, stages
from council_tui.wording.catalog import _, pgettext
from council_tui.wording.document import (
    TICK,
    Align,
    Block,
    Boxes,
    Column,
    Lines,
    Lookup,
    Paragraph,
    Ruled,
)
from council_tui.wording.papers import items, votes
from council_tui.wording.parties import party_words

_OF: dict[Base, Callable[[], str]] = {
    Base.PRESENT: lambda: pgettext("sheet", "Present"),
    Base.PARTICIPATING: lambda: pgettext("sheet", "Taking part"),
    Base.CAST: lambda: pgettext("sheet", "For and against"),
}
"""What stands above the numbers that a share is taken of."""


def item_blocks(meeting: MeetingView, item: ItemView) -> Iterator[Block]:
    """An item with every question that may still be voted on; of one that has ended, only how."""
    yield items.heading(meeting, item)
    if item.settled is not None:
        text = _("Ended already: {outcome}.")
        yield Paragraph(text.format(outcome=names.outcome_words(item.settled.outcome)))
    for question in tallysheet.questions(meeting, item):
        yield from _asked(meeting, item, question)
    for poll in under(meeting.polls, item.id):
        if poll.closed is None and poll.abandoned is None:
            yield from _poll(meeting, poll)


def blank(meeting: MeetingView) -> Iterator[Block]:
    """A question of which nothing is known but the meeting's rules."""
    way = usual_way(meeting.rules, None)
    yield from _unwritten()
    yield from _counted(meeting, Question(None, meeting.rules, way))


def blank_poll(candidates: int) -> Iterator[Block]:
    """An election or poll of which nothing is known."""
    yield Lines((pgettext("sheet", "Question"),))
    yield from _candidates(("",) * candidates)


def _asked(meeting: MeetingView, item: ItemView, question: Question) -> Iterator[Block]:
    if question.motion is None:
        yield from _unwritten()
    else:
        yield Paragraph(_motion(meeting, item, question.motion))
        if question.motion.mover is None:
            yield _movers()
    yield from _counted(meeting, question)


def _unwritten() -> Iterator[Block]:
    yield Lines((pgettext("part", "Motion"),), more=1)
    yield _movers()


def _movers() -> Lines:
    return Lines((pgettext("sheet", "Moved by"), pgettext("sheet", "Seconded by")))


def _motion(meeting: MeetingView, item: ItemView, motion: MotionView) -> str:
    """`Motion as amended (stage 3 of 4: ...): That five street lights be installed.`"""
    label = names.subject_words(*subject_of(item, motion))
    rung = motion.ladder.next if motion.ladder is not None else None
    if motion.ladder is not None and rung is not None:
        label = names.noted(label, stages.stage_title(motion.ladder, rung, meeting.council.lang))
    words = names.ended(names.said(meeting, *item.wording(motion)))
    if motion.amends is not None or (motion.mover is not None and not item.amended(motion)):
        words = items.moved_words(meeting, motion)
    return _("{label}: {words}").format(label=label, words=words)


def _counted(meeting: MeetingView, question: Question) -> Iterator[Block]:
    """The way and the rule, what is needed, and places for the figures and the result."""
    rules = question.rules
    yield Paragraph(_("Way of voting: {way}.").format(way=names.way_words(question.way)))
    yield Paragraph(_decided(meeting, rules))
    roll = len(rules.parties) or len(meeting.roll)
    for gate in rules.carry:
        yield from _needed(rules, gate, roll, alone=len(rules.carry) == 1)
    yield from _figures(meeting, question)
    yield from _result(question)


def _decided(meeting: MeetingView, rules: Rules) -> str:
    """How it is decided; the quorum too, where the rules are not those of the meeting."""
    if rules == meeting.rules:
        words = [gates.carry_sentence(rules), gates.abstention_words(rules)]
        return names.tight(names.sentences(words))
    return votes.special_rule(rules)


def _needed(rules: Rules, gate: Gate, roll: int, *, alone: bool) -> Iterator[Block]:
    """How many yes a gate asks for: in a sentence where it is one number, else to be looked up."""
    found = tallysheet.needed(rules, gate, roll)
    label = "" if alone else names.tight(gates.gate_words(gate, gates.who(rules)))
    if not found:
        return
    if gate.base not in _OF:
        text = _("Needed: {needed} yes, however many are present.")
        if rules.parties:
            text = _("Needed: {needed} that agree.")
        words = names.tight(text.format(needed=_figure(found[0][1])))
        yield Paragraph(_("{label}: {words}").format(label=label, words=words) if label else words)
        return
    if label:
        yield Paragraph(pgettext("sheet", "{gate}:").format(gate=label))
    yield Lookup(
        _OF[gate.base](),
        pgettext("sheet", "Yes needed"),
        tuple((str(whole), _figure(least)) for whole, least in found),
    )
    if found[-1][0] - found[0][0] >= len(found):
        text = _("For a number between these work it out: {gate}.")
        yield Paragraph(text.format(gate=names.tight(gates.gate_words(gate, gates.who(rules)))))


def _figure(needed: int | None) -> str:
    return "-" if needed is None else str(needed)


def _figures(meeting: MeetingView, question: Question) -> Iterator[Block]:
    """Places for what is counted, as the way asks."""
    answers = [pgettext("column", "Yes"), pgettext("column", "No")]
    answers += [pgettext("column", "Abstain")] * question.rules.ask_abstain
    papers = _papers()
    present = pgettext("column", "Present")
    match question.way:
        case Way.PARTIES:
            yield _stands(question.rules)
        case Way.UNITS:
            yield Boxes(papers)
            yield Boxes(tuple(_("{answer}, owners").format(answer=each) for each in answers))
            yield Boxes(tuple(_("{answer}, sq m").format(answer=each) for each in answers))
        case Way.SECRET | Way.LAPTOP:
            yield Boxes((present, *papers))
            yield Boxes(tuple(answers))
        case Way.ROLL_CALL:
            yield _called(meeting, answers)
            yield Boxes((present, *answers))
        case Way.CONSENT:
            yield Boxes((_("nobody objects"), _("somebody objects: hands are counted")), tick=True)
            yield Boxes((present, *answers))
        case Way.HANDS:
            yield Boxes((present, *answers))


def _papers() -> tuple[str, str, str]:
    return pgettext("sheet", "Issued"), pgettext("sheet", "Returned"), pgettext("column", "Invalid")


def _stands(rules: Rules) -> Ruled:
    """A row a party: what it says, and who says it."""
    heads = (pgettext("sheet", "agrees"), pgettext("sheet", "disagrees"), pgettext("sheet", "reserves"))
    columns = (
        Column(pgettext("sheet", "Party")),
        *map(Column, heads),
        Column(pgettext("sheet", "Said by"), share=1),
    )
    rows = ((party_words(each), *(TICK,) * len(heads), "") for each in rules.parties)
    return Ruled(columns, tuple(rows), spaced=True)


def _called(meeting: MeetingView, answers: list[str]) -> Ruled:
    """A row a member, a box an answer."""
    columns = (
        Column(pgettext("sheet", "Seat"), Align.RIGHT),
        Column(pgettext("sheet", "Name")),
        *map(Column, answers),
    )
    boxes = (TICK,) * len(answers)
    people = (each.person for each in meeting.roll)
    return Ruled(columns, tuple((seat(each), names.person_name(each), *boxes) for each in people))


def seat(person: PersonView) -> str:
    """The number of a seat as a table has it."""
    return str(person.seat) if person.seat is not None else "-"


def _result(question: Question) -> Iterator[Block]:
    """What came of it, when it was said, and who signs for it."""
    ends = [pgettext("verdict", "carried"), pgettext("verdict", "not carried")]
    if not question.rules.parties:
        ends += [pgettext("verdict", "tied, not carried")]
    yield Boxes((*ends, pgettext("sheet", "no quorum"), pgettext("sheet", "postponed")), tick=True)
    yield _signed()


def _signed() -> Lines:
    chair, teller = pgettext("signature", "Chair"), pgettext("signature", "Teller")
    return Lines((chair, pgettext("sheet", "Announced at"), teller, teller))


def _poll(meeting: MeetingView, poll: PollView) -> Iterator[Block]:
    """A poll whose papers are being counted."""
    from council_tui.wording import polls

    text = _("Poll: {title}. Rule: {rule}.")
    rule = names.tight(polls.rule_words(poll))
    yield Paragraph(text.format(title=polls.title(meeting, poll), rule=rule))
    yield from _candidates(polls.priced(poll, polls.candidates(meeting, poll)))


def _candidates(called: Sequence[str]) -> Iterator[Block]:
    """A row a candidate, with room for strokes."""
    columns = (
        Column(pgettext("column", "No."), Align.RIGHT),
        Column(pgettext("sheet", "Candidate"), share=1),
        Column(pgettext("sheet", "Votes")),
        Column(pgettext("sheet", "Strokes"), share=1),
    )
    rows = ((str(place), name, "", "") for place, name in enumerate(called, 1))
    yield Ruled(columns, tuple(rows), spaced=True)
    issued, returned, invalid = _papers()
    yield Boxes((issued, returned, pgettext("sheet", "Blank"), invalid))
    yield Paragraph(_("Keep the papers together: they are typed in as they are marked."))
    yield _signed()
