"""How the demo council is staged: each line of its source (`data/demo/council.toml`) is one use case done.

What a use case takes is read off its own signature, so that the source speaks in its words and there is
no second list of them. Lines are all handed to the store at once: they share its commits, and one that
needs what another made finds it, because they run in order.
"""

import asyncio
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, fields, is_dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from council_tui.domain.ids import MeetingId, PersonId
from council_tui.domain.lazily import dataclass
from council_tui.domain.rules import floor_text, rules_text
from council_tui.intake.people import read_roster
from council_tui.intake.rules import floor_preset, preset
from council_tui.store.act import Act
from council_tui.store.store import Store
from council_tui.usecases import (
    agenda,
    attendance,
    council,
    floor,
    meetings,
    minutes,
    people,
    promises,
    proposals,
    results,
    roster,
    rules,
    votes,
)
from council_tui.wording import names
from council_tui.wording.catalog import speaking
from council_tui.wording.minutes import sealed_hash

Line = Mapping[str, Any]

DEEDS: dict[str, Callable[..., Any]] = {
    deed.__name__: deed
    for deed in (
        council.found_council, council.rename_council, council.choose_operator, people.add_person,
        meetings.plan_meeting, meetings.hand_over, meetings.post_notice, meetings.open_meeting,
        meetings.adjourn, agenda.add_item, agenda.carry_over, agenda.open_item, agenda.settle_item,
        rules.propose_rules,
        attendance.sign_in, attendance.excuse, attendance.mark_absent, floor.note_remark, floor.change_remark,
        proposals.write_proposal, proposals.move, proposals.amend, promises.assign_action,
        votes.open_vote, votes.close_hands, votes.open_secret_vote, votes.close_secret_vote,
        results.announce_result,
    )
}  # fmt: skip
"""What a line may do beside `import_roster` and `sign_off`."""


@dataclass
class Stage:
    """What stands so far, by the words the source has for it."""

    folder: Path
    titles: Mapping[str, str]
    named: dict[str, Any] = field(default_factory=dict)
    """Meetings, items, proposals, votes and remarks."""
    people: dict[str, PersonId] = field(default_factory=dict)

    def person(self, act: Act, name: str) -> PersonId:
        """Somebody by name."""
        if name not in self.people:
            self.people = {each.name: each.id for each in people.view_people(act)}
        return self.people[name]


def stage(store: Store, folder: Path, today: date) -> None:
    """Do everything the source says, as if on its days; `folder` is where `data/` lies."""
    source = tomllib.loads((folder / "demo" / "council.toml").read_text(encoding="utf-8"))
    asyncio.run(_all(store, Stage(folder, source["titles"]), list(_lines(source, today))))


async def _all(store: Store, known: Stage, lines: list[Line]) -> None:
    await asyncio.gather(*(store.write(_deed(known, line)) for line in lines))


def _lines(source: Line, today: date) -> Iterator[Line]:
    """The source's lines, each with its moment, one for each of several people."""
    for told in source["days"]:
        day = today + timedelta(days=told["day"])
        for line in told["acts"]:
            moment = datetime.combine(day, time.fromisoformat(line["at"]))
            dated = {**line, "at": moment.isoformat(), "moment": moment.astimezone()}
            for person in line.get("each", [line.get("person")]):
                yield {**dated, "person": person} if person is not None else dated
            if line["do"] == "note_remark":
                yield {**dated, "do": "change_remark", "remark": "remark"}


def _deed(known: Stage, line: Line) -> Callable[[Act], Any]:
    """One line as an act that calls itself after its use case."""
    name = line["do"]
    special = {"import_roster": _import_roster, "sign_off": _sign_off}.get(name)

    def deed(act: Act) -> Any:
        act.moment = line["moment"]
        if special is not None:
            return special(act, known, line)
        made = DEEDS[name](act, **_arguments(act, known, line))
        known.named[line.get("as", "remark")] = made
        return made

    deed.__name__ = name
    return deed


def _import_roster(act: Act, known: Stage, line: Line) -> int:
    read = read_roster((known.folder / line["roster"]).read_bytes())
    if isinstance(read, list):
        raise ValueError(read)
    _preview, added, changed = roster.view_preview(act, read)
    told = [replace(each, title_2=known.titles.get(each.name, "")) for each in added]
    return people.import_roster(act, told, changed)


def _sign_off(act: Act, known: Stage, line: Line) -> int:
    meeting: MeetingId = known.named[line["meeting"]]
    held = meetings.view_meeting(act, meeting)
    chair = known.person(act, line["chair"])
    return minutes.sign_off(act, meeting, chair, held.head, sealed_hash(held), line["at"])


@cache
def _parameters(deed: Callable[..., Any]) -> Mapping[str, Any]:
    """The parameters of a use case, or the fields of what is typed for one, and their types."""
    hints = get_type_hints(deed)
    if is_dataclass(deed):
        return {each.name: hints[each.name] for each in fields(deed)}
    return {name: hint for name, hint in hints.items() if name not in {"act", "return"}}


def _arguments(act: Act, known: Stage, line: Line, of: Callable[..., Any] | None = None) -> dict[str, Any]:
    """What a line gives a use case, or an entry for one."""
    found = {}
    for name, hint in _parameters(of or DEEDS[line["do"]]).items():
        key = "meeting" if hint is MeetingId else name
        if is_dataclass(hint) and isinstance(hint, type):
            found[name] = hint(**_arguments(act, known, line, hint))
        elif key in line:
            found[name] = _value(act, known, hint, line[key], line["moment"].date())
    return found


def _value(act: Act, known: Stage, hint: Any, told: Any, day: date) -> Any:
    """A field of the source as its use case wants it."""
    if isinstance(told, list):
        (kind,) = get_args(hint)[:1]
        return tuple(_value(act, known, kind, each, day) for each in told)
    if get_origin(hint) is not None:
        hint = next((kind for kind in get_args(hint) if kind is not type(None)), hint)
    if hint is PersonId:
        return known.person(act, told)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(told)
    if hint is str:
        return _dated(told, day)
    return known.named[told] if isinstance(told, str) else told


class _Ahead:
    """So many days after a day, in some form: `{iso[7]}`."""

    def __init__(self, form: Callable[[Any], str]):
        self._form = form

    def __getitem__(self, key: Any) -> str:
        return self._form(key)


def _dated(text: str, day: date) -> str:
    """A text of the source, its days counted from `day`."""
    if "{" not in text:
        return text

    def ahead(days: Any) -> date:
        return day + timedelta(days=int(days))

    def spoken(lang: str) -> _Ahead:
        return _Ahead(lambda days: _in_words(lang, ahead(days)))

    return text.format(
        iso=_Ahead(lambda days: ahead(days).isoformat()),
        year=_Ahead(lambda days: str(ahead(days).year)),
        zh=spoken("zh"),
        en=spoken("en"),
        rules=_Ahead(lambda id: rules_text(preset(id))),
        floor=_Ahead(lambda id: floor_text(floor_preset(id))),
    )


def _in_words(lang: str, day: date) -> str:
    with speaking(lang):
        return names.day_words(day.isoformat())
