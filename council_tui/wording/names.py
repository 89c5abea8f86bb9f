"""What things are called on paper and on screen: days, hours, numbers, people, outcomes, subjects."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from council_tui.domain.agenda import MeetingKind, Outcome, Role
from council_tui.domain.floor import Stance
from council_tui.domain.ids import PersonId
from council_tui.domain.meeting import MeetingView
from council_tui.domain.people import PersonView
from council_tui.domain.votes import Subject
from council_tui.wording.bilingual import either, name_words
from council_tui.wording.catalog import N_, _, current, pgettext

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)

WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)

KINDS = {MeetingKind.REGULAR: N_("Regular meeting"), MeetingKind.SPECIAL: N_("Special meeting")}

ROLES = {
    Role.CONVENER: N_("Convener"),
    Role.CHAIR: N_("Chair"),
    Role.RECORDER: N_("Recorder"),
    Role.TELLERS: N_("Tellers"),
}

OUTCOMES = {
    Outcome.CARRIED: N_("Carried"),
    Outcome.LOST: N_("Lost"),
    Outcome.POSTPONED: N_("Postponed"),
    Outcome.REFERRED: N_("Referred"),
    Outcome.WITHDRAWN: N_("Withdrawn"),
    Outcome.AGREED: N_("Agreed by consultation"),
    Outcome.OPINIONS_GATHERED: N_("Opinions gathered"),
    Outcome.NOTED: N_("Reported and noted"),
    Outcome.SURVEY_ORDERED: N_("Survey ordered"),
}

WAYS: dict[str, Callable[[], str]] = {
    "hands": lambda: pgettext("rules", "show of hands"),
    "roll_call": lambda: pgettext("rules", "roll call"),
    "secret": lambda: pgettext("rules", "secret ballot"),
    "consent": lambda: pgettext("rules", "no objection"),
    "parties": lambda: pgettext("rules", "stands of the parties"),
    "units": lambda: pgettext("rules", "written papers by unit"),
    "laptop": lambda: pgettext("rules", "secret ballot by laptop"),
}

_STOPS = frozenset(".?!\u2026\u3002\uff01\uff0e\uff1f")
_CLOSERS = "\"')]\u201d\u2019\u300b\u300d\u300f\uff09"
_CHINESE = r"[\u3400-\u9fff]"
_LOOSE = r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[0-9])|(?<=[0-9]) (?=[\u3400-\u9fff])"
"""Texts, which `re` compiles at their first use: it costs four milliseconds, and a start needs neither."""


def day_words(day: str) -> str:
    """`8 February 2023`, 2023年2月8日; takes a day or a moment, and what is neither as it stands."""
    try:
        found = date.fromisoformat(day[:10])
    except ValueError:
        return day
    text = pgettext("date", "{day} {month} {year}")
    return text.format(day=found.day, month=_(MONTHS[found.month - 1]), year=found.year)


def day_in_full(day: str) -> str:
    """`Wednesday 8 February 2023`, 2023年2月8日（星期三）."""
    try:
        weekday = date.fromisoformat(day[:10]).weekday()
    except ValueError:
        return day
    return pgettext("date", "{weekday} {day}").format(weekday=_(WEEKDAYS[weekday]), day=day_words(day))


def clock_time(at: str, day: str = "") -> str:
    """`19:21`; with its day where that is not `day`."""
    time = at[11:16]
    if not day or at[:10] == day[:10]:
        return time
    return pgettext("date", "{day}, {time}").format(day=day_words(at), time=time)


def numeral(label: str) -> str:
    """An item's printed number in front of its heading: `2.` and `2.1`; 二、 and （一）."""
    stem, dot, last = label.rpartition(".")
    if not dot or not last.isdecimal():
        return pgettext("item", "{number}.").format(
            number=counted(int(label)) if label.isdecimal() else label
        )
    if not _own_numbers():
        return label
    return pgettext("part", "({number})").format(number=counted(int(last)))


def counted(number: int) -> str:
    """A number as a language that has its own numbers counts: `12`, 十二."""
    digits = _digits()
    if not _own_numbers() or not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return digits[ones]
    return (digits[tens] if tens > 1 else "") + digits[10] + (digits[ones] if ones else "")


def part_numeral(place: int, level: int = 0) -> str:
    """The number of a part of an item, where a language numbers them: nothing, （一）; below a sub-item 1."""
    if not _own_numbers():
        return ""
    return f"{place}." if level else pgettext("part", "({number})").format(number=counted(place))


