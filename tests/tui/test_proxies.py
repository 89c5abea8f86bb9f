"""Proxies through the keys: given at the sign-in, refused with a sentence, taken back, called by roll."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.meeting import MeetingView, by_proxy
from council_tui.domain.votes import Choice, Way
from council_tui.intake.rules import preset
from council_tui.store.store import Store
from council_tui.tui import safety
from council_tui.tui.count import DESKS
from council_tui.usecases import agenda, attendance, meetings, people, votes
from council_tui.usecases.rules import view_rules
from council_tui.wording import catalog
from tests import assembly, proxied
from tests.meetings import evening
from tests.proxied import given, seat
from tests.tui.ballots import SIZE, answers
from tests.tui.screen import opened, panel, press, settled, shown


@pytest.fixture(autouse=True)
def _an_evening(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("COUNCIL_TUI_CLOCK", "2023-02-08T18:50")
    catalog.use("en")
    yield
    catalog.use("en")


def signing(path: Path, **rules: object) -> Store:
    """The sign-in of nine, five of them here; one short of the quorum."""
    with evening() as at:
        at("18:40")
        store = proxied.founded(path, proxied.rules(**rules))  # type: ignore[arg-type]
        meeting, _item = assembly.plan(store)
        for each in store.reading(people.view_people)[:5]:
            store.writing(attendance.sign_in, meeting, each.id)
    return store


def held(store: Store) -> MeetingView:
    found = store.reading(meetings.view_current)
    assert found is not None
    return found


def through(store: Store) -> dict[int | None, int | None]:
    """Who is represented by whom, by seat."""
    view = held(store)
    seats = {person: each.person.seat for person, each in view.people.items()}
    return {seats[person]: seats[holder] for person, holder in by_proxy(view).items()}


async def test_a_proxy_is_given_in_a_form_at_the_sign_in(tmp_path: Path):
    store = signing(tmp_path / "council.db")
    async with opened(store, "agenda").run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "5 present of 9" in shown(pilot.app)[4]
        assert "Quorum 6: 1 more" in shown(pilot.app)[5]
        await press(pilot, "f5")
        assert panel(pilot.app)[1] == "A member who is away is represented"
        await press(pilot, *"6", "enter", *"1", "enter", "enter", "enter", *"No. 3 [/]", "ctrl+s")
        rows = shown(pilot.app)
        assert "6 present of 9, 1 by proxy" in rows[4]
        assert "Quorum 6: met" in rows[5]
        assert "present  6  quorum  6  met" in rows[0]
        assert any("6 Lyu S        proxy" in row for row in rows)
        assert rows[-2].endswith("Proxy given: Lyu S by Lin Xiao")
    assert through(store) == {6: 1}
    fact = held(store).proxies[0].fact
    assert (fact.paper, fact.reference) == (True, "No. 3 [/]")
    store.shut()


async def test_it_is_undone_and_redone_by_keys(tmp_path: Path):
    store = signing(tmp_path / "council.db")
    async with opened(store, "agenda").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "f5", "6", "enter", "1", "ctrl+s", "escape")
        await press(pilot, "u", "enter")
        assert through(store) == {}
        await press(pilot, "U")
        assert through(store) == {6: 1}
    store.shut()


async def test_rules_without_proxies_say_so_at_the_key(tmp_path: Path):
    store = assembly.found(tmp_path / "council.db")
    assembly.plan(store)
    async with opened(store, "agenda").run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "by proxy" not in shown(pilot.app)[-1]
        await press(pilot, "f5")
        words = "The rules in force take no proxies. They are changed on the Rules screen (e)."
        assert shown(pilot.app)[-2].strip().endswith(words)
    store.shut()


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "林晓 represents 1 member already; the rules allow no more."),
        ("zh", "林晓 已受托 1 人，规则不许再多。"),
    ],
)
async def test_a_refused_proxy_stays_typed_and_says_why(tmp_path: Path, lang: str, words: str):
    store = signing(tmp_path / "council.db", most=1)
    catalog.use(lang)
    async with opened(store, "agenda").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "f5", "6", "enter", "1", "ctrl+s")
        await press(pilot, "f5", "7", "enter", "1", "ctrl+s")
        assert words in shown(pilot.app)[-2]
        await press(pilot, "escape")
    assert through(store) == {6: 1}
    store.shut()


async def test_along_the_roll_a_proxy_is_given_noted_and_taken_back(tmp_path: Path):
    store = signing(tmp_path / "council.db")
    async with opened(store, "agenda").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "tab", "enter")
        rows = panel(pilot.app)
        assert rows[1] == "Lyu S   ."
        assert "is represented by ..." in rows[-2]
        await press(pilot, "5")
        await press(pilot, "enter", "2", "enter", "enter", "right", "ctrl+s")
        assert through(store) == {6: 2}
        assert not held(store).proxies[0].fact.paper
        assert "by proxy: Chen Guo" in shown(pilot.app)[10]
        assert "Proxies whose paper was not seen: 1." in "".join(shown(pilot.app)[-3])
        await press(pilot, "enter")
        assert panel(pilot.app)[1] == "Lyu S   by proxy: Chen Guo"
        await press(pilot, "6")
        await press(pilot, *"3", "enter")
        assert held(store).proxies[0].fact.paper
        await press(pilot, "enter", "5")
        assert through(store) == {}
    store.shut()


async def test_signing_the_member_in_ends_it(tmp_path: Path):
    store = signing(tmp_path / "council.db")
    async with opened(store, "agenda").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "f5", "6", "enter", "1", "ctrl+s")
        await press(pilot, "6", "enter")
        assert "6 present of 9" in shown(pilot.app)[4]
        assert "by proxy" not in shown(pilot.app)[4]
    assert through(store) == {}
    store.shut()


@pytest.mark.parametrize(
    ("lang", "holder", "waiting"), [("en", "by: Lin Xiao", ". proxy"), ("zh", "由林晓代", ". 委托")]
)
async def test_in_a_roll_call_one_key_answers_for_who_is_represented(
    tmp_path: Path, lang: str, holder: str, waiting: str
):
    with evening() as at:
        at("19:00")
        floor = proxied.held(tmp_path / "council.db")
        given(floor, 6, 1)
        floor.store.writing(votes.open_vote, floor.meeting, floor.motion, Way.ROLL_CALL)
    catalog.use(lang)
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "1", "1", "1", "2", "2")
        rows = shown(pilot.app)
        assert any(row.endswith(holder) for row in rows[6:12])
        assert any(row.startswith(">  6") and waiting in row for row in rows)
        await press(pilot, "1")
        assert answers(floor.store)[seat(floor, 6)] is Choice.YES
        await press(pilot, "0")
        told = {"en": "6 present (1 by proxy), more than half is 4", "zh": "到会 6 人（其中委托出席 1 人）"}
        assert told[lang] in "".join(shown(pilot.app))
    floor.store.shut()


async def test_on_the_laptop_it_is_said_who_presses_for_whom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(safety, "RECORDERS", frozenset())
    with evening() as at:
        at("19:00")
        floor = proxied.held(tmp_path / "council.db")
        given(floor, 6, 1)
        floor.store.writing(agenda.open_item, floor.meeting, floor.item)
    async with opened(floor.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "h")
        await press(pilot, str(list(DESKS).index(Way.LAPTOP) + 1))
        await press(pilot, "enter")
        assert "6 may vote" in shown(pilot.app)[2]
        await press(pilot, "6")
        rows = shown(pilot.app)
        (at_seat,) = [number for number, row in enumerate(rows) if row.endswith("Lyu S")]
        assert rows[at_seat + 1].strip() == "by: Lin Xiao"
        await press(pilot, "backspace", "5")
        assert shown(pilot.app)[at_seat + 1] == ""
    floor.store.shut()


async def test_rules_are_given_proxies_in_the_form_and_it_reads_them_back(tmp_path: Path):
    store = assembly.found(tmp_path / "council.db")
    async with opened(store, "rules").run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "e")
        for _ in range(11):
            await press(pilot, "tab")
        await press(pilot, "right", "tab", "3")
        said = " ".join(" ".join(panel(pilot.app)).split())
        assert "A member who is away may be represented by another, in writing." in said
        assert "Nobody represents more than 3 members." in said
        await press(pilot, "ctrl+s")
    current = store.reading(view_rules).current
    assert current is not None
    assert (current.rules.proxy, current.rules.max_per_holder) == ("written", 3)
    store.shut()


def test_a_preset_whose_law_bars_proxies_offers_none_and_names_the_law():
    from council_tui.tui.pages.rules_forms import rules_fields

    field = next(each for each in rules_fields(preset("owners_committee"), "en") if each.name == "proxy")
    ((value, words),) = field.choices
    assert (value, "杭州市物业管理条例 29" in words) == ("none", True)
