"""Proposals and amendments: their texts and what they change, who moved them, and where they stand."""

from functools import partial
from typing import ClassVar

from textual import work
from textual.binding import Binding
from textual.widgets import Input

from council_tui.domain import quality
from council_tui.domain.errors import MeetingNotOpen, NotMoved
from council_tui.domain.failures import Doubled
from council_tui.domain.ids import ProposalId
from council_tui.domain.votes import Way
from council_tui.intake.stages import courses
from council_tui.tui import keys, laptop, recorded
from council_tui.tui.dialogs import Choose, Option, Prompt
from council_tui.tui.fields import Question
from council_tui.tui.pages import proposal_forms, proposals, stage_forms
from council_tui.tui.pages.proposals import Listed
from council_tui.tui.screens.proposing import ProposalRows
from council_tui.tui.sheet import Sheet
from council_tui.tui.to_owners import put_to_owners
from council_tui.usecases.proposals import REASON, withdraw
from council_tui.usecases.votes import open_secret_vote, open_vote
from council_tui.wording import names, stages
from council_tui.wording.catalog import N_, _


class ProposalsScreen(ProposalRows):
    """What is done to the proposals of the meeting in hand."""

    BINDINGS: ClassVar = [
        Binding("enter,f2", "open", N_("full text"), id="proposals.open"),
        Binding(
            "e",
            "reword",
            N_("reword"),
            id="proposals.reword",
            tooltip=N_("Write the text otherwise, or in two languages"),
        ),
        Binding(
            "m",
            "motion",
            N_("move"),
            id="proposals.motion",
            show=False,
            tooltip=N_("Move it, or second it once it is moved"),
        ),
        Binding("r", "amend", N_("amend"), id="proposals.amend"),
        Binding("n", "new", N_("new proposal"), id="proposals.new"),
        Binding("b", "withdraw", N_("withdraw"), id="proposals.withdraw", show=False),
        Binding(
            "s",
            "stages",
            N_("stages"),
            id="proposals.stages",
            show=False,
            tooltip=N_("Several bodies decide it, one after the other"),
        ),
        Binding(
            "d",
            "decided",
            N_("decided elsewhere"),
            id="proposals.decided",
            show=False,
            tooltip=N_("What another body decided of a stage, or what was made public"),
        ),
        Binding(keys.SLASH, "find", N_("filter"), id="proposals.find", show=False),
        Binding("escape", "clear", N_("clear the filter"), id="proposals.clear", show=False),
    ]

    async def ask(self, question: Question) -> None:
        """A form over the screen; what it records is refused in it, and the form stays open."""
        meeting = self.view.hall.meeting
        if question.floor and not meeting.running:
            self.refuse(MeetingNotOpen(meeting.id))
            return
        await recorded.ask(self, question)

    @work(group="ask")
    async def action_open(self) -> None:
        """Everything the row says; where nothing is written yet, the form for it."""
        if self.here is None:
            return
        if self.here[1].motion is None:
            await self.ask(proposal_forms.written(self.here[0], self.here[1].item))
        else:
            body = partial(proposals.full, self.view, self.here[1], column=3)
            await self.app.push_screen_wait(Sheet(proposals.title_words(*self.here), body))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The keys go back to the list; what fits stays."""
        event.stop()
        self.set_focus(None)

    @work(group="ask")
    async def action_new(self) -> None:
        """A proposal is written under the item of the row."""
        if self.here is not None:
            meeting, row = self.here
            await self.ask(proposal_forms.written(meeting, row.item))

    @work(group="ask")
    async def action_reword(self) -> None:
        """The texts of the row, written otherwise."""
        if self.here is not None and (motion := self.here[1].motion) is not None:
            meeting, row = self.here
            await self.ask(proposal_forms.reworded(meeting, row.item, motion))

    @work(group="ask")
    async def action_motion(self) -> None:
        """The row is moved; once it is moved, somebody seconds it."""
        if self.here is None:
            return
        _meeting, row = self.here
        if row.motion is not None and row.motion.seconder is not None:
            self.refuse(Doubled("seconded"))
        else:
            await self.ask(proposal_forms.moved(*self.here))

    @work(group="ask")
    async def action_amend(self) -> None:
        """Somebody moves to change the motion before the meeting under the row's item."""
        if self.here is None:
            return
        meeting, row = self.here
        motion = row.item.motion
        if motion is None:
            self.refuse(NotMoved(row.motion.id if row.motion is not None else ProposalId(0)))
        else:
            await self.ask(proposal_forms.amended(meeting, row.item, motion))

    @work(group="ask")
    async def action_withdraw(self) -> None:
        """The row is taken back, with a reason."""
        if self.here is None or (motion := self.here[1].motion) is None:
            return
        asked = _("Why is it withdrawn? {title}").format(title=proposals.title_words(*self.here))
        reason = await self.app.push_screen_wait(Prompt(asked, longest=REASON))
        if reason is not None:
            await self.record(withdraw, self.here[0].id, motion.id, reason)

    @work(group="ask")
    async def action_stages(self) -> None:
        """The row is decided in stages: of a way that is shipped, or the council's own."""
        if self.here is None or (motion := self.here[1].motion) is None:
            return
        note = stages.course_mark(courses())
        known = {course.id: course for course in courses()}
        options = [Option(id, stages.course_name(each)) for id, each in known.items()]
        if motion.ladder is None:
            options.append(Option("", _("stages of our own")))
        else:
            options.insert(0, Option("", _("as they are now")))
        picked = await self.app.push_screen_wait(Choose(_("Decided in which stages?"), options, note=note))
        if picked is not None:
            await self.ask(stage_forms.set_out(self.here[0], motion, known.get(picked)))

    @work(group="ask")
    async def action_decided(self) -> None:
        """Another body decided a stage of the row, or something was made public: what it reported."""
        if self.here is None or (motion := self.here[1].motion) is None or motion.ladder is None:
            return
        options = stage_forms.reports(self.here[0], motion, motion.ladder)
        question = await self.app.push_screen_wait(Choose(_("What was decided, or made public?"), options))
        if question is not None:
            await self.ask(question)

    @work(group="ask")
    async def action_vote(self) -> None:
        """The row, or the amendment that waits under it, is put to the vote on the Votes screen."""
        if self.here is None or (motion := self.here[1].motion) is None:
            return
        meeting, row = self.here
        motion = row.item.pending(motion) or motion
        ways = [Option(way, names.way_words(way)) for way in quality.ways(meeting.rules)]
        title = proposals.title_words(meeting, Listed(row.item, motion))
        asked = _("Put to the vote: {title}").format(title=title)
        way = await self.app.push_screen_wait(Choose(asked, ways))
        if way is None:
            return
        if way is Way.LAPTOP:
            done = await laptop.put(self, meeting, motion.id)
        elif way is Way.SECRET:
            done = await self.record(open_secret_vote, meeting.id, motion.id)
        elif way is Way.UNITS:
            done = await put_to_owners(self, meeting, motion.id)
        else:
            done = await self.record(open_vote, meeting.id, motion.id, way)
        if done is not None:
            await self.run_action("app.go('votes')")
