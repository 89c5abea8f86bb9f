"""The app: screens, keys that work everywhere, language and theme. It knows no noun of the council."""

import asyncio
import gc
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding
from textual.filter import LineFilter

from council_tui.store.store import Store
from council_tui.tui import gates, keys, later, safety, theme
from council_tui.tui.clerk import Clerk, ClerkApp
from council_tui.tui.crash import Composed
from council_tui.tui.later import Later
from council_tui.tui.screens import tabs
from council_tui.tui.screens.base import BaseScreen
from council_tui.tui.settling import Settling
from council_tui.tui.stylesheet import KeptStylesheet
from council_tui.tui.typeahead import Patient
from council_tui.wording import catalog
from council_tui.wording.catalog import N_, _

if TYPE_CHECKING:
    from council_tui.tui import help, palette, watch
else:
    help, palette, watch = Later("tui.help"), Later("tui.palette"), Later("tui.watch")

GATE = gates.OutputGate()
"""One for all lines: what it let pass is kept for it by the line."""


class CouncilApp(Composed, Patient, Settling, ClerkApp, inherit_bindings=False):
    """The council's book, open on the table."""

    CSS_PATH = Path(__file__).parent / "styles" / "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    MODES: ClassVar = {tab.id: tab.make for tab in tabs()}
    DEFAULT_MODE = "home"
    BINDINGS: ClassVar = [
        *(Binding(tab.key, f"go('{tab.id}')", tab.title, id=f"app.{tab.id}", show=False) for tab in tabs()),
        Binding("ctrl+p", "palette", N_("commands"), id="app.palette", show=False, priority=True),
        Binding(keys.QUESTION, "help", N_("help"), id="app.help", show=False),
        Binding("f6", "language", N_("Chinese / English"), id="app.language", show=False),
        Binding("f7", "next_theme", N_("dark / light / high contrast"), id="app.theme", show=False),
        Binding("ctrl+q", "quit", N_("quit"), id="app.quit", show=False),
    ]

    _variables_of = ""

    def __init__(self, store: Store):
        super().__init__()
        self.clerk = Clerk(store)
        for each in theme.THEMES:
            self.register_theme(each)
        self.theme = theme.THEMES[0].name
        self.stylesheet = KeptStylesheet(variables=self.get_css_variables())
        self._disable_notifications = self._disable_tooltips = True  # else each screen has two more widgets

    def get_css_variables(self) -> dict[str, str]:
        """Textual's, made once for a theme: it asks for them seven times before the first frame."""
        if self._variables_of != self.theme:
            self._variables_of, self._variables = self.theme, super().get_css_variables()
        return self._variables

    def on_mount(self) -> None:
        """Answer signals, and follow the other window where this one only looks."""
        safety.handle_signals(self)
        if self.clerk.read_only:
            self.set_interval(watch.EVERY, self._follow)
        self.call_after_refresh(self.run_worker, self._settle, group="look")

    async def _settle(self) -> None:
        """After the first whole frame: what waited for it, and what imports left behind, are dealt with."""
        painted = asyncio.Event()
        self.screen.call_after_refresh(painted.set)
        await painted.wait()
        await later.arrive()
        gc.collect()
        gc.freeze()
        gc.enable()
        await watch.check(self.clerk)
        if self.clerk.alarms:
            self._repaint()

    async def _follow(self) -> None:
        waited = self.clerk.waiting
        moved = await watch.moved(self.clerk)
        screen = self.screen_stack[0]
        if isinstance(screen, BaseScreen) and (moved or screen.behind):
            screen.look_again()
        elif waited != self.clerk.waiting:
            self._repaint()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's, and the gate that no control character of anybody's text passes."""
        return [*super().get_line_filters(), GATE]

    def action_go(self, mode: str) -> None:
        """Show a screen."""
        if len(self.screen_stack) == 1:
            self.switch_mode(mode)

    @work(group="ask")
    async def action_palette(self) -> None:
        """Every command of the screen that is seen."""
        screen = self.screen
        if isinstance(screen, palette.Palette) or getattr(screen, "ALONE", False):
            return
        action = await self.push_screen_wait(palette.Palette(palette.commands(screen)))
        if action and self.screen is screen:
            await screen.run_action(action)

    def action_help(self) -> None:
        """Every key of the screen that is seen."""
        if not isinstance(self.screen, help.Help):
            self.push_screen(help.Help(_("What the keys do here"), help.explained(self.screen)))

    def action_language(self) -> None:
        """The next language; what is being typed stays."""
        found = catalog.languages()
        catalog.use(found[(found.index(catalog.current()) + 1) % len(found)])
        self._repaint()

    def action_next_theme(self) -> None:
        """Dark, light, high contrast, and round again."""
        names = [each.name for each in theme.THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self.call_after_refresh(self._repaint)

    def _repaint(self) -> None:
        for screen in self.screen_stack:
            if callable(paint := getattr(screen, "paint", None)):
                paint()
