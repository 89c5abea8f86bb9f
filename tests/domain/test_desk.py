"""Whom the keys go to in a roll call."""

from hypothesis import given
from hypothesis import strategies as st

from council_tui.domain.desk import Calling
from council_tui.domain.ids import PersonId

LIN, CHEN, ZHOU, OUYANG = (PersonId(id) for id in (7, 3, 9, 4))
ORDER = (LIN, CHEN, ZHOU, OUYANG)


def fresh() -> Calling:
    return Calling(ORDER, frozenset(), LIN)


def test_an_answer_asks_the_next_and_the_last_one_nobody():
    calling = fresh()
    asked = []
    while calling.at is not None:
        asked.append(calling.at)
        calling = calling.answer()
    assert asked == [LIN, CHEN, ZHOU, OUYANG]
    assert calling.answer() == calling


def test_who_was_skipped_is_asked_after_the_others():
    calling = fresh().skip().answer().answer().answer()
    assert calling.at == LIN
    assert calling.skip().at == LIN


def test_taking_back_asks_the_last_who_answered_again():
    calling = fresh().answer().answer().back()
    assert calling.at == CHEN
    assert calling.answered == {LIN}
    assert calling.back().back().back().at == LIN


def test_somebody_who_has_answered_may_be_asked_again():
    calling = fresh().answer().answer().ask(LIN).answer()
    assert calling.at == ZHOU
    assert calling.back().at == LIN


def test_nobody_else_is_asked():
    assert fresh().ask(PersonId(99)) == fresh()


def test_who_is_asked_stays_when_others_come_and_go():
    calling = fresh().answer().answer()
    come = calling.follow((LIN, CHEN, PersonId(5), ZHOU, OUYANG), calling.answered)
    assert come.at == ZHOU
    assert come.answer().answer().at == PersonId(5)
    gone = calling.follow((LIN, CHEN, OUYANG), calling.answered)
    assert gone.at == OUYANG


def test_an_answer_that_fell_is_asked_for_again():
    done = fresh().answer().answer().answer().answer()
    assert done.follow(ORDER, frozenset({LIN, CHEN, OUYANG})).at == ZHOU


@given(st.lists(st.sampled_from(["answer", "skip", "back"]), max_size=40))
def test_no_key_is_lost_on_somebody_who_has_answered(keys: list[str]):
    calling = fresh()
    for key in keys:
        assert calling.at is None or calling.at not in calling.answered
        assert (calling.at is None) == (calling.answered == set(ORDER))
        calling = getattr(calling, key)()
    assert set(calling.trail) == calling.answered
