"""An item in the minutes: its heading, its parts, its votes and how it ended."""

from collections.abc import Iterator
from dataclasses import replace

from council_tui.domain.agenda import ItemSettled, Outcome
from council_tui.domain.floor import Remark
from council_tui.domain.items import ItemView, MotionView, subject_of
from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import Part
from council_tui.domain.polls import under
from council_tui.domain.quality import Lack
from council_tui.domain.stages import Ladder
from council_tui.wording import names, stages
from council_tui.wording.catalog import N_, _, current, pgettext
from council_tui.wording.document import Block, Heading, Paragraph
from council_tui.wording.papers import votes
from council_tui.wording.quality import lack_words

_LEADS = {
    Outcome.CARRIED: N_("RESOLVED"),
    Outcome.LOST: N_("Not carried"),
    Outcome.POSTPONED: N_("Postponed to a later meeting"),
    Outcome.REFERRED: N_("Referred for handling"),
    Outcome.WITHDRAWN: N_("The item was withdrawn"),
    Outcome.AGREED: N_("Agreed by consultation, without a vote"),
    Outcome.OPINIONS_GATHERED: N_("The meeting gathered opinions"),
    Outcome.NOTED: N_("The meeting heard a report and noted it"),
    Outcome.SURVEY_ORDERED: N_("The meeting ordered a survey first"),
}
_ALONE = frozenset({Outcome.LOST, Outcome.POSTPONED, Outcome.REFERRED})
"""Outcomes whose sentence stands by itself; after the others comes a colon, and what was said."""

_Part = tuple[str, str]
"""A part's title and its text; the text may have points below it, a line each."""


def item_blocks(meeting: MeetingView, item: ItemView) -> Iterator[Block]:
    """An item of the agenda, as the minutes have it."""
    yield heading(meeting, item)
    parts = list(_parts(meeting, item))
    numbered = len(parts) > 2
    for place, (title, text) in enumerate(parts, 1):
        first, *points = text.split("\n")
        words = _("{title}. {text}").format(title=title, text=first).rstrip()
        yield Paragraph((names.part_numeral(place, item.level) if numbered else "") + words)
        yield from (Paragraph(point) for point in points)
    tally = votes.table(item)
    if tally is not None:
        yield tally
    yield from (Paragraph(words) for words in votes.sentences(meeting, item))
    yield from (Paragraph(words) for words in polled(meeting, item))
    yield from (Paragraph(words) for words in closing(meeting, item))


def heading(meeting: MeetingView, item: ItemView) -> Heading:
    """An item's number and title, and the council's own number behind them."""
    note = _("(Item {number})").format(number=item.number) if item.number else ""
    title = names.said(meeting, item.title, item.title_2)
    return Heading(names.numeral(item.label), title, note, item.level)


def _parts(meeting: MeetingView, item: ItemView) -> Iterator[_Part]:
    source = names.said(meeting, item.source, item.source_2)
    if item.presenter is not None:
        presented = _("Presented by {name}.").format(name=names.name_of(meeting, item.presenter))
        source = names.sentences([names.ended(source) if source else "", presented])
    if source:
        yield pgettext("part", "Source"), source
    if item.recused:
        yield pgettext("part", "Standing aside"), names.sentence(recused(meeting, item))
    yield from _motions(meeting, item)
    way = votes.ways(item)
    if way:
        yield pgettext("part", "Vote"), way


def _motions(meeting: MeetingView, item: ItemView) -> Iterator[_Part]:
    """Each motion with its amendments; what was said of them stands behind the first."""
    mains = [motion for motion in item.motions if motion.amends is None and _was_here(meeting, motion)]
    if not mains:
        yield from _discussion(meeting, item)
    for place, motion in enumerate(mains):
        yield _motion_title(mains, place), motion_words(meeting, motion)
        if place == 0:
            yield from _discussion(meeting, item)
        for amendment in item.amendments(motion):
            yield names.subject_words(*subject_of(item, amendment)), motion_words(meeting, amendment)
        if motion.ladder is not None:
            points = stage_points(meeting, item, motion.ladder)
            yield pgettext("part", "Stages"), "\n".join(["", *points])


def _motion_title(mains: list[MotionView], place: int) -> str:
    if len(mains) == 1:
        return pgettext("part", "Motion")
    return _("Motion {number}").format(number=names.counted(place + 1))


def _was_here(meeting: MeetingView, motion: MotionView) -> bool:
    """Whether a proposal was moved in this meeting, or taken back in it."""
    if motion.mover is not None:
        return True
    last = meeting.adjourned_at or "9999"
    return bool(meeting.opened_at) and meeting.opened_at <= motion.withdrawn_at <= last


def motion_words(meeting: MeetingView, motion: MotionView) -> str:
    """Who moved and seconded what; and why it was taken back."""
    return names.sentences([moved_words(meeting, motion), withdrawal(motion)])


