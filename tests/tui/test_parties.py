"""A vote by parties through the keys: one key a party, who speaks, what is seen in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.votes import Choice, VoteView, Way
from council_tui.store.store import Store
from council_tui.usecases import attendance, people
from council_tui.usecases.rules import view_rules
from council_tui.wording import catalog
from tests import assembly, joint
from tests.assembly import Floor
from tests.joint import CHEN, COMMUNITY, LI, LIN, OBRIEN, OWNERS, PROPERTY, ZHOU
from tests.tui.ballots import SIZE, figures, typed_ahead, votes
from tests.tui.screen import opened, panel, press, settled, shown


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Floor]:
    """Everybody is there."""
    made = joint.held(joint.founded(tmp_path / "joint.db"))
    yield made
    made.store.shut()


def said(vote: VoteView, store: Store) -> dict[str, tuple[Choice, str]]:
    """What each party said, and through whom."""
    names = {id: name for name, id in joint.known(store).items()}
    return {
        party: (stand.stand, names[stand.speaker])
        for party, (_id, stand) in vote.stands.items()
        if stand.speaker
    }


async def test_three_keys_a_close_and_an_announcement(table: Floor):
    async with opened(table.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0")
        rows = shown(pilot.app)
        assert rows[2].startswith(" 1. Motion  stands of the parties")
        assert rows[2].endswith("3 of 3 parties represented")
        assert "0 of 3 parties agree: 3 still to be asked." in rows[12]
        assert rows[15].startswith("> the community         . not yet")
        await press(pilot, "1", "1")
        rows = shown(pilot.app)
        assert "2 of 3 parties agree: 1 still to be asked." in rows[12]
        assert rows[15].split() == ["the", "community", "+", "agrees", "Lin", "Xiao"]
        assert rows[17].startswith("> the owners")
        await press(pilot, "1", "0")
        rows = shown(pilot.app)
        assert "C A R R I E D" in rows[13]
        assert "3 parties, all must agree; agree 3, disagree 0, reserve 0: carried." in rows[16]
        await press(pilot, "0")
    vote = votes(table.store)[0]
    assert vote.opened.way is Way.PARTIES
    assert figures(vote) == (3, 0, 0, True)
    assert vote.announced is not None
    assert said(vote, table.store) == {
        COMMUNITY: (Choice.YES, LIN),
        PROPERTY: (Choice.YES, ZHOU),
        OWNERS: (Choice.YES, OBRIEN),
    }


async def test_somebody_else_speaks_and_a_stand_is_taken_back(table: Floor):
    async with opened(table.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "right")
        assert shown(pilot.app)[15].endswith("Lin Xiao  [Chen Guo]")
        await press(pilot, "2", "3", "left", "1")
        assert said(votes(table.store)[0], table.store) == {
            COMMUNITY: (Choice.NO, CHEN),
            PROPERTY: (Choice.ABSTAIN, ZHOU),
            OWNERS: (Choice.YES, LI),
        }
        await press(pilot, "backspace", "backspace")
        assert said(votes(table.store)[0], table.store) == {COMMUNITY: (Choice.NO, CHEN)}
        assert shown(pilot.app)[16].startswith("> the property company")
        await press(pilot, "u", "enter")
        assert set(said(votes(table.store)[0], table.store)) == {COMMUNITY, PROPERTY}
        await press(pilot, "up", "up", "1")
        assert said(votes(table.store)[0], table.store)[COMMUNITY] == (Choice.YES, CHEN)


async def test_one_against_is_said_to_be_out_of_reach(table: Floor):
    async with opened(table.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "fullwidth_digit_two")
        assert "0 of 3 parties agree, 2 at most: cannot be carried any more." in "\n".join(shown(pilot.app))


async def test_a_silent_party_is_asked_about_before_the_close(table: Floor):
    async with opened(table.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "1", "space", "1", "0")
        assert "1 party has taken no stand. Close all the same?" in "\n".join(shown(pilot.app))
        await press(pilot, "escape")
        assert votes(table.store)[0].closed is None
        await press(pilot, "0", "enter")
        rows = "\n".join(shown(pilot.app))
    assert "3 parties, all must agree; agree 2, disagree 0, reserve 0, no stand" in rows
    assert figures(votes(table.store)[0]) == (2, 0, 0, False)


async def test_keys_typed_ahead_land_on_the_right_parties(table: Floor):
    app = opened(table.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0")
        await typed_ahead(app, ["1", "3", "backspace", "2", "1", "0", "0"])
        await settled(pilot)
    vote = votes(table.store)[0]
    assert {party: stand for party, (stand, _who) in said(vote, table.store).items()} == {
        COMMUNITY: Choice.YES,
        PROPERTY: Choice.NO,
        OWNERS: Choice.YES,
    }
    assert vote.announced is not None


@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_a_party_with_nobody_there_says_so_and_takes_no_key(tmp_path: Path, lang: str):
    table = joint.held(joint.founded(tmp_path / "joint.db"), (LIN, ZHOU))
    catalog.use(lang)
    async with opened(table.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0")
        rows = shown(pilot.app)
        away = {"en": "  the owners            x nobody here", "zh": "  业主                  x 无人到会"}
        assert rows[17].rstrip() == away[lang]
        live = {
            "en": "Not every party is represented: cannot be carried.",
            "zh": "不是每一方都有代表到会：不可能通过。",
        }
        assert live[lang] in "\n".join(rows)
        await press(pilot, "1", "1", "1", "0")
        rows = shown(pilot.app)
    verdict = {
        "en": "   Not carried: not every party is represented (2 of 3).",
        "zh": "   未通过：不是每一方都有代表到会（3 方中到会 2 方）。",
    }
    assert verdict[lang] in rows
    table.store.shut()
    assert all(len(row) <= 80 for row in rows)


async def test_somebody_who_comes_in_meanwhile_can_speak(tmp_path: Path):
    table = joint.held(joint.founded(tmp_path / "joint.db"), (LIN, ZHOU))
    app = opened(table.store, "votes")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "1", "1", "escape")
        who = joint.known(table.store)[LI]
        await app.clerk.send(attendance.sign_in, table.meeting, who, look=lambda at: None)
        await press(pilot, "8", "5")
        assert "2 of 3 parties agree: 1 still to be asked." in "\n".join(shown(pilot.app))
        await press(pilot, "1", "0")
    assert figures(votes(table.store)[0]) == (3, 0, 0, True)
    table.store.shut()


async def test_a_stand_is_corrected_with_its_reason(table: Floor):
    async with opened(table.store, "votes").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "0", "1", "1", "1", "0", "0")
        await press(pilot, "c")
        await press(pilot, "right", "right", "enter", "right", "enter", *"misheard", "ctrl+s")
        rows = "\n".join(shown(pilot.app))
    vote = votes(table.store)[0]
    assert said(vote, table.store)[OWNERS] == (Choice.NO, OBRIEN)
    assert figures(vote) == (2, 1, 0, False)
    assert "Corrected: agree 3 to 2, disagree 0 to 1, result carried to not carried" in rows


async def test_whom_somebody_speaks_for_is_typed_on_the_people_screen(tmp_path: Path):
    store = joint.founded(tmp_path / "joint.db")
    async with opened(store, "people").run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "the community" in shown(pilot.app)[5]
        await press(pilot, *["down"] * 5, "enter")
        assert "Party" in "\n".join(shown(pilot.app))
        await press(pilot, *["tab"] * 8, "right", "right", "ctrl+s")
    found = {each.name: each.party for each in store.reading(people.view_people)}
    store.shut()
    assert found[joint.LU] == PROPERTY


async def test_a_council_without_parties_is_not_asked_for_them(tmp_path: Path):
    store = assembly.found(tmp_path / "council.db")
    async with opened(store, "people").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        assert "Party" not in "\n".join(shown(pilot.app))
    store.shut()


@pytest.mark.parametrize(
    ("typed", "lang"), [("社区、物业，街道 [/]", "zh"), ("the community, property company; 街道 [/]", "en")]
)
async def test_parties_are_typed_into_the_rules_and_read_back(tmp_path: Path, typed: str, lang: str):
    store = assembly.found(tmp_path / "council.db")
    catalog.use(lang)
    app = opened(store, "rules")
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "e", "tab", "tab", "ctrl+u", *">= 1/1 of roll")
        await press(pilot, "tab", "tab", "ctrl+u", *">= 1/1 of roll", "tab")
        await typed_ahead(app, typed)
        await settled(pilot)
        told = {"en": "Carried if every party agrees.", "zh": "每一方都同意为通过。"}
        assert told[lang] in " ".join(panel(pilot.app))
        await press(pilot, "ctrl+s")
    made = store.reading(view_rules).current
    store.shut()
    assert made is not None
    assert made.rules.parties == (COMMUNITY, PROPERTY, "街道 [/]")
    assert made.rules.methods == ("parties",)


async def test_one_party_alone_is_refused(tmp_path: Path):
    store = assembly.found(tmp_path / "council.db")
    async with opened(store, "rules").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "e", *["tab"] * 5, *"owners")
        assert "There are two parties or more, each once" in " ".join(panel(pilot.app))
        await press(pilot, "ctrl+s")
        assert "parties" in shown(pilot.app)[22]
    made = store.reading(view_rules).current
    store.shut()
    assert made is not None
    assert made.rules.parties == ()


async def test_one_question_is_put_to_the_parties_by_another_rule(tmp_path: Path):
    table = joint.held(joint.founded(tmp_path / "joint.db", "council_default"))
    async with opened(table.store, "agenda").run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "j")
        rows = shown(pilot.app)
        await press(pilot, *["down"] * 11, "enter")
        rows = shown(pilot.app)
        assert any("by parties" in row for row in rows), rows
        await press(pilot, "0", "1", "1", "1", "0", "0")
    vote = votes(table.store)[0]
    assert (vote.rules.id, figures(vote)) == ("joint_meeting", (3, 0, 0, True))
    table.store.shut()


@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_the_sign_in_says_which_parties_are_missing(tmp_path: Path, lang: str):
    store = joint.founded(tmp_path / "joint.db")
    meeting, _item = assembly.plan(store)
    store.writing(attendance.sign_in, meeting, joint.known(store)[LIN])
    catalog.use(lang)
    async with opened(store, "agenda").run_test(size=SIZE) as pilot:
        await settled(pilot)
        page = "\n".join(shown(pilot.app))
        assert {"en": "parties 1/3  2 short", "zh": "各方 1/3  差 2"}[lang] in page
        missing = {"en": "Not represented: the property company, the owners", "zh": "无代表到会：物业、业主"}
        assert missing[lang] in page
        warned = {"en": "Not every party is here (1 of 3).", "zh": "各方未到齐（须 3 方，到会 1 方）。"}
        assert warned[lang] in page
        await press(pilot, "0")
        asked = {"en": "Not every party is represented (1 of 3).", "zh": "（3 方中到会 1 方）。"}
        assert asked[lang] in "\n".join(panel(pilot.app))
    store.shut()
