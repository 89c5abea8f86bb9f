"""A roster read from outside: its rows, what was wrong with it, and how it differs from the people known."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from enum import StrEnum

from council_tui.domain.lazily import dataclass


class Category(StrEnum):
    """The known kinds of member; any other text stands as it was typed."""

    COMMUNITY_WORKER = "community_worker"
    SERVING_CADRE = "serving_cadre"
    PARTY_DELEGATE = "party_delegate"
    PC_DEPUTY = "pc_deputy"
    CPPCC_MEMBER = "cppcc_member"
    SENIOR_PARTY = "senior_party"
    SENIOR_CADRE = "senior_cadre"
    SENIOR_TEACHER = "senior_teacher"
    VETERAN = "veteran"
    RESIDENT_REP = "resident_rep"
    BUILDING_HEAD = "building_head"
    GRID_WORKER = "grid_worker"
    PROPERTY_STEWARD = "property_steward"
    OWNER = "owner"
    PARTNER_ORG = "partner_org"
    OTHER = "other"


class Column(StrEnum):
    """What a roster may say of a person."""

    SEAT = "seat"
    NAME = "name"
    CATEGORY = "category"
    VOTES = "votes"
    PHONE = "phone"
    LATIN = "latin"
    TITLE = "title"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person as a roster has them."""

    seat: int | None
    name: str
    category: str
    """A `Category` value, or free text as typed; `other` where the roster says nothing."""
    votes: bool
    """True also where the roster says nothing."""
    phone: str | None
    latin: str | None
    title: str | None
    party: str | None
    """A `parties.Party`, or free text as typed."""
    line: int
    """The line of the file, counted from 1."""
    said: frozenset[Column]
    """The columns in which this row really holds something."""


class ProblemKind(StrEnum):
    """What can be wrong with a roster file; the facts of each stand beside it."""

    TOO_BIG = "too_big"  # bytes, most bytes
    EMPTY = "empty"
    WORKBOOK = "workbook"
    NOT_TEXT = "not_text"
    MIXED_ENCODING = "mixed_encoding"
    NO_HEADER = "no_header"  # the first row as found
    NO_ROWS = "no_rows"
    HEADER_TWICE = "header_twice"  # column
    TOO_MANY_ROWS = "too_many_rows"  # rows, most rows
    TOO_MANY_COLUMNS = "too_many_columns"  # columns, most columns
    CELL_TOO_LONG = "cell_too_long"  # number of the cell, characters, most characters
    QUOTES = "quotes"
    RAGGED = "ragged"  # cells found, cells expected
    LINE_BREAK = "line_break"  # column
    HIDDEN = "hidden"  # column, code as U+XXXX
    TOO_LONG = "too_long"  # column, characters, most characters
    NO_NAME = "no_name"
    NOT_A_PERSON = "not_a_person"  # name
    BAD_SEAT = "bad_seat"  # typed
    SEAT_TWICE = "seat_twice"  # seat, first line
    NAME_TWICE = "name_twice"  # name, first line
    BAD_VOTES = "bad_votes"  # typed
    SPOILT_PHONE = "spoilt_phone"  # typed
    SAME_NAME = "same_name"  # name, first line; a warning
    LOOK_ALIKE = "look_alike"  # name, other name, its line; a warning
    UNREADABLE = "unreadable"  # column, code as U+XXXX; a warning
    UNUSED_COLUMN = "unused_column"  # header; a warning


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong, or (in `Roster.warnings`) doubtful, with a roster file."""

    line: int | None
    """The line of the file, counted from 1; None if it concerns the whole file."""
    kind: ProblemKind
    facts: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """A file read without a problem."""

    rows: tuple[RosterRow, ...]
    encoding: str
    """`utf-8`, `utf-8-sig`, `utf-16` or `gb18030`."""
    delimiter: str
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ExistingMember:
    """A member already known, as `compare` needs them."""

    person: int
    seat: int | None
    name: str
    category: str
    votes: bool
    phone: str | None = None
    latin: str | None = None
    title: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that the roster would change."""

    column: Column
    old: str | int | bool | None
    new: str | int | bool | None


@dataclass(frozen=True, slots=True)
class Change:
    """A known member about whom the roster says something new."""

    member: ExistingMember
    row: RosterRow
    differences: tuple[Difference, ...]


class Reason(StrEnum):
    """Why a row is not taken."""

    SEAT_TAKEN = "seat_taken"
    SEVERAL_SO_NAMED = "several_so_named"


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that cannot be taken, and the names of the members in its way."""

    row: RosterRow
    reason: Reason
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a roster would do; nothing of it is written yet."""

    added: tuple[RosterRow, ...]
    changed: tuple[Change, ...]
    unchanged: tuple[ExistingMember, ...]
    refused: tuple[Refused, ...]
    absent: tuple[ExistingMember, ...]
    """Members the file does not name: they stay as they are."""


