"""How a council makes rules its own: it adopts them by a vote, which the agenda of its next meeting names."""

from collections.abc import Sequence
from typing import Any

from council_tui.domain.council import CouncilView
from council_tui.domain.ids import VoteId
from council_tui.domain.meeting import MeetingView
from council_tui.domain.rulebook import CarriedVote, RulesView
from council_tui.domain.rules import Rules
from council_tui.tui import planning
from council_tui.tui.dialogs import Choose, Option
from council_tui.tui.screens.base import BaseScreen
from council_tui.usecases.council import adopt_rules
from council_tui.wording.bilingual import either
from council_tui.wording.catalog import _
from council_tui.wording.names import title_numbered
from council_tui.wording.rules import rules_name

NONE = VoteId(0)
"""No vote: the answer that it is yet to come."""


async def adopt(screen: BaseScreen[Any], view: RulesView) -> str:
    """The rules in force are adopted by a vote that was carried, else a vote on them is prepared.

    Returns what stands in the way, in a sentence; mostly nothing.
    """
    current, council = view.current, view.hall.council
    if current is None or council is None:
        return ""
    if not current.provisional:
        return _("The rules in force are not provisional: there is nothing to adopt.")
    if view.carried:
        vote = await _asked(screen, view, current.rules, council.lang)
        if vote is None:
            return ""
        if vote != NONE:
            await screen.record(adopt_rules, vote)
            return ""
    return await _prepare(screen, view, council)


async def _asked(screen: BaseScreen[Any], view: RulesView, rules: Rules, lang: str) -> VoteId | None:
    """By which vote; NONE for none of them, None where nobody wants to say."""
    options = [Option(each.id, _words(each, lang)) for each in likeliest(view.carried, rules)]
    options.append(Option(NONE, _("by none of these: the vote is yet to come")))
    title = _("By which vote did the council adopt {name}?").format(name=rules_name(rules))
    return await screen.app.push_screen_wait(Choose(title, options))


def likeliest(carried: Sequence[CarriedVote], rules: Rules) -> list[CarriedVote]:
    """The votes, first those whose question names the rules."""
    names = [name for _lang, name in rules.names]
    return sorted(
        carried, key=lambda each: not any(name in each.question + each.question_2 for name in names)
    )


def _words(vote: CarriedVote, lang: str) -> str:
    held = title_numbered(vote.year, vote.number)
    return _("{meeting}: {question}").format(
        meeting=held, question=either(vote.question, vote.question_2, lang)
    )


async def _prepare(screen: BaseScreen[Any], view: RulesView, council: CouncilView) -> str:
    """The vote comes at the next meeting: it is put on its agenda."""
    running = view.hall.meeting if view.hall.masked else None
    for held in (running, view.planned):
        if held is not None and _stands(held, council):
            title = title_numbered(held.year, held.number)
            return _("The vote on the rules stands on the agenda already: {meeting}.").format(meeting=title)
    if view.planned is None:
        return _("Rules are adopted by a vote: plan a meeting first (n on the Home screen).")
    await planning.offer_rules(screen, view.planned.id)
    return ""


def _stands(meeting: MeetingView, council: CouncilView) -> bool:
    """Whether a meeting has the rules on its agenda, not settled yet."""
    title = planning.rules_item(council)[0].title
    return any(item.title == title and item.settled is None for item in meeting.items)
