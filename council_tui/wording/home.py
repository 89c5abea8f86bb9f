"""What Home says: how near a meeting is, what it has become, what waits, and the next step."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from council_tui.domain.agenda import MeetingState
from council_tui.domain.home import HomeView, Step, TodoKind
from council_tui.domain.meeting import MeetingLine, MeetingView
from council_tui.wording.catalog import N_, _, languages, ngettext, pgettext, speaking
from council_tui.wording.names import MONTHS, WEEKDAYS, day_words

HOUR, DAY = timedelta(hours=1), timedelta(days=1)

TODOS = {
    TodoKind.UNFINISHED: N_("Items left unfinished"),
    TodoKind.MINUTES: N_("Minutes to be signed off"),
    TodoKind.VAGUE: N_("Actions without owner or date"),
    TodoKind.DUE: N_("Actions due since the last meeting"),
    TodoKind.RULES: N_("Rules not yet adopted by the council"),
    TodoKind.TYPED: N_("Texts half typed, not recorded"),
}

STEPS = {
    Step.BACK: N_("back to the meeting"),
    Step.MEMBERS: N_("enter the members"),
    Step.SIGN_IN: N_("start sign-in"),
    Step.MINUTES: N_("sign off the minutes"),
    Step.AGENDA: N_("prepare the agenda"),
    Step.PLAN: N_("plan a meeting"),
}

_STATES: Mapping[MeetingState, Callable[[], str]] = {
    MeetingState.OPEN: lambda: pgettext("meeting", "open"),
    MeetingState.RESUMED: lambda: pgettext("meeting", "open"),
    MeetingState.TALK: lambda: pgettext("meeting", "talk"),
    MeetingState.RECESS: lambda: pgettext("meeting", "recess"),
}


def near_day(day: str, today: str) -> str:
    """`Today`, `Tomorrow`, `Wed 15 February`, with the year where it is another."""
    try:
        found, now = date.fromisoformat(day[:10]), date.fromisoformat(today[:10])
    except ValueError:
        return day
    near = {0: N_("Today"), 1: N_("Tomorrow"), -1: N_("Yesterday")}.get((found - now).days)
    if near is not None:
        return _(near)
    return short_day(day) if found.year == now.year else day_words(day)


def short_day(day: str) -> str:
    """`15 February`; without its year."""
    found = date.fromisoformat(day[:10])
    return pgettext("short date", "{day} {month}").format(day=found.day, month=_(MONTHS[found.month - 1]))


def weekday(day: str) -> str:
    """`Wednesday`."""
    return _(WEEKDAYS[date.fromisoformat(day[:10]).weekday()])


def starts_words(starts: str, now: str) -> str:
    """`Today 19:00`."""
    return pgettext("short date", "{day} {time}").format(day=near_day(starts, now), time=starts[11:16])


def countdown(starts: str, now: str) -> str:
    """`in 18 minutes`, `in 3 days`; after the hour `12 minutes past the hour set`."""
    left = datetime.fromisoformat(starts[:16]) - datetime.fromisoformat(now[:16])
    days = (date.fromisoformat(starts[:10]) - date.fromisoformat(now[:10])).days
    if days > 1:
        return ngettext("in {count} day", "in {count} days", days).format(count=days)
    if left < timedelta(0):
        return _past(-left)
    minutes = left // timedelta(minutes=1)
    if minutes < 60:
        return ngettext("in {count} minute", "in {count} minutes", minutes).format(count=minutes)
    return _("in {hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)


def _past(late: timedelta) -> str:
    if late >= DAY:
        return ngettext("{count} day ago", "{count} days ago", late.days).format(count=late.days)
    if late >= HOUR:
        hours = late // HOUR
        return ngettext("{count} hour ago", "{count} hours ago", hours).format(count=hours)
    minutes = late // timedelta(minutes=1)
    return ngettext("{count} minute late", "{count} minutes late", minutes).format(count=minutes)


def line_state(line: MeetingLine) -> str:
    """What a meeting in the list has become, as far as to the adopted minutes."""
    if line.cancelled:
        return pgettext("meeting", "cancelled")
    if line.state is None:
        return pgettext("meeting", "sign-in") if line.signing_in else pgettext("meeting", "planned")
    if line.state in _STATES:
        return _STATES[line.state]()
    if line.adopted:
        return pgettext("minutes", "adopted")
    return pgettext("minutes", "signed off") if line.sealed else pgettext("minutes", "to sign off")


def todo_words(kind: TodoKind) -> str:
    """What one sort of thing that waits is called."""
    return _(TODOS[kind])


def step_words(step: Step, coming: MeetingView | None) -> str:
    """The next step, as the footer names it."""
    if step is Step.SIGN_IN and coming is not None and any(each.steps for each in coming.people.values()):
        return _("go on signing in")
    return _(STEPS[step])


def step_note(step: Step, view: HomeView) -> str:
    """What belongs to the next step: what is ready for it, and what is not."""
    coming = view.coming
    if step in {Step.SIGN_IN, Step.AGENDA} and coming is not None:
        count = len(coming.items)
        listed = ngettext("{count} item", "{count} items", count).format(count=count)
        posted = _("notice posted") if coming.notice else _("notice not posted yet")
        items = listed if count else _("no item yet")
        return pgettext("home", "{items}, {notice}").format(items=items, notice=posted)
    if step is Step.MEMBERS:
        return _("nobody has a seat yet")
    return ""


def own_names() -> tuple[tuple[str, str], ...]:
    """The languages shipped, each by what it calls itself."""
    found = []
    for lang in languages():
        with speaking(lang):
            found.append((lang, pgettext("own name", "English")))
    return tuple(found)
