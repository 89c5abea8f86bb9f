"""`council-tui rules decide --ballots`: owners' papers unit by unit, counted by heads and floor area."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from council_tui.cli.exits import Refused
from council_tui.wording.catalog import _

if TYPE_CHECKING:
    from council_tui.domain.owners import Papers
    from council_tui.domain.rules import Count, Rules


def read(path: Path, figures: Mapping[str, Any]) -> "Papers":
    """The papers in a file, counted. Raises BadUnits, TwoAnswers, and Refused where figures are given too."""
    from council_tui.domain.owners import counted
    from council_tui.intake.sheet import MOST_BYTES
    from council_tui.intake.units import read_units
    from council_tui.wording import units  # noqa: F401  (says what is refused)

    if any(each is not None for each in figures.values()):
        raise Refused(_("Give either --ballots or figures, not both."))
    with path.open("rb") as file:
        return counted(read_units(file.read(MOST_BYTES + 1), votes=True))


def judged(rules: "Rules", papers: "Papers") -> "Count":
    """The figures as the rules judge them."""
    from council_tui.domain.owners import taking_part

    return taking_part(rules, papers.count)


def plain(papers: "Papers | None") -> dict[str, object]:
    """Papers as a program reads them, figures by area as exact text; nothing where none were counted."""
    from council_tui.domain.areas import area_text

    if papers is None:
        return {}
    names = ("roll", "yes", "no", "abstain", "invalid")
    area = papers.count.area or papers.count
    return {
        "heads": {name: getattr(papers.count, name) for name in names},
        "area": {name: area_text(getattr(area, name)) for name in names},
        "issued": papers.issued,
        "returned": papers.returned,
        "invalid": papers.invalid,
        "left_out": papers.left_out,
        "several": {owner: list(lines) for owner, lines in papers.several.items()},
    }


def lines(papers: "Papers | None", rules: "Rules") -> Iterator[str]:
    """What was counted, for people; nothing where none were."""
    if papers is None:
        return
    from council_tui.wording.units import papers_lines

    yield from papers_lines(papers, rules.invalid_counts)
