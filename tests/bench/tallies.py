"""Counts at scale: a million ranked papers, and equal shares beside pabutools.

Run as `python -m tests.bench.tallies`. Each part runs in a process of its own, so that a peak of
memory is its own, one after the other in each round; a ratio is the median of those of each round.
pabutools is no dependency of the project: install pabutools==1.2.3 into an environment of its own,
and name its Python with `--pabutools`.

Seconds are those of the processor: nothing here waits for a disk, and a busy machine would add the others'.
"""

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

PAPERS, CANDIDATES, SEATS = 1_000_000, 10, 3
VOTERS, PROJECTS = 10_000, 200
STV_GOAL, SHARES_GOAL = 1.5, 0.4
ROOT = Path(__file__).parents[2]

Answer = dict[str, Any]


def ranked_file(path: Path) -> None:
    """A million papers by voters with a place on a line of candidates, some of them strict, some not."""
    draw = random.Random(7)
    lengths = [1, 2, 3, 4, 5, 6, 7, 8, 10, 10]
    with path.open("w", encoding="utf-8") as file:
        file.write(f"{CANDIDATES} {SEATS}\n")
        for _ in range(PAPERS):
            place, spread = draw.randint(1, CANDIDATES), draw.choice([2, 4, 9])
            order = sorted(
                range(1, CANDIDATES + 1), key=lambda each: abs(each - place) + draw.random() * spread
            )
            file.write(f"1 {' '.join(map(str, order[: draw.choice(lengths)]))} 0\n")
        file.write(
            "0\n" + "".join(f'"Candidate {each}"\n' for each in range(1, CANDIDATES + 1)) + '"Bench"\n'
        )


