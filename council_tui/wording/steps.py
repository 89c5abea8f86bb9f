"""What the chair is told to do next, in the words a chair says; and what the agenda calls each item's end."""

from collections.abc import Callable

from council_tui.domain.agenda import Outcome
from council_tui.domain.items import ItemView, on_its_way, staged_at, subject_of
from council_tui.domain.meeting import MeetingView
from council_tui.domain.steps import Deed, Next
from council_tui.domain.votes import VoteView, Way
from council_tui.wording import names
from council_tui.wording.carried import outcome_words
from council_tui.wording.catalog import N_, _, languages, pgettext, texts

SHORT = {
    Next.SIGN_IN: N_("begin anyway"),
    Next.OPEN: N_("open the meeting"),
    Next.RESUME: N_("resume"),
    Next.COUNT: N_("go on counting"),
    Next.BREAK_TIE: N_("casting vote"),
    Next.ANNOUNCE: N_("announce"),
    Next.PAPERS: N_("go on counting"),
    Next.DECLARE: N_("announce"),
    Next.POLL_AGAIN: N_("poll again"),
    Next.TAKE_UP: N_("next item"),
    Next.MOVE: N_("motion"),
    Next.SECOND: N_("second"),
    Next.VOTE: N_("put to the vote"),
    Next.POSTPONE: N_("postpone"),
    Next.ADOPT_RULES: N_("rules adopted"),
    Next.ASSIGN: N_("assign"),
    Next.ADJOURN: N_("adjourn"),
    Next.SIGN_OFF: N_("to the minutes"),
}
"""As the footer says it."""

LONG = {
    Next.SIGN_IN: N_("Sign in those who come"),
    Next.OPEN: N_("Open the meeting"),
    Next.RESUME: N_("Resume the meeting"),
    Next.COUNT: N_("Go on counting: {subject}"),
    Next.BREAK_TIE: N_("Ask the chair for the casting vote: {subject}"),
    Next.ANNOUNCE: N_("Announce the result: {subject} {outcome}"),
    Next.PAPERS: N_("Go on counting: {subject}"),
    Next.DECLARE: N_("Announce the result: {subject}"),
    Next.RUN_OFF: N_("Open the {round}: {subject}"),
    Next.POLL_AGAIN: N_("Hold the poll again: {subject}"),
    Next.TAKE_UP: N_("Take up: {item}"),
    Next.MOVE: N_("Ask for a motion, or settle it otherwise (o)"),
    Next.SECOND: N_("Ask who seconds: {subject}"),
    Next.VOTE: N_("Put to the vote: {subject}, {way}"),
    Next.POSTPONE: N_("Postpone: it comes back on the next agenda"),
    Next.ADOPT_RULES: N_("Put the council's own rules in force"),
    Next.ASSIGN: N_("Decide and assign: who does it, by when"),
    Next.ADJOURN: N_("Adjourn: every item has its outcome"),
    Next.SIGN_OFF: N_("Look through the minutes and sign them off"),
}

_WAYS: dict[Way, Callable[[], str]] = {
    Way.HANDS: lambda: pgettext("way", "hands"),
    Way.ROLL_CALL: lambda: pgettext("way", "roll call"),
    Way.SECRET: lambda: pgettext("way", "secret ballot"),
    Way.CONSENT: lambda: pgettext("way", "any objection?"),
    Way.PARTIES: lambda: pgettext("way", "by parties"),
    Way.UNITS: lambda: pgettext("way", "papers by unit"),
    Way.LAPTOP: lambda: pgettext("way", "on the laptop"),
}

_ENDS: dict[Outcome, Callable[[], str]] = {
    Outcome.CARRIED: lambda: pgettext("agenda", "carried"),
    Outcome.LOST: lambda: pgettext("agenda", "not carried"),
    Outcome.POSTPONED: lambda: pgettext("agenda", "postponed"),
    Outcome.REFERRED: lambda: pgettext("agenda", "referred"),
    Outcome.WITHDRAWN: lambda: pgettext("agenda", "withdrawn"),
    Outcome.AGREED: lambda: pgettext("agenda", "agreed"),
    Outcome.OPINIONS_GATHERED: lambda: pgettext("agenda", "opinions"),
    Outcome.NOTED: lambda: pgettext("agenda", "noted"),
    Outcome.SURVEY_ORDERED: lambda: pgettext("agenda", "survey"),
}


def short_step(deed: Deed) -> str:
    """`put to the vote`: as the footer names it."""
    if deed.next is Next.RUN_OFF and deed.poll is not None:
        from council_tui.wording import pollnotes

        return pollnotes.round_words(deed.poll)
    return _(SHORT[deed.next])


def long_step(meeting: MeetingView, deed: Deed, way: Way) -> str:
    """`Put to the vote: Motion as amended, hands`: what the chair says next."""
    verdict = deed.vote.verdict() if deed.vote is not None else None
    return _(LONG[deed.next]).format(
        subject=_subject(meeting, deed),
        round=short_step(deed) if deed.next is Next.RUN_OFF else "",
        way=way_short(way),
        item=entitled(meeting, deed.item) if deed.item is not None else "",
        outcome=outcome_words(verdict) if verdict is not None else "",
    )


def _subject(meeting: MeetingView, deed: Deed) -> str:
    if deed.poll is not None:
        return names.said(meeting, deed.poll.opened.title, deed.poll.opened.title_2)
    if deed.vote is not None:
        return names.subject_words(deed.vote.opened.subject, deed.vote.opened.ordinal)
    if deed.item is None or deed.motion is None:
        return ""
    return names.subject_words(*subject_of(deed.item, deed.motion))


def way_short(way: Way) -> str:
    """`hands`, `roll call`."""
    return _WAYS[way]()


def entitled(meeting: MeetingView, item: ItemView) -> str:
    """An item with its number: `2. E-bike shelter`."""
    title = names.said(meeting, item.title, item.title_2)
    return pgettext("item", "{numeral} {title}").format(numeral=names.numeral(item.label), title=title)


def about_rules(item: ItemView) -> bool:
    """Whether an item seems to be about rules: its title says so in one of the languages."""
    titles = f"{item.title} {item.title_2}".casefold()
    words = (texts(lang).pgettext("word in a title", "rules") for lang in languages())
    return any(word in titles for word in words)


def item_words(meeting: MeetingView, item: ItemView) -> str:
    """What an item has become: `in debate`, `carried`; at a stage that is not the last, `carried 1/4`."""
    at = staged_at(item)
    if at is not None and on_its_way(item):
        return pgettext("agenda", "carried {number}/{whole}").format(number=at[0], whole=at[1])
    if item.settled is not None:
        return _ENDS[item.settled.outcome]()
    if meeting.current is item:
        return _before_us(item)
    return pgettext("agenda", "put away") if item.spells else pgettext("agenda", "to come")


def _before_us(item: ItemView) -> str:
    if any(vote.open for vote in item.votes):
        return pgettext("agenda", "voting")
    if any(_waiting(vote) for vote in item.votes):
        return pgettext("agenda", "voted")
    return pgettext("agenda", "in debate")


def _waiting(vote: VoteView) -> bool:
    """Whether its result is still to be said."""
    return vote.closed is not None and not vote.announced


def figures_words(vote: VoteView) -> str:
    """`+14  -1  =2`; nothing while it is open."""
    closed = vote.closed
    return f"+{closed.yes}  -{closed.no}  ={closed.abstain}" if closed is not None else ""
