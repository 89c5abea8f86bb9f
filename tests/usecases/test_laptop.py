"""A secret ballot on the laptop: its totals are written once, whole, or the ballot is void."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_tui.domain.errors import NeedsReason, Unknown, VoteOver, VoteRunning
from council_tui.domain.failures import NothingToRedo, NothingToUndo
from council_tui.domain.figures import Figures
from council_tui.domain.ids import MeetingId, PersonId, VoteId
from council_tui.domain.laptop import CountAstray, NoRecount, admit_laptop
from council_tui.domain.rules import rules_text
from council_tui.domain.votes import Choice, VoteView, Way
from council_tui.intake.rules import preset
from council_tui.tui.urn import Urn
from council_tui.usecases import attendance, laptop, meetings, record, results, votes
from council_tui.usecases.verification import check_record
from tests.assembly import Floor


def opened(floor: Floor) -> VoteId:
    return floor.store.writing(laptop.open_laptop_vote, floor.meeting, floor.motion)


def totals(yes: int, no: int, abstain: int, turnout: int | None = None) -> Figures:
    voted = yes + no + abstain if turnout is None else turnout
    return Figures(yes, no, abstain, issued=voted, returned=voted)


def kept(floor: Floor, vote: VoteId) -> VoteView:
    return floor.store.reading(votes.view_vote, vote)


def test_the_close_writes_totals_turnout_and_nobodys_name(floor: Floor):
    vote = opened(floor)
    floor.store.writing(laptop.close_laptop_vote, vote, totals(4, 1, 1))
    found = kept(floor, vote)
    assert found.closed is not None
    assert (found.closed.yes, found.closed.no, found.closed.abstain) == (4, 1, 1)
    assert (found.closed.issued, found.closed.returned, found.closed.invalid) == (6, 6, 0)
    assert (found.closed.not_voting, found.closed.needed, found.closed.carried) == (1, 4, True)
    assert (dict(found.answers), found.ticked) == ({}, ())
    assert check_record(floor.store).sound


def test_who_voted_is_kept_in_the_order_of_the_roll_whatever_order_they_came_in(floor: Floor):
    vote, (a, b, c) = opened(floor), floor.people[:3]
    floor.store.writing(laptop.close_laptop_vote, vote, totals(2, 1, 0), (c, a, b))
    assert kept(floor, vote).ticked == (a, b, c)


def test_the_electorate_is_fixed_at_the_opening(floor: Floor):
    vote = opened(floor)
    floor.store.writing(attendance.sign_out, floor.meeting, floor.people[6])
    floor.store.writing(attendance.sign_in, floor.meeting, floor.people[7])
    with pytest.raises(CountAstray):
        floor.store.writing(laptop.close_laptop_vote, vote, totals(8, 0, 0))
    with pytest.raises(CountAstray):
        floor.store.writing(laptop.close_laptop_vote, vote, totals(1, 0, 0), (floor.people[7],))
    floor.store.writing(laptop.close_laptop_vote, vote, totals(7, 0, 0), floor.people[:7])
    found = kept(floor, vote)
    assert found.closed is not None
    assert found.closed.presence == found.opened.electorate == floor.people[:7]


@pytest.mark.parametrize(
    ("figures", "ticks"),
    [
        (totals(3, 2, 1, turnout=7), 0),  # one who voted is in no total
        (totals(3, 2, 2, turnout=6), 0),  # one more answer than voters
        (totals(0, 0, 0), 0),
        (totals(8, -1, 0), 0),
        (Figures(3, 3, 0, issued=7, returned=6), 0),
        (Figures(3, 3, 0, issued=7, returned=7, invalid=1), 0),
        (Figures(3, 3, 0), 0),
        (totals(3, 2, 1), 5),
    ],
)
def test_half_a_count_is_never_written(floor: Floor, figures: Figures, ticks: int):
    vote = opened(floor)
    with pytest.raises(CountAstray):
        floor.store.writing(laptop.close_laptop_vote, vote, figures, floor.people[:ticks])
    assert kept(floor, vote).open


@pytest.mark.parametrize("way", ["open", "close", "end", "void"])
def test_its_opening_and_its_end_are_barriers(floor: Floor, way: str):
    vote = opened(floor)
    if way == "close":
        floor.store.writing(laptop.close_laptop_vote, vote, totals(7, 0, 0))
    if way == "end":
        floor.store.writing(laptop.end_laptop_vote, vote, "停电")
    if way == "void":
        floor.store.writing(laptop.void_laptop_vote, vote)
    with pytest.raises(NothingToUndo):
        floor.store.writing(record.undo)
    with pytest.raises(NothingToRedo):
        floor.store.writing(record.redo)


def test_it_has_doors_of_its_own(floor: Floor):
    with pytest.raises(Unknown):
        floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.LAPTOP)
    vote = opened(floor)
    for deed, *given_ in (
        (votes.close_hands, Figures(7, 0, 0)),
        (votes.close_secret_vote, Figures(7, 0, 0, 7, 7)),
        (votes.cast_ballot, floor.people[0], Choice.YES),
        (votes.abandon_vote, "停电"),
    ):
        with pytest.raises(Unknown):
            floor.store.writing(deed, vote, *given_)
    with pytest.raises(NeedsReason):
        floor.store.writing(laptop.end_laptop_vote, vote, " ")
    with pytest.raises(VoteRunning):
        floor.store.writing(meetings.adjourn, floor.meeting)


def test_a_void_ballot_takes_no_totals_and_the_question_is_put_again_by_its_own_rule(floor: Floor):
    rule = rules_text(preset("council_two_thirds"))
    first = floor.store.writing(laptop.open_laptop_vote, floor.meeting, floor.motion, rule)
    floor.store.writing(laptop.void_laptop_vote, first)
    with pytest.raises(VoteOver):
        floor.store.writing(laptop.close_laptop_vote, first, totals(7, 0, 0))
    ended = kept(floor, first)
    assert ended.abandoned is not None
    assert (ended.abandoned.reason, ended.closed) == ("", None)
    again = floor.store.writing(laptop.open_laptop_vote, floor.meeting, floor.motion, ended.opened.rules)
    assert kept(floor, again).rules == ended.rules


def test_an_announced_result_is_annulled_and_never_corrected(floor: Floor):
    vote = opened(floor)
    floor.store.writing(laptop.close_laptop_vote, vote, totals(4, 3, 0))
    floor.store.writing(results.announce_result, vote)
    with pytest.raises(NoRecount):
        floor.store.writing(results.correct_result, vote, totals(3, 4, 0), "数错")
    floor.store.writing(results.annul_vote, vote, "一人投了两次")
    assert not kept(floor, vote).decides


ORDERS = st.lists(st.sampled_from([Choice.YES, Choice.NO, Choice.ABSTAIN]), min_size=1, max_size=30)


@given(ORDERS, st.randoms(use_true_random=False))
def test_an_urn_holds_the_totals_and_who_voted_and_neither_order(choices: list[Choice], chance):
    people = [PersonId(number) for number in range(1, len(choices) + 1)]
    cast = list(zip(people, choices, strict=True))
    urns = []
    for _ in range(2):
        chance.shuffle(cast)
        urn = Urn()
        for person, choice in cast:
            urn.drop(person, choice)
            urn.drop(person, Choice.NO)  # a second press of the same voter counts nothing
        urns.append((urn.figures(), urn.voted(people), urn.turnout, repr(urn)))
    found = urns[0][0]
    assert urns[0] == urns[1]
    assert (found.yes, found.no, found.abstain) == tuple(map(choices.count, list(Choice)[:3]))
    assert found.issued == found.returned == urns[0][2] == len(choices)
    assert urns[0][1] == tuple(people)
    assert urns[0][3] == "Urn()"


@given(st.integers(-2, 9), st.integers(-2, 9), st.integers(-2, 9), st.integers(0, 9), st.integers(0, 9))
def test_totals_are_taken_exactly_where_each_voter_gave_one_answer(
    yes: int, no: int, abstain: int, turnout: int, electorate: int
):
    opening = votes.VoteOpened(
        MeetingId(1),
        1,
        1,
        Way.LAPTOP,
        "motion",
        0,
        "问",
        "",
        "",
        9,
        tuple(range(electorate)),
        "2023-02-08T19:00",
    )
    right = min(yes, no, abstain) >= 0 and yes + no + abstain == turnout and 1 <= turnout <= electorate
    try:
        admit_laptop(totals(yes, no, abstain, turnout), opening, ())
    except CountAstray:
        assert not right
    else:
        assert right
