"""The page of a vote by parties: how it stands, then a row for each party, with who may speak for it."""

from council_tui.domain.desk import Side, VotesView, sides
from council_tui.domain.ids import PersonId
from council_tui.domain.items import ItemView
from council_tui.domain.meeting import MeetingView
from council_tui.domain.rules import Count, outlook
from council_tui.domain.votes import Choice, VoteView
from council_tui.tui.ink import BLANK, Line, Span, fit
from council_tui.tui.pages import counting
from council_tui.tui.pages.calling import MARKS
from council_tui.tui.screens.listed import first_shown
from council_tui.tui.widgets.bar import Parts
from council_tui.wording import names
from council_tui.wording.catalog import _, pgettext
from council_tui.wording.parties import outlook_sentence, party_words

PARTY, MARK, WHO = 2, 24, 40
"""Where a party, what it said, and who speaks for it stand."""
NARROW = (2, 17, 32)
TALL = 13
"""Rows above the parties where the figures are large."""


def page(
    view: VotesView,
    held: tuple[MeetingView, ItemView],
    asked: str | None,
    speaker: PersonId | None,
    size: tuple[int, int],
) -> list[Line]:
    """Large figures where all parties fit below them; `speaker`: who speaks for the party that is asked."""
    vote, found = view.running, sides(view)
    if vote is None:
        return []
    width, height = size
    top = _top(vote, found, held, width, large=width >= counting.WIDE and len(found) <= height - TALL)
    at = next((place for place, side in enumerate(found) if side.party == asked), 0)
    first = max(first_shown(len(found), at, height - len(top)), 0)
    shown = [
        _row(held[0], side, place, speaker if side.party == asked else None, width, here=side.party == asked)
        for place, side in enumerate(found)
    ]
    return [*top, *shown[first:]]


def counted(vote: VoteView, found: tuple[Side, ...]) -> tuple[Count, int]:
    """The stands so far, and how many parties are still to be asked."""
    count = vote.tally(sum(side.represented for side in found))
    return count, sum(side.represented and side.stand is None for side in found)


def _top(
    vote: VoteView, found: tuple[Side, ...], held: tuple[MeetingView, ItemView], width: int, *, large: bool
) -> list[Line]:
    count, unasked = counted(vote, found)
    note = _("{count} of {whole} parties represented").format(count=count.present, whole=len(found))
    rest = pgettext("parties", "{count} to ask").format(count=unasked)
    rows = [counting.head(*held, vote, note, width), *counting.question(held[0], vote, width, 2)]
    if large:
        rows += [BLANK] * (4 - len(rows))
        rows += counting.figures(count, rest, width, asked=vote.rules.ask_abstain)
    else:
        rows.append(counting.row(count, rest, width, asked=vote.rules.ask_abstain))
    return [*rows, *_standing(vote, count, unasked, width), BLANK]


def _standing(vote: VoteView, count: Count, unasked: int, width: int) -> list[Line]:
    """How it stands in a sentence, and the bar below, so that no row moves; who is not there is in it."""
    ahead = outlook(vote.rules, count, unasked)
    parts = Parts(count.yes, count.no, count.abstain, count.roll - count.participating)
    return [
        *counting.told(outlook_sentence(ahead, count, unasked), width),
        counting.barred(parts, ahead.needed),
    ]


def _row(
    meeting: MeetingView, side: Side, place: int, speaker: PersonId | None, width: int, *, here: bool
) -> Line:
    party, mark, who = (PARTY, MARK, WHO) if width >= counting.WIDE else NARROW
    words, ink = _mark(side)
    spans = (
        Span(0, ">" if here else " "),
        Span(party, fit(party_words(side.party), mark - party - 1), "" if here else "bold"),
        Span(mark, words, "" if here else ink),
        Span(who, fit(_who(meeting, side, speaker), width - who - 1)),
    )
    return Line(spans, "cursor" if here else "", f"screen.desk('parties', 'row {place}')")


def _mark(side: Side) -> tuple[str, str]:
    """The sign and word of what a party said, and its ink."""
    if side.stand is not None:
        sign, ink = MARKS[side.stand.stand]
        return f"{sign} {short_words(side.stand.stand)}", ink
    if not side.here:
        return "x " + pgettext("parties", "nobody here"), "bold"
    return ". " + pgettext("parties", "not yet"), "dim"


def short_words(stand: Choice) -> str:
    """`agrees`, `disagrees`, `reserves`."""
    said = {
        Choice.YES: pgettext("parties", "agrees"),
        Choice.NO: pgettext("parties", "disagrees"),
        Choice.ABSTAIN: pgettext("parties", "reserves"),
    }
    return said.get(stand, "")


def _who(meeting: MeetingView, side: Side, speaker: PersonId | None) -> str:
    """Who has spoken; else who may, the one whose word is recorded in brackets."""
    if side.stand is not None and speaker is None:
        return names.name_of(meeting, side.stand.speaker)
    if speaker is not None and speaker not in {each.id for each in side.here}:
        return names.name_of(meeting, speaker)
    several = len(side.here) > 1
    told = [
        f"[{names.person_name(each)}]" if several and each.id == speaker else names.person_name(each)
        for each in side.here
    ]
    return "  ".join(told)
