"""Candidates and projects as typed: people of the register found, costs exact to the hundredth."""

import pytest

from council_tui.domain.ids import NamedId, PersonId
from council_tui.domain.people import PersonView
from council_tui.domain.polls import Candidate
from council_tui.intake.candidates import candidates, cents


def person(id: int, name: str, latin: str, seat: int, keys: tuple[str, ...]) -> PersonView:
    return PersonView(PersonId(id), NamedId(id), name, latin, "", "", "", "", seat, "", True, keys)


PEOPLE = (
    person(11, "吴国强", "Wu Guoqiang", 9, ("wu guoqiang", "wgq")),
    person(12, "吴桂清", "Wu Guiqing", 2, ("wu guiqing", "wgq")),
    person(13, "林晓", "Lin Xiao", 12, ("lin xiao", "lx")),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("吴国强、林晓", [Candidate("吴国强", person=PersonId(11)), Candidate("林晓", person=PersonId(13))]),
        ("Lin Xiao", [Candidate("林晓", person=PersonId(13))]),
        ("12; 2", [Candidate("林晓", person=PersonId(13)), Candidate("吴桂清", person=PersonId(12))]),
        ("12 2", [Candidate("林晓", person=PersonId(13)), Candidate("吴桂清", person=PersonId(12))]),
        ("lx\nwgq", [Candidate("林晓", person=PersonId(13)), Candidate("wgq")]),
        ("林, 王五 / Wang Wu", [Candidate("林"), Candidate("王五", "Wang Wu")]),
    ],
)
def test_somebody_of_the_register_is_found_and_anybody_else_is_a_name(text: str, found: list[Candidate]):
    assert list(candidates(text, PEOPLE, priced=False)) == found


def test_projects_end_in_their_cost():
    text = "路灯 5 盏 1200.5，长椅：８００; Lamps / Licht 3\nnothing"
    assert candidates(text, PEOPLE, priced=True) == (
        Candidate("路灯 5 盏", cost=120_050),
        Candidate("长椅", cost=80_000),
        Candidate("Lamps", "Licht", cost=300),
        Candidate("nothing"),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("0.29", 29),
        ("１２", 1200),
        ("12,000", 1_200_000),
        ("1.5", 150),
        ("1.555", None),
        ("", None),
        ("x", None),
    ],
)
def test_money_is_exact(text: str, found: int | None):
    assert cents(text) == found
