"""An evening of elections and other polls for tests, typed as tellers read papers out."""

from collections.abc import Sequence
from pathlib import Path

from council_tui.domain import pollpapers
from council_tui.domain.ids import ItemId, PollId, ProposalId
from council_tui.domain.polls import Candidate, PollEntry, PollView, Sort
from council_tui.store import clock
from council_tui.store.store import Store
from council_tui.usecases import agenda, attendance, meetings, people, polls
from council_tui.usecases.agenda import ItemEntry
from council_tui.wording import resolved
from tests import assembly
from tests.assembly import Floor
from tests.meetings import evening as clocked

TRIO = (Candidate("甲 [/]", "A [/]"), Candidate("乙", "B"), Candidate("丙", "C"))
FOUR = (*TRIO, Candidate("丁", "D"))
PROJECTS = (
    Candidate("路灯", "Lamps", cost=60_000),
    Candidate("长椅", "Bench", cost=30_050),
    Candidate("雨棚", "Canopy", cost=90_000),
)


def open_(floor: Floor, entry: PollEntry, item: ItemId | None = None) -> PollId:
    """A poll under the item of a floor, or another one."""
    return floor.store.writing(polls.open_poll, floor.meeting, item or floor.item, entry)


def type_(store: Store, poll: PollId, papers: Sequence[str]) -> None:
    """Papers as they are typed; `-` is an invalid one."""
    for paper in papers:
        if paper == "-":
            store.writing(polls.add_paper, poll, Sort.INVALID)
        else:
            marks = pollpapers.typed_marks(store.reading(polls.view_poll, poll), paper)
            store.writing(polls.add_paper, poll, Sort.MARKED, marks)


def announce(store: Store, poll: PollId) -> None:
    """The chair says it, as the screen would."""
    view = store.reading(polls.view_poll, poll)
    held = store.reading(meetings.view_meeting, view.opened.meeting)
    found = next(each for each in held.polls if each.id == poll)
    store.writing(polls.announce_poll, poll, *resolved.resolutions(held, found))


def held(floor: Floor, entry: PollEntry, papers: Sequence[str], item: ItemId | None = None) -> PollView:
    """A poll opened, typed, closed and announced; all papers that could be were issued."""
    poll = open_(floor, entry, item)
    type_(floor.store, poll, papers)
    floor.store.writing(polls.close_poll, poll, 7)
    announce(floor.store, poll)
    return floor.store.reading(polls.view_poll, poll)


def evening(path: Path) -> Floor:
    """Seven of nine vote: on two offices, a committee, a name, a day, and money spent in two ways."""
    store = assembly.found(path)
    meeting = store.writing(meetings.plan_meeting, meetings.MeetingEntry("2023-02-08T19:00", "二楼会议室"))
    titles = ("主任", "Chair"), ("委员", "Committee"), ("代表", "Delegates"), ("名称", "Name")
    more = ("日子", "Day"), ("微心愿", "Small wishes"), ("公益金", "Fund")
    items = [store.writing(agenda.add_item, meeting, ItemEntry(*each)) for each in (*titles, *more)]
    roll = [person.id for person in store.reading(people.view_people) if person.seat is not None]
    for person in roll[:7]:
        store.writing(attendance.sign_in, meeting, person)
    store.writing(meetings.open_meeting, meeting)
    floor = Floor(store, meeting, tuple(roll), items[0], ProposalId(0))
    _vote(floor, items)
    return floor


def _vote(floor: Floor, items: Sequence[ItemId]) -> None:
    seated = tuple(Candidate("", person=each) for each in floor.people[:3])
    first = held(floor, PollEntry("主任", "Chair", "majority", seated), [*"1112230"], items[0])
    assert first.further is not None
    held(floor, first.further, [*"112222-"], items[0])
    committee = PollEntry("委员", "Committee", "approval", FOUR, 2, 3)
    held(floor, committee, ["12", "13", "123", "1", "4", "24", "-"], items[1])
    delegates = PollEntry("代表", "Delegates", "stv", FOUR, 2)
    held(floor, delegates, [*["12"] * 4, "3", "3", "43"], items[2])
    name = PollEntry("名称", "Name", "schulze", TRIO)
    held(floor, name, [*["123"] * 3, "231", "231", "312", "312"], items[3])
    day = PollEntry("日子", "Day", "score", TRIO, points=9)
    held(floor, day, ["531", "540", "009", "333", "144"], items[4])
    for way, title, item in (("mes", ("微心愿", "Small wishes"), 5), ("greedy", ("公益金", "Fund"), 6)):
        money = PollEntry(*title, way, PROJECTS, budget=120_000)
        held(floor, money, ["12", "12", "12", "3", "3", "13"], items[item])


def second_evening(path: Path) -> Floor:
    """Seven of nine vote again, in every other way: ties, a least share, and polls that come to nothing."""
    store = assembly.found(path)
    with clocked("2023-02-15") as at:
        at("19:00")
        floor = opened(store)
        for minute, part in enumerate((_elected, _tied, _ranked, _shared, _nothing), 1):
            at(f"19:{minute}0")
            part(floor)
        at("20:30")
        store.writing(meetings.adjourn, floor.meeting)
    return floor


