"""An evening of elections and other polls for tests, typed as tellers read papers out."""

from collections.abc import Sequence
from pathlib import Path

from council_tui.domain import pollpapers
from council_tui.domain.ids import ItemId, PollId, ProposalId
from council_tui.domain.polls import Candidate, PollEntry, PollView, Sort
from council_tui.store.store import Store
from council_tui.usecases import agenda, attendance, meetings, people, polls
from council_tui.usecases.agenda import ItemEntry
from council_tui.wording import polls as words
from tests import assembly
from tests.assembly import Floor

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
    store.writing(polls.announce_poll, poll, *words.resolutions(held, found))


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
