"""Proxies as they count: by the minute, then as they were recorded; and who was represented at a vote."""

from collections.abc import Mapping
from dataclasses import replace

from council_tui.domain.ids import MeetingId, PersonId, Seq, VoteId
from council_tui.domain.proxies import ProxyGiven, VoteProxies
from council_tui.domain.record import Kept
from council_tui.store import attendance
from council_tui.store.act import Reader


def given(at: Reader, meeting: MeetingId, person: PersonId | None = None) -> tuple[Kept[ProxyGiven], ...]:
    """What was said of everybody's proxies in a meeting, or of one person's, in the order it counts in."""
    where, values = (
        ("meeting = ?", [meeting]) if person is None else ("meeting = ? AND person = ?", [meeting, person])
    )
    found = at.standing(ProxyGiven, where, values)
    if not found:
        return ()
    begun = attendance.opening(at, meeting)
    counting = [
        Kept(each.id, entry, replace(each.fact, at=attendance.counts_from(each.fact.at, entry, begun)))
        for each in found
        for entry in [_said(at, each)]
    ]
    return tuple(sorted(counting, key=lambda each: (each.fact.at[:16], each.entry)))


def _said(at: Reader, kept: Kept[ProxyGiven]) -> Seq:
    """The entry in which it was said first: a correction counts from where what it corrects did."""
    before = kept
    while before.fact.replaces is not None:
        older = at.recorded(ProxyGiven, before.fact.replaces)
        if older is None:
            break
        before = older
    return before.entry


def kept(at: Reader, vote: VoteId) -> Kept[VoteProxies] | None:
    """Who was represented at a vote, as it was kept last."""
    return at.one(VoteProxies, "vote = ?", [vote])


def at_vote(at: Reader, vote: VoteId) -> Mapping[PersonId, PersonId]:
    """Who was represented by whom at a vote."""
    found = kept(at, vote)
    return dict(zip(found.fact.people, found.fact.holders, strict=True)) if found is not None else {}
