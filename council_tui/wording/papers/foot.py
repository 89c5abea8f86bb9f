"""What stands around and behind the items: opening words, actions, the end, places to sign."""

from collections.abc import Iterator

from council_tui.domain.agenda import MeetingState, Role
from council_tui.domain.meeting import MeetingView
from council_tui.domain.minutes import Part
from council_tui.domain.promises import ActionAssigned
from council_tui.domain.quality import Lack
from council_tui.wording import names
from council_tui.wording.catalog import _, current, pgettext
from council_tui.wording.document import Block, Column, Heading, Paragraph, Signatures, Table
from council_tui.wording.quality import lack_words


def opening(meeting: MeetingView) -> Iterator[Block]:
    """The recorder's words before the first item, and that there is none."""
    own = meeting.worded.get((None, Part.DISCUSSION, current()), "")
    if own:
        yield Paragraph(own)
    if not meeting.items:
        yield Paragraph(pgettext("gap", "({words})").format(words=lack_words(Lack.NO_AGENDA)))


def actions(meeting: MeetingView) -> Iterator[Block]:
    """What is to be done, by whom, by when."""
    if not meeting.actions:
        return
    yield Heading("", pgettext("section", "Actions"))
    columns = (
        Column(pgettext("column", "No.")),
        Column(pgettext("column", "Action"), share=3),
        Column(pgettext("column", "Owner"), share=2),
        Column(pgettext("column", "Due")),
    )
    rows = [
        (
            str(place),
            names.said(meeting, each.fact.task, each.fact.task_2),
            owner(meeting, each.fact),
            due(each.fact),
        )
        for place, each in enumerate(meeting.actions, 1)
    ]
    yield Table(columns, tuple(rows))


def owner(meeting: MeetingView, action: ActionAssigned) -> str:
    """The organisation and the person who answer for it."""
    organisation = names.said(meeting, action.organisation, action.organisation_2)
    person = names.name_of(meeting, action.person) if action.person is not None else ""
    if organisation and person:
        return names.noted(organisation, person)
    return organisation or person or _("not set")


def due(action: ActionAssigned) -> str:
    """The day it is due."""
    return action.due or _("not set")


def ending(meeting: MeetingView) -> Iterator[Block]:
    """When it paused and ended, and the recorder's last words."""
    own = meeting.worded.get((None, Part.CLOSING, current()), "")
    times = _times(meeting)
    if own or times:
        yield Heading("", pgettext("section", "Adjournment"))
    if own:
        yield Paragraph(own)
    if times:
        yield Paragraph(times)


def _times(meeting: MeetingView) -> str:
    if not meeting.adjourned_at:
        return ""
    texts = {
        MeetingState.RECESS: _("recess at {time}"),
        MeetingState.RESUMED: _("resumed at {time}"),
        MeetingState.ADJOURNED: _("the meeting was adjourned at {time}"),
    }
    day = meeting.plan.starts
    told = [(move.state, move.at) for move in meeting.moves if move.state in texts]
    return names.sentence(
        names.listed(texts[state].format(time=names.clock_time(at, day)) for state, at in told)
    )


def signatures(meeting: MeetingView) -> Iterator[Block]:
    """Where it is signed by hand."""
    watching = (
        pgettext("signature", "Tellers")
        if meeting.holders(Role.TELLERS)
        else pgettext("signature", "Supervisor")
    )
    places = (
        pgettext("signature", "Chair"),
        pgettext("signature", "Recorder"),
        watching,
        pgettext("signature", "Adopted on"),
    )
    yield Signatures(tuple((place, "") for place in places))
