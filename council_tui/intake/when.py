"""Dates and times as people type them, in Chinese or English: `晚上7点半`, `7:30pm`, `下周三`, `in 3 days`.

What can be meant in two ways is not guessed: None, and the person is asked again.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

MOST_LETTERS = 64

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NEAR = {
    "前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3,
    "yesterday": -1, "today": 0, "tomorrow": 1, "day after tomorrow": 2, "the day after tomorrow": 2,
}  # fmt: skip
_MORNING = ("凌晨", "清晨", "早晨", "早上", "上午", "am")
_EVENING = ("下午", "傍晚", "晚上", "晚", "夜里", "pm")

_TIME = re.compile(
    r"(?:at )?(?P<part>凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|晚|夜里)?\s*"
    r"(?P<hour>\d{1,2})(?:(?:[:.]|h|点|时)(?P<minute>\d{2}|半|1刻|3刻|(?<=[点时])\d)?分?)?(?P<oclock>整)?\s*(?P<half>am|pm)?"
)
_PLAIN_TIME = re.compile(r"(?:at )?(?P<hour>\d{1,2})(?P<minute>\d{2})")
_MINUTES = {"半": 30, "1刻": 15, "3刻": 45, None: 0}

_DATES = (
    re.compile(r"(?P<year>\d{4})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})[日号]?"),
    re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"),
    re.compile(r"(?P<month>\d{1,2})(?:月|[-.])(?P<day>\d{1,2})[日号]?"),
    re.compile(r"(?P<day>\d{1,2})[日号]"),
    re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?P<word>[a-z]{3,9})\.?,?(?: (?P<year>\d{4}))?"),
    re.compile(r"(?P<word>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,?(?: (?P<year>\d{4}))?"),
)
_SLASHED = re.compile(r"(?P<one>\d{1,2})/(?P<two>\d{1,2})(?:/(?P<year>\d{4}))?")
_AHEAD = re.compile(
    r"(?P<count>\d{1,3})\s*个?(?P<unit>天|日|周|星期|礼拜)(?:后|以后|之后)|"
    r"(?:in )?(?P<number>\d{1,3}|a|one) (?P<word>day|week)s?(?P<later> later)?"
)
_WEEKDAY = re.compile(
    r"(?P<weeks>下下|下|本|这)?个?(?:周|星期|礼拜)(?P<day>[1-6日天])|"
    r"(?:on )?(?P<which>next |this )?"
    r"(?P<word>(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)\.?"
)
_ADDED_WEEKDAY = re.compile(
    r"(.+?)\s*\(?((?:周|星期|礼拜)[一二三四五六日天])\)?|(?:(mon|tue|wed|thu|fri|sat|sun)[a-z]*),? (.+)"
)


def read_time(text: str) -> time | None:
    """The time of day typed: `19:30`, `1930`, `7:30pm`, `晚上7点半`, `7点一刻`, `noon`; else None.

    A bare `7` is no time. `晚上12点` is none either: it may mean either end of the day.
    """
    plain = _plain(text)
    if plain in ("noon", "中午", "正午"):
        return time(12)
    plain = _numbered(plain).replace("a.m.", "am").replace("p.m.", "pm")
    found = _PLAIN_TIME.fullmatch(plain)
    if found:
        return _clock(int(found["hour"]), int(found["minute"]))
    found = _TIME.fullmatch(plain)
    if not found or plain.removeprefix("at ").isdecimal():
        return None
    word = found["minute"]
    minute = _MINUTES[word] if word in _MINUTES else int(word)
    hour = _hour(int(found["hour"]), found["part"] or found["half"])
    bare = not re.search(r"[:.h点时]|am|pm", plain)
    return None if hour is None or bare else _clock(hour, minute)


def _hour(hour: int, part: str | None) -> int | None:
    """The hour of 24 that an hour in a part of the day means; None where that contradicts itself."""
    if part in _MORNING:
        return hour % 12 if hour <= 12 else None
    if part == "中午":
        return hour + 12 if hour < 3 else hour if hour in (11, 12, 13, 14) else None
    if part in _EVENING:
        if hour == 12:
            return 12 if part in ("下午", "pm") else None
        return hour + 12 if 0 < hour < 12 else hour or None
    return hour


def _clock(hour: int, minute: int) -> time | None:
    return time(hour, minute) if hour < 24 and minute < 60 else None


def read_date(text: str, today: date) -> date | None:
    """The day typed: `2023-02-15`, `2月15日`, `2.15`, `15/2`, `下周三`, `in 3 days`; else None.

    Without a year it is the next such day, today included. `周三` is the next one, today included; `下周三`
    and `next Wednesday` are the one of the next week, weeks beginning on Monday. A weekday written beside a
    date must be right. `2/3` is None: half of the readers would take it for the other day.
    """
    plain = re.sub(r"\s+", " ", _plain(text))
    found = _named_day(plain, today) or _calendar_day(plain, today)
    return found if found is not None else _checked(plain, today)


def read_near_date(text: str, today: date) -> date | None:
    """As `read_date`, but without a year it is the nearest such day: what was posted a week ago is past."""
    ahead = read_date(text, today)
    if ahead is None or ahead <= today:
        return ahead
    before = read_date(text, today - timedelta(days=364))
    same = before is not None and (before.month, before.day) == (ahead.month, ahead.day)
    return before if before is not None and same and today - before < ahead - today else ahead


def two_ways(text: str, today: date) -> tuple[date, date] | None:
    """The two days that `2/3` may mean; None for a text that means one or none."""
    slashed = _SLASHED.fullmatch(_plain(text))
    days = sorted(_slashed_days(slashed, today)) if slashed else []
    return (days[0], days[1]) if len(days) == 2 else None


def read_moment(text: str, today: date) -> datetime | None:
    """A day and a time typed together: `12月5日19:30`, `明晚7点半`, `7:30pm 15 Feb`; else None.

    The time is the wall clock's, without a zone.
    """
    plain = re.sub(r"([今明后])晚(?!上)", r"\1天晚上", _plain(text))
    plain = re.sub(r"(?<=\d)t(?=\d)", " ", plain)
    if read_date(plain, today) is not None:
        return None
    found = set()
    for place in range(1, len(plain)):
        head, tail = plain[:place], plain[place:]
        if head[-1].isdigit() and tail[0].isdigit():
            continue
        for day, clock in ((head, tail), (tail, head)):
            on, at = read_date(day.strip(" ,"), today), read_time(clock.strip(" ,"))
            if on is not None and at is not None:
                found.add(datetime.combine(on, at))
    return found.pop() if len(found) == 1 else None


def _plain(text: str) -> str:
    """Typed text less width, case and the spaces around it; nothing of one that is far too long."""
    return unicodedata.normalize("NFKC", text).strip().lower() if len(text) <= MOST_LETTERS else ""


def _numbered(text: str) -> str:
    """Chinese numerals up to 99, and years digit by digit, as figures: `十二` 12, `二〇二三` 2023."""
    return re.sub(r"[零〇一二两三四五六七八九十]+", lambda run: _figures(run[0]), text)


def _figures(run: str) -> str:
    tens, ten, ones = run.partition("十")
    if not ten:
        return "".join(str(_DIGITS[char]) for char in run)
    if "十" in ones or len(tens) > 1 or len(ones) > 1:
        return run
    return str((_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0))


def _named_day(plain: str, today: date) -> date | None:
    """A day named from today: tomorrow, in three days, a weekday."""
    if plain in _NEAR:
        return today + timedelta(days=_NEAR[plain])
    plain = _numbered(plain)
    ahead = _AHEAD.fullmatch(plain)
    if ahead:
        return _ahead(ahead, today)
    named = _WEEKDAY.fullmatch(plain)
    return _weekday(named, today) if named else None


def _ahead(found: re.Match[str], today: date) -> date | None:
    if found["count"]:
        days = int(found["count"]) * (1 if found["unit"] in ("天", "日") else 7)
        return today + timedelta(days=days)
    if found[0].startswith("in ") == bool(found["later"]):
        return None
    count = int(found["number"]) if found["number"].isdecimal() else 1
    return today + timedelta(days=count * (7 if found["word"] == "week" else 1))


def _weekday(found: re.Match[str], today: date) -> date:
    if found["day"]:
        wanted = int(found["day"]) - 1 if found["day"].isdecimal() else 6
    else:
        wanted = _DAYS.index(found["word"][:3])
    monday = today - timedelta(days=today.weekday())
    weeks = {"本": 0, "这": 0, "下": 1, "下下": 2, "next ": 1, "this ": 0}.get(
        found["weeks"] or found["which"] or ""
    )
    if weeks is None:
        return today + timedelta(days=(wanted - today.weekday()) % 7)
    return monday + timedelta(days=7 * weeks + wanted)


def _calendar_day(plain: str, today: date) -> date | None:
    """A day by its figures or its month's name."""
    slashed = _SLASHED.fullmatch(plain)
    if slashed:
        days = _slashed_days(slashed, today)
        return days.pop() if len(days) == 1 else None
    numbered = _numbered(plain)
    for pattern in _DATES:
        found = pattern.fullmatch(numbered)
        if found:
            return _found(found.groupdict(), today)
    return None


