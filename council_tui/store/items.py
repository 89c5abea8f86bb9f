"""The items of a meeting put together: motions, votes, remarks and ends."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from council_tui.domain.agenda import (
    UNFINISHED,
    AgendaSet,
    Item,
    ItemMoved,
    ItemNumbered,
    ItemSettled,
    ItemState,
    ItemWritten,
    MeetingState,
    Outcome,
    Recusal,
)
from council_tui.domain.floor import Remark
from council_tui.domain.ids import ItemId, MeetingId, PersonId, ProposalId
from council_tui.domain.items import ItemView, MotionView
from council_tui.domain.meeting import Unfinished
from council_tui.domain.promises import ActionAssigned
from council_tui.domain.proposals import Moved, Proposal, ProposalWritten, Seconded, Withdrawn
from council_tui.domain.record import Kept
from council_tui.domain.recounts import PollCorrected
from council_tui.domain.reopenings import PollReopened
from council_tui.domain.secrecy import ItemMarked, Matter
from council_tui.domain.votes import VoteView
from council_tui.store import stages, votes
from council_tui.store.act import Reader


def items(at: Reader, meeting: MeetingId, actions: Sequence[Kept[ActionAssigned]]) -> tuple[ItemView, ...]:
    """The agenda of a meeting, in order, each item as it stands."""
    agenda = at.one(AgendaSet, "meeting = ?", [meeting])
    if agenda is None:
        return ()
    frozen = {
        each.fact.item: each.fact.number for each in at.standing(ItemNumbered, "meeting = ?", [meeting])
    }
    order = list(zip(agenda.fact.items, agenda.fact.levels, strict=True))
    labels = frozen or dict(zip(agenda.fact.items, numbers(agenda.fact.levels), strict=True))
    taken = votes.opened(at, meeting)
    return tuple(
        _item(at, meeting, (position, item, level, labels.get(item, "")), taken, actions)
        for position, (item, level) in enumerate(order)
    )


def numbers(levels: Sequence[int]) -> list[str]:
    """The numbers of a list of levels: `[0, 0, 1, 1, 0]` is 1, 2, 2.1, 2.2, 3."""
    found: list[str] = []
    main = sub = 0
    for level in levels:
        main, sub = (main, sub + 1) if level and main else (main + 1, 0)
        found.append(f"{main}.{sub}" if sub else str(main))
    return found


def _item(
    at: Reader,
    meeting: MeetingId,
    place: tuple[int, ItemId, int, str],
    taken: Mapping[ProposalId, Sequence[VoteView]],
    actions: Sequence[Kept[ActionAssigned]],
) -> ItemView:
    position, id, level, label = place
    founded = at.one(Item, "id = ?", [id])
    written = at.one(ItemWritten, "item = ?", [id])
    if founded is None or written is None:
        raise LookupError(f"item {id} stands on an agenda without its words")
    text = written.fact
    marked = at.one(ItemMarked, "item = ?", [id])
    settled = at.one(ItemSettled, "meeting = ? AND item = ?", [meeting, id])
    stands = settled is not None and not (_reopened(taken, settled.fact) or _polled_again(at, settled))
    said = at.standing(Remark, "meeting = ? AND item = ?", [meeting, id])
    return ItemView(
        id=id,
        position=position,
        label=label,
        level=level,
        number=founded.fact.number,
        title=text.title,
        title_2=text.title_2,
        source=text.source,
        source_2=text.source_2,
        presenter=text.presenter,
        minutes=text.minutes,
        written=written.id,
        spells=_spells(at, meeting, id),
        motions=_motions(at, meeting, id, taken),
        settled=settled.fact if settled is not None and stands else None,
        settled_id=settled.id if settled is not None else None,
        remarks=tuple(each for each in said if each.fact.text),
        recused=_recused(at, meeting, id),
        actions=tuple(each for each in actions if each.fact.item == id),
        matter=marked.fact.matter if marked is not None else Matter.NOTHING,
    )


def _reopened(taken: Mapping[ProposalId, Sequence[VoteView]], settled: ItemSettled) -> bool:
    """Whether the vote that ended an item stands no longer."""
    return any(vote.id == settled.vote and vote.reopened for votes in taken.values() for vote in votes)


def _polled_again(at: Reader, settled: Kept[ItemSettled]) -> bool:
    """Whether the polls that ended an item stand no longer. Nobody asks where a vote, or none, ended it."""
    if settled.fact.vote is not None or settled.fact.outcome not in {Outcome.CARRIED, Outcome.LOST}:
        return False
    kinds = PollReopened, PollCorrected
    return any(at.one(kind, "settled = ?", [settled.id]) is not None for kind in kinds)


def _spells(at: Reader, meeting: MeetingId, item: ItemId) -> tuple[tuple[str, str | None], ...]:
    found: list[tuple[str, str | None]] = []
    for each in at.standing(ItemMoved, "meeting = ? AND item = ?", [meeting, item]):
        if each.fact.state is ItemState.OPENED:
            found.append((each.fact.at, None))
        elif found:
            found[-1] = (found[-1][0], each.fact.at)
    return tuple(found)


def _recused(at: Reader, meeting: MeetingId, item: ItemId) -> Mapping[PersonId, str]:
    found: dict[PersonId, str] = {}
    for each in at.standing(Recusal, "meeting = ? AND item = ?", [meeting, item]):
        found.pop(each.fact.person, None)
        if each.fact.recused:
            found[each.fact.person] = each.fact.reason
    return found


def _motions(
    at: Reader, meeting: MeetingId, item: ItemId, taken: Mapping[ProposalId, Sequence[VoteView]]
) -> tuple[MotionView, ...]:
    return tuple(
        motion(at, meeting, each, taken.get(ProposalId(each.id), ()))
        for each in at.standing(Proposal, "item = ?", [item])
    )


def motion(at: Reader, meeting: MeetingId, kept: Kept[Proposal], taken: Sequence[VoteView]) -> MotionView:
    """A proposal as it stands in a meeting."""
    id = ProposalId(kept.id)
    written = at.one(ProposalWritten, "proposal = ?", [id])
    moved = at.one(Moved, "proposal = ? AND meeting = ?", [id, meeting])
    seconded = at.one(Seconded, "proposal = ? AND meeting = ?", [id, meeting])
    withdrawn = at.one(Withdrawn, "proposal = ?", [id])
    text = _as_amended(at, meeting, kept, written.fact if written is not None else None)
    return MotionView(
        id=id,
        amends=kept.fact.amends,
        words=text.words,
        words_2=text.words_2,
        text=text.text,
        text_2=text.text_2,
        mover=moved.fact.mover if moved is not None else None,
        moved_at=moved.fact.at if moved is not None else "",
        seconder=seconded.fact.seconder if seconded is not None else None,
        withdrawn=withdrawn.fact.reason if withdrawn is not None else None,
        votes=tuple(taken),
        written=written.id if written is not None else 0,
        withdrawn_at=withdrawn.fact.at if withdrawn is not None else "",
        ladder=stages.ladder(at, id) if kept.fact.amends is None else None,
    )


_EARLIER = """
SELECT w.text, w.text_2 FROM proposal_standing AS p
JOIN vote_opened_standing AS v ON v.proposal = p.id
JOIN vote_closed_standing AS c ON c.vote = v.id AND c.carried
JOIN result_announced_standing AS r ON r.vote = v.id
LEFT JOIN vote_reopened_standing AS o ON o.vote = v.id
JOIN proposal_written_standing AS w ON w.proposal = p.id
WHERE o.id IS NULL AND p.item = ? AND p.amends = ? AND v.meeting IN (
  SELECT m.meeting FROM meeting_planned_standing AS m
  WHERE m.starts < (SELECT s.starts FROM meeting_planned_standing AS s WHERE s.meeting = ?))
