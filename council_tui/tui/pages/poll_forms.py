"""What is asked before a poll is opened: how it is counted, then what that way needs to know."""

from collections.abc import Callable, Mapping, Sequence

from council_tui.domain.items import ItemView
from council_tui.domain.people import PersonView
from council_tui.domain.polls import PollEntry
from council_tui.domain.tally import METHODS
from council_tui.domain.tally.model import Form, Method
from council_tui.export.wrap import wrap
from council_tui.intake.candidates import candidates, cents
from council_tui.tui.dialogs import Option
from council_tui.tui.fields import Field, Kind, Values
from council_tui.tui.ink import BLANK, Line, text
from council_tui.usecases.polls import NAME, SINGLE
from council_tui.wording import names, polls, tallies
from council_tui.wording.catalog import N_, _, pgettext

MOST = 4_000
"""Characters of all candidates together."""
ORDER = ("majority", "plurality", "approval", "stv", "irv", "schulze", "borda", "score", "mes", "greedy")
"""The usual ways of electing first, then those of giving points and of spending money."""
READ_BACK = 3
"""Rows in which candidates are read back."""
_NAMED = N_("Candidates: names, seat numbers or initials, with commas between.")
_PRICED = N_("Projects with their costs, with commas between: Lamps 1200, Bench 350.50")


def ways() -> list[Option[str]]:
    """Every way of counting, the usual ones first."""
    others = [each for each in METHODS if each not in ORDER]
    notes = {"score": _("dots too: fill in most points")}
    return [Option(each, tallies.method_words(each), notes.get(each, "")) for each in (*ORDER, *others)]


def title(way: Method) -> str:
    """`Poll: Approval`."""
    return _("New poll: {method}").format(method=tallies.method_words(way.id))


def fields(item: ItemView, way: Method) -> list[Field]:
    """What one way of counting asks for, the candidates last."""
    own = [
        Field("title", pgettext("poll", "Question"), initial=item.title, longest=NAME, required=True),
        Field("title_2", _("2nd language"), initial=item.title_2, longest=NAME),
    ]
    if way.form is Form.PRICED:
        own.append(Field("budget", pgettext("poll", "Budget"), longest=20, required=True, hint=""))
        asked = _("Projects")
    else:
        own += _elected(way)
        asked = _("Candidates")
    return [*own, Field("candidates", asked, Kind.LONG, longest=MOST, required=True)]


def _elected(way: Method) -> list[Field]:
    found = []
    if way.id not in SINGLE:
        found.append(
            Field("seats", pgettext("poll", "Seats"), Kind.NUMBER, longest=5, suggest=lambda _typed: "1")
        )
    if way.id == "plurality":
        found.append(Field("marks", _("Most marks"), Kind.NUMBER, longest=5, hint=_("as many as seats")))
        found.append(Field("least", _("Least share"), longest=60, hint=""))
    if way.id == "approval":
        found.append(Field("marks", _("Most marks"), Kind.NUMBER, longest=5, hint=_("any number")))
    if way.points:
        found.append(Field("points", _("Most points"), Kind.NUMBER, longest=9, hint=_("any number")))
    return found


def entry(way: Method, values: Values, people: Sequence[PersonView]) -> PollEntry:
    """The poll that a form asks for; a budget that is no sum of money is none."""
    priced = way.form is Form.PRICED
    return PollEntry(
        values["title"],
        values["title_2"],
        way.id,
        candidates(values["candidates"], people, priced=priced),
        values.get("seats") or 1,
        values.get("marks"),
        values.get("points"),
        cents(values["budget"]) if priced else None,
        values.get("least", ""),
    )


def read_back(
    way: Method, people: Sequence[PersonView]
) -> Callable[[Mapping[str, str], int], Sequence[Line]]:
    """Who or what the typed candidates are, by number."""
    priced = way.form is Form.PRICED

    def rows(typed: Mapping[str, str], width: int) -> Sequence[Line]:
        found = candidates(typed.get("candidates", ""), people, priced=priced)
        known = {each.id: each for each in people}
        told = []
        for number, each in enumerate(found, 1):
            person = known.get(each.person) if each.person is not None else None
            name = names.person_name(person) if person is not None else each.name
            cost = polls.sum_words(each.cost) if each.cost is not None else "?"
            mark = cost if priced else (_("register") if person is not None else "")
            told.append(f"{number} {names.noted(name, mark)}")
        shown = wrap("   ".join(told) or _(_PRICED if priced else _NAMED), width - 6)
        cut = [*shown[: READ_BACK - 1], ".."] if len(shown) > READ_BACK else shown
        return [*(text(row, "dim", 3) for row in cut), *[BLANK] * (READ_BACK - len(cut))]

    return rows
