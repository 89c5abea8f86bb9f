"""Proxies on a real file: who may give one to whom, what it counts for, when it ends, what is kept of it."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from council_tui.domain.agenda import Role
from council_tui.domain.casting import Casting, NoTieToBreak
from council_tui.domain.errors import NotEntitled, NotInTheRoom, NotPresent, TooManyAnswers, Unknown
from council_tui.domain.figures import Figures
from council_tui.domain.ids import PersonId, VoteId
from council_tui.domain.meeting import by_proxy, present_at
from council_tui.domain.polls import Candidate, PollEntry
from council_tui.domain.proxies import (
    AnswersInPerson,
    Bond,
    NoProxies,
    ProxiesBarred,
    Proxy,
    ProxyChain,
    TooManyProxies,
    WithoutVote,
    WrongBond,
)
from council_tui.domain.quality import Caution, Lack, gaps, warnings
from council_tui.domain.representing import Flaw, flaws, spells
from council_tui.domain.rules import Rules, floor_text, rules_text
from council_tui.domain.rulesets import ChairVotes, PresentBasis, Recused
from council_tui.domain.votes import Choice, VoteClosed, VoteView, Way
from council_tui.intake.rules import floor_preset, preset
from council_tui.store.store import Store
from council_tui.usecases import (
    attendance,
    casting,
    council,
    laptop,
    meetings,
    people,
    polls,
    proxies,
    record,
    results,
    verification,
    votes,
)
from council_tui.usecases.desk import view_desk
from council_tui.usecases.people import PersonEntry
from council_tui.usecases.proxies import ProxyEntry, give_proxy, take_back_proxy
from council_tui.usecases.rules import RulesEntry, write_rules
from tests import assembly, proxied
from tests.assembly import Floor
from tests.proxied import counts, given, seat


@pytest.fixture
def floor(tmp_path: Path) -> Floor:
    """Five of nine are there: one short of the quorum, 2/3 of 9 = 6."""
    return proxied.held(tmp_path / "council.db")


def through(floor: Floor) -> dict[int, int]:
    """Who is represented by whom, by seat."""
    view = floor.store.reading(meetings.view_meeting, floor.meeting)
    seats = {person: number for number, person in enumerate(floor.people, 1)}
    return {seats[person]: seats[holder] for person, holder in by_proxy(view).items()}


def opened(floor: Floor, way: Way = Way.ROLL_CALL) -> VoteId:
    return floor.store.writing(votes.open_vote, floor.meeting, floor.motion, way)


def seen(floor: Floor, vote: VoteId) -> VoteView:
    return floor.store.reading(votes.view_vote, vote)


def closed(floor: Floor, vote: VoteId) -> VoteClosed:
    found = seen(floor, vote).closed
    assert found is not None
    return found


def kept(floor: Floor, vote: VoteId) -> dict[int, int]:
    seats = {person: number for number, person in enumerate(floor.people, 1)}
    return {seats[person]: seats[holder] for person, holder in seen(floor, vote).represented.items()}


def test_who_is_represented_is_present_and_counted_apart(floor: Floor):
    assert counts(floor.store, floor.meeting) == (5, 0, False)
    given(floor, 6, 1)
    assert counts(floor.store, floor.meeting) == (6, 1, True)
    given(floor, 7, 2)
    assert counts(floor.store, floor.meeting) == (7, 2, True)
    assert through(floor) == {6: 1, 7: 2}


def test_coming_oneself_ends_a_proxy_and_leaving_again_does_not_renew_it(floor: Floor):
    given(floor, 6, 1)
    floor.store.writing(attendance.sign_in, floor.meeting, seat(floor, 6))
    assert counts(floor.store, floor.meeting) == (6, 0, True)
    floor.store.writing(attendance.sign_out, floor.meeting, seat(floor, 6))
    assert counts(floor.store, floor.meeting) == (5, 0, False)
    floor.store.writing(record.undo)
    floor.store.writing(record.undo)
    assert through(floor) == {6: 1}
    floor.store.writing(record.undo)
    assert through(floor) == {}
    floor.store.writing(record.redo)
    assert through(floor) == {6: 1}


def test_a_proxy_rests_while_its_holder_is_away(floor: Floor):
    given(floor, 6, 1)
    floor.store.writing(attendance.sign_out, floor.meeting, seat(floor, 1))
    view = floor.store.reading(meetings.view_meeting, floor.meeting)
    assert (view.attending.present, dict(flaws(view))) == (4, {Flaw.RESTS: 1})
    floor.store.writing(attendance.sign_in, floor.meeting, seat(floor, 1))
    assert counts(floor.store, floor.meeting) == (6, 1, True)


def test_a_proxy_is_taken_back_or_given_to_another(floor: Floor):
    given(floor, 6, 1)
    given(floor, 6, 2)
    assert through(floor) == {6: 2}
    floor.store.writing(take_back_proxy, floor.meeting, seat(floor, 6))
    assert through(floor) == {}
    with pytest.raises(Unknown):
        floor.store.writing(take_back_proxy, floor.meeting, seat(floor, 6))
    view = floor.store.reading(meetings.view_meeting, floor.meeting)
    assert [bool(each.until) for each in spells(view)] == [True, True]


def test_at_each_typed_moment_it_counts_as_it_was(tmp_path: Path):
    floor = proxied.held(tmp_path / "council.db")
    given(floor, 6, 1, "2023-02-08T19:40:00")
    floor.store.writing(attendance.sign_in, floor.meeting, seat(floor, 6), "2023-02-08T19:50:00")
    view = floor.store.reading(meetings.view_meeting, floor.meeting)
    found = {at: present_at(view, f"2023-02-08T{at}") for at in ("19:39", "19:40", "19:49", "19:50")}
    assert found == {"19:39": 5, "19:40": 6, "19:49": 6, "19:50": 6}


@pytest.mark.parametrize(
    ("under", "refusal"),
    [(preset("council_default"), NoProxies), (preset("owners_committee"), ProxiesBarred)],
)
def test_rules_without_proxies_refuse_them(tmp_path: Path, under: Rules, refusal: type[Exception]):
    floor = proxied.held(tmp_path / "council.db", under)
    with pytest.raises(refusal):
        given(floor, 6, 1)
    assert counts(floor.store, floor.meeting)[:2] == (5, 0)


def test_the_holder_is_in_the_room_and_the_member_is_not(floor: Floor):
    with pytest.raises(NotInTheRoom) as refused:
        given(floor, 6, 7)
    assert refused.value.name == "=李四"
    with pytest.raises(NotInTheRoom):
        given(floor, 6, 6)
    with pytest.raises(AnswersInPerson) as here:
        given(floor, 1, 2)
    assert here.value.name == "林晓"
    with pytest.raises(Unknown):
        floor.store.writing(give_proxy, floor.meeting, ProxyEntry(seat(floor, 6), PersonId(99)))


def test_both_have_a_vote(tmp_path: Path):
    store = proxied.founded(tmp_path / "council.db")
    adviser = store.writing(people.add_person, PersonEntry("顾问 [/]", seat=10, votes=False))
    floor = assembly.convene(store, 5)
    for pair in ((adviser, seat(floor, 1)), (seat(floor, 6), adviser)):
        with pytest.raises(WithoutVote) as refused:
            store.writing(give_proxy, floor.meeting, ProxyEntry(*pair))
        assert refused.value.name == "顾问 [/]"


def test_nobody_holds_more_than_the_rules_allow(floor: Floor):
    given(floor, 6, 1)
    given(floor, 7, 1)
    with pytest.raises(TooManyProxies) as refused:
        given(floor, 8, 1)
    assert refused.value.most == 2
    given(floor, 7, 1)
    given(floor, 7, 2)
    given(floor, 8, 1)
    assert through(floor) == {6: 1, 7: 2, 8: 1}


def test_without_a_limit_one_may_hold_many(tmp_path: Path):
    floor = proxied.held(tmp_path / "council.db", proxied.rules(most=None))
    for number in (6, 7, 8, 9):
        given(floor, number, 1)
    assert counts(floor.store, floor.meeting) == (9, 4, True)


def test_who_gave_a_proxy_holds_none(floor: Floor):
    """Seat 5 left at 19:40 and gave a proxy; put right to 19:50, they are there and have given one."""
    floor.store.writing(attendance.sign_out, floor.meeting, seat(floor, 5), "2023-02-08T19:40:00")
    given(floor, 5, 1, "2023-02-08T19:41:00")
    view = floor.store.reading(meetings.view_meeting, floor.meeting)
    left = view.people[seat(floor, 5)].steps[-1]
    floor.store.writing(attendance.correct_step, floor.meeting, left.id, left.presence, "2023-02-08T19:50:00")
    with pytest.raises(ProxyChain):
        given(floor, 6, 5, "2023-02-08T19:45:00")
    assert through(floor) == {5: 1}


@pytest.mark.parametrize(
    ("proxy", "bond"),
    [(Proxy.SAME_HOUSEHOLD, Bond.SAME_HOUSEHOLD), (Proxy.CLOSE_KIN, Bond.CLOSE_KIN)],
)
def test_only_the_bond_that_the_rules_ask_for_is_taken(tmp_path: Path, proxy: Proxy, bond: Bond):
    floor = proxied.held(tmp_path / "council.db", proxied.rules(proxy))
    for other in set(Bond) - {bond}:
        with pytest.raises(WrongBond):
            floor.store.writing(give_proxy, floor.meeting, ProxyEntry(seat(floor, 6), seat(floor, 1), other))
    floor.store.writing(give_proxy, floor.meeting, ProxyEntry(seat(floor, 6), seat(floor, 1), bond))
    assert counts(floor.store, floor.meeting) == (6, 1, True)


def test_before_the_opening_it_counts_from_the_opening(tmp_path: Path):
    store = proxied.founded(tmp_path / "council.db")
    meeting, _item = assembly.plan(store)
    ids = [each.id for each in store.reading(people.view_people)]
    for person in ids[:5]:
        store.writing(attendance.sign_in, meeting, person)
    store.writing(give_proxy, meeting, ProxyEntry(ids[5], ids[0]))
    assert counts(store, meeting) == (6, 1, True)
    store.writing(meetings.open_meeting, meeting, "2023-02-08T19:00:00")
    view = store.reading(meetings.view_meeting, meeting)
    assert (view.quorate, view.proxies[0].fact.at) == (True, "2023-02-08T19:00:00")


def test_a_represented_member_answers_through_the_holder_and_it_is_kept(floor: Floor):
    given(floor, 6, 1)
    vote = opened(floor)
    desk = floor.store.reading(view_desk)
    assert (len(desk.asked), desk.present) == (6, 6)
    assert desk.through == {seat(floor, 6): seat(floor, 1)}
    for number in (1, 2, 6):
        floor.store.writing(votes.cast_ballot, vote, seat(floor, number), Choice.YES)
    with pytest.raises(NotPresent):
        floor.store.writing(votes.cast_ballot, vote, seat(floor, 7), Choice.YES)
    floor.store.writing(votes.close_roll_call, vote)
    found = closed(floor, vote)
    # 6 present, more than half of 6 is 4: three yes do not carry
    assert (found.yes, found.not_voting, found.present, found.needed, found.carried) == (3, 3, 6, 4, False)
    assert kept(floor, vote) == {6: 1}


def test_an_answer_given_by_proxy_stands_when_the_holder_leaves_and_no_other_is_taken(floor: Floor):
    given(floor, 6, 1)
    given(floor, 7, 1)
    vote = opened(floor)
    floor.store.writing(votes.cast_ballot, vote, seat(floor, 6), Choice.YES)
    floor.store.writing(attendance.sign_out, floor.meeting, seat(floor, 1))
    with pytest.raises(NotPresent):
        floor.store.writing(votes.cast_ballot, vote, seat(floor, 7), Choice.YES)
    floor.store.writing(votes.close_roll_call, vote)
    # seats 2 to 5 in the room, and 6 whose answer stands
    assert closed(floor, vote).present == 5
    assert kept(floor, vote) == {6: 1}


@pytest.mark.parametrize("ends", ["holder leaves", "taken back"])
def test_so_does_one_given_while_the_vote_was_open(floor: Floor, ends: str):
    vote = opened(floor)
    given(floor, 6, 1)
    floor.store.writing(votes.cast_ballot, vote, seat(floor, 6), Choice.NO)
    if ends == "taken back":
        floor.store.writing(take_back_proxy, floor.meeting, seat(floor, 6))
    else:
        floor.store.writing(attendance.sign_out, floor.meeting, seat(floor, 1))
    floor.store.writing(votes.close_roll_call, vote)
    assert (closed(floor, vote).no, kept(floor, vote)) == (1, {6: 1})


def test_who_answered_in_person_and_left_was_not_represented(floor: Floor):
    vote = opened(floor)
    floor.store.writing(votes.cast_ballot, vote, seat(floor, 5), Choice.NO)
    floor.store.writing(attendance.sign_out, floor.meeting, seat(floor, 5))
    floor.store.writing(votes.close_roll_call, vote)
    assert (closed(floor, vote).present, kept(floor, vote)) == (5, {})


def test_a_chair_who_is_represented_breaks_no_tie(tmp_path: Path):
    under = replace(proxied.rules(), chair_votes=ChairVotes.TIE_ONLY)
    floor = proxied.held(tmp_path / "council.db", under, present=6)
    floor.store.writing(meetings.hand_over, floor.meeting, Role.CHAIR, [seat(floor, 9)])
    given(floor, 9, 1)
    vote = opened(floor, Way.HANDS)
    floor.store.writing(votes.close_hands, vote, Figures(3, 3, 0))
    assert (closed(floor, vote).tie, closed(floor, vote).present) == (True, 7)
    with pytest.raises(NoTieToBreak):
        floor.store.writing(casting.give_casting_vote, vote, Casting.YES)


def test_who_comes_before_the_close_is_there_in_person(floor: Floor):
    given(floor, 6, 1)
    vote = opened(floor, Way.HANDS)
    assert seen(floor, vote).proxies == {seat(floor, 6): seat(floor, 1)}
    floor.store.writing(attendance.sign_in, floor.meeting, seat(floor, 6))
    floor.store.writing(votes.close_hands, vote, Figures(6, 0, 0))
    assert (closed(floor, vote).present, kept(floor, vote)) == (6, {})


def test_hands_are_plausible_up_to_those_present_and_represented(floor: Floor):
    given(floor, 6, 1)
    given(floor, 7, 2)
    vote = opened(floor, Way.HANDS)
    with pytest.raises(TooManyAnswers) as refused:
        floor.store.writing(votes.close_hands, vote, Figures(8, 0, 0))
    assert refused.value.present == 7
    floor.store.writing(votes.close_hands, vote, Figures(4, 3, 0))
    # 7 present, more than half is 4
    found = closed(floor, vote)
    assert (found.present, found.needed, found.carried, kept(floor, vote)) == (7, 4, True, {6: 1, 7: 2})
    count = seen(floor, vote).count()
    assert count is not None
    assert (count.present, count.by_proxy) == (7, 2)


def test_consent_is_of_all_present_and_represented(floor: Floor):
    given(floor, 6, 1)
    vote = opened(floor, Way.CONSENT)
    floor.store.writing(votes.close_consent, vote)
    assert closed(floor, vote).yes == 6


def test_papers_are_issued_to_who_is_represented_when_they_are_issued(floor: Floor):
    given(floor, 6, 1)
    vote = floor.store.writing(votes.open_secret_vote, floor.meeting, floor.motion)
    floor.store.writing(take_back_proxy, floor.meeting, seat(floor, 6))
    floor.store.writing(votes.close_secret_vote, vote, Figures(4, 2, 0, issued=6, returned=6))
    assert (closed(floor, vote).present, kept(floor, vote)) == (6, {6: 1})


def test_on_the_laptop_the_holder_has_a_turn_more(floor: Floor):
    given(floor, 6, 1)
    vote = floor.store.writing(laptop.open_laptop_vote, floor.meeting, floor.motion)
    assert len(seen(floor, vote).opened.electorate) == 6
    floor.store.writing(
        laptop.close_laptop_vote, vote, Figures(4, 2, 0, issued=6, returned=6), floor.people[:6]
    )
    assert (closed(floor, vote).present, kept(floor, vote)) == (6, {6: 1})
    assert seat(floor, 6) in seen(floor, vote).ticked


@pytest.mark.parametrize("aside", [6, 1])
def test_who_stands_aside_does_not_vote_by_proxy_nor_for_another(floor: Floor, aside: int):
    given(floor, 6, 1)
    floor.store.writing(attendance.recuse, floor.meeting, floor.item, seat(floor, aside), "利害关系人")
    vote = opened(floor)
    with pytest.raises(NotEntitled if aside == 6 else (NotPresent, NotEntitled)):
        floor.store.writing(votes.cast_ballot, vote, seat(floor, 6), Choice.YES)
    floor.store.writing(votes.close_roll_call, vote)
    assert (closed(floor, vote).present, kept(floor, vote)) == ({6: 5, 1: 4}[aside], {})


def test_where_the_rules_count_who_stands_aside_the_represented_are_counted_too(tmp_path: Path):
    under = replace(proxied.rules(), recused=Recused.COUNTED)
    floor = proxied.held(tmp_path / "council.db", under)
    given(floor, 6, 1)
    floor.store.writing(attendance.recuse, floor.meeting, floor.item, seat(floor, 6), "利害关系人")
    vote = opened(floor)
    floor.store.writing(votes.close_roll_call, vote)
    assert (closed(floor, vote).present, kept(floor, vote)) == (6, {6: 1})


def test_where_presence_is_that_of_the_opening_so_is_that_of_the_represented(tmp_path: Path):
    under = replace(proxied.rules(), present_basis=PresentBasis.AT_OPENING)
    store = proxied.founded(tmp_path / "council.db", under)
    meeting, _item = assembly.plan(store)
    ids = [each.id for each in store.reading(people.view_people)]
    for person in ids[:5]:
        store.writing(attendance.sign_in, meeting, person)
    store.writing(give_proxy, meeting, ProxyEntry(ids[5], ids[0]))
    store.writing(meetings.open_meeting, meeting, "2023-02-08T19:00:00")
    store.writing(attendance.sign_out, meeting, ids[0], "2023-02-08T19:30:00")
    assert counts(store, meeting) == (6, 1, True)


def test_a_vote_by_a_rule_without_proxies_counts_none(floor: Floor):
    given(floor, 6, 1)
    text = rules_text(preset("council_two_thirds"))
    vote = floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.ROLL_CALL, text)
    with pytest.raises((NotPresent, NotEntitled)):
        floor.store.writing(votes.cast_ballot, vote, seat(floor, 6), Choice.YES)
    floor.store.writing(votes.close_roll_call, vote)
    assert (closed(floor, vote).present, kept(floor, vote)) == (5, {})


def test_a_correction_keeps_who_was_represented_then(floor: Floor):
    given(floor, 6, 1)
    vote = opened(floor)
    for number in (1, 2, 3, 4):
        floor.store.writing(votes.cast_ballot, vote, seat(floor, number), Choice.YES)
    floor.store.writing(votes.close_roll_call, vote)
    floor.store.writing(results.announce_result, vote)
    floor.store.writing(take_back_proxy, floor.meeting, seat(floor, 6))
    floor.store.writing(results.correct_ballot, vote, seat(floor, 6), Choice.NO, "听错了 [/]")
    assert (closed(floor, vote).no, kept(floor, vote)) == (1, {6: 1})
    with pytest.raises(NotEntitled):
        floor.store.writing(results.correct_ballot, vote, seat(floor, 7), Choice.NO, "听错了")


def test_rules_that_change_before_the_opening_leave_proxies_that_are_warned_of(tmp_path: Path):
    store = proxied.founded(tmp_path / "council.db")
    meeting, _item = assembly.plan(store)
    ids = [each.id for each in store.reading(people.view_people)]
    for person in ids[:5]:
        store.writing(attendance.sign_in, meeting, person)
    store.writing(give_proxy, meeting, ProxyEntry(ids[5], ids[0], paper=False))
    store.writing(give_proxy, meeting, ProxyEntry(ids[6], ids[0]))
    assert dict(flaws(store.reading(meetings.view_meeting, meeting))) == {Flaw.NO_PAPER: 1}
    changed = rules_text(proxied.rules(most=1)), floor_text(floor_preset("plain"))
    store.writing(council.choose_rules, *changed, False)
    found = flaws(store.reading(meetings.view_meeting, meeting))
    assert dict(found) == {Flaw.NO_PAPER: 1, Flaw.OVER_LIMIT: 1}
    changed = rules_text(preset("council_default")), floor_text(floor_preset("plain"))
    store.writing(council.choose_rules, *changed, False)
    view = store.reading(meetings.view_meeting, meeting)
    assert dict(flaws(view)) == {Flaw.NO_PAPER: 1, Flaw.NOT_TAKEN: 2}
    assert (view.attending.present, view.quorate) == (5, False)


def test_a_paper_that_comes_later_is_noted_and_changes_nothing_else(floor: Floor):
    given(floor, 6, 1, paper=False)
    before = floor.store.reading(meetings.view_meeting, floor.meeting).proxies[0].fact
    floor.store.writing(proxies.note_paper, floor.meeting, seat(floor, 6), " 第3号 [/] ")
    (after,) = floor.store.reading(meetings.view_meeting, floor.meeting).proxies
    assert (after.fact.paper, after.fact.reference, after.fact.at) == (True, "第3号 [/]", before.at)
    assert through(floor) == {6: 1}
    with pytest.raises(Unknown):
        floor.store.writing(proxies.note_paper, floor.meeting, seat(floor, 7))


def test_rules_are_written_with_proxies_and_never_against_a_law(floor: Floor):
    entry = RulesEntry(
        (("en", "Own rules"),), (), preset("council_default").carry, proxy=Proxy.CLOSE_KIN, max_per_holder=3
    )
    floor.store.writing(write_rules, rules_text(preset("council_default")), entry)
    with pytest.raises(ProxiesBarred) as refused:
        floor.store.writing(write_rules, rules_text(preset("owners_committee")), entry)
    assert "杭州市物业管理条例 29" in refused.value.law


KILLED = """
import os, sys
from pathlib import Path
from council_tui.domain.ids import MeetingId, PersonId
from council_tui.store.store import Store
from council_tui.usecases.proxies import ProxyEntry, give_proxy
store = Store(Path(sys.argv[1]))
store.writing(give_proxy, MeetingId(int(sys.argv[2])), ProxyEntry(PersonId(6), PersonId(1)))
os._exit(9)
"""


def test_a_proxy_is_on_the_disk_when_the_program_is_killed_right_after(tmp_path: Path):
    path = tmp_path / "council.db"
    floor = proxied.held(path)
    vote = opened(floor, Way.HANDS)
    floor.store.shut()
    words = [sys.executable, "-c", KILLED, str(path), str(floor.meeting)]
    assert subprocess.run(words, check=False, timeout=60).returncode == 9
    again = Store(path)
    assert counts(again, floor.meeting) == (6, 1, True)
    again.writing(votes.close_hands, vote, Figures(6, 0, 0))
    assert verification.check_record(again).faults == ()
    again.shut()


def test_what_was_wrong_with_a_proxy_stays_a_gap_when_it_has_ended(floor: Floor):
    given(floor, 6, 1, paper=False)
    view = floor.store.reading(meetings.view_meeting, floor.meeting)
    assert Caution.PROXY_WITHOUT_PAPER in {each.caution for each in warnings(view)}
    floor.store.writing(take_back_proxy, floor.meeting, seat(floor, 6))
    view = floor.store.reading(meetings.view_meeting, floor.meeting)
    assert Caution.PROXY_WITHOUT_PAPER not in {each.caution for each in warnings(view)}
    assert Lack.PROXY_WITHOUT_PAPER in {each.lack for each in gaps(view)}


def test_a_poll_is_open_to_who_is_represented(floor: Floor):
    given(floor, 6, 1)
    entry = PollEntry("选举组长", "", "plurality", (Candidate("林晓"), Candidate("陈果 [/]")))
    poll = floor.store.writing(polls.open_poll, floor.meeting, floor.item, entry)
    (view,) = floor.store.reading(meetings.view_meeting, floor.meeting).polls
    assert (view.id, view.opened.electorate) == (poll, 6)


def test_who_is_represented_is_not_among_those_of_whom_nothing_is_known(floor: Floor):
    """Nine; five are there, one is represented: three are left to be signed in at once."""
    given(floor, 6, 1)
    assert floor.store.writing(attendance.sign_in_rest, floor.meeting) == 3
    assert through(floor) == {6: 1}