def priced_file(path: Path) -> None:
    """A city's projects, each voter approving of some of the known ones and of their own quarter."""
    draw = random.Random(11)
    costs = [draw.randint(5, 200) * 1_000 for _ in range(PROJECTS)]
    known = [1 / (1 + place) ** 0.5 for place in range(PROJECTS)]
    lines = ["META", "key;value", f"budget;{sum(costs) // 4}", "vote_type;approval", "PROJECTS"]
    lines += ["project_id;cost", *(f"p{number:03};{cost}" for number, cost in enumerate(costs)), "VOTES"]
    lines.append("voter_id;vote")
    for voter in range(VOTERS):
        some = set(draw.choices(range(PROJECTS), known, k=draw.randint(2, 15)))
        lines.append(f"{voter};{','.join(f'p{number:03}' for number in sorted(some))}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def plain_reading(path: Path) -> Answer:
    """The floor: equal lines counted, different ones taken apart, equal papers added up; nothing checked."""
    papers: dict[tuple[int, ...], int] = {}
    with path.open("rb") as file:
        file.readline()
        lines = Counter(file)
    for line, times in lines.items():
        words = line.split()
        if words[0].isdigit():
            ranking = tuple(map(int, words[1:-1]))
            papers[ranking] = papers.get(ranking, 0) + int(words[0]) * times
    return {"different": len(papers)}


def reading(path: Path) -> Answer:
    """Our own reading, with all that it checks."""
    from council_tui.domain.tally import METHODS
    from council_tui.intake import ballots

    return {"different": len(ballots.read(path.read_bytes(), METHODS["stv"]).papers)}


def counting(method: str) -> Callable[[Path], Answer]:
    """Reading and counting by a method for ranked papers."""

    def part(path: Path) -> Answer:
        from council_tui.domain.tally import METHODS
        from council_tui.domain.tally.model import Terms
        from council_tui.intake import ballots

        found = ballots.read(path.read_bytes(), METHODS[method])
        return {"winners": METHODS[method].count(found, Terms(SEATS)).winners}

    return part


def shares(path: Path) -> Answer:
    """Equal shares, reading left out, with the projects' order as the lot, as pabutools breaks its ties."""
    from council_tui.domain.tally import METHODS
    from council_tui.domain.tally.model import Terms
    from council_tui.intake import ballots

    found: Any = ballots.read(path.read_bytes(), METHODS["mes"])
    terms = Terms(budget=found.budget, lot=tuple(range(1, PROJECTS + 1)))
    start = time.process_time()
    result = METHODS["mes"].count(found, terms)
    seconds = time.process_time() - start
    return {"seconds": seconds, "winners": sorted(found.candidates[each - 1] for each in result.winners)}


PEER = """
import json, resource, sys, time
from pabutools.election import Cost_Sat, parse_pabulib
from pabutools.rules import method_of_equal_shares
instance, profile = parse_pabulib(sys.argv[1])
start = time.process_time()
found = method_of_equal_shares(instance, profile, Cost_Sat)
seconds = time.process_time() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps({"seconds": seconds, "winners": sorted(each.name for each in found), "peak": peak}))
"""

PARTS: dict[str, Callable[[Path], Answer]] = {
    "plain reading": plain_reading,
    "reading": reading,
    "stv": counting("stv"),
    "schulze": counting("schulze"),
    "mes": shares,
}
"""What is timed, by name."""


def part(name: str, path: Path) -> Answer:
    """One part, in this process: its seconds and its peak of memory in megabytes."""
    start = time.process_time()
    answer = PARTS[name](path)
    answer.setdefault("seconds", time.process_time() - start)
    return answer | {"peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}


def ran(*words: str) -> Answer:
    """The answer of another process."""
    told = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    answer: Answer = json.loads(told.splitlines()[-1])
    return answer


def told(name: str, answers: list[Answer]) -> None:
    """A line for a part."""
    seconds = statistics.median(each["seconds"] for each in answers)
    print(f"{seconds:9.2f} s   peak {max(each['peak'] for each in answers):4} MB  {name}")


def ratio(name: str, goal: float | None, above: list[Answer], below: list[Answer]) -> None:
    """A line for a ratio."""
    found = [one["seconds"] / other["seconds"] for one, other in zip(above, below, strict=True)]
    print(f"{statistics.median(found):9.2f}     {name}" + (f" (goal {goal})" if goal else ""))


def main() -> None:
    """Make the files, time, and print."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench.tallies", description=__doc__)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--pabutools", default=sys.executable, help="a Python that has pabutools")
    asked.add_argument("--part", nargs=2, metavar=("NAME", "FILE"), help=argparse.SUPPRESS)
    words = asked.parse_args()
    if words.part:
        print(json.dumps(part(words.part[0], Path(words.part[1]))))
        return
    folder = Path(tempfile.gettempdir()) / f"council-tui-tallies-{os.getuid()}"
    folder.mkdir(exist_ok=True)
    ranked(folder, words.rounds)
    priced(folder, words.rounds, words.pabutools)


def ranked(folder: Path, rounds: int) -> None:
    """A million papers, by the parts that read and count them."""
    path = folder / "ranked.blt"
    if not path.exists():
        ranked_file(path)
    names = ("plain reading", "reading", "stv", "schulze")
    one = (sys.executable, "-m", "tests.bench.tallies", "--part")
    every = [{name: ran(*one, name, str(path)) for name in names} for _ in range(rounds)]
    by_name = {name: [each[name] for each in every] for name in names}
    print(f"{PAPERS} papers, {CANDIDATES} candidates, {by_name['reading'][0]['different']} different")
    for name in names:
        told(name, by_name[name])
    ratio("stv, reading and counting / reading and collapsing", STV_GOAL, by_name["stv"], by_name["reading"])
    ratio("the same / plain reading that checks nothing", None, by_name["stv"], by_name["plain reading"])
    ratio("schulze, reading and counting / reading", None, by_name["schulze"], by_name["reading"])


def priced(folder: Path, rounds: int, peer: str) -> None:
    """Equal shares, here and in pabutools."""
    path = folder / "priced.pb"
    if not path.exists():
        priced_file(path)
    one = (sys.executable, "-m", "tests.bench.tallies", "--part", "mes", str(path))
    if subprocess.run([peer, "-c", "import pabutools"], capture_output=True, check=False).returncode:
        told("mes", [ran(*one)])
        print("          pabutools is not there: pip install pabutools==1.2.3, and --pabutools PYTHON")
        return
    every = [(ran(*one), ran(peer, "-c", PEER, str(path))) for _ in range(rounds)]
    ours, theirs = [each[0] for each in every], [each[1] for each in every]
    print(f"{PROJECTS} projects, {VOTERS} voters, {len(ours[0]['winners'])} funded")
    told("mes", ours)
    told("pabutools", theirs)
    ratio("mes / pabutools", SHARES_GOAL, ours, theirs)
    print("          the same winners:", ours[0]["winners"] == theirs[0]["winners"])


if __name__ == "__main__":
    main()
