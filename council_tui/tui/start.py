"""Opens the file and runs the app on it: everything between the command line and the first frame."""

import asyncio
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from council_tui.domain.errors import Refusal
from council_tui.store.store import Store
from council_tui.tui import safety
from council_tui.usecases.council import view_council
from council_tui.usecases.record import view_last
from council_tui.usecases.verification import check_record, leave
from council_tui.wording import catalog
from council_tui.wording.entries import last_words
from council_tui.wording.say import say
from council_tui.wording.verdicts import check_words

if TYPE_CHECKING:
    from council_tui.tui.app import CouncilApp


def start(path: Path, lang: str | None) -> int:
    """Run the app on the council's file, which is made when there is none; the exit code.

    `lang` None: the council's language, and before there is a council the one in use.
    """
    refused = safety.guard_terminal()
    if refused:
        print(refused, file=sys.stderr)
        return 2
    safety.prepare()
    while True:
        try:
            store = Store(path, create=True)
        except Refusal as refusal:
            print(say(refusal), file=sys.stderr)
            return 2
        try:
            code, again = _run(store, lang)
        finally:
            leave(store)
            store.shut()
        if not again:
            return code


def _run(store: Store, lang: str | None) -> tuple[int, bool]:
    """One run of the app: its exit code, and whether it is to be opened again after it broke."""
    gc.disable()  # until the first frame stands: a collection among imports only costs
    from council_tui.tui.app import CouncilApp
    from council_tui.tui.crash import BROKEN

    council = store.reading(view_council)
    if lang is None and council is not None:
        catalog.use(council.lang)
    safety.install_input_gate()
    app = CouncilApp(store)
    asyncio.run(app.run_async())
    code = app.return_code or 0
    return code, code == BROKEN and _again(app, store)


def _again(app: "CouncilApp", store: Store) -> bool:
    """Say what happened and what is kept, and ask."""
    from council_tui.tui.crash import crash_page, report_of, wanted_again

    try:
        last = last_words(store.reading(view_last))
        checked = check_words(check_record(store, tail=True))
    except Refusal as refusal:
        last, checked = "", say(refusal)
    return wanted_again(crash_page(report_of(app), last=last, checked=checked))
