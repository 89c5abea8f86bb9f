"""Opens the file and runs the app on it: everything between the command line and the first frame."""

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from council_tui.domain.errors import Refusal
from council_tui.store.store import Store
from council_tui.tui import safety, unused
from council_tui.tui.later import Later
from council_tui.usecases.council import view_council
from council_tui.usecases.home import view_home
from council_tui.wording import catalog

if TYPE_CHECKING:
    from council_tui.domain.council import CouncilView
    from council_tui.tui.app import CouncilApp
    from council_tui.usecases import verification
    from council_tui.wording import say
else:
    verification, say = Later("usecases.verification"), Later("wording.say")


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
            store = Store(path, create=True, meanwhile=_import_screens)
        except Refusal as refusal:
            print(say.say(refusal), file=sys.stderr)
            return 2
        try:
            code, again = _run(store, lang)
        finally:
            verification.leave(store)
            store.shut()
        if not again:
            return code


def _import_screens(store: Store) -> None:
    """While one thread opens the file and looks at it for Home, the other imports what will paint it."""
    for view in (view_council, view_home):
        store.ahead[view] = store.looking(view)
    import council_tui.tui.screens.home  # noqa: F401


def _run(store: Store, lang: str | None) -> tuple[int, bool]:
    """One run of the app: its exit code, and whether it is to be opened again after it broke."""
    from council_tui.tui import gates
    from council_tui.tui.app import CouncilApp
    from council_tui.tui.crash import BROKEN

    unused.let_in()
    council: CouncilView | None = store.ahead.pop(view_council).result()
    if lang is None and council is not None:
        catalog.use(council.lang)
    catalog.texts(catalog.current())  # while the store still looks for Home
    gates.install_input_gate()
    app = CouncilApp(store)
    asyncio.run(app.run_async())
    code = app.return_code or 0
    return code, code == BROKEN and _again(app, store)


def _again(app: "CouncilApp", store: Store) -> bool:
    """Say what happened and what is kept, and ask."""
    from council_tui.tui.crash import crash_page, report_of, wanted_again
    from council_tui.usecases.record import view_last
    from council_tui.wording.entries import last_words
    from council_tui.wording.verdicts import check_words

    try:
        last = last_words(store.reading(view_last))
        checked = check_words(verification.check_record(store, tail=True))
    except Refusal as refusal:
        last, checked = "", say.say(refusal)
    return wanted_again(crash_page(report_of(app), last=last, checked=checked))