def opened(store: Store) -> Floor:
    """A meeting of seven with nothing on its agenda yet."""
    starts = f"{clock.now():%Y-%m-%dT%H:%M}"
    meeting = store.writing(meetings.plan_meeting, meetings.MeetingEntry(starts, "二楼会议室"))
    roll = [person.id for person in store.reading(people.view_people) if person.seat is not None]
    for person in roll[:7]:
        store.writing(attendance.sign_in, meeting, person)
    store.writing(meetings.open_meeting, meeting)
    return Floor(store, meeting, tuple(roll), ItemId(0), ProposalId(0))


def item(floor: Floor, title: str, title_2: str) -> ItemId:
    """Another item of the agenda."""
    return floor.store.writing(agenda.add_item, floor.meeting, ItemEntry(title, title_2))


def _elected(floor: Floor) -> None:
    """More than half at once; two of four with more votes than there are seats for a third, least a third."""
    title = "组长", "Group head"
    held(floor, PollEntry(*title, "majority", TRIO), [*"1111230"], item(floor, *title))
    title = "监事", "Supervisors"
    third = PollEntry(*title, "plurality", FOUR, 3, 3, least=">= 1/3 of participating")
    held(floor, third, ["12", "12", "12", "13", "13", "4", ""], item(floor, *title))


def _tied(floor: Floor) -> None:
    """Two of four, three marks each, and a lot for the second seat; the same with a further round."""
    title = "楼长", "Building heads"
    choose = PollEntry(*title, "plurality", FOUR, 2, 3)
    poll = open_(floor, choose, item(floor, *title))
    type_(floor.store, poll, ["123", "123", "12", "13", "14", "4", "14"])
    floor.store.writing(polls.draw_lot, poll, (3, 2, 4))
    floor.store.writing(polls.close_poll, poll, 7)
    announce(floor.store, poll)
    title = "代表团", "Delegation"
    where = item(floor, *title)
    poll = open_(floor, PollEntry(*title, "plurality", FOUR, 2, 2), where)
    type_(floor.store, poll, ["12", "12", "13", "13", "14", "1", "-"])
    floor.store.writing(polls.close_poll, poll, 7, True)
    announce(floor.store, poll)
    found = floor.store.reading(polls.view_poll, poll)
    assert found.further is not None
    held(floor, found.further, [*"1111220"], where)


def _ranked(floor: Floor) -> None:
    """Instant run-off with a lot for who goes; Borda's points; two of three by quota and last vacancies."""
    title = "颜色", "Colour"
    poll = open_(floor, PollEntry(*title, "irv", FOUR), item(floor, *title))
    type_(floor.store, poll, ["12", "12", "21", "21", "3", "42", "31"])
    floor.store.writing(polls.draw_lot, poll, (3, 2, 1))
    floor.store.writing(polls.close_poll, poll, 7)
    announce(floor.store, poll)
    title = "花名", "Flower"
    papers = [*["123"] * 3, "231", "231", "32", "0"]
    held(floor, PollEntry(*title, "borda", TRIO), papers, item(floor, *title))
    title = "值班", "On duty"
    held(floor, PollEntry(*title, "stv", TRIO, 2), [*"1112230"], item(floor, *title))


def _shared(floor: Floor) -> None:
    """Three projects are paid for by their supporters, a fourth is too dear; the rest is spent by votes."""
    title = "小额", "Small sums"
    projects = (*PROJECTS[:2], Candidate("花盆", "Pots", cost=8_000), PROJECTS[2])
    papers = ["123", "123", "12", "1", "13", "24", "4"]
    where = item(floor, *title)
    held(floor, PollEntry(*title, "mes", projects, budget=140_000), papers, where)
    rest = Candidate("车棚", "Bicycle shed", cost=40_000), Candidate("画墙", "A painted wall", cost=1_950)
    held(floor, PollEntry(*title, "greedy", rest, budget=41_950), ["1", "1", "12", "2"], where)


def _nothing(floor: Floor) -> None:
    """More papers than people; ended without a result; and two left, so that there is no quorum."""
    store = floor.store
    title = "会标", "Emblem"
    where = item(floor, *title)
    poll = open_(floor, PollEntry(*title, "approval", TRIO), where)
    type_(store, poll, [*"11122233"])
    store.writing(polls.close_poll, poll, 8)
    announce(store, poll)
    poll = open_(floor, PollEntry(*title, "score", TRIO), where)
    store.writing(polls.abandon_poll, poll, "选票印错了 [/]")
    for person in floor.people[5:7]:
        store.writing(attendance.sign_out, floor.meeting, person)
    held(floor, PollEntry(*title, "approval", TRIO), [*"11123"], where)
    held(floor, PollEntry("余款", "What is left", "mes", PROJECTS, budget=120_000), [*"11123"], where)