def moved_words(meeting: MeetingView, motion: MotionView) -> str:
    """`Moved by Zhao Mingyi, seconded by Sun Lan: ...`; that nobody seconded it, where it is needed."""
    own = (motion.words, motion.words_2) if motion.amends is not None else (motion.text, motion.text_2)
    text = names.ended(names.said(meeting, *own))
    if motion.mover is None:
        return text
    mover = names.name_of(meeting, motion.mover)
    if motion.seconder is not None:
        words = _("Moved by {mover}, seconded by {seconder}: {text}")
        return words.format(mover=mover, seconder=names.name_of(meeting, motion.seconder), text=text)
    alone = _("Nobody seconded it.") if meeting.floor.second_required else ""
    return names.sentences([_("Moved by {mover}: {text}").format(mover=mover, text=text), alone])


def stage_points(meeting: MeetingView, item: ItemView, ladder: Ladder) -> tuple[str, ...]:
    """What its stages decided so far, and which comes next and when."""
    own = frozenset(vote.id for vote in item.votes)
    return tuple(stages.paper_points(ladder, own, meeting.council.lang))


def withdrawal(motion: MotionView) -> str:
    """Why a motion was taken back; empty while it stands."""
    if motion.withdrawn is None:
        return ""
    return _("It was withdrawn: {reason}").format(reason=names.ended(motion.withdrawn))


def recused(meeting: MeetingView, item: ItemView) -> str:
    """Who stood aside for an item, and why."""
    return names.listed(
        names.noted(names.name_of(meeting, person), reason) for person, reason in item.recused.items()
    )


def _discussion(meeting: MeetingView, item: ItemView) -> Iterator[_Part]:
    """The recorder's own words, else the remarks, a point each."""
    own = meeting.worded.get((item.id, Part.DISCUSSION, current()), "")
    if own:
        yield pgettext("part", "Discussion"), own
    elif item.remarks:
        points = [
            names.point_numeral(place, item.level) + remark_words(meeting, each.fact)
            for place, each in enumerate(item.remarks, 1)
        ]
        yield pgettext("part", "Discussion"), "\n".join(["", *points])


def remark_words(meeting: MeetingView, remark: Remark) -> str:
    """`Yang Defu (for): ...`; a remark of nobody's stands alone."""
    text = names.ended(names.said(meeting, remark.text, remark.text_2))
    if remark.person is None:
        return text
    note = names.stance_words(remark.stance)
    who = meeting.people.get(remark.person)
    if not note and who is not None and not who.on_roll:
        note = pgettext("note", "observer")
    speaker = names.noted(names.name_of(meeting, remark.person), note)
    return _("{label}: {words}").format(label=speaker, words=text)


def polled(meeting: MeetingView, item: ItemView) -> Iterator[str]:
    """The polls under an item, told whole. Their words come with the first poll: few meetings have any."""
    taken = under(meeting.polls, item.id)
    if taken:
        from council_tui.wording.papers import polls

        for poll in taken:
            yield from polls.sentences(meeting, poll)


def closing(meeting: MeetingView, item: ItemView) -> Iterator[str]:
    """How an item ended; the recorder's words stand in for the text, never for the outcome."""
    own = meeting.worded.get((item.id, Part.CLOSING, current()), "")
    if item.settled is None:
        if own:
            yield own
        if meeting.adjourned_at:
            yield pgettext("gap", "({words})").format(words=lack_words(Lack.NO_OUTCOME))
        return
    yield outcome_words(meeting, item, item.settled, own)
    if item.settled.consenting:
        people = names.listed(names.name_of(meeting, each) for each in item.settled.consenting)
        text = _("Consenting: {names} ({count}).")
        yield text.format(names=people, count=len(item.settled.consenting))


def outcome_words(meeting: MeetingView, item: ItemView, settled: ItemSettled, own: str = "") -> str:
    """`RESOLVED: ...`, `Not carried (a tie). ...`; of what was lost and postponed, both."""
    place = stages.vote_place(item, settled.vote) if settled.vote is not None else ""
    lead = names.noted(_(_LEADS[settled.outcome]), place if settled.outcome is Outcome.CARRIED else "")
    lost = names.noted(_(_LEADS[Outcome.LOST]), pgettext("note", "a tie") if _tied(item, settled) else "")
    if settled.outcome is Outcome.LOST:
        lead = lost
    elif settled.vote is not None and settled.outcome is not Outcome.CARRIED:
        later = outcome_words(meeting, item, replace(settled, vote=None), own)
        return names.sentences([names.sentence(lost), later])
    text = own or names.said(meeting, settled.resolution, settled.resolution_2)
    if not text:
        return names.sentence(lead)
    if settled.outcome in _ALONE:
        return names.sentences([names.sentence(lead), names.ended(text)])
    return _("{label}: {words}").format(label=lead, words=names.ended(text))


def _tied(item: ItemView, settled: ItemSettled) -> bool:
    return any(vote.id == settled.vote and vote.closed is not None and vote.closed.tie for vote in item.votes)
