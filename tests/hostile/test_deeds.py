"""Every text of every deed takes every hostile text: recorded harmlessly, or refused with a sentence.

The texts of deeds are found out from their signatures; one that nobody here knows fails.
"""

import dataclasses
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from council_tui.domain.errors import Refusal
from council_tui.domain.ids import NOBODY
from council_tui.store import clock
from council_tui.store.act import Act
from council_tui.store.store import Store
from council_tui.usecases import people
from council_tui.wording.say import say
from tests.hostile import discover, strings
from tests.hostile.deeds import AT, EMPTY_FILE, MADE, READY, Room, room
from tests.hostile.discover import Slot

TYPED = [slot for slot in discover.slots() if str(slot) not in MADE]
LONGEST_SENTENCE = 400
RAW = {"record.keep_draft.text"}
"""What is kept as it was typed, since it is offered again in its field: only whole and free of NUL."""


ENGLAND = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
"""A flag spelt in letters that nobody sees: it is kept as a black flag. So is a joiner that joins nothing."""


class Undone(Exception):
    """Tried, and never kept."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    found = room(tmp_path_factory.mktemp("hostile"))
    yield found
    found.store.shut()


def put(arguments: dict[str, Any], slot: Slot, text: str) -> dict[str, Any]:
    """The arguments with `text` in the slot, also where it is a field of one in a list."""
    return {**arguments, slot.parameter: _put(arguments.get(slot.parameter), slot.field, text)}


def _put(value: Any, field: str, text: str) -> Any:
    if not field:
        return text
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.replace(value, **{field: text})
    if isinstance(value, list | tuple):
        return type(value)(_put(each, field, text) for each in value)
    return value


def taken(act: Act) -> list[str]:
    """Every text that the act has put into the file, its entry's too."""
    rows = act.query("SELECT body FROM journal ORDER BY seq DESC LIMIT 1")
    kept = act.query("SELECT value FROM private UNION ALL SELECT key FROM name_key")
    return [*_texts(json.loads(rows[0]["body"])), *(str(each[0]) for each in kept)]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def tried(act: Act, at: Room, slot: Slot, text: str) -> str:
    """What is wrong with how a deed takes a text; empty when nothing is."""
    savepoint, deed = act._connection.execute, discover.deeds()[slot.deed]
    savepoint("SAVEPOINT tried")
    fresh = Act(act._connection, clock.now())
    try:
        deed(fresh, **put(READY[slot.deed](fresh, at), slot, text))
        fresh.finish("tried", NOBODY, "0" * 16)
        return _recorded(fresh, slot)
    except Refusal as refusal:
        return _refused(refusal)
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:80]!a}"
    finally:
        savepoint("ROLLBACK TO tried")
        savepoint("RELEASE tried")


def _recorded(act: Act, slot: Slot) -> str:
    if str(slot) in RAW:
        kept = [row["text"] for row in act.query("SELECT text FROM draft")]
        return "NUL in a draft" if any("\0" in text for text in kept) else ""
    return "; ".join(fault for text in taken(act) for fault in strings.wrong(text))


def _refused(refusal: Refusal) -> str:
    sentence = say(refusal)
    if sentence.startswith("This was not recorded ("):
        return f"refused without a sentence: {type(refusal).__name__}"
    return f"a sentence of {len(sentence)} characters" if len(sentence) > LONGEST_SENTENCE else ""


def swept(store: Store, at: Room, slot: Slot, texts: Iterable[str]) -> list[str]:
    """All that is wrong with a slot, a line a text; nothing of it is kept."""
    faults: list[str] = []

    def sweep(act: Act) -> None:
        for text in texts:
            fault = tried(act, at, slot, text)
            if fault:
                faults.append(f"{slot} <- {ascii(text)[:60]}: {fault}")
        raise Undone

    with pytest.raises(Undone):
        store.writing(sweep)
    return faults


def test_every_text_of_every_deed_is_covered():
    known = {slot.deed for slot in TYPED}
    assert known - READY.keys() == set(), "a deed that takes a text has no line in READY"
    assert READY.keys() - known == set(), "a line in READY is of no use"
    assert MADE.keys() - {str(slot) for slot in discover.slots()} == set()


def test_every_deed_of_the_list_is_done(place: Room, tmp_path: Path):
    """With good texts nothing is refused, so that what is refused below is refused for its text."""
    for slot in TYPED:
        texts = [AT] if slot.parameter == "at" else []
        store = _store(place, slot, tmp_path)

        def done(act: Act, slot: Slot = slot, texts: list[str] = texts) -> None:
            arguments = READY[slot.deed](act, place)
            discover.deeds()[slot.deed](act, **(put(arguments, slot, texts[0]) if texts else arguments))
            raise Undone

        with pytest.raises(Undone):
            store.writing(done)


@pytest.mark.parametrize("column", sorted({slot.deed.split(".")[0] for slot in TYPED}))
def test_a_sample_goes_into_every_text_of_every_deed(place: Room, tmp_path: Path, column: str):
    assert sweep_column(place, tmp_path, column, [*strings.sample(), strings.MEDLEY]) == []


@pytest.mark.long
@pytest.mark.parametrize("column", sorted({slot.deed.split(".")[0] for slot in TYPED}))
def test_every_string_goes_into_every_text_of_every_deed(place: Room, tmp_path: Path, column: str):
    assert sweep_column(place, tmp_path, column, [text for _, text in strings.every()]) == []


def sweep_column(place: Room, folder: Path, column: str, texts: list[str]) -> list[str]:
    mine = [slot for slot in TYPED if slot.deed.split(".")[0] == column]
    return [fault for slot in mine for fault in swept(_store(place, slot, folder), place, slot, texts)]


def _store(place: Room, slot: Slot, folder: Path) -> Store:
    """The room's file; a new one for what is done once in a file."""
    if slot.deed not in EMPTY_FILE:
        return place.store
    return Store(folder / f"{slot}.council", create=True)


def test_what_is_strange_but_honest_is_taken_as_it_is(place: Room):
    """Names and texts that other programs refuse, letter for letter."""
    exact = [each for each in strings.classes() if each.keep == "exact"]
    texts = [text for each in exact for text in each.texts if len(text) <= 60 and not strings.wrong(text)]
    assert len(texts) > 200
    lost = []

    def name_all(act: Act) -> None:
        for text in texts:
            fresh = Act(act._connection, clock.now())
            id = people.add_person(fresh, people.PersonEntry(text))
            found = next(each for each in people.view_people(fresh) if each.id == id)
            if found.name != strings.kept(text):
                lost.append((text, found.name))
        raise Undone

    with pytest.raises(Undone):
        place.store.writing(name_all)
    assert [typed for typed, _ in lost] == ["\u200d👦", ENGLAND]
