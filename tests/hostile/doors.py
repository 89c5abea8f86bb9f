"""Every way to something that can be typed into on the screens: in which state, on which, by which keys.

To add one: a line in `DOORS`. What the lines must reach is found out from the source (`discover.sites`).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from council_tui.domain.figures import Figures
from council_tui.domain.ids import OwnerId, VoteId
from council_tui.domain.parties import Party
from council_tui.domain.polls import PollEntry
from council_tui.domain.rules import rules_text
from council_tui.domain.stages import Stage
from council_tui.domain.unitlists import Answer, AreaSource, UnitRow
from council_tui.domain.votes import Choice, Way
from council_tui.intake.rules import preset
from council_tui.store import clock
from council_tui.store.store import Store
from council_tui.usecases import (
    agenda,
    attendance,
    floor,
    meetings,
    owners,
    parties,
    people,
    promises,
    proposals,
    results,
    stages,
    units,
    votes,
)
from council_tui.usecases.people import PersonEntry
from council_tui.usecases.promises import ActionEntry
from council_tui.usecases.proposals import Wording
from council_tui.usecases.roster import entry_of
from tests import assembly, polled, proxied
from tests.assembly import Floor


@dataclass(frozen=True, slots=True)
class Door:
    """What opens a form, a prompt or a field."""

    state: str
    mode: str
    keys: tuple[str, ...]
    """Pressed one after the other, each waited for; `type:` before a text to type."""

    def __str__(self) -> str:
        return f"{self.state} {self.mode} {' '.join(self.keys)}"


def _new(folder: Path) -> Store:
    return Store(folder / "new.council", create=True)


def _planned(folder: Path) -> Store:
    store = assembly.found(folder / "planned.council")
    store.writing(people.add_person, PersonEntry("王·军 <i>", organisation="城管办"))
    assembly.plan(store, f"{clock.now():%Y-%m-%d}T23:59")
    return store


def _sitting(folder: Path) -> Floor:
    made = assembly.convene(assembly.found(folder / "sitting.council"))
    made.store.writing(agenda.open_item, made.meeting, made.item)
    return made


def _proxied(folder: Path) -> Store:
    """Seat 8 is represented, and the paper was not seen."""
    made = proxied.held(folder / "proxied.council")
    proxied.given(made, 8, 1, paper=False)
    return made.store


def _staged(folder: Path) -> Store:
    made = _sitting(folder)
    made.store.writing(stages.set_stages, made.motion, [Stage("党支部 [/]")])
    return made.store


def _floor(folder: Path) -> Store:
    """Something was written, and nobody has moved it; another item has nothing at all."""
    store = assembly.found(folder / "floor.council")
    meeting, item = assembly.plan(store)
    other = store.writing(agenda.add_item, meeting, agenda.ItemEntry("停车位"))
    for person in store.reading(people.view_people)[:7]:
        store.writing(attendance.sign_in, meeting, person.id)
    store.writing(meetings.open_meeting, meeting)
    store.writing(proposals.write_proposal, item, Wording(assembly.TEXT))
    store.writing(agenda.open_item, meeting, other)
    return store


def _moved(folder: Path) -> Store:
    """Moved, and not seconded."""
    made = _sitting(folder)
    item = made.store.writing(agenda.add_item, made.meeting, agenda.ItemEntry("停车位"))
    made.store.writing(agenda.open_item, made.meeting, item)
    made.store.writing(proposals.move, made.meeting, item, Wording("划停车位"), made.people[0])
    return made.store


def _vote(folder: Path, way: Way) -> tuple[Floor, VoteId]:
    made = _sitting(folder)
    if way is Way.SECRET:
        return made, made.store.writing(votes.open_secret_vote, made.meeting, made.motion)
    return made, made.store.writing(votes.open_vote, made.meeting, made.motion, way)


def _open(way: Way) -> Callable[[Path], Store]:
    return lambda folder: _vote(folder, way)[0].store


HOUSE = [UnitRow(2, "1-101", 8950, "王·军 <i>", True, None, None, AreaSource.REGISTER)]


def _housed(folder: Path) -> Store:
    """A unit is known, and no meeting is open: whose it is may be seen."""
    store = assembly.found(folder / "housed.council")
    store.writing(units.import_units, HOUSE)
    return store


def _decided(folder: Path) -> Store:
    """What the owners decided was announced."""
    store = _owners(folder)
    store.writing(owners.close_owners_vote, VoteId(1), 1)
    store.writing(results.announce_result, VoteId(1))
    return store


def _elected(folder: Path) -> Store:
    """The result of a poll was announced."""
    made = _sitting(folder)
    polled.held(made, PollEntry("主任 [/]", "Chair", "plurality", polled.TRIO), ["1", "1", "2"])
    return made.store


def _owners(folder: Path) -> Store:
    """A vote of owners, with one paper entered."""
    made = _sitting(folder)
    made.store.writing(units.import_units, HOUSE)
    rule = rules_text(preset("cc278_general"))
    vote = made.store.writing(owners.open_owners_vote, made.meeting, made.motion, rule)
    made.store.writing(owners.enter_paper, vote, OwnerId(1), Answer.YES)
    return made.store


def _counted(folder: Path) -> Store:
    made, vote = _vote(folder, Way.HANDS)
    made.store.writing(votes.close_hands, vote, Figures(5, 1, 1))
    made.store.writing(results.announce_result, vote)
    return made.store


def _papers(folder: Path) -> Store:
    made, vote = _vote(folder, Way.SECRET)
    made.store.writing(votes.close_secret_vote, vote, Figures(5, 1, 1, issued=7, returned=7))
    made.store.writing(results.announce_result, vote)
    return made.store


def _called(folder: Path) -> Store:
    made, vote = _vote(folder, Way.ROLL_CALL)
    for person in made.people[:7]:
        made.store.writing(votes.cast_ballot, vote, person, Choice.YES)
    made.store.writing(votes.close_roll_call, vote)
    made.store.writing(results.announce_result, vote)
    return made.store


def _joint(folder: Path) -> Store:
    """A joint meeting's vote: everybody knows for which party they speak."""
    made = _sitting(folder)
    known = {each.id: each for each in made.store.reading(people.view_people)}
    speakers = dict(zip(Party, made.people, strict=False))
    for party, person in speakers.items():
        made.store.writing(people.change_person, person, replace(entry_of(known[person]), party=party))
    rule = rules_text(preset("joint_meeting"))
    vote = made.store.writing(votes.open_vote, made.meeting, made.motion, Way.PARTIES, rule)
    for party, person in speakers.items():
        made.store.writing(parties.take_stand, vote, party, Choice.YES, person)
    made.store.writing(parties.close_parties, vote)
    made.store.writing(results.announce_result, vote)
    return made.store


