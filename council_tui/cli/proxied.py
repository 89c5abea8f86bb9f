"""The proxies of a meeting, as JSON has them."""

from typing import Any

from council_tui.domain.meeting import MeetingView
from council_tui.domain.representing import spells


def plain(held: MeetingView) -> list[dict[str, Any]]:
    """Each proxy that was given: who by whom, on what paper, from when until when (null: to the end)."""
    return [
        {
            "person": held.people[each.given.person].person.name,
            "holder": held.people[each.given.holder].person.name,
            "bond": each.given.bond,
            "paper": each.given.paper,
            "reference": each.given.reference or None,
            "from": each.given.at,
            "until": each.until or None,
        }
        for each in spells(held)
        if each.given.holder is not None
    ]
