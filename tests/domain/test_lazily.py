"""What `lazily.dataclass` makes behaves as the standard library's, whatever Python changes under it."""

import copy
import dataclasses
import inspect
import pickle
from pathlib import Path
from typing import Any

import pytest

import council_tui
from council_tui.domain.errors import Missing
from council_tui.domain.gates import parse_gate
from council_tui.domain.ids import PersonId, VoteId
from council_tui.domain.lazily import dataclass
from council_tui.domain.record import Kept
from council_tui.domain.votes import Ballot, Choice

ROOT = Path(council_tui.__file__).parent


class Base:
    """The fields of a class that has one of each sort."""

    first: int
    second: str = "陈果 [/]"
    many: list[int] = dataclasses.field(default_factory=list)
    last: int | None = dataclasses.field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        if self.first < 0:
            raise ValueError(self.first)


def twins(**switches: bool) -> tuple[Any, Any]:
    """The same class as the library makes it, and as we do."""
    makers: tuple[Any, Any] = (dataclasses.dataclass, dataclass)
    found = [maker(**switches)(type("Each", (), dict(vars(Base)))) for maker in makers]
    return found[0], found[1]


@pytest.fixture(params=[{"frozen": True}, {"frozen": True, "slots": True}, {}, {"slots": True}], ids=str)
def both(request: pytest.FixtureRequest) -> tuple[Any, Any]:
    return twins(**request.param)


def test_the_parameters_are_the_same(both: tuple[Any, Any]):
    theirs, ours = (inspect.signature(each) for each in both)
    assert str(theirs) == str(ours)


def test_the_values_are_the_same(both: tuple[Any, Any]):
    theirs, ours = (each(1, last=3) for each in both)
    assert repr(theirs) == repr(ours)
    assert dataclasses.astuple(theirs) == dataclasses.astuple(ours) == (1, "陈果 [/]", [], 3)
    assert dataclasses.astuple(dataclasses.replace(ours, first=2)) == (2, "陈果 [/]", [], 3)


def test_each_instance_has_a_list_of_its_own(both: tuple[Any, Any]):
    one, other = both[1](1), both[1](1)
    one.many.append(7)
    assert other.many == []


def test_what_the_class_checks_is_checked(both: tuple[Any, Any]):
    for each in both:
        with pytest.raises(ValueError, match="-1"):
            each(-1)


def test_equal_values_are_equal_and_of_one_class_only(both: tuple[Any, Any]):
    theirs, ours = both
    assert ours(1) == ours(1) != ours(2)
    assert ours(1) != theirs(1)


def test_hashes_and_slots_are_where_the_library_has_them(both: tuple[Any, Any]):
    theirs, ours = both
    assert (theirs.__hash__ is None) == (ours.__hash__ is None)
    assert getattr(theirs, "__slots__", None) == getattr(ours, "__slots__", None)
    assert theirs.__match_args__ == ours.__match_args__


def test_too_many_and_unknown_values_are_refused(both: tuple[Any, Any]):
    for each in both:
        with pytest.raises(TypeError):
            each(1, "2", [], 4)
        with pytest.raises(TypeError):
            each(1, third=3)


def test_a_fact_is_never_changed():
    ballot = Ballot(VoteId(1), PersonId(2), Choice.YES)
    with pytest.raises(dataclasses.FrozenInstanceError):
        ballot.choice = Choice.NO  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del ballot.choice
    assert ballot == Ballot(VoteId(1), PersonId(2), Choice.YES)


def test_a_fact_can_be_copied_and_be_a_key():
    kept = Kept(1, 2, Ballot(VoteId(1), PersonId(2), Choice.YES, replaces=7))  # type: ignore[arg-type]
    assert copy.deepcopy(kept) == pickle.loads(pickle.dumps(kept)) == kept
    assert {kept: 1}[copy.copy(kept)] == 1
    assert parse_gate(">= 2/3 of roll") in {parse_gate(">= 4/6 of roll")}


def test_a_refusal_carries_its_facts():
    with pytest.raises(Missing) as caught:
        raise Missing("title")
    assert (caught.value.field, str(caught.value)) == ("title", "Missing(field='title')")
    assert caught.value == Missing("title")


def test_no_method_is_written_before_an_instance_is_made():
    made: Any = twins(frozen=True, slots=True)[1]
    assert not inspect.isfunction(vars(made)["__init__"])
    made(1)
    assert inspect.isfunction(vars(made)["__init__"])


def test_every_class_of_fields_is_made_so():
    beside = [
        path.name
        for path in ROOT.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("from dataclasses import") and "dataclass" in line.split("import")[1].split(", ")
    ]
    assert beside == []
