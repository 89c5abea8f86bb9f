"""Runs every program once a round, in another order each; a ratio is the median of those of each round."""

import argparse
import os
import statistics
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.bench.timed import ALL, Files, Milliseconds

RATIOS: tuple[tuple[str, float | None, Callable[[Milliseconds], float]], ...] = (
    ("a bare program's start / its twin's", None, lambda ms: ms["twin"] / ms["hello"]),
    ("start to the whole first frame / a bare program's", 1.15, lambda ms: ms["home"] / ms["hello"]),
    (
        "roll call, key to mark / a table's cursor + a commit",
        1.2,
        lambda ms: ms["roll call"] / (ms["table"] + ms["commit"]),
    ),
    ("60 answers typed ahead / 60 bare commits", 0.8, lambda ms: ms["burst"] / ms["commits"]),
    ("a screen seen again / a table's cursor", 1.5, lambda ms: ms["visit"] / ms["table"]),
    ("--version / import click, sqlite3", 1.3, lambda ms: ms["version"] / ms["imports"]),
)
"""What is printed: its name, the goal, and how it is made of one round."""


def main() -> None:
    """Time, and print."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    asked.add_argument("--rounds", type=int, default=11)
    asked.add_argument("--meetings", type=int, default=48)
    asked.add_argument("--only", default="", help="names of what is timed, with commas")
    words = asked.parse_args()
    files = Files(Path(tempfile.gettempdir()) / f"council-tui-bench-{os.getuid()}", words.meetings)
    chosen = [each for each in ALL if not words.only or each.__name__ in words.only.split(",")]
    rounds = []
    for number in range(words.rounds + 1):
        first = number % len(chosen)
        found: Milliseconds = {}
        for each in (*chosen[first:], *chosen[:first]):
            found |= each(files)
        rounds.append(found)
    _tell(rounds[1:])  # the first round warms up


def _tell(rounds: Sequence[Milliseconds]) -> None:
    load = os.getloadavg()[0]
    print(f"{len(rounds)} rounds, load {load:.1f}")
    for name in rounds[0]:
        print(f"{statistics.median(each[name] for each in rounds):9.2f} ms  {name}")
    for name, goal, ratio in RATIOS:
        try:
            found = sorted(ratio(each) for each in rounds)
        except KeyError:
            continue
        low, middle, high = (found[int(share * (len(found) - 1))] for share in (0.25, 0.5, 0.75))
        wanted = f"goal {goal:.2f}" if goal else ""
        print(f"{middle:9.2f}     {name} ({low:.2f}-{high:.2f}) {wanted}")


if __name__ == "__main__":
    main()