ORDER BY v.id DESC LIMIT 1"""
"""The text that the last amendment carried in an earlier meeting made."""


def _as_amended(
    at: Reader, meeting: MeetingId, kept: Kept[Proposal], written: ProposalWritten | None
) -> ProposalWritten:
    """A proposal as it comes into a meeting: as written, or as an earlier meeting amended it."""
    if written is None:
        return ProposalWritten(ProposalId(kept.id), "", "", "", "")
    rows = at.query(_EARLIER, [kept.fact.item, kept.id, meeting])
    return replace(written, text=rows[0]["text"], text_2=rows[0]["text_2"]) if rows else written


_OPEN = ", ".join(f"'{each}'" for each in sorted(UNFINISHED))

_STAGE = f"""
SELECT u.vote FROM stage_put_standing AS u JOIN staged_standing AS g ON g.id = u.staged
JOIN vote_closed_standing AS k ON k.vote = u.vote AND k.carried
WHERE s.outcome = '{Outcome.CARRIED}' AND u.number < json_array_length(g.stages) AND NOT EXISTS (
  SELECT 1 FROM stage_decided_standing AS d
  WHERE d.staged = g.id AND d.carried AND d.number = json_array_length(g.stages))"""
"""The votes that carried a stage which is not the last, where the last was not carried elsewhere."""

_LEFT = f"""
WITH listed AS (
  SELECT i.value AS item, g.meeting, g.id AS agenda, p.starts,
    EXISTS (
      SELECT 1 FROM meeting_moved_standing AS v
      WHERE v.meeting = g.meeting AND v.state = '{MeetingState.ADJOURNED}'
    ) OR EXISTS (
      SELECT 1 FROM meeting_cancelled_standing AS c WHERE c.meeting = g.meeting
    ) AS ended
  FROM agenda_set_standing AS g JOIN json_each(g.items) AS i
  LEFT JOIN meeting_planned_standing AS p ON p.meeting = g.meeting),
