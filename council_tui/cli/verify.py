"""`council-tui verify`: whether the record, or a paper that left it, is as it was written."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from council_tui.cli import answers, exits, spoken
from council_tui.cli.exits import Refused
from council_tui.cli.opening import Chosen, record
from council_tui.cli.patience import patience
from council_tui.wording.catalog import N_, _

if TYPE_CHECKING:
    from council_tui.domain.failures import OlderFile
    from council_tui.domain.tracing import Traced
    from council_tui.domain.verdicts import Check
    from council_tui.store.store import Store

MOST_BYTES = 20 * 2**20
"""So long may a paper be."""


@click.command(
    "verify",
    cls=spoken.Command,
    help=N_("Check the record from its first entry to its last; and a paper, if one is named."),
)
@click.argument("paper", required=False, type=click.Path(path_type=Path))
@spoken.option("--json", "as_json", is_flag=True, help=N_("Answer in JSON."))
@click.pass_context
def verify(ctx: click.Context, paper: Path | None, as_json: bool) -> None:
    """Exit code 0: all is sound; 1: something is not; 2: it could not be looked at."""
    from council_tui.usecases import verification

    content = _read(paper) if paper is not None else None
    chosen: Chosen = ctx.obj
    with patience(), record(chosen) as store:
        check = verification.check_record(store)
        older = store.reading(verification.view_age)
        traced = _traced(store, content) if content is not None else None
    if older is None:
        verification.remember(check)
    if as_json:
        answers.json(_answer(check, older, traced))
    else:
        _say(check, older, traced)
    if not (check.sound and older is None and (traced is None or traced.sound)):
        ctx.exit(exits.WRONG)


def _read(paper: Path) -> bytes:
    with paper.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise Refused(_("{path} is too large to be a paper.").format(path=paper))
    return content


def _traced(store: "Store", content: bytes) -> "Traced":
    from hashlib import sha256

    from council_tui.export.anchor import paper_text, read_anchor
    from council_tui.usecases.tracing import view_traced

    return store.reading(view_traced, sha256(content).hexdigest(), read_anchor(paper_text(content)))


def _say(check: "Check", older: "OlderFile | None", traced: "Traced | None") -> None:
    from council_tui.wording.say import say
    from council_tui.wording.tracing import traced_words
    from council_tui.wording.verdicts import check_words, fault_words

    answers.line(check_words(check))
    for fault in check.faults:
        answers.line(fault_words(fault))
    if older is not None:
        answers.line(say(older))
    if traced is not None:
        answers.line(traced_words(traced))


def _answer(check: "Check", older: "OlderFile | None", traced: "Traced | None") -> dict[str, Any]:
    """What a program reads: the record, each fault, an older file, the paper."""
    return {
        "sound": check.sound,
        "entries": check.entries,
        "facts": check.facts,
        "head": {"entry": check.seq, "hash": check.head},
        "faults": [asdict(fault) for fault in check.faults],
        "older_than": None if older is None else {"entry": older.remembered, "found": older.found},
        "paper": None if traced is None else {"sound": traced.sound, **asdict(traced)},
    }
