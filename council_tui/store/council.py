"""The council's name, rules and operator, as they stand."""

from council_tui.domain.council import CouncilNamed, CouncilView, OperatorChosen, RulesChosen
from council_tui.domain.ids import NOBODY
from council_tui.domain.record import Kept
from council_tui.store.act import Reader


def council(at: Reader) -> CouncilView | None:
    """The council as it is now; None in a file that was only just made."""
    named = at.one(CouncilNamed, "1", [])
    chosen = at.one(RulesChosen, "1", [])
    if named is None or chosen is None:
        return None
    return view(at, named.fact, chosen)


def view(at: Reader, named: CouncilNamed, chosen: Kept[RulesChosen]) -> CouncilView:
    """A council under one version of its rules."""
    operator = at.one(OperatorChosen, "1", [])
    return CouncilView(
        name=named.name,
        name_2=named.name_2,
        lang=named.lang,
        rules=chosen.fact.rules,
        floor=chosen.fact.floor,
        rules_id=chosen.id,
        provisional=chosen.fact.provisional,
        adopted_by=chosen.fact.vote,
        operator=operator.fact.person if operator is not None else NOBODY,
    )


def named(at: Reader) -> Kept[CouncilNamed] | None:
    """The name in force."""
    return at.one(CouncilNamed, "1", [])


def chosen(at: Reader) -> Kept[RulesChosen] | None:
    """The rules in force."""
    return at.one(RulesChosen, "1", [])
