"""What the polls of an item resolve, in the words that settle it."""

from collections.abc import Sequence

from council_tui.domain import pollcounts
from council_tui.domain.meeting import MeetingView
from council_tui.domain.polls import PollView
from council_tui.domain.tally.model import Form
from council_tui.wording import names, polls
from council_tui.wording.catalog import _, languages, speaking


def resolutions(meeting: MeetingView, poll: PollView) -> tuple[str, str]:
    """What the item resolves when this poll is announced, with the polls announced before it; in the
    council's language, and in the other one."""
    return _resolutions(meeting, [*_others(meeting, poll), poll])


def resolutions_without(meeting: MeetingView, poll: PollView) -> tuple[str, str]:
    """What the other polls of its item resolve; empty where there are none."""
    return _resolutions(meeting, _others(meeting, poll))


def _others(meeting: MeetingView, poll: PollView) -> list[PollView]:
    """Those of its item that stand."""
    return [each for each in pollcounts.standing(meeting.polls, poll.opened.item) if each.id != poll.id]


def _resolutions(meeting: MeetingView, told: Sequence[PollView]) -> tuple[str, str]:
    own = meeting.council.lang
    other = next((lang for lang in languages() if lang != own), own)
    return _resolution(meeting, told, own), _resolution(meeting, told, other)


def _resolution(meeting: MeetingView, told: Sequence[PollView], lang: str) -> str:
    won = [[each for each in rounds if each.winners] for rounds in pollcounts.questions(told)]
    with speaking(lang):
        return names.sentences(_resolved(meeting, each) for each in won if each)


def _resolved(meeting: MeetingView, rounds: Sequence[PollView]) -> str:
    """Who was elected in the rounds of one question together; of projects those of the last one."""
    poll = rounds[-1]
    called, title = polls.candidates(meeting, poll), polls.title(meeting, poll)
    if poll.method.form is not Form.PRICED:
        elected = [polls.candidates(meeting, held)[each - 1] for held in rounds for each in held.winners]
        return _("{title}: elected {names}.").format(title=title, names=names.listed(elected))
    costs = {each: poll.candidates[each - 1].cost or 0 for each in poll.winners}
    listed = names.listed(
        names.noted(called[each - 1], polls.sum_words(cost)) for each, cost in costs.items()
    )
    text = _("{title}: funded {names}.") if len(costs) == 1 else _("{title}: funded {names}; {sum} together.")
    return text.format(title=title, names=listed, sum=polls.sum_words(sum(costs.values())))
