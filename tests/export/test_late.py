"""The papers of an evening of which one vote was taken on paper, and entered when the laptop was back.

`WRITE_GOLDENS=1 pytest` of this file writes them anew, to be read before they are committed.
"""

import os
from pathlib import Path

import pytest

from council_tui.domain.minutes import PaperKind
from council_tui.export import Page
from council_tui.export.text import write
from council_tui.usecases import meetings
from council_tui.wording.minutes import compose_in
from tests import late

GOLDEN = Path(__file__).parent.parent / "golden" / "papers"
CASES = [(kind, lang) for kind in PaperKind for lang in ("zh", "en")]


@pytest.mark.parametrize(("kind", "lang"), CASES, ids=str)
def test_the_paper_of_a_vote_entered_late_reads_as_it_was_reviewed(
    tmp_path: Path, kind: PaperKind, lang: str
):
    with late.returned(tmp_path / "council.db") as floor:
        late.caught_up(floor)
        meeting = floor.store.reading(meetings.view_meeting, floor.meeting)
    content = write(compose_in(meeting, kind, lang), Page(76)).decode("utf-8")
    path = GOLDEN / f"late-{kind}-{lang}.txt"
    if os.environ.get("WRITE_GOLDENS"):
        path.write_text(content, encoding="utf-8")
    assert content == path.read_text("utf-8")
