"""How dwelling units and their owners' papers are spoken of: what is wrong with a list, what was counted."""

from collections.abc import Iterator, Mapping

from council_tui.domain.areas import area_text
from council_tui.domain.owners import Papers, TwoAnswers
from council_tui.domain.plain import begins
from council_tui.domain.roster import Problem
from council_tui.domain.unitlists import Answer, AreaSource, BadUnits, UnitColumn, UnitFlaw, UnitProblem
from council_tui.domain.units import NotByArea, NoUnits, Totals, UnitPreview, UnitView
from council_tui.wording import roster
from council_tui.wording.catalog import N_, _, ngettext, pgettext
from council_tui.wording.say import sentence

MOST_NAMED = 20
"""So many owners of several units, and problems of a list, are named one by one."""

COLUMNS = {
    UnitColumn.UNIT: N_("unit number"),
    UnitColumn.AREA: N_("floor area"),
    UnitColumn.OWNER: N_("owner"),
    UnitColumn.VOTE: N_("vote"),
    UnitColumn.COUNTS: N_("counts"),
    UnitColumn.ISSUED: N_("paper issued"),
    UnitColumn.SOURCE: N_("source of the area"),
}

SOURCES = {
    AreaSource.REGISTER: N_("land register"),
    AreaSource.SURVEY: N_("survey"),
    AreaSource.CONTRACT: N_("contract"),
}

_PROBLEMS: dict[UnitFlaw, tuple[str, tuple[str, ...]]] = {
    UnitFlaw.NO_COLUMN: (
        N_("a column is missing: {column}. Headings are unit, area, owner, vote, or 房号, 面积, 业主, 表决."),
        ("column",),
    ),
    UnitFlaw.HEADER_TWICE: (N_("two columns are headed '{column}': leave one."), ("column",)),
    UnitFlaw.NO_ROWS: (N_("there is no unit below the headings."), ()),
    UnitFlaw.RAGGED: (N_("{found} cells, but there are {most} headings."), ("found", "most")),
    UnitFlaw.EMPTY_CELL: (N_("the column '{column}' is empty."), ("column",)),
    UnitFlaw.TOO_LONG: (
        N_("the column '{column}' has {found} characters; at most {most} are taken."),
        ("column", "found", "most"),
    ),
    UnitFlaw.NOT_A_UNIT: (N_("'{found}' looks like a total, not a unit: delete the line."), ("found",)),
    UnitFlaw.UNIT_TWICE: (N_("unit {unit} stands on line {first} already."), ("unit", "first")),
    UnitFlaw.BAD_AREA: (
        N_("'{found}' is no floor area: write square metres with two decimals at most, like 89.50."),
        ("found",),
    ),
    UnitFlaw.BAD_VOTE: (
        N_("'{found}' is no answer: write yes, no, abstain, invalid, or nothing where no paper came back."),
        ("found",),
    ),
    UnitFlaw.BAD_MARK: (N_("'{found}' is neither yes nor no in the column '{column}'."), ("column", "found")),
    UnitFlaw.BAD_SOURCE: (
        N_("'{found}' is no source of a floor area: write register, survey or contract."),
        ("found",),
    ),
    UnitFlaw.NOT_ISSUED: (N_("a paper came back that was not issued."), ()),
    UnitFlaw.HIDDEN: (
        N_("the column '{column}' holds a character that cannot be seen ({code}): type the cell again."),
        ("column", "code"),
    ),
}


def problem_words(problem: Problem | UnitProblem) -> str:
    """One problem as a sentence, with its line."""
    if isinstance(problem, Problem):
        return roster.problem_words(problem)
    source, names = _PROBLEMS[problem.flaw]
    facts = {name: _fact(fact) for name, fact in zip(names, problem.facts, strict=True)}
    return _("Line {line}: {what}").format(line=problem.line, what=_(source).format(**facts))


def _fact(fact: str | int) -> str:
    return _(COLUMNS[fact]) if isinstance(fact, UnitColumn) else begins(str(fact))


def answer_words(answer: Answer) -> str:
    """What a paper says: `yes`, `no`, `abstain`, `invalid`."""
    match answer:
        case Answer.YES:
            return pgettext("paper", "yes")
        case Answer.NO:
            return pgettext("paper", "no")
        case Answer.ABSTAIN:
            return pgettext("paper", "abstain")
        case Answer.INVALID:
            return pgettext("paper", "invalid")
        case Answer.NONE:
            return pgettext("paper", "not returned")


@sentence(BadUnits)
def bad_words(refused: BadUnits) -> str:
    """Everything that is wrong with a list, as far as it can be read at once."""
    lines = [problem_words(each) for each in refused.problems[:MOST_NAMED]]
    more = len(refused.problems) - len(lines)
    if more:
        text = ngettext("and {count} more problem.", "and {count} more problems.", more)
        lines.append(text.format(count=more))
    return "\n".join(lines)


