"""Days, hours, numbers, people and outcomes in both languages."""

from dataclasses import replace

import pytest

from council_tui.domain.agenda import MeetingKind, Outcome, Presence, Role
from council_tui.domain.floor import Stance
from council_tui.domain.ids import NamedId, PersonId
from council_tui.domain.people import PersonView
from council_tui.domain.votes import Subject, Way
from council_tui.wording import catalog, names, presences

LIN = PersonView(PersonId(1), NamedId(1), "林晓", "Lin Xiao", "", "", "", "", 3, "", True, ())


def both(say) -> tuple[str, str]:
    """What is said in English and in Chinese."""
    english = say()
    with catalog.speaking("zh"):
        return english, say()


@pytest.mark.parametrize(
    ("day", "english", "chinese"),
    [
        ("2023-02-08", "Wednesday 8 February 2023", "2023年2月8日（星期三）"),
        ("2024-02-29T19:00", "Thursday 29 February 2024", "2024年2月29日（星期四）"),
        ("2023-12-31T19:00:05", "Sunday 31 December 2023", "2023年12月31日（星期日）"),
        ("someday", "someday", "someday"),
    ],
)
def test_a_day_is_said_with_its_weekday(day: str, english: str, chinese: str):
    assert both(lambda: names.day_in_full(day)) == (english, chinese)


def test_a_time_carries_its_day_only_where_it_is_another():
    assert both(lambda: names.clock_time("2023-02-08T19:21:40", "2023-02-08T19:00")) == ("19:21", "19:21")
    late = "2023-02-09T00:05:00"
    assert both(lambda: names.clock_time(late, "2023-02-08")) == (
        "9 February 2023, 00:05",
        "2023年2月9日00:05",
    )


@pytest.mark.parametrize(
    ("label", "english", "chinese"),
    [
        ("1", "1.", "一、"),
        ("10", "10.", "十、"),
        ("11", "11.", "十一、"),
        ("20", "20.", "二十、"),
        ("34", "34.", "三十四、"),
        ("100", "100.", "100、"),
        ("2.1", "2.1", "（一）"),
        ("2.12", "2.12", "（十二）"),
    ],
)
def test_an_item_is_numbered_as_its_language_does(label: str, english: str, chinese: str):
    assert both(lambda: names.numeral(label)) == (english, chinese)


def test_parts_and_points_are_numbered_below_their_item():
    assert both(lambda: names.part_numeral(3)) == ("", "（三）")
    assert both(lambda: names.part_numeral(3, 1)) == ("", "3.")
    assert both(lambda: names.point_numeral(2)) == ("2. ", "2.")
    assert both(lambda: names.point_numeral(2, 1)) == ("2. ", "（2）")


@pytest.mark.parametrize(
    ("subject", "ordinal", "words"),
    [
        (Subject.AMENDMENT, 1, ("Amendment 1", "修正案（一）")),
        (Subject.AMENDMENT, 12, ("Amendment 12", "修正案（十二）")),
        (Subject.MOTION, 0, ("Motion", "议题")),
        (Subject.AMENDED, 0, ("Motion as amended", "议题（修正后）")),
    ],
)
def test_what_is_voted_on_has_a_name(subject: Subject, ordinal: int, words: tuple[str, str]):
    assert both(lambda: names.subject_words(subject, ordinal)) == words


@pytest.mark.parametrize(
    ("say", "words"),
    [
        (lambda: names.outcome_words(Outcome.AGREED), ("Agreed by consultation", "协商一致")),
        (lambda: names.outcome_words(Outcome.LOST), ("Lost", "未通过")),
        (lambda: presences.presence_words(Presence.EXCUSED), ("excused", "请假")),
        (lambda: names.stance_words(Stance.PRO), ("for", "赞成")),
        (lambda: names.stance_words(Stance.NEITHER), ("", "")),
        (lambda: names.way_words(Way.SECRET), ("secret ballot", "无记名投票")),
        (lambda: names.way_words("smoke"), ("smoke", "smoke")),
        (lambda: names.title_numbered(2023, 3), ("Meeting No. 3 of 2023", "2023年第3次会议")),
        (lambda: names.listed(["a", "b", "c"]), ("a, b, c", "a、b、c")),
        (lambda: names.clauses(["a", "b"]), ("a; b", "a；b")),
        (lambda: names.sentences(["a.", "", "b."]), ("a. b.", "a.b.")),
        (lambda: names.noted("a", "b"), ("a (b)", "a（b）")),
        (lambda: names.noted("a", ""), ("a", "a")),
        (lambda: names.sentence("ab"), ("Ab.", "Ab。")),
        (lambda: names.ended("灯。"), ("灯。", "灯。")),
        (lambda: names.ended("five?\u201d"), ("five?\u201d", "five?\u201d")),
        (lambda: names.ended("five"), ("five.", "five。")),
        (lambda: names.ended(""), (".", "。")),
    ],
)
def test_words_are_said_in_both_languages(say, words: tuple[str, str]):
    assert both(say) == words


def test_a_name_is_said_in_the_letters_of_the_language():
    assert both(lambda: names.person_name(LIN)) == ("Lin Xiao", "林晓")
    assert both(lambda: names.name_in_caps(LIN)) == ("LIN Xiao", "林晓")
    obrien = replace(LIN, name="O'Brien [/]", latin="O'Brien [/]")
    assert both(lambda: names.name_in_caps(obrien)) == ("O'Brien [/]", "O'Brien [/]")


def test_a_name_that_was_erased_leaves_its_seat():
    assert both(lambda: names.person_name(replace(LIN, name="", latin=""))) == ("seat 3", "3号座位")
    guest = replace(LIN, name="", latin="", seat=None)
    assert both(lambda: names.person_name(guest)) == ("name erased", "姓名已删除")


@pytest.mark.parametrize(
    ("title", "title_2", "organisation", "words"),
    [
        ("主任", "", "城管办", ("主任, 城管办", "城管办主任")),
        ("主任", "director", "城管办", ("director", "城管办主任")),
        ("", "", "城管办", ("城管办", "城管办")),
        ("", "", "", ("", "")),
    ],
)
def test_a_post_is_said_behind_a_name(title: str, title_2: str, organisation: str, words: tuple[str, str]):
    person = replace(LIN, title=title, title_2=title_2, organisation=organisation)
    assert both(lambda: names.post_words(person, "zh")) == words


def test_chinese_is_printed_without_spaces_beside_its_numbers():
    assert names.tight("到会 17 人，过半数需 9 票：通过") == "到会17人，过半数需9票：通过"
    assert names.tight("17 present, 9 needed") == "17 present, 9 needed"


def test_everything_that_is_stored_has_its_words():
    for words in (names.KINDS, names.ROLES, presences.PRESENCES, names.OUTCOMES, names.WAYS):
        assert words
    assert set(names.KINDS) == set(MeetingKind)
    assert set(names.ROLES) == set(Role)
    assert set(presences.PRESENCES) == set(Presence)
    assert set(names.OUTCOMES) == set(Outcome)
    assert set(names.WAYS) == {str(way) for way in Way}
