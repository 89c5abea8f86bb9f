"""Owners' papers at the desk: a key to its painted mark with 13,000 units, beside the same with 130.

Run as `python -m tests.bench.units`. Both sizes run in turn, in one process; a ratio is the median of the
rounds', each of the median of its papers. A paper is one digit: committed, read back and painted.
"""

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from functools import partial
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from council_tui.domain.rules import rules_text
from council_tui.domain.unitlists import AreaSource, UnitRow
from council_tui.intake.rules import preset
from council_tui.tui.app import CouncilApp
from council_tui.usecases import agenda, owners, units
from tests import assembly
from tests.tui.screen import opened, settled

SMALL, LARGE = 130, 13_000
GOAL = 1.1


def rows(count: int) -> list[UnitRow]:
    """So many units; every fiftieth is the developer's."""
    return [
        UnitRow(
            n + 2,
            f"{n // 120 + 1}-{n % 120 + 101}",
            5_000 + n % 9_000,
            "开发商" if n % 50 == 0 else f"王小明{n}",
            True,
            None,
            None,
            AreaSource.REGISTER,
        )
        for n in range(count)
    ]


def app(folder: Path, count: int) -> CouncilApp:
    """An open vote of owners."""
    floor = assembly.convene(assembly.found(folder / f"{count}.db"))
    floor.store.writing(agenda.open_item, floor.meeting, floor.item)
    floor.store.writing(units.import_units, rows(count))
    rule = rules_text(preset("cc278_general"))
    floor.store.writing(owners.open_owners_vote, floor.meeting, floor.motion, rule)
    return opened(floor.store, "votes")


async def paper(pilot: Pilot[None], number: int) -> float:
    """Milliseconds from the digit to the picture that shows it, read back after the commit."""
    for key in f"1-{number + 101}":
        await pilot.press(key)
    await pilot.press("enter")
    before = pilot.app.screen.view  # type: ignore[attr-defined]
    started = time.perf_counter()
    pilot.app.post_message(events.Key("1", "1"))
    while pilot.app.screen.view is before:  # type: ignore[attr-defined]
        await asyncio.sleep(0)
    return (time.perf_counter() - started) * 1_000


async def measured(
    small: CouncilApp, large: CouncilApp, rounds: int, papers: int
) -> list[tuple[float, float]]:
    """The median of each round's papers, small and large."""
    found = []
    async with small.run_test(size=(80, 24)) as first, large.run_test(size=(80, 24)) as second:
        await settled(first)
        await settled(second)
        for turn in range(rounds):
            medians = []
            for pilot in (first, second):
                took = [await paper(pilot, turn * papers + each) for each in range(1, papers + 1)]
                medians.append(statistics.median(took))
            found.append((medians[0], medians[1]))
    return found


def main() -> None:
    """Print both medians and their ratio; assert nothing."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=7)
    asked.add_argument("--papers", type=int, default=15)
    told = asked.parse_args()
    os.environ["COUNCIL_TUI_CLOCK"] = "2023-02-08T19:30"
    with tempfile.TemporaryDirectory() as folder:
        apps = [partial(app, Path(folder), count)() for count in (SMALL, LARGE)]
        found = asyncio.run(measured(apps[0], apps[1], told.rounds, told.papers))
    ratio = statistics.median(large / small for small, large in found)
    small, large = (statistics.median(each) for each in zip(*found, strict=True))
    print(f"{SMALL} units {small:.2f} ms, {LARGE} units {large:.2f} ms: {ratio:.2f} (goal {GOAL})")


if __name__ == "__main__":
    main()
