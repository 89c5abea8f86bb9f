"""A result that stands no longer is named by what became of it, whoever is named with it."""

from dataclasses import replace

import pytest

from council_tui.domain.ids import PersonId, PollId
from council_tui.domain.meeting import MeetingView
from council_tui.domain.reopenings import PollReopened, Reopening
from council_tui.wording.catalog import speaking
from council_tui.wording.papers.reopenings import reopened

MADE = PollReopened(PollId(1), Reopening.ANNULLED, None, "票箱未封 [/]", None, "2023-02-08T20:15:00")


@pytest.mark.parametrize(
    ("why", "mover", "english", "chinese"),
    [
        (Reopening.ANNULLED, None, "Annulled at 20:15: 票箱未封 [/]. The", "20:15作废：票箱未封 [/]。"),
        (Reopening.ANNULLED, 2, "Annulled at 20:15, as Chen Guo", "20:15应陈果 [/]要求作废：票箱未封"),
        (
            Reopening.RECONSIDERED,
            2,
            "Taken up again at 20:15, moved by Chen Guo: 票",
            "由陈果 [/]提出复议：票",
        ),
        (Reopening.RECONSIDERED, None, "Taken up again at 20:15", "提出复议：票箱未封 [/]。"),
        (Reopening.SECOND_ROUND, None, "A second round was called at 20:15: 票箱", "决定进行第二轮表决：票"),
    ],
)
def test_it_says_what_became_of_it(
    evening: MeetingView, why: Reopening, mover: PersonId | None, english: str, chinese: str
):
    told = replace(MADE, why=why, mover=mover)
    with speaking("en"):
        assert reopened(evening, told).startswith(english)
    with speaking("zh"):
        assert chinese in reopened(evening, told)