def _over(folder: Path) -> Store:
    """Over, with nobody in the chair, an item without an outcome, and an action without owner and date."""
    made = _sitting(folder)
    made.store.writing(floor.note_remark, made.meeting, made.item, "太贵 [/]", made.people[2])
    made.store.writing(promises.assign_action, made.meeting, made.item, ActionEntry("装灯"))
    made.store.writing(meetings.adjourn, made.meeting)
    return made.store


def _poll(folder: Path) -> Store:
    """The papers of a poll are tied."""
    made = _sitting(folder)
    poll = polled.open_(made, PollEntry("主任 [/]", "Chair", "plurality", polled.TRIO))
    polled.type_(made.store, poll, "12")
    return made.store


STATES: dict[str, Callable[[Path], Store]] = {
    "new": _new,
    "planned": _planned,
    "sitting": lambda folder: _sitting(folder).store,
    "proxied": _proxied,
    "staged": _staged,
    "floor": _floor,
    "moved": _moved,
    "hands": _open(Way.HANDS),
    "roll": _open(Way.ROLL_CALL),
    "consent": _open(Way.CONSENT),
    "housed": _housed,
    "owners": _owners,
    "decided": _decided,
    "elected": _elected,
    "counted": _counted,
    "papers": _papers,
    "called": _called,
    "joint": _joint,
    "poll": _poll,
    "over": _over,
}
"""What has been recorded before somebody types."""