def same_name(name: str) -> str:
    """What two spellings of one name have in common: width, case, spaces and hidden characters aside."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in plain if not char.isspace() and unicodedata.category(char) != "Cf")


_LOOKS = str.maketrans(
    {
        **dict(zip("авекмнорстухіјѕ", "abekmhopctyxijs", strict=True)),
        **dict(zip("αβειικνορτυχ", "abeiiknoptux", strict=True)),
        **dict(zip("—–-−ー―〇○0", "一一一一一一ooo", strict=True)),
        **dict(zip("1|ı巳已曰戍戌末土剌茶祇", "lli己己日戊戊未士刺荼祗", strict=True)),
    }
)


def skeleton(name: str) -> str:
    """`name` with letters that look the same made the same (a small part of Unicode's UTS 39).

    Only for comparing: two names with one skeleton can hardly be told apart on paper.
    """
    return same_name(name).translate(_LOOKS).replace("i", "l")


def compare(roster: Roster, existing: Sequence[ExistingMember]) -> Preview:
    """What taking `roster` over would do to the members known.

    A row is a known member if seat and name agree, else if the name is the only such among rows and
    members not yet paired. A cell left empty changes nothing about a known member.
    """
    pairs, refused = _paired(roster.rows, existing)
    refused += _clashes(roster.rows, pairs, existing, frozenset(no.row.line for no in refused))
    out = {no.row.line for no in refused}
    kept = [(pairs[row.line], row) for row in roster.rows if row.line in pairs and row.line not in out]
    changes = [Change(member, row, found) for member, row in kept if (found := _differences(member, row))]
    named = {member.person for member in pairs.values()}
    return Preview(
        added=tuple(row for row in roster.rows if row.line not in pairs and row.line not in out),
        changed=tuple(changes),
        unchanged=tuple(member for member, row in kept if not _differences(member, row)),
        refused=tuple(sorted(refused, key=lambda no: no.row.line)),
        absent=tuple(member for member in existing if member.person not in named),
    )


def _paired(
    rows: Sequence[RosterRow], existing: Sequence[ExistingMember]
) -> tuple[dict[int, ExistingMember], list[Refused]]:
    """The known member of each row, by the row's line; and the rows whose name would fit several."""
    seated = {(member.seat, same_name(member.name)): member for member in existing if member.seat}
    sought = {row.line: seated.get((row.seat, same_name(row.name))) for row in rows if row.seat}
    pairs = {line: member for line, member in sought.items() if member is not None}
    paired = {member.person for member in pairs.values()}
    unpaired = defaultdict(list)
    for member in existing:
        if member.person not in paired:
            unpaired[same_name(member.name)].append(member)
    left = [row for row in rows if row.line not in pairs]
    named = Counter(same_name(row.name) for row in left)
    refused = []
    for row in left:
        fits = unpaired.get(same_name(row.name), [])
        if len(fits) == 1 and named[same_name(row.name)] == 1:
            pairs[row.line] = fits[0]
        elif fits:
            refused.append(Refused(row, Reason.SEVERAL_SO_NAMED, tuple(member.name for member in fits)))
    return pairs, refused


def _clashes(
    rows: Sequence[RosterRow],
    pairs: dict[int, ExistingMember],
    existing: Sequence[ExistingMember],
    refused: frozenset[int],
) -> list[Refused]:
    """Rows that want a seat on which somebody else stays.

    A refused row leaves its member where they sat, which may bar the next one: until none is added.
    """
    clashes: list[Refused] = []
    while True:
        out = refused | {no.row.line for no in clashes}
        moving = {
            pairs[row.line].person for row in rows if row.line in pairs and row.line not in out and row.seat
        }
        staying = {
            member.seat: member.name for member in existing if member.seat and member.person not in moving
        }
        wanted = [(row, row.seat) for row in rows if row.seat and row.line not in out]
        barred = [Refused(row, Reason.SEAT_TAKEN, (staying[at],)) for row, at in wanted if at in staying]
        if not barred:
            return clashes
        clashes += barred


def _differences(member: ExistingMember, row: RosterRow) -> tuple[Difference, ...]:
    """What the row says otherwise than is known."""
    return tuple(
        Difference(column, old, new)
        for column in Column
        if column in row.said and (old := getattr(member, column)) != (new := getattr(row, column))
    )