def _slashed_days(slashed: re.Match[str], today: date) -> set[date]:
    """The days that two figures with a slash between them may mean."""
    one, two = int(slashed["one"]), int(slashed["two"])
    days = (_on(slashed["year"], month, day, today) for day, month in ((one, two), (two, one)))
    return {day for day in days if day is not None}


def _found(parts: dict[str, str | None], today: date) -> date | None:
    """The day of a pattern's parts; a day of the month alone is the next such."""
    day = int(parts["day"] or 0)
    if parts.get("word"):
        month = _month(parts["word"] or "")
        return _on(parts.get("year"), month, day, today) if month else None
    if parts.get("month"):
        return _on(parts.get("year"), int(parts["month"] or 0), day, today)
    months = (
        (today.year + (today.month + ahead - 1) // 12, (today.month + ahead - 1) % 12 + 1)
        for ahead in range(4)
    )
    return _first((_day(year, month, day) for year, month in months), today)


def _month(word: str) -> int | None:
    full = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december", "sept")  # fmt: skip
    known = word in _MONTHS or word in full
    return _MONTHS.index(word[:3]) + 1 if known else None


def _on(year: str | None, month: int, day: int, today: date) -> date | None:
    """A day of a year; without one, of the first year in which it is not past (29 February: within eight)."""
    if year:
        return _day(int(year), month, day)
    return _first((_day(today.year + ahead, month, day) for ahead in range(9)), today)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _first(days: Iterable[date | None], today: date) -> date | None:
    return next((day for day in days if day is not None and day >= today), None)


def _checked(plain: str, today: date) -> date | None:
    """A date with its weekday beside it, if the two agree: `2023年2月15日（星期三）`, `Wed 15 Feb 2023`."""
    found = _ADDED_WEEKDAY.fullmatch(plain)
    if not found:
        return None
    day = _calendar_day((found[1] or found[4]).rstrip(" ("), today)
    named = _named_day(found[2] or found[3], today)
    agree = day is not None and named is not None and day.weekday() == named.weekday()
    return day if agree else None
