"""How a roster is spoken of: categories, what is wrong with a file, and what taking it over would do."""

from council_tui.domain.roster import (
    Category,
    Change,
    Column,
    Difference,
    Preview,
    Problem,
    ProblemKind,
    Reason,
    Refused,
    Roster,
    RosterRow,
)
from council_tui.wording.catalog import N_, _, pgettext
from council_tui.wording.parties import party_words

MOST_SHOWN = 40
"""So many characters of a text from the file are repeated in a message."""
MASK = "***"

CATEGORIES = {
    Category.COMMUNITY_WORKER: N_("community worker"),
    Category.SERVING_CADRE: N_("serving cadre"),
    Category.PARTY_DELEGATE: N_("Party delegate"),
    Category.PC_DEPUTY: N_("people's congress deputy"),
    Category.CPPCC_MEMBER: N_("CPPCC member"),
    Category.SENIOR_PARTY: N_("senior Party member"),
    Category.SENIOR_CADRE: N_("senior cadre"),
    Category.SENIOR_TEACHER: N_("senior teacher"),
    Category.VETERAN: N_("veteran"),
    Category.RESIDENT_REP: N_("residents' representative"),
    Category.BUILDING_HEAD: N_("building head"),
    Category.GRID_WORKER: N_("grid worker"),
    Category.PROPERTY_STEWARD: N_("property steward"),
    Category.OWNER: N_("home owner"),
    Category.PARTNER_ORG: N_("partner organisation"),
    Category.OTHER: N_("other"),
}

COLUMNS = {
    Column.SEAT: N_("seat"),
    Column.NAME: N_("name"),
    Column.CATEGORY: N_("member category"),
    Column.VOTES: N_("right to vote"),
    Column.PHONE: N_("phone"),
    Column.LATIN: N_("Latin name"),
    Column.TITLE: N_("post held"),
    Column.PARTY: N_("party of a joint meeting"),
}

_PROBLEMS: dict[ProblemKind, tuple[str, tuple[str, ...]]] = {
    ProblemKind.TOO_BIG: (N_("the file has {found} bytes; at most {most} are read."), ("found", "most")),
    ProblemKind.EMPTY: (N_("the file is empty."), ()),
    ProblemKind.WORKBOOK: (N_("this is a spreadsheet workbook: save it as CSV and read that file."), ()),
    ProblemKind.NOT_TEXT: (N_("this is not text in UTF-8 or GB18030: save the list as CSV again."), ()),
    ProblemKind.MIXED_ENCODING: (
        N_("this line is in UTF-8, others are not: two files were joined. Save each again in one encoding."),
        (),
    ),
    ProblemKind.NO_HEADER: (
        N_("no column is headed 'name' or '姓名'. The first line read is: {found}"),
        ("found",),
    ),
    ProblemKind.NO_ROWS: (N_("there is nobody below the headings."), ()),
    ProblemKind.HEADER_TWICE: (N_("two columns are headed '{column}': leave one."), ("column",)),
    ProblemKind.TOO_MANY_ROWS: (N_("the file has {found} rows; at most {most} are read."), ("found", "most")),
    ProblemKind.TOO_MANY_COLUMNS: (N_("{found} columns; at most {most} are read."), ("found", "most")),
    ProblemKind.CELL_TOO_LONG: (
        N_("cell {cell} has {found} characters; at most {most} are read."),
        ("cell", "found", "most"),
    ),
    ProblemKind.QUOTES: (N_("a quotation mark is opened and not closed, or stands within a cell."), ()),
    ProblemKind.RAGGED: (N_("{found} cells, but there are {most} headings."), ("found", "most")),
    ProblemKind.LINE_BREAK: (N_("there is a line break in the column '{column}'."), ("column",)),
    ProblemKind.HIDDEN: (
        N_("the column '{column}' holds a character that cannot be seen ({code}): type the cell again."),
        ("column", "code"),
    ),
    ProblemKind.TOO_LONG: (
        N_("the column '{column}' has {found} characters; at most {most} are taken."),
        ("column", "found", "most"),
    ),
    ProblemKind.NO_NAME: (N_("there is no name."), ()),
    ProblemKind.NOT_A_PERSON: (
        N_("'{found}' looks like a total, not a person: delete the line."),
        ("found",),
    ),
    ProblemKind.BAD_SEAT: (N_("'{found}' is not a seat number from 1 to 9999."), ("found",)),
    ProblemKind.SEAT_TWICE: (N_("seat {seat} stands on line {first} already."), ("seat", "first")),
    ProblemKind.NAME_TWICE: (
        N_("{name} stands on line {first} already. If these are two people, give each a seat number."),
        ("name", "first"),
    ),
    ProblemKind.BAD_VOTES: (N_("'{found}' is neither yes nor no for the right to vote."), ("found",)),
    ProblemKind.SPOILT_PHONE: (
        N_("the phone '{found}' was spoilt by a spreadsheet: format the column as text and type it again."),
        ("found",),
    ),
    ProblemKind.SAME_NAME: (
        N_("{name} has the same name as line {first}: taken as two people."),
        ("name", "first"),
    ),
    ProblemKind.LOOK_ALIKE: (
        N_("{name} looks the same as {other} on line {first}: is this one person?"),
        ("name", "other", "first"),
    ),
    ProblemKind.UNREADABLE: (
        N_("the column '{column}' holds a character that other computers cannot show ({code})."),
        ("column", "code"),
    ),
    ProblemKind.UNUSED_COLUMN: (N_("the column '{found}' is not read."), ("found",)),
}

