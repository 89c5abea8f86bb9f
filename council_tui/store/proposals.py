"""Every text that proposals have had."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence

from council_tui.domain.ids import ItemId, PersonId, ProposalId, Seq
from council_tui.domain.proposals import ProposalWritten
from council_tui.domain.versions import Version
from council_tui.store import shape
from council_tui.store.act import Reader

_WRITTEN = """
SELECT w.*, j.body FROM proposal_written AS w
JOIN proposal_standing AS p ON p.id = w.proposal
JOIN journal AS j ON j.seq = w.entry
WHERE p.item IN ({marks}) AND NOT EXISTS (SELECT 1 FROM fallen AS f WHERE f.entry = w.entry)
ORDER BY w.id
"""


def versions(at: Reader, items: Sequence[ItemId]) -> Mapping[ProposalId, tuple[Version, ...]]:
    """The texts of all proposals under these items, oldest first; what was undone is left out."""
    found: dict[ProposalId, list[Version]] = defaultdict(list)
    for row in at.query(_WRITTEN.format(marks=", ".join("?" * len(items))), items):
        written = shape.fact(ProposalWritten, row)
        entry = json.loads(row["body"])
        version = Version(written, Seq(row["entry"]), entry["at"], PersonId(entry["by"]))
        found[written.proposal].append(version)
    return {id: tuple(texts) for id, texts in found.items()}