DOORS = (
    Door("new", "home", ()),
    Door("planned", "home", ("n",)),
    Door("planned", "home", ("e",)),
    Door("planned", "home", ("o",)),
    Door("planned", "home", ("c",)),
    Door("planned", "home", ("b",)),
    Door("planned", "home", ("delete",)),
    Door("planned", "home", ("/",)),
    Door("planned", "home", ("ctrl+p",)),
    Door("planned", "people", ("n",)),
    Door("planned", "people", ("e",)),
    Door("planned", "people", ("i",)),
    Door("planned", "people", ("v",)),
    Door("planned", "people", ("v", "ctrl+n")),
    Door("planned", "people", ("v", "ctrl+o")),
    Door("planned", "people", ("/",)),
    Door("planned", "rules", ("e",)),
    Door("planned", "rules", ("/",)),
    Door("planned", "agenda", ()),
    Door("planned", "agenda", ("escape", "n")),
    Door("planned", "agenda", ("escape", "e")),
    Door("planned", "agenda", ("escape", "i")),
    Door("planned", "proposals", ("n",)),
    Door("planned", "proposals", ("/",)),
    Door("sitting", "agenda", ("s",)),
    Door("sitting", "agenda", ("s", "type:林晓", "enter", "2")),
    Door("sitting", "agenda", ("s", "type:林晓", "enter", "3")),
    Door("sitting", "agenda", ("s", "type:林晓", "enter", "5")),
    Door("sitting", "agenda", ("i",)),
    Door("proxied", "agenda", ("f5",)),
    Door("proxied", "agenda", ("s", "type:乐山😀", "enter", "6")),
    Door("sitting", "agenda", ("y",)),
    Door("sitting", "agenda", ("t",)),
    Door("sitting", "agenda", ("k",)),
    Door("sitting", "agenda", ("b",)),
    Door("sitting", "agenda", ("r",)),
    *(Door("sitting", "agenda", ("o", str(number))) for number in range(1, 8)),
    Door("sitting", "proposals", ("e",)),
    Door("sitting", "proposals", ("r",)),
    Door("sitting", "proposals", ("b",)),
    Door("sitting", "proposals", ("s", "1")),
    Door("staged", "proposals", ("d", "1")),
    Door("staged", "proposals", ("d", "2")),
    *(Door("sitting", "votes", ("e", number)) for number in "12389"),
    Door("poll", "votes", ("f",)),
    Door("poll", "votes", ("b",)),
    Door("poll", "votes", ("enter",)),
    Door("poll", "votes", ("enter", "enter", "1")),
    Door("floor", "agenda", ("m",)),
    Door("floor", "proposals", ("m",)),
    Door("moved", "agenda", ("d",)),
    Door("hands", "votes", ("backspace", "backspace", "1", "enter", "enter", "enter")),
    Door("hands", "votes", ("b",)),
    Door("roll", "votes", ("/",)),
    Door("consent", "votes", ("o",)),
    Door("owners", "votes", ("escape", "5", "0")),  # Esc leaves the field, or else Votes
    Door("counted", "votes", ("enter", "c")),
    Door("counted", "votes", ("enter", "o", "1")),
    Door("counted", "votes", ("enter", "o", "2")),
    Door("counted", "votes", ("enter", "o", "3")),
    Door("counted", "votes", ("enter", "r")),
    Door("papers", "votes", ("enter", "c")),
    Door("papers", "votes", ("enter", "r")),
    Door("called", "votes", ("enter", "c")),
    Door("called", "votes", ("enter", "r", "1")),
    Door("called", "votes", ("enter", "r", "2")),
    Door("joint", "votes", ("enter", "c")),
    Door("joint", "people", ("e",)),
    Door("over", "minutes", ("e", "1")),
    Door("over", "minutes", ("e", "2")),
    Door("over", "minutes", ("e", "3")),
    Door("over", "minutes", ("enter",)),
    Door("over", "minutes", ("down", "enter")),
    Door("over", "minutes", ("down", "down", "enter", "3")),
    Door("over", "minutes", ("down", "down", "down", "enter")),
    Door("over", "minutes", ("x",)),
    Door("housed", "people", ("v", "enter")),
    Door("decided", "votes", ("enter", "c")),
    Door("decided", "votes", ("enter", "c", "type:1-101", "enter")),
    Door("elected", "votes", ("enter", "c")),
    Door("elected", "votes", ("enter", "o", "1")),
    Door("elected", "votes", ("enter", "o", "2")),
    Door("sitting", "agenda", ("v", "1")),
)