_DELIMITERS = {",": N_("comma"), ";": N_("semicolon"), "\t": N_("tab"), "，": N_("full-width comma")}
_ENCODINGS = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "gb18030": "GB18030"}


def category_words(category: str) -> str:
    """A known category in the language in use; any other as it was typed."""
    return _(CATEGORIES[Category(category)]) if category in CATEGORIES else category


def column_words(column: Column) -> str:
    """The name of a column in the language in use."""
    return _(COLUMNS[column])


def problem_words(problem: Problem) -> str:
    """One problem or warning as a sentence, with its line."""
    source, names = _PROBLEMS[problem.kind]
    facts = {name: _fact(fact) for name, fact in zip(names, problem.facts, strict=True)}
    what = _(source).format(**facts)
    return what if problem.line is None else _("Line {line}: {what}").format(line=problem.line, what=what)


def _fact(fact: str | int) -> str | int:
    if isinstance(fact, Column):
        return column_words(fact)
    return _short(fact) if isinstance(fact, str) else fact


def _short(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 3] + "..."


def reading_words(roster: Roster) -> str:
    """How a file was read, so that a wrong guess is seen: people, encoding, delimiter."""
    return _("{count} people read ({encoding}, {delimiter}).").format(
        count=len(roster.rows),
        encoding=_ENCODINGS[roster.encoding],
        delimiter=_(_DELIMITERS[roster.delimiter]),
    )


def preview_lines(preview: Preview, masked: bool = False) -> list[str]:
    """What taking a roster over would do: a line of counts, then one for each person that matters.

    `masked` hides phone numbers, for a room that looks on. People who stay unchanged are only counted.
    """
    counts = _("To add {added}, to change {changed}, unchanged {unchanged}, refused {refused}.").format(
        added=len(preview.added),
        changed=len(preview.changed),
        unchanged=len(preview.unchanged),
        refused=len(preview.refused),
    )
    lines = [counts]
    lines += [_refused_words(refused) for refused in preview.refused]
    lines += [_added_words(row, masked) for row in preview.added]
    lines += [_changed_words(change, masked) for change in preview.changed]
    if preview.absent:
        lines.append(_("Not in the file, left as they are: {count}.").format(count=len(preview.absent)))
    return lines


def _who(seat: int | None, name: str) -> str:
    return name if seat is None else _("seat {seat} {name}").format(seat=seat, name=_short(name))


def _added_words(row: RosterRow, masked: bool) -> str:
    parts = [category_words(row.category), _("has a vote") if row.votes else _("has no vote")]
    parts += [party_words(row.party)] if row.party else []
    parts += [MASK if masked else row.phone] if row.phone else []
    return _("Add: {who} ({what})").format(
        who=_who(row.seat, row.name), what=pgettext("between items of a list", ", ").join(parts)
    )


def _changed_words(change: Change, masked: bool) -> str:
    what = pgettext("between items of a list", "; ").join(
        _difference_words(difference, masked) for difference in change.differences
    )
    return _("Change: {who}: {what}").format(who=_who(change.member.seat, change.member.name), what=what)


def _difference_words(difference: Difference, masked: bool) -> str:
    return _("{column} {old} -> {new}").format(
        column=column_words(difference.column),
        old=_value(difference.column, difference.old, masked),
        new=_value(difference.column, difference.new, masked),
    )


def _value(column: Column, value: str | int | None, masked: bool) -> str:
    if value is None or not str(value):
        return _("(nothing)")
    if column is Column.PHONE and masked:
        return MASK
    if column is Column.VOTES:
        return pgettext("right to vote", "yes") if value else pgettext("right to vote", "no")
    if column is Column.PARTY:
        return _short(party_words(str(value)))
    return category_words(str(value)) if column is Column.CATEGORY else _short(str(value))


def _refused_words(refused: Refused) -> str:
    who = _who(refused.row.seat, refused.row.name)
    match refused.reason:
        case Reason.SEAT_TAKEN:
            words = _("Refused: line {line}, {who}: the seat is taken by {others}.")
        case Reason.SEVERAL_SO_NAMED:
            words = _(
                "Refused: line {line}, {who}: which of those so named ({others}) is meant? Give the seat."
            )
    return words.format(
        line=refused.row.line, who=who, others=pgettext("between items of a list", ", ").join(refused.others)
    )
