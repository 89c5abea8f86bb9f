"""Dates and times as typed. By hand: 8 February 2023 was a Wednesday (the example minutes say so)."""

from datetime import date, datetime, time

import pytest

from council_tui.intake.when import read_date, read_moment, read_near_date, read_time

WEDNESDAY = date(2023, 2, 8)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("19:30", time(19, 30)),
        ("1930", time(19, 30)),
        ("930", time(9, 30)),
        ("19.30", time(19, 30)),
        ("7:30pm", time(19, 30)),
        ("7:30 PM", time(19, 30)),
        ("7pm", time(19)),
        ("at 7 p.m.", time(19)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("noon", time(12)),
        ("晚上7点半", time(19, 30)),
        ("晚上七点半", time(19, 30)),
        ("下午三点一刻", time(15, 15)),
        ("下午12点半", time(12, 30)),
        ("晚上19:30", time(19, 30)),
        ("十九点三十分", time(19, 30)),
        ("二十点零五分", time(20, 5)),
        ("7点5分", time(7, 5)),
        ("早上8点", time(8)),
        ("中午1点", time(13)),
        ("凌晨12点10分", time(0, 10)),
        ("１９：３０", time(19, 30)),
        (" 9:05 ", time(9, 5)),
        ("19h30", time(19, 30)),
        ("7", None),
        ("晚上7", None),
        ("24:00", None),
        ("19:60", None),
        ("19:5", None),
        ("晚上12点", None),
        ("上午13点", None),
        ("2460", None),
        ("", None),
        ("soon", None),
        ("19:30:61", None),
        ("十十点", None),
        ("9" * 100_000, None),
    ],
)
def test_a_time_is_read_as_it_is_spoken_or_not_at_all(typed: str, meant: time | None):
    assert read_time(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2023-02-15", date(2023, 2, 15)),
        ("2023/2/15", date(2023, 2, 15)),
        ("2023.2.15", date(2023, 2, 15)),
        ("20230215", date(2023, 2, 15)),
        ("2023年2月15日", date(2023, 2, 15)),
        ("二〇二三年二月十五日", date(2023, 2, 15)),
        ("2月15日", date(2023, 2, 15)),
        ("２月１５号", date(2023, 2, 15)),
        ("2月8日", WEDNESDAY),  # today counts
        ("2月7日", date(2024, 2, 7)),  # yesterday's is next year's
        ("2月29日", date(2024, 2, 29)),
        ("2.15", date(2023, 2, 15)),
        ("15/2", date(2023, 2, 15)),
        ("2/15", date(2023, 2, 15)),
        ("15/2/2023", date(2023, 2, 15)),
        ("3/3", date(2023, 3, 3)),
        ("2/3", None),  # 3 February or 2 March
        ("15日", date(2023, 2, 15)),
        ("7号", date(2023, 3, 7)),
        ("31日", date(2023, 3, 31)),  # February has none
        ("15 Feb", date(2023, 2, 15)),
        ("Feb 15 2023", date(2023, 2, 15)),
        ("February 15th, 2023", date(2023, 2, 15)),
        ("1st of March", date(2023, 3, 1)),
        ("今天", WEDNESDAY),
        ("明天", date(2023, 2, 9)),
        ("后天", date(2023, 2, 10)),
        ("tomorrow", date(2023, 2, 9)),
        ("day after tomorrow", date(2023, 2, 10)),
        ("三天后", date(2023, 2, 11)),
        ("10天以后", date(2023, 2, 18)),
        ("两周后", date(2023, 2, 22)),
        ("in 3 days", date(2023, 2, 11)),
        ("in a week", date(2023, 2, 15)),
        ("2 weeks later", date(2023, 2, 22)),
        ("周三", WEDNESDAY),
        ("周二", date(2023, 2, 14)),  # the 7th is past
        ("星期日", date(2023, 2, 12)),
        ("本周二", date(2023, 2, 7)),
        ("下周三", date(2023, 2, 15)),
        ("下个星期一", date(2023, 2, 13)),
        ("下下周三", date(2023, 2, 22)),
        ("Wednesday", WEDNESDAY),
        ("next Wednesday", date(2023, 2, 15)),
        ("on Thurs.", date(2023, 2, 9)),
        ("2023年2月15日（星期三）", date(2023, 2, 15)),
        ("Wed 15 Feb 2023", date(2023, 2, 15)),
        ("2月15日周四", None),  # it is a Wednesday
        ("2023-02-30", None),
        ("13月1日", None),
        ("15 Foo", None),
        ("3 days", None),
        ("", None),
        ("later", None),
        ("周八", None),
    ],
)
def test_a_date_is_read_as_seen_from_today_or_not_at_all(typed: str, meant: date | None):
    assert read_date(typed, WEDNESDAY) == meant


def test_on_a_sunday_next_week_begins_tomorrow():
    sunday = date(2023, 2, 12)
    assert read_date("下周一", sunday) == date(2023, 2, 13)
    assert read_date("next Wednesday", sunday) == date(2023, 2, 15)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12月5日19:30", datetime(2023, 12, 5, 19, 30)),
        ("2023-02-15 19:30", datetime(2023, 2, 15, 19, 30)),
        ("2023-02-15T19:30", datetime(2023, 2, 15, 19, 30)),
        ("2023年2月15日（星期三）19:00", datetime(2023, 2, 15, 19)),
        ("明晚7点半", datetime(2023, 2, 9, 19, 30)),
        ("下周三晚上七点", datetime(2023, 2, 15, 19)),
        ("星期三十九点", datetime(2023, 2, 8, 19)),
        ("7:30pm 15 Feb", datetime(2023, 2, 15, 19, 30)),
        ("15 Feb, 1930", None),  # the year 1930, or half past seven
        ("15 Feb 19:30", datetime(2023, 2, 15, 19, 30)),
        ("next Wednesday at 19:30", datetime(2023, 2, 15, 19, 30)),
        ("2.15 19:30", datetime(2023, 2, 15, 19, 30)),
        ("2023-02-15", None),
        ("19:30", None),
        ("", None),
    ],
)
def test_a_day_and_a_time_are_read_together(typed: str, meant: datetime | None):
    assert read_moment(typed, WEDNESDAY) == meant


@pytest.mark.parametrize(
    ("typed", "today", "meant"),
    [
        ("2月1日", date(2023, 2, 8), date(2023, 2, 1)),
        ("2月1日", date(2023, 1, 20), date(2023, 2, 1)),
        ("12月28日", date(2023, 1, 3), date(2022, 12, 28)),
        ("2/8", date(2023, 2, 8), None),
        ("昨天", date(2023, 2, 8), date(2023, 2, 7)),
        ("下周三", date(2023, 2, 8), date(2023, 2, 15)),
        ("2024-02-01", date(2023, 2, 8), date(2024, 2, 1)),
    ],
)
def test_the_nearest_day_is_meant_by_what_was_posted(typed: str, today: date, meant: date | None):
    assert read_near_date(typed, today) == meant
