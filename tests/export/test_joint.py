"""The papers of a joint meeting: each party's stand, through whom, what was needed, and what came of it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import PaperKind
from council_tui.domain.votes import Choice, Way
from council_tui.export import Page
from council_tui.export.text import write
from council_tui.store.store import Store
from council_tui.usecases import agenda, attendance, meetings, parties, proposals, results, votes
from council_tui.usecases.agenda import ItemEntry
from council_tui.usecases.proposals import Wording
from council_tui.wording.minutes import compose_in
from tests import joint
from tests.assembly import Floor
from tests.joint import CHEN, COMMUNITY, LI, LIN, LU, OBRIEN, OWNERS, PROPERTY, ZHOU
from tests.meetings import evening

GOLDEN = Path(__file__).parent.parent / "golden" / "papers"
CASES = [(kind, lang) for kind in PaperKind for lang in ("zh", "en")]


def says(table: Floor, motion: int, stands: dict[str, tuple[Choice, str]]) -> int:
    """A vote by parties, closed and announced."""
    vote = table.store.writing(votes.open_vote, table.meeting, motion, Way.PARTIES)
    for party, (stand, name) in stands.items():
        table.store.writing(parties.take_stand, vote, party, stand, joint.known(table.store)[name])
    table.store.writing(parties.close_parties, vote)
    table.store.writing(results.announce_result, vote)
    return vote


def hold(store: Store) -> Floor:
    """Carried by all; the same corrected; lost to a reservation and a silence; lost to an empty chair;
    carried; carried and annulled."""
    with evening() as at:
        at("18:50")
        table = joint.held(store, (LIN, CHEN, ZHOU, OBRIEN, LU))
        at("19:10")
        yes = {COMMUNITY: (Choice.YES, CHEN), PROPERTY: (Choice.YES, ZHOU), OWNERS: (Choice.YES, OBRIEN)}
        vote = says(table, table.motion, yes)
        at("19:12")
        store.writing(results.correct_stand, vote, OWNERS, Choice.NO, "听错了 [/]")
        at("19:20")
        again = moved(table, "停车位 [b")
        says(table, again, {COMMUNITY: (Choice.YES, LIN), PROPERTY: (Choice.ABSTAIN, ZHOU)})
        at("19:30")
        store.writing(attendance.sign_out, table.meeting, joint.known(store)[OBRIEN])
        last = moved(table, "充电棚")
        says(table, last, {COMMUNITY: (Choice.YES, LIN), PROPERTY: (Choice.YES, ZHOU)})
        at("19:40")
        store.writing(attendance.sign_in, table.meeting, joint.known(store)[LI])
        done = moved(table, "旧物回收")
        says(table, done, {**yes, OWNERS: (Choice.YES, LI)})
        at("19:44")
        wrong = says(table, moved(table, "门禁"), {**yes, OWNERS: (Choice.YES, LI)})
        at("19:46")
        store.writing(results.annul_vote, wrong, "=李四没有委托书")
        at("19:50")
        store.writing(meetings.adjourn, table.meeting)
    return table


def moved(table: Floor, title: str) -> int:
    """Another item with its motion before the meeting."""
    item = table.store.writing(agenda.add_item, table.meeting, ItemEntry(title))
    table.store.writing(agenda.open_item, table.meeting, item)
    mover = joint.known(table.store)[LIN]
    return table.store.writing(proposals.move, table.meeting, item, Wording(f"办{title}"), mover)


@pytest.fixture(scope="module")
def joined(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MeetingView]:
    """The meeting, held once."""
    store = joint.founded(tmp_path_factory.mktemp("joint") / "council.db")
    yield store.reading(meetings.view_meeting, hold(store).meeting)
    store.shut()


@pytest.mark.parametrize(("kind", "lang"), CASES, ids=str)
def test_a_joint_meeting_reads_as_it_was_reviewed(joined: MeetingView, kind: PaperKind, lang: str):
    content = write(compose_in(joined, kind, lang), Page(76)).decode("utf-8")
    path = GOLDEN / f"joint-{kind}-{lang}.txt"
    if os.environ.get("WRITE_GOLDENS"):
        path.write_text(content, "utf-8")
    assert content == path.read_text("utf-8")


def test_the_minutes_name_the_rule_the_stands_what_was_needed_and_the_result(joined: MeetingView):
    said = " ".join(write(compose_in(joined, PaperKind.MINUTES, "en"), Page(76)).decode("utf-8").split())
    assert "Carried if every party agrees." in said
    assert "the community: Lin Xiao, Chen Guo; the property company: Zhou Yiyi" in said
    assert "3 parties, all must agree; agree 2, disagree 1, reserve 0: not carried." in said
    assert "The community agreed (Chen Guo); the property company agreed (Zhou Yiyi)" in said
    assert "the property company reserved judgement (Zhou Yiyi); the owners took no stand." in said
    assert "Not carried: not every party is represented (2 of 3)." in said
    assert "the owners had no representative." in said
    assert "Annulled at 19:46: =李四没有委托书. The result stands no longer." in said
    assert "Corrected: agree 3 to 2, disagree 0 to 1, result carried to not carried" in said
