"""The council is founded, renamed, given rules, and somebody sits at its keyboard."""

from council_tui.domain import plain
from council_tui.domain.council import CouncilNamed, CouncilView, NotCarried, OperatorChosen, RulesChosen
from council_tui.domain.errors import AlreadyFounded, Missing, Unknown
from council_tui.domain.ids import PersonId, VoteId
from council_tui.domain.rules import floor_from_text, rules_from_text
from council_tui.domain.rulesets import NotForMeetings
from council_tui.store import council, people, stages, votes
from council_tui.store.act import Act, Reader

NAME = 60
"""The longest name of a council, in characters."""


def found_council(act: Act, name: str, lang: str, rules: str, floor: str) -> None:
    """A new record is begun: its council's name, language and provisional rules (JSON texts)."""
    before = council.council(act)
    if before is not None:
        raise AlreadyFounded(before.name)
    act.add(CouncilNamed(_name(name), "", lang))
    rules_from_text(rules)
    floor_from_text(floor)
    act.add(RulesChosen(rules, floor, provisional=True))


def rename_council(act: Act, name: str, name_2: str, lang: str) -> None:
    """The council is called something else, or speaks another language."""
    before = council.named(act)
    second = plain.clean_line(name_2, NAME)
    act.add(CouncilNamed(_name(name), second, lang, replaces=before.id if before else None))


def choose_rules(act: Act, rules: str, floor: str, provisional: bool) -> None:
    """Rules are in force from the next opening on; a meeting that is open keeps its own."""
    before = council.chosen(act)
    read = rules_from_text(rules)
    floor_from_text(floor)
    if not read.by_heads:
        raise NotForMeetings(read.id)
    act.add(RulesChosen(rules, floor, provisional, replaces=before.id if before else None))


def adopt_rules(act: Act, vote: VoteId) -> None:
    """The council adopted the rules it has been using by a vote: they are provisional no longer."""
    decided, before = votes.vote(act, vote), council.chosen(act)
    if before is None:
        raise Missing("rules")
    if decided is None or not decided.decides or decided.closed is None or not decided.closed.carried:
        raise NotCarried(vote)
    if not stages.last(act, vote):
        raise NotCarried(vote)
    old = before.fact
    act.add(RulesChosen(old.rules, old.floor, provisional=False, vote=vote, replaces=before.id))


def choose_operator(act: Act, person: PersonId) -> None:
    """Somebody sits at the keyboard while no meeting is open."""
    if people.person(act, person) is None:
        raise Unknown("person", person)
    act.add(OperatorChosen(person))


def view_council(at: Reader) -> CouncilView | None:
    """The council as it is; None in a new file."""
    return council.council(at)


def _name(text: str) -> str:
    name = plain.clean_line(text, NAME)
    if not name:
        raise Missing("name")
    return name
