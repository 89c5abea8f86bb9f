"""What the papers say of a corrected result: which figures were, which are, who asked, and why."""

from collections.abc import Iterator

from council_tui.domain.areas import area_text
from council_tui.domain.ids import NOBODY, PersonId
from council_tui.domain.meeting import MeetingView
from council_tui.domain.units import Mended
from council_tui.domain.votes import VoteClosed, VoteView
from council_tui.wording import carried, names
from council_tui.wording.catalog import N_, _
from council_tui.wording.papers import stands

_FIGURES = {
    "yes": N_("yes {old} to {new}"),
    "no": N_("no {old} to {new}"),
    "abstain": N_("abstain {old} to {new}"),
    "not_voting": N_("not voting {old} to {new}"),
    "invalid": N_("invalid {old} to {new}"),
    "issued": N_("issued {old} to {new}"),
    "returned": N_("returned {old} to {new}"),
}

_BY_AREA = frozenset({"yes", "no", "abstain", "invalid", "returned"})
"""What is said by floor area too."""

Pair = tuple[VoteClosed, VoteClosed]
"""The figures before, and after."""


def correction(meeting: MeetingView, pair: Pair, by: PersonId = NOBODY, *, parties: bool = False) -> str:
    """`Corrected: yes 14 to 13, no 1 to 2 (He Jia, 20:15, miscounted).`"""
    figures = [words for _name, words in _changed(pair, parties=parties)]
    return _told(meeting, pair, figures, by)


def paper(meeting: MeetingView, vote: VoteView, number: int, by: PersonId = NOBODY) -> str:
    """The same where one owner's paper was corrected, by heads and area; empty where it was not."""
    told = vote.owners.mended if vote.owners is not None else ()
    if number >= len(told):
        return ""
    pair, area = vote.corrections[number], told[number]
    figures = [names.noted(words, _area(area, name)) for name, words in _changed(pair, parties=False)]
    return _told(meeting, pair, figures, by, area.asker)


def corrected(meeting: MeetingView, vote: VoteView, number: int, told: str) -> str:
    """One of a vote's corrections, with what it came to: `Corrected (He Jia, 20:15, miscounted). The count
    now: 17 present, ...`"""
    by = vote.correctors[number] if number < len(vote.correctors) else NOBODY
    mends = vote.owners.mended if vote.owners is not None else ()
    asker = mends[number].asker if number < len(mends) else None
    note = _note(meeting, vote.corrections[number][1], by, asker)
    return _("Corrected ({note}). The count now: {words}").format(note=note, words=told)


def _changed(pair: Pair, *, parties: bool) -> Iterator[tuple[str, str]]:
    """Each figure that changed, by its name, with both."""
    texts = stands.FIGURES if parties else _FIGURES
    for name, text in texts.items():
        before, after = (getattr(each, name) for each in pair)
        if before != after:
            yield name, _(text).format(old=before, new=after)


def _area(area: Mended, name: str) -> str:
    """`3100.00 to 3000.00 sq m`; nothing of what is only counted."""
    if name not in _BY_AREA:
        return ""
    before, after = getattr(area.before, name), getattr(area.after, name)
    return _("{old} to {new} sq m").format(old=area_text(before), new=area_text(after))


def _told(
    meeting: MeetingView, pair: Pair, figures: list[str], by: PersonId, asker: PersonId | None = None
) -> str:
    old, new = pair
    before, after = carried.outcome_words(old), carried.outcome_words(new)
    if before != after:
        figures.append(_("result {old} to {new}").format(old=before, new=after))
    changed = names.listed(figures) if figures else _("no figure changed")
    note = _note(meeting, new, by, asker)
    return _("Corrected: {figures} ({note}).").format(figures=changed, note=note)


def _note(meeting: MeetingView, new: VoteClosed, by: PersonId, asker: PersonId | None) -> str:
    """Who typed it, who asked for it, when, and why."""
    who = [names.name_of(meeting, by)] if by in meeting.people else []
    asked = [_("asked for by {name}").format(name=names.name_of(meeting, asker))] if asker is not None else []
    return names.commas([*who, *asked, names.clock_time(new.at, meeting.plan.starts), new.why])
