"""Who came, left and was represented in the record of proceedings, and how many were there then."""

from collections.abc import Iterator
from dataclasses import dataclass

from council_tui.domain import presence
from council_tui.domain.agenda import Presence
from council_tui.domain.attendees import Attendee, Step
from council_tui.domain.meeting import MeetingView, present_at
from council_tui.domain.proxies import ProxyGiven
from council_tui.domain.representing import ended_by_coming, resting, resumed
from council_tui.wording import names
from council_tui.wording.catalog import N_, _, ngettext
from council_tui.wording.papers.moments import Moment, line, second
from council_tui.wording.proxies import paper_words

_STEPS = {
    Presence.PRESENT: N_("{name} arrived"),
    Presence.LEFT: N_("{name} left"),
    Presence.RETURNED: N_("{name} came back"),
    Presence.EXCUSED: N_("{name} left, excused"),
    Presence.ABSENT: N_("{name} was marked absent"),
    Presence.OBSERVING: N_("{name} came to observe"),
}


@dataclass(frozen=True, slots=True)
class _Told:
    """What happened, and whether it is said behind it how many are there."""

    at: str
    words: str
    counted: bool


def comings(meeting: MeetingView) -> Iterator[Moment]:
    """What happened after the opening; how many are there stands behind the last of each minute, whose
    figure it is."""
    told = sorted([*_movements(meeting), *_proxies(meeting)], key=lambda each: second(each.at))
    last = {presence.at_minute(each.at): each for each in told if each.counted}
    for each in told:
        words = names.sentence(each.words)
        if last.get(presence.at_minute(each.at)) is each:
            text = _("{words}; {count} present.")
            words = text.format(words=each.words, count=present_at(meeting, each.at))
        yield line(meeting, each.at, words)


def _movements(meeting: MeetingView) -> Iterator[_Told]:
    """Members after the opening, and observers who came or left while it ran."""
    opened = presence.at_minute(meeting.opened_at)
    for who, steps in presence.movements(meeting):
        for step in steps:
            counted = step.presence is not Presence.OBSERVING
            note = names.clauses(each for each in (step.reason, _effect(meeting, who, step)) if each)
            yield _Told(step.at, names.noted(_step(who, step), note), counted)
    for who in presence.observers(meeting):
        for step in who.steps:
            if opened and presence.at_minute(step.at) > opened:
                yield _Told(step.at, names.noted(_step(who, step), step.reason), counted=False)


def _step(who: Attendee, step: Step) -> str:
    return _(_STEPS[step.presence]).format(name=names.person_name(who.person))


def _effect(meeting: MeetingView, who: Attendee, step: Step) -> str:
    """What somebody's coming or leaving did to proxies: that is why the figure is not one more, or less."""
    person = who.person.id
    if ended_by_coming(meeting, person, step.at):
        return _("their proxy ended")
    if rest := resting(meeting, person, step.at):
        text = ngettext("the proxy of {names} rests", "the proxies of {names} rest", len(rest))
        return text.format(names=names.listed(names.name_of(meeting, each) for each in rest))
    if again := resumed(meeting, person, step.at):
        text = ngettext("the proxy of {names} counts again", "the proxies of {names} count again", len(again))
        return text.format(names=names.listed(names.name_of(meeting, each) for each in again))
    return ""


def _proxies(meeting: MeetingView) -> Iterator[_Told]:
    """What was said of proxies; that a member came themselves is said as they come."""
    opened = presence.at_minute(meeting.opened_at)
    for each in meeting.proxies:
        if opened and presence.at_minute(each.fact.at) > opened:
            yield _Told(each.fact.at, _given(meeting, each.fact), counted=True)


def _given(meeting: MeetingView, said: ProxyGiven) -> str:
    name = names.name_of(meeting, said.person)
    if said.holder is None:
        return _("{name} is no longer represented").format(name=name)
    text = _("{name} is represented by {holder} from now on ({paper})")
    return text.format(name=name, holder=names.name_of(meeting, said.holder), paper=paper_words(said))
