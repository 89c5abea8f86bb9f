"""An evening whose polls did not stay as they were announced: corrected, annulled, taken up again."""

from dataclasses import replace
from pathlib import Path

from council_tui.domain import pollcounts, pollpapers
from council_tui.domain.ids import PersonId, PollId
from council_tui.domain.pollmending import Paper, PollMend, mended
from council_tui.domain.polls import PollEntry, PollView, Sort
from council_tui.domain.reopenings import Reopening
from council_tui.usecases import meetings, polls
from council_tui.usecases.poll_results import Doubt, annul_poll, correct_poll, reconsider_poll
from council_tui.wording import resolved
from tests import assembly
from tests.assembly import Floor
from tests.meetings import evening as clock
from tests.polled import TRIO, held, item, opened

WHY = "票箱未封 [/]"


def reopen(
    floor: Floor,
    poll: PollId,
    reason: str = WHY,
    mover: PersonId | None = None,
    why: Reopening = Reopening.ANNULLED,
) -> None:
    """A poll's result stands no longer, as the screen would say it."""
    view = floor.store.reading(meetings.view_meeting, floor.meeting)
    left = resolved.resolutions_without(view, next(each for each in view.polls if each.id == poll))
    deed = annul_poll if why is Reopening.ANNULLED else reconsider_poll
    floor.store.writing(deed, poll, Doubt(reason, mover, *left))


def mend(
    floor: Floor, poll: PollId, was: str, now: str, issued: int = 7, lot: tuple[int, ...] = ()
) -> PollView:
    """One paper corrected as the screen would; empty for no paper, `-` for an invalid one."""

    def paper(typed: str) -> Paper | None:
        if not typed or typed == "-":
            return (Sort.INVALID, "") if typed else None
        marks = pollpapers.typed_marks(view, typed)
        return (Sort.MARKED, marks) if marks else (Sort.BLANK, "")

    view = floor.store.reading(polls.view_poll, poll)
    meeting = floor.store.reading(meetings.view_meeting, floor.meeting)
    told = PollMend(paper(was), paper(now), issued, WHY, floor.people[1], lot)
    texts = resolved.resolutions(meeting, mended(view, told, ""))
    floor.store.writing(correct_poll, poll, replace(told, text=texts[0], text_2=texts[1]))
    return floor.store.reading(polls.view_poll, poll)


def evening(path: Path) -> Floor:
    """Seven of nine vote: one paper was read wrongly, one box was not sealed, one question is put again."""
    store = assembly.found(path)
    with clock("2023-02-22") as at:
        at("19:00")
        floor = opened(store)
        at("19:10")
        office = "主任", "Chair"
        first = held(floor, PollEntry(*office, "plurality", TRIO), [*"1112230"], item(floor, *office))
        at("19:20")
        mend(floor, first.id, "1", "2")
        at("19:30")
        emblem = "会标", "Emblem"
        place = item(floor, *emblem)
        unsealed = held(floor, PollEntry(*emblem, "approval", TRIO), ["12", "12", "1", "3"], place)
        at("19:35")
        reopen(floor, unsealed.id)
        again = pollcounts.following(floor.store.reading(polls.view_poll, unsealed.id))
        assert again is not None
        at("19:40")
        held(floor, again, ["2", "2", "12", "3", "23", "-", "0"], place)
        at("19:50")
        day = "日子", "Day"
        last = held(floor, PollEntry(*day, "borda", TRIO), ["123", "123", "213"], item(floor, *day))
        at("19:55")
        reopen(floor, last.id, "有人没听清", floor.people[4], Reopening.RECONSIDERED)
        at("20:30")
        store.writing(meetings.adjourn, floor.meeting)
    return floor