held AS (
  SELECT item, meeting, row_number() OVER (PARTITION BY item ORDER BY starts DESC, agenda DESC) AS place
  FROM listed WHERE ended)
SELECT h.item, i.number, w.title, w.title_2, m.id AS meeting, m.number AS meeting_number, m.year,
  coalesce(s.outcome, '') AS outcome
FROM held AS h
JOIN item_standing AS i ON i.id = h.item
JOIN item_written_standing AS w ON w.item = h.item
JOIN meeting_standing AS m ON m.id = h.meeting
LEFT JOIN item_settled_standing AS s ON s.meeting = h.meeting AND s.item = h.item
  AND NOT EXISTS (SELECT 1 FROM vote_reopened_standing AS r WHERE r.vote = s.vote)
  AND NOT EXISTS (SELECT 1 FROM poll_reopened_standing AS q WHERE q.settled = s.id)
  AND NOT EXISTS (SELECT 1 FROM poll_corrected_standing AS c WHERE c.settled = s.id)
WHERE h.place = 1 AND (s.outcome IS NULL OR s.outcome IN ({_OPEN}) OR s.vote IN ({_STAGE}))
  AND h.item NOT IN (SELECT item FROM listed WHERE NOT ended)
ORDER BY h.item"""
"""In one reading, however many meetings were held: the last that had the item on its agenda decides."""


def unfinished(at: Reader) -> list[Unfinished]:
    """Items whose last meeting was adjourned and left them open, or was cancelled, oldest first; none on an
    agenda still to come."""
    return [
        Unfinished(
            item=ItemId(row["item"]),
            number=row["number"],
            title=row["title"],
            title_2=row["title_2"],
            meeting=MeetingId(row["meeting"]),
            meeting_number=row["meeting_number"],
            year=row["year"],
            outcome=row["outcome"],
        )
        for row in at.query(_LEFT)
    ]
