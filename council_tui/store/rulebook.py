"""The rules a council has chosen, one after the other, and the votes it may have adopted them by."""

from datetime import datetime

from council_tui.domain.council import RulesChosen
from council_tui.domain.ids import Seq, VoteId
from council_tui.domain.record import Kept
from council_tui.domain.rulebook import CarriedVote
from council_tui.store import clock, shape
from council_tui.store.act import Reader

_CHOSEN = """
SELECT c.*, json_extract(j.body, '$.at') AS recorded
FROM rules_chosen AS c JOIN journal AS j ON j.seq = c.entry
WHERE NOT EXISTS (SELECT 1 FROM fallen WHERE fallen.entry = c.entry) ORDER BY c.id DESC"""

_CARRIED = """
SELECT v.id, m.year, m.number, v.question, v.question_2 FROM vote_opened_standing AS v
JOIN meeting AS m ON m.id = v.meeting
JOIN vote_closed_standing AS c ON c.vote = v.id
JOIN proposal_standing AS p ON p.id = v.proposal
WHERE v.entry > ? AND c.carried AND p.amends IS NULL
  AND EXISTS (SELECT 1 FROM result_announced_standing AS r WHERE r.vote = v.id)
  AND NOT EXISTS (SELECT 1 FROM vote_reopened_standing AS o WHERE o.vote = v.id)
  AND NOT EXISTS (
    SELECT 1 FROM stage_put_standing AS u JOIN staged_standing AS g ON g.id = u.staged
    WHERE u.vote = v.id AND u.number < json_array_length(g.stages))
ORDER BY v.id DESC"""


Dated = tuple[Kept[RulesChosen], str]
"""A choice of rules, and the day it was recorded."""


def chosen(at: Reader) -> list[Dated]:
    """Every choice of rules that was not undone, the latest first, with the day it was recorded."""
    return [
        (Kept(row["id"], Seq(row["entry"]), shape.fact(RulesChosen, row)), _day(row["recorded"]))
        for row in at.query(_CHOSEN)
    ]


def carried(at: Reader, since: Seq) -> tuple[CarriedVote, ...]:
    """Every vote on a motion that was put after an entry, carried and announced, the latest first; none on
    a stage that is not the last."""
    return tuple(
        CarriedVote(VoteId(row["id"]), row["year"], row["number"], row["question"], row["question_2"])
        for row in at.query(_CARRIED, [since])
    )


def _day(stamp: str) -> str:
    return clock.local(datetime.fromisoformat(stamp).astimezone())[:10]
