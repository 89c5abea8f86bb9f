"""Minutes: what is missing, the paper as it would be printed, its wording, its seal, and its way out."""

from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.binding import Binding

from council_tui.domain.errors import NothingChanged, NotOver
from council_tui.domain.papers import PapersView, Standing, exported, final, standing
from council_tui.tui import recorded
from council_tui.tui.dialogs import Choose, Confirm
from council_tui.tui.pages import minutes, minutes_forms, unmet
from council_tui.tui.papers.mending import mendable
from council_tui.tui.papers.outgoing import Outgoing
from council_tui.tui.screens.framed import NextStep
from council_tui.tui.widgets.frame import Hint
from council_tui.usecases.minutes import sign_off
from council_tui.wording.catalog import N_, _

WITH_PAPERS = frozenset({"mend", "word", "sign", "export", "change", "walk", "turn"})


class MinutesScreen(Outgoing):
    """The papers of the meeting in hand."""

    BINDINGS: ClassVar = [
        Binding("enter", "mend", N_("mend"), id="minutes.mend", show=False),
        Binding("e", "word", N_("reword"), id="minutes.word"),
        Binding("g", "sign", N_("sign off"), id="minutes.sign"),
        Binding("x", "export", N_("export"), id="minutes.export"),
        Binding("v", "change('kind')", N_("record / minutes"), id="minutes.kind"),
        Binding("l", "change('language')", N_("paper's language"), id="minutes.language", show=False),
        Binding("right", "change('columns', -1)", N_("wider"), id="minutes.wider", show=False),
        Binding("left", "change('columns', 1)", N_("narrower"), id="minutes.narrower", show=False),
        Binding("up,k", "walk(-1)", N_("up"), id="minutes.up", show=False),
        Binding("down,j", "walk(1)", N_("down"), id="minutes.down", show=False),
        Binding("pageup", "turn(-1)", N_("back a page"), id="minutes.back", show=False),
        Binding("pagedown,space", "turn(1)", N_("a page on"), id="minutes.on", show=False),
        Binding("home", "turn(-999)", N_("first page"), id="minutes.first", show=False),
        Binding("end", "turn(999)", N_("last page"), id="minutes.last", show=False),
    ]

    def next_step(self, view: PapersView) -> NextStep | None:
        """Mend the first gap, sign off, hand out, go home."""
        if (papers := self.papers) is None:
            return unmet.way()
        meeting = papers.meeting
        if not meeting.adjourned_at:
            return NextStep(_("back to the agenda"), "app.go('agenda')")
        if standing(meeting, papers.sha256) in {Standing.UNSEALED, Standing.CHANGED}:
            first = next((n for n, gap in enumerate(papers.gaps) if mendable(meeting, gap)), None)
            if first is not None:
                return NextStep(_("mend the first gap"), f"mend({first})")
            return NextStep(_("sign off"), "sign")
        if not exported(view.exports, meeting.seals[-1]):
            return NextStep(_("export"), "export")
        return unmet.way()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a meeting there is no paper to do anything with."""
        return (action not in WITH_PAPERS or self.papers is not None) and super().check_action(
            action, parameters
        )

    def hints(self) -> list[Hint]:
        """Signing off is not offered where nothing has changed since."""
        return [each for each in super().hints() if each.action != "screen.sign" or not self._signed]

    @property
    def _signed(self) -> bool:
        """Whether the papers were signed off as they stand."""
        papers = self.papers
        return papers is not None and final(papers.meeting, papers.sha256) is not None

    def action_walk(self, by: int) -> None:
        """The cursor among the gaps; without any, a line of the paper."""
        if (papers := self.papers) is None:
            return
        if papers.gaps:
            cursor = max(0, min(self.setting.cursor + by, len(papers.gaps) - 1))
            self.setting = replace(self.setting, cursor=cursor)
        else:
            self.setting = minutes.turned(papers, self.setting, by, self.room)
        self.paint()

    def action_turn(self, by: int) -> None:
        """Pages of the paper."""
        if (papers := self.papers) is not None:
            lines = by * minutes.room(papers, self.setting, *self.room)
            self.setting = minutes.turned(papers, self.setting, lines, self.room)
            self.paint()

    def action_change(self, what: str, by: int = 1) -> None:
        """The other paper, another language, another width; from its beginning."""
        self.setting = minutes.changed(self.setting, self.papers, what, by)
        self.paint()

    def action_point(self, number: int) -> None:
        """A click on a gap."""
        self.setting = replace(self.setting, cursor=number)
        self.paint()

    @work(group="ask")
    async def action_mend(self, number: int = -1) -> None:
        """Go where a gap is mended."""
        if (papers := self.papers) is not None and papers.gaps:
            await self.mend(papers.gaps[number if number >= 0 else self.setting.cursor])

    @work(group="ask")
    async def action_word(self) -> None:
        """Pick a part of the paper or a remark, and word it."""
        if (papers := self.papers) is None:
            return
        lang = self.setting.spoken(papers.meeting)
        language = minutes.language_words(lang)
        title = _("What is worded otherwise?   {language}").format(language=language)
        place = await self.app.push_screen_wait(Choose(title, minutes_forms.places(papers.meeting)))
        if place is not None and place.remark is not None:
            await recorded.ask(self, minutes_forms.remark(place.remark))
        elif place is not None:
            await recorded.ask(self, minutes_forms.worded(papers.meeting, place, lang, language))

    @work(group="ask")
    async def action_sign(self) -> None:
        """The chair signs the papers off as they are seen; what came in between is looked at first."""
        if (papers := self.papers) is None:
            return
        meeting = papers.meeting
        if not meeting.adjourned_at:
            self.refuse(NotOver(meeting.id))
            return
        if self._signed:
            self.refuse(NothingChanged(meeting.seals[-1].fact.version))
            return
        chair = await self.signer(meeting)
        if chair is None:
            return
        if await self.app.push_screen_wait(Confirm(*minutes.seal_question(papers, chair))):
            done = await self.record(sign_off, meeting.id, chair, meeting.head, papers.sha256)
            if done is None:
                self.look_again()

    @work(group="ask")
    async def action_export(self) -> None:
        """A paper leaves the program as a file."""
        if (papers := self.papers) is not None:
            await self.hand_out(papers)

    @property
    def room(self) -> tuple[int, int]:
        """Columns and rows of the body."""
        size = self.body.size
        return size.width, size.height
