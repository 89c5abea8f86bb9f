"""What is moved, seconded, amended, taken back and put to the vote."""

from textual import work

from council_tui.domain import quality
from council_tui.domain.items import MotionView
from council_tui.domain.rules import Rules, rules_from_text, rules_text
from council_tui.domain.votes import Way
from council_tui.intake.rules import USUAL, presets
from council_tui.tui import laptop, recorded
from council_tui.tui.desk.based import MeetingScreen
from council_tui.tui.dialogs import Choose, Confirm, Option, Prompt
from council_tui.tui.fields import Question
from council_tui.tui.pages import proposal_forms as forms
from council_tui.tui.pages.proposals import Listed
from council_tui.tui.sheet import Sheet
from council_tui.tui.to_owners import put_to_owners
from council_tui.tui.widgets.prose import prose
from council_tui.usecases import proposals, votes
from council_tui.wording import names, steps
from council_tui.wording.catalog import _
from council_tui.wording.quality import way_doubt
from council_tui.wording.rules import mark, rules_name


class Motions(MeetingScreen):
    """Everything about the question before the meeting."""

    @property
    def question(self) -> MotionView | None:
        """What would be put to the vote now: the amendment that waits, else the motion."""
        item = self.meeting.current
        motion = item.motion if item is not None else None
        if item is None or motion is None or motion.carried is not None:
            return None
        return item.pending(motion) or motion

    def way_of(self, motion: MotionView) -> Way:
        """How it is voted on: as chosen with h, else as is usual here, if its rules have that way."""
        allowed = quality.ways(self.rules_of(motion))
        chosen = [self.ways[motion.id]] if motion.id in self.ways else []
        first = quality.usual_way(self.meeting.rules, self.meeting.current)
        usual = (*chosen, first, *quality.ways(self.meeting.rules))
        return next((each for each in usual if each in allowed), allowed[0])

    @property
    def way(self) -> Way:
        """How the question before the meeting is voted on."""
        return self.way_of(self.question) if self.question is not None else Way.HANDS

    @work(group="ask")
    async def action_move(self) -> None:
        """Somebody moves: what was written before the meeting, else something new."""
        item = self.meeting.current
        if item is None:
            self.say(_("No item is before the meeting. Take one up first (0)."))
            return
        waiting = [each for each in item.motions if each.amends is None and each.mover is None]
        standing = [each for each in waiting if each.withdrawn is None]
        written = standing[-1] if standing and item.motion is None else None
        await self._put_form(forms.moved(self.meeting, Listed(item, written)))

    @work(group="ask")
    async def action_amend(self) -> None:
        """An amendment: its words, and the whole text as it would then be."""
        item = self.meeting.current
        if item is not None and item.motion is not None:
            await self._put_form(forms.amended(self.meeting, item, item.motion))

    @work(group="ask")
    async def action_second(self) -> None:
        """Somebody seconds the question."""
        item, motion = self.meeting.current, self.question
        if item is not None and motion is not None:
            await self._put_form(forms.moved(self.meeting, Listed(item, motion)))

    async def _put_form(self, question: Question) -> None:
        await recorded.ask(self, question)

    @work(group="ask")
    async def action_withdraw(self) -> None:
        """The question is taken back, with a reason; the item stays before the meeting."""
        motion = self.question
        if motion is None:
            return
        reason = await self.app.push_screen_wait(Prompt(_("Withdrawn: the reason"), longest=proposals.REASON))
        if reason is not None:
            await self.record(proposals.withdraw, self.held, motion.id, reason)

    @work(group="ask")
    async def action_way(self) -> None:
        """Another way of voting, for the question before the meeting."""
        motion = self.question
        if motion is None:
            return
        rules = self.rules_of(motion)
        options = [
            Option(way, steps.way_short(way), way_doubt(way, rules, self.meeting.current))
            for way in quality.ways(rules)
        ]
        at = quality.ways(rules).index(self.way)
        chosen = await self.app.push_screen_wait(Choose(_("How is it voted on?"), options, at=at))
        if chosen is not None:
            self.ways[motion.id] = chosen
            self.paint()

    @work(group="ask")
    async def action_rule(self) -> None:
        """Another rule for the question before the meeting: two thirds for what is weighty."""
        motion = self.question
        if motion is None:
            return
        day = self.meeting.plan.starts[:10]
        offered = [each for each in presets() if each.by_heads]
        known = sorted(offered, key=lambda each: (each.is_old(day), each.id not in USUAL))
        stage = stage_rule(motion)
        usual = rules_name(rules_from_text(stage) if stage else self.meeting.rules)
        words = _("as its stage asks") if stage else _("as the meeting decides")
        options = [Option("", words, usual)]
        options += [
            Option(rules_text(each), rules_name(each), _("old rules") if each.is_old(day) else mark(each))
            for each in known
        ]
        chosen = await self.app.push_screen_wait(Choose(_("By which rule is this decided?"), options))
        if chosen is not None:
            self.rules[motion.id] = chosen
            self.paint()

    def rules_of(self, motion: MotionView) -> Rules:
        """By which rules it is decided: as chosen with j, else the meeting's."""
        text = self.rules.get(motion.id, "") or stage_rule(motion)
        return rules_from_text(text) if text else self.meeting.rules

    @property
    def rule(self) -> str:
        """The name of the rule of its own that the question has; empty where it has none."""
        question = self.question
        text = self.rules.get(question.id, "") or stage_rule(question) if question is not None else ""
        return rules_name(rules_from_text(text)) if text else ""

    @work(group="ask")
    async def action_put(self) -> None:
        """The question is put, and the Votes screen takes the answers."""
        motion = self.question
        if motion is None:
            return
        way, rule = self.way_of(motion), self.rules.get(motion.id, "")
        if way is Way.LAPTOP:
            done = await laptop.put(self, self.meeting, motion.id, rule)
        elif way is Way.SECRET:
            note = _("Papers are given to those present now. From here on it can only be ended, not undone.")
            if not await self.app.push_screen_wait(Confirm(_("Open the secret ballot?"), note)):
                return
            done = await self.record(votes.open_secret_vote, self.held, motion.id, rule)
        elif way is Way.UNITS:
            done = await put_to_owners(self, self.meeting, motion.id)
        else:
            done = await self.record(votes.open_vote, self.held, motion.id, way, rule)
        if done is not None:
            await self.run_action("app.go('votes')")

    @work(group="ask")
    async def action_full_text(self) -> None:
        """The whole text of the motion as it stands."""
        item = self.meeting.current
        if item is None:
            return
        motion = item.motion or next((each for each in item.motions if each.withdrawn is None), None)
        if motion is not None:
            words = names.said(self.meeting, *item.wording(motion))
            title = steps.entitled(self.meeting, item)
            await self.app.push_screen_wait(Sheet(title, lambda width: prose(words, width, 3)))


def stage_rule(motion: MotionView) -> str:
    """The rule of the stage that a question puts, as JSON text; empty where there is none."""
    return motion.ladder.rule if motion.ladder is not None else ""
