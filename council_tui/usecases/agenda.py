"""An agenda is written, ordered and worked through; what is unfinished comes back."""

from collections.abc import Sequence

from council_tui.domain import plain
from council_tui.domain.agenda import (
    AgendaSet,
    Item,
    ItemMoved,
    ItemNumbered,
    ItemSettled,
    ItemState,
    ItemWritten,
    Outcome,
)
from council_tui.domain.errors import ItemOpen, Missing, NotOnAgenda, SettledAlready, Unknown, VoteRunning
from council_tui.domain.ids import ItemId, MeetingId, PersonId, VoteId
from council_tui.domain.items import ItemView
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView, Unfinished
from council_tui.domain.secrecy import ItemMarked, Matter
from council_tui.store import items, meeting
from council_tui.store.act import Act, Reader
from council_tui.usecases import meetings

TITLE, TEXT, NUMBER = 200, 4_000, 30
"""The longest texts, in characters."""


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """What is typed about an item."""

    title: str
    title_2: str = ""
    number: str = ""
    """The council's own number; kept from the first writing on."""
    source: str = ""
    source_2: str = ""
    presenter: PersonId | None = None
    minutes: int | None = None
    matter: Matter = Matter.NOTHING
    """Whether it may have to be voted on secretly."""


def add_item(act: Act, meeting: MeetingId, entry: ItemEntry, under: ItemId | None = None) -> ItemId:
    """An item is put on the agenda: last, or last of the sub-items of `under`."""
    held = meetings.unended(act, meeting)
    id = ItemId(act.add(Item(plain.clean_line(entry.number, NUMBER))))
    _write(act, id, entry, None)
    order = [(each.id, each.level) for each in held.items]
    place, level = len(order), 0
    if under is not None:
        place, level = _after_family(held, under), 1
    _arrange(act, held, [*order[:place], (id, level), *order[place:]])
    return id


def change_item(act: Act, item: ItemId, entry: ItemEntry) -> None:
    """An item says something else."""
    before = act.one(ItemWritten, "item = ?", [item])
    if before is None:
        raise Unknown("item", item)
    _write(act, item, entry, before.id)


def order_agenda(act: Act, meeting: MeetingId, order: Sequence[tuple[ItemId, int]]) -> None:
    """The agenda is put in another order (items with their levels); what is left out leaves it."""
    held = meetings.unended(act, meeting)
    _check_listed(act, held, [item for item, _ in order])
    gone = {each.id for each in held.items} - {item for item, _ in order}
    for each in held.items:
        if each.id in gone and (each.spells or each.settled):
            raise ItemOpen(each.id)
    _arrange(act, held, list(order))


def carry_over(act: Act, meeting: MeetingId, chosen: Sequence[ItemId]) -> None:
    """Unfinished items of earlier meetings are put on this agenda, first."""
    held = meetings.unended(act, meeting)
    present = {each.id for each in held.items}
    waiting = {each.item for each in items.unfinished(act)}
    added = [(item, 0) for item in dict.fromkeys(chosen) if item not in present]
    for item, _ in added:
        if item not in waiting:
            raise Unknown("item", item)
    _arrange(act, held, [*added, *((each.id, each.level) for each in held.items)])


def open_item(act: Act, meeting: MeetingId, item: ItemId, at: str | None = None) -> None:
    """An item comes before the meeting; the one before it makes room."""
    held = meetings.sitting(act, meeting)
    wanted = on_agenda(held, item)
    if wanted.state is ItemState.OPENED:
        return
    if held.open_vote is not None:
        raise VoteRunning(held.open_vote.id)
    now = meetings.moment(act, held, at)
    if held.current is not None:
        act.add(ItemMoved(meeting, held.current.id, ItemState.CLOSED, now))
    act.add(ItemMoved(meeting, item, ItemState.OPENED, now))


def close_item(act: Act, meeting: MeetingId, item: ItemId, at: str | None = None) -> None:
    """The meeting is done with an item for now."""
    held = meetings.sitting(act, meeting)
    if on_agenda(held, item).state is not ItemState.OPENED:
        return
    if held.open_vote is not None:
        raise VoteRunning(held.open_vote.id)
    act.add(ItemMoved(meeting, item, ItemState.CLOSED, meetings.moment(act, held, at)))


@dataclass(frozen=True, slots=True)
class Settlement:
    """How an item ended without a vote, or what a vote's resolution says in full."""

    outcome: Outcome
    resolution: str = ""
    resolution_2: str = ""
    consenting: tuple[PersonId, ...] = ()