def point_numeral(place: int, level: int = 0) -> str:
    """The number of a point below a part: `1. `, 1.; below a sub-item（1）."""
    if level and _own_numbers():
        return pgettext("part", "({number})").format(number=place)
    return pgettext("point", "{number}. ").format(number=place)


def title_numbered(year: int, number: int) -> str:
    """`Meeting No. 3 of 2023`, 2023年第3次会议."""
    return _("Meeting No. {number} of {year}").format(number=number, year=year)


def subject_words(subject: Subject, ordinal: int = 0) -> str:
    """What is voted on: `Amendment 1`, `Motion`, `Motion as amended`."""
    match subject:
        case Subject.AMENDMENT:
            return _("Amendment {number}").format(number=counted(ordinal))
        case Subject.MOTION:
            return pgettext("subject", "Motion")
        case Subject.AMENDED:
            return _("Motion as amended")


def way_words(way: str) -> str:
    """How answers are taken: `show of hands`."""
    return WAYS[way]() if way in WAYS else way


def stance_words(stance: Stance) -> str:
    """`for`, `against`; nothing for a speaker who takes no side."""
    match stance:
        case Stance.PRO:
            return pgettext("stance", "for")
        case Stance.CON:
            return pgettext("stance", "against")
        case Stance.NEITHER:
            return ""


def outcome_words(outcome: Outcome) -> str:
    """`Carried`, `Postponed`."""
    return _(OUTCOMES[outcome])


def person_name(person: PersonView) -> str:
    """What somebody is called: in Latin letters where Chinese is not spoken, by seat if it was erased."""
    name = name_words(person.name, person.latin)
    if name:
        return name
    return _("seat {seat}").format(seat=person.seat) if person.seat is not None else _("name erased")


def other_name(person: PersonView) -> str:
    """The Latin name beside a Chinese one, and the other way round."""
    return person.name if person_name(person) == person.latin else person.latin


def name_of(meeting: MeetingView, person: PersonId | None) -> str:
    """What somebody in a meeting is called."""
    found = meeting.people.get(person) if person is not None else None
    return person_name(found.person) if found is not None else _("somebody")


def name_in_caps(person: PersonView) -> str:
    """A Chinese name in Latin letters shows which is the family name: `ZHOU Min`; others stay."""
    name = person_name(person)
    if name == person.name or not re.search(_CHINESE, person.name):
        return name
    family, space, given = name.partition(" ")
    return family.upper() + space + given


def post_words(person: PersonView, lang: str) -> str:
    """The post and organisation behind a name; empty for a member without either."""
    if current() != lang and person.title_2:
        return person.title_2
    if person.title and person.organisation:
        return _("{post}, {organisation}").format(post=person.title, organisation=person.organisation)
    return person.title or person.organisation


def said(meeting: MeetingView, own: str, second: str) -> str:
    """A text in the language in use, if it was written in it; else as it was written."""
    return either(own, second, meeting.council.lang)


def noted(words: str, note: str) -> str:
    """`Cao Jianhua (in hospital)`."""
    return pgettext("note", "{words} ({note})").format(words=words, note=note) if note else words


def listed(words: Iterable[str]) -> str:
    """`a, b, c`, 甲、乙、丙."""
    return _chained(words, pgettext("list", "{first}, {second}"))


def commas(words: Iterable[str]) -> str:
    """`a, b, c` of unlike things, 甲，乙，丙."""
    return _chained(words, _("{first}, {second}"))


def clauses(words: Iterable[str]) -> str:
    """`a; b`, 甲；乙."""
    return _chained(words, pgettext("clauses", "{first}; {second}"))


def sentences(words: Iterable[str]) -> str:
    """Sentences one after the other, as the language spaces them."""
    return _chained((each for each in words if each), pgettext("sentences", "{first} {second}"))


def sentence(words: str) -> str:
    """Words as a sentence: a capital and a full stop."""
    return pgettext("sentence", "{words}.").format(words=words[:1].upper() + words[1:])


def ended(words: str) -> str:
    """Words somebody wrote, with a full stop unless they end with a mark of their own."""
    if words.rstrip(_CLOSERS)[-1:] in _STOPS:
        return words
    return pgettext("sentence", "{words}.").format(words=words)


def tight(words: str) -> str:
    """Chinese as it is printed: no space between a character and a number."""
    return re.sub(_LOOSE, "", words)


def _chained(words: Iterable[str], pair: str) -> str:
    whole = ""
    for more in words:
        whole = pair.format(first=whole, second=more) if whole else more
    return whole


def _digits() -> list[str]:
    return pgettext("numbers", "0 1 2 3 4 5 6 7 8 9 10").split()


def _own_numbers() -> bool:
    return _digits()[1] != "1"
