"""Opens the file and runs the app on it: everything between the command line and the first frame."""

import asyncio
import sys
from pathlib import Path

from council_tui.domain.errors import Refusal
from council_tui.store.store import Store
from council_tui.tui import safety
from council_tui.usecases.council import view_council
from council_tui.wording import catalog
from council_tui.wording.say import say


def start(path: Path, lang: str | None) -> int:
    """Run the app on the council's file, which is made when there is none; the exit code.

    `lang` None: the council's language, and before there is a council the one in use.
    """
    refused = safety.guard_terminal()
    if refused:
        print(refused, file=sys.stderr)
        return 2
    safety.prepare()
    try:
        store = Store(path, create=True)
    except Refusal as refusal:
        print(say(refusal), file=sys.stderr)
        return 2
    try:
        return _run(store, lang)
    finally:
        store.shut()


def _run(store: Store, lang: str | None) -> int:
    from council_tui.tui.app import CouncilApp

    council = store.reading(view_council)
    if lang is None and council is not None:
        catalog.use(council.lang)
    safety.install_input_gate()
    app = CouncilApp(store)
    asyncio.run(app.run_async())
    return app.return_code or 0