def settle_item(act: Act, meeting: MeetingId, item: ItemId, end: Settlement, at: str | None = None) -> None:
    """An item gets its outcome; what a vote decided keeps its vote.

    Of what was carried only the wording changes; what was lost may be postponed too.
    """
    held = meetings.unended(act, meeting)
    before = on_agenda(held, item)
    if held.open_vote is not None and held.open_vote.opened.item == item:
        raise VoteRunning(held.open_vote.id)
    decided = before.settled.vote if before.settled is not None else None
    _admit_end(before, decided, end.outcome)
    act.add(
        ItemSettled(
            meeting,
            item,
            end.outcome,
            decided,
            plain.clean_text(end.resolution, TEXT),
            plain.clean_text(end.resolution_2, TEXT),
            end.consenting,
            meetings.moment(act, held, at),
            replaces=before.settled_id,
        )
    )


def _admit_end(item: ItemView, decided: VoteId | None, outcome: Outcome) -> None:
    """Only a vote or a poll carries or loses an item, and what it carried ends in no other way."""
    if decided is None:
        elected = item.settled.outcome if item.settled is not None else None
        if elected is Outcome.CARRIED is not outcome:
            raise SettledAlready(item.id)
        if outcome in {Outcome.CARRIED, Outcome.LOST} and outcome is not elected:
            raise Missing("vote")
        return
    carried = any(vote.id == decided and vote.closed and vote.closed.carried for vote in item.votes)
    if (outcome is Outcome.CARRIED) is not carried:
        raise SettledAlready(item.id)


def view_unfinished(at: Reader) -> tuple[Unfinished, ...]:
    """What waits to be put on an agenda again."""
    return tuple(items.unfinished(at))


def on_agenda(held: MeetingView, item: ItemId) -> ItemView:
    """An item of this meeting. Raises NotOnAgenda."""
    found = held.item(item)
    if found is None:
        raise NotOnAgenda(item)
    return found


def _write(act: Act, id: ItemId, entry: ItemEntry, replaces: int | None) -> None:
    title = plain.clean_line(entry.title, TITLE)
    if not title:
        raise Missing("title")
    act.add(
        ItemWritten(
            id,
            title,
            plain.clean_line(entry.title_2, TITLE),
            plain.clean_text(entry.source, TEXT),
            plain.clean_text(entry.source_2, TEXT),
            entry.presenter,
            None if entry.minutes is None else meetings.a_number(entry.minutes),
            replaces=replaces,
        )
    )
    marked = act.one(ItemMarked, "item = ?", [id])
    if entry.matter is not (marked.fact.matter if marked is not None else Matter.NOTHING):
        act.add(ItemMarked(id, entry.matter, replaces=marked.id if marked is not None else None))


def _after_family(held: MeetingView, under: ItemId) -> int:
    """The place behind an item's last sub-item."""
    place = on_agenda(held, under).position + 1
    while place < len(held.items) and held.items[place].level:
        place += 1
    return place


def _check_listed(act: Act, held: MeetingView, order: Sequence[ItemId]) -> None:
    """Only what stands, and each once."""
    listed = set[ItemId]()
    for item in order:
        known = held.item(item) is not None or act.one(ItemWritten, "item = ?", [item]) is not None
        if item in listed or not known:
            raise Unknown("item", item)
        listed.add(item)


def _arrange(act: Act, held: MeetingView, order: Sequence[tuple[ItemId, int]]) -> None:
    """Record the order; once the meeting has opened, printed numbers are only ever added to."""
    before = act.one(AgendaSet, "meeting = ?", [held.id])
    levels = [level if place else 0 for place, (_, level) in enumerate(order)]
    listed = tuple(item for item, _ in order)
    act.add(AgendaSet(held.id, listed, tuple(levels), replaces=before.id if before else None))
    if held.moves:
        _number_late(act, held, list(zip(listed, levels, strict=True)))


def _number_late(act: Act, held: MeetingView, order: Sequence[tuple[ItemId, int]]) -> None:
    """Give items that came in during the meeting the next free numbers."""
    taken = dict(meeting.numbered(act, held.id))
    parent = ""
    for item, level in order:
        if level == 0:
            parent = taken.get(item, "")
        if item in taken:
            continue
        number = _next_number(set(taken.values()), parent if level else "")
        taken[item] = number
        act.add(ItemNumbered(held.id, item, number))
        parent = parent if level else number


def _next_number(taken: set[str], parent: str) -> str:
    stem = f"{parent}." if parent else ""
    place = 1
    while f"{stem}{place}" in taken:
        place += 1
    return f"{stem}{place}"