@sentence(NoUnits)
def no_units_words(refused: NoUnits) -> str:
    """What has to be entered first."""
    return _("No unit that counts is entered. Take a list over first: council-tui units import FILE.")


@sentence(NotByArea)
def not_by_area_words(refused: NotByArea) -> str:
    """Which rules owners vote by."""
    return _("Owners vote by rules that count heads and floor area.")


@sentence(TwoAnswers)
def two_answers_words(refused: TwoAnswers) -> str:
    """Which lines say different things, and the way out."""
    text = _(
        "{owner} answers '{answer}' on line {line} and '{other}' on line {other_line}:"
        " one owner has one head. Ask which holds, or tell owners of one name apart in the list."
    )
    return text.format(
        owner=begins(refused.owner),
        answer=answer_words(refused.answer),
        line=refused.line,
        other=answer_words(refused.other),
        other_line=refused.other_line,
    )


def unit_line(unit: UnitView) -> str:
    """`1-101      89.50 sq m  Wang Fang`, and that it does not count where it does not."""
    area = f"{area_text(unit.area):>9}"
    if unit.counts:
        return _("{unit}  {area} sq m  {owner}").format(unit=f"{unit.number:<10}", area=area, owner=unit.name)
    return _("{unit}  {area} sq m  {owner} (does not count)").format(
        unit=f"{unit.number:<10}", area=area, owner=unit.name
    )


def totals_words(totals: Totals) -> str:
    """`13000 units (12900 count), 11875 owners, 1155321.50 sq m`"""
    return _("{units} units ({counting} count), {owners} owners, {area} sq m").format(
        units=totals.units, counting=totals.counting, owners=totals.owners, area=area_text(totals.area)
    )


def preview_lines(preview: UnitPreview, masked: bool = False) -> Iterator[str]:
    """What taking a list over would do; `masked`: whose a unit is, is hidden."""
    yield _("New {added}, changed {changed}, unchanged {unchanged}; new owners {owners}.").format(
        added=len(preview.added),
        changed=len(preview.changed),
        unchanged=preview.unchanged,
        owners=preview.owners,
    )
    for each in preview.differences[:MOST_NAMED]:
        text = _("Line {line}: {unit}, {column} {old} to {new}")
        yield text.format(
            line=each.row.line,
            unit=each.row.unit,
            column=_(COLUMNS[each.column]),
            old=_value(each.column, each.old, masked),
            new=_value(each.column, each.new, masked),
        )
    if (more := len(preview.differences) - MOST_NAMED) > 0:
        text = ngettext("and {count} more difference.", "and {count} more differences.", more)
        yield text.format(count=more)
    if preview.absent:
        text = ngettext(
            "{count} unit is not in the list and stays as it is.",
            "{count} units are not in the list and stay as they are.",
            preview.absent,
        )
        yield text.format(count=preview.absent)


def _value(column: UnitColumn, value: str, masked: bool) -> str:
    """A value that would change, in words."""
    match column:
        case UnitColumn.AREA:
            return area_text(int(value))
        case UnitColumn.COUNTS:
            return pgettext("right to vote", "yes") if value == "1" else pgettext("right to vote", "no")
        case UnitColumn.SOURCE:
            return _(SOURCES[AreaSource(value)])
        case _:
            return roster.MASK if masked else begins(value)


def papers_lines(papers: Papers, invalid_counts: bool) -> Iterator[str]:
    """What was counted beside the verdict: papers, invalid ones, units left out, owners of several units."""
    count = papers.count
    area = count.area or count
    yield _("{heads} owners, {area} sq m in all.").format(heads=count.roll, area=area_text(area.roll))
    if papers.issued is None:
        yield _("Papers returned {returned}, of these invalid {invalid}.").format(
            returned=papers.returned, invalid=papers.invalid
        )
    else:
        yield _("Papers issued {issued}, returned {returned}, of these invalid {invalid}.").format(
            issued=papers.issued, returned=papers.returned, invalid=papers.invalid
        )
    if papers.invalid and not invalid_counts:
        yield invalid_words()
    if papers.left_out:
        text = ngettext(
            "{count} unit does not count and was left out.",
            "{count} units do not count and were left out.",
            papers.left_out,
        )
        yield text.format(count=papers.left_out)
    yield from _several(papers.several)


def invalid_words() -> str:
    """That whoever gave an invalid paper did not take part, under rules that say so."""
    return _("Invalid papers do not count as taking part.")


def _several(several: Mapping[str, tuple[int, ...]]) -> Iterator[str]:
    comma = pgettext("between items of a list", ", ")
    for owner, lines in [*several.items()][:MOST_NAMED]:
        text = _("One owner, one head: {owner} (lines {lines}).")
        yield text.format(owner=begins(owner), lines=comma.join(map(str, lines)))
    if (more := len(several) - MOST_NAMED) > 0:
        text = ngettext("and {count} more owner of several.", "and {count} more owners of several.", more)
        yield text.format(count=more)
