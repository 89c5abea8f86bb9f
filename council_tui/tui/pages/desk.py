"""The chair's desk, laid out: the item now, its motion, the next step, and when it ends."""

from rich.cells import cell_len

from council_tui.domain import clocks
from council_tui.domain.agenda import MeetingState, Outcome, Role
from council_tui.domain.items import ItemView, MotionView, subject_of
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView
from council_tui.domain.promises import ActionAssigned
from council_tui.domain.steps import Deed, Next
from council_tui.domain.votes import VoteView, Way
from council_tui.export.wrap import wrap
from council_tui.tui.ink import BLANK, Line, Span, fit, line, right
from council_tui.tui.pages import items, stages
from council_tui.wording import names, steps
from council_tui.wording.carried import outcome_words
from council_tui.wording.catalog import _, ngettext, pgettext
from council_tui.wording.papers import foot

TEXTS = 9
"""The column in which texts begin, behind their labels."""
BROAD = 70
"""From so many columns on the clock stands beside the item."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the desk shows besides the meeting."""

    deed: Deed
    way: Way
    now: str
    """Local time; of a meeting entered afterwards its own last moment."""
    cursor: int = 0
    """The item at which the keys are."""
    moved: bool = False
    """Whether an arrow key was pressed: before that the list is quiet."""
    time: str = ""
    """The typed time that is recorded; empty: the clock's."""
    rule: str = ""
    """The rule of its own by which the question is decided; empty: the meeting's."""


def page(meeting: MeetingView, desk: Desk, size: tuple[int, int]) -> list[Line]:
    """The rows of the body."""
    width, height = size
    top = _head(meeting, desk, width)
    after = _outcome(meeting, desk, width)
    least = len(top) + len(after) + 3 + 2 + 1 + min(len(meeting.items), 4) + 2
    motion = _motion(meeting, width, max(2, height - least))
    above = [*top, BLANK, *motion, *after, BLANK, _step(meeting, desk, width), BLANK]
    room = height - len(above) - 3
    listing = items.listing(meeting, desk.cursor, desk.moved, desk.now, (width, max(1, room)))
    rows = [*above, *listing]
    return [*rows, *[BLANK] * (height - 1 - len(rows)), _end(meeting, desk, width)]


def _row(label: str, words: str, ink: str = "bold", column: int = TEXTS) -> Line:
    return line(Span(1, label, "dim"), Span(column, words, ink))


# What is before the meeting.


def _head(meeting: MeetingView, desk: Desk, width: int) -> list[Line]:
    item = meeting.current
    if item is None:
        return _idle(meeting, width)
    clock = _clock(meeting, item, desk.now)
    state = _over(meeting, item, desk.now) or _state(meeting, item)
    title = steps.entitled(meeting, item)
    label = pgettext("desk", "Now")
    if width < BROAD:
        return [
            _row(label, fit(title, width - TEXTS - 1)),
            line(Span(TEXTS, clock, "bold"), right(state, width - 2, "bold")),
            line(Span(TEXTS, _moved_by(meeting, item), "dim")),
        ]
    figures, stands = right(clock, width - 2, "bold"), right(state, width - 2, "bold")
    return [
        line(Span(1, label, "dim"), Span(TEXTS, fit(title, figures.column - 2 - TEXTS), "bold"), figures),
        line(Span(TEXTS, fit(_moved_by(meeting, item), stands.column - 2 - TEXTS), "dim"), stands),
    ]


def _idle(meeting: MeetingView, width: int) -> list[Line]:
    """Nothing is before the meeting: when and where it is, and who holds its offices."""
    plan = meeting.plan
    when = pgettext("desk", "{day} {time}").format(
        day=names.day_in_full(plan.starts), time=names.clock_time(plan.starts)
    )
    place = names.said(meeting, plan.place, plan.place_2)
    held = [
        _("{role} {name}").format(role=_(names.ROLES[role]), name=names.listed(_named(meeting, role)))
        for role in Role
        if meeting.holders(role)
    ]
    return [
        _row(pgettext("desk", "Now"), fit(f"{when}  {place}", width - TEXTS - 1)),
        *(line(Span(TEXTS, fit(each, width - TEXTS - 1), "dim")) for each in _packed(held, width - TEXTS)),
    ]


def _packed(parts: list[str], width: int) -> list[str]:
    """Parts beside each other, as many in a row as fit; none is broken."""
    rows: list[str] = []
    for part in parts:
        if rows and cell_len(f"{rows[-1]}   {part}") < width:
            rows[-1] = f"{rows[-1]}   {part}"
        else:
            rows.append(part)
    return rows


def _named(meeting: MeetingView, role: Role) -> list[str]:
    return [names.name_of(meeting, person) for person in meeting.holders(role)]


def _clock(meeting: MeetingView, item: ItemView, now: str) -> str:
    used = items.lasted(clocks.used(meeting, item, now))
    if not item.minutes:
        return _("{used} used").format(used=used)
    return _("{used} used of {limit}").format(used=used, limit=items.lasted(item.minutes * 60))


def _over(meeting: MeetingView, item: ItemView, now: str) -> str:
    over = clocks.over(meeting, item, now)
    return _("over time {over}").format(over=items.lasted(over)) if over else ""


def _state(meeting: MeetingView, item: ItemView) -> str:
    if meeting.state is MeetingState.RECESS:
        return pgettext("agenda", "in recess")
    return steps.item_words(meeting, item)


def _moved_by(meeting: MeetingView, item: ItemView) -> str:
    """The item's own number, who moved and who seconded."""
    motion, parts = item.motion, [item.number] if item.number else []
    if motion is not None:
        parts += stages.put_words(meeting, motion)
        parts.append(_("moved {name}").format(name=names.name_of(meeting, motion.mover)))
        if motion.seconder is not None:
            parts.append(_("seconded {name}").format(name=names.name_of(meeting, motion.seconder)))
    elif item.presenter is not None:
        parts.append(_("presented by {name}").format(name=names.name_of(meeting, item.presenter)))
    return "   ".join(parts)


# The motion, what was carried into it, and how it ended.


def _motion(meeting: MeetingView, width: int, most: int) -> list[Line]:
    item = meeting.current
    if item is None:
        return []
    motion = item.motion
    label = pgettext("desk", "Motion")
    if motion is None:
        return [_unmoved(meeting, item, width)]
    rows = wrap(names.said(meeting, *item.wording(motion)), width - TEXTS - 2)
    shown = rows[:most]
    if rows[most:]:
        shown[-1] = fit(shown[-1], width - TEXTS - 12) + " " + _("(F2 all)")
    return [
        _row(label, shown[0]),
        *(line(Span(TEXTS, words, "bold")) for words in shown[1:]),
        *(_amendment(meeting, item, each, width) for each in item.amendments(motion)[-2:]),
    ]


def _unmoved(meeting: MeetingView, item: ItemView, width: int) -> Line:
    written = [each for each in item.motions if each.amends is None and each.withdrawn is None]
    label = pgettext("desk", "Motion")
    if not written or item.settled is not None:
        return _row(label, _("No motion yet. m: somebody moves"), "dim")
    words = names.said(meeting, written[-1].text, written[-1].text_2)
    whole = _("Not moved yet (m): {text}").format(text=" ".join(words.split()))
    return _row(label, fit(whole, width - TEXTS - 1), "dim")


def _amendment(meeting: MeetingView, item: ItemView, motion: MotionView, width: int) -> Line:
    """`Amendment 1 is in it: +14  -1  =2`; one that waits is bold, with its words."""
    name = names.subject_words(*subject_of(item, motion))
    told = next((vote for vote in reversed(motion.votes) if vote.decides), None)
    figures = steps.figures_words(told) if told is not None else ""
    if motion.withdrawn is not None:
        words, ink = _("{amendment} was withdrawn").format(amendment=name), "dim"
    elif motion.carried is None:
        text = names.said(meeting, motion.words, motion.words_2)
        words, ink = _("{amendment} waits: {words}").format(amendment=name, words=text), "bold"
    elif motion.carried:
        words, ink = _("{amendment} is in it: {figures}").format(amendment=name, figures=figures), "dim"
    else:
        text = _("{amendment} was not carried: {figures}")
        words, ink = text.format(amendment=name, figures=figures), "dim"
    return line(Span(TEXTS, fit(words, width - TEXTS - 1), ink))


def _outcome(meeting: MeetingView, desk: Desk, width: int) -> list[Line]:
    """How the item before the meeting ended, and who does what."""
    item = meeting.current
    if item is None or item.settled is None:
        return []
    settled = item.settled
    vote = next((each for each in item.votes if each.id == settled.vote), None)
    by_vote = settled.outcome in {Outcome.CARRIED, Outcome.LOST}
    words = _ended(vote) if vote is not None and by_vote else _otherwise(item, settled.outcome)
    if settled.resolution and settled.outcome is not Outcome.CARRIED:
        resolved = " ".join(names.said(meeting, settled.resolution, settled.resolution_2).split())
        words = pgettext("desk", "{outcome}  {text}").format(outcome=words, text=resolved)
    rows = [BLANK, _row(pgettext("desk", "Outcome"), fit(words, width - TEXTS - 1))]
    actions = [_action(meeting, each.fact) for each in item.actions[-2:]]
    return [*rows, *(_row(pgettext("desk", "Action"), fit(each, width - TEXTS - 1), "") for each in actions)]


def _otherwise(item: ItemView, outcome: Outcome) -> str:
    """An end without a vote; the figures of one that was taken before it stay in sight."""
    taken = next((each for each in reversed(item.votes) if each.decides), None)
    words = names.outcome_words(outcome)
    return f"{words}   {_ended(taken)}" if taken is not None else words


def _action(meeting: MeetingView, action: ActionAssigned) -> str:
    """Who, by when, what."""
    task = names.said(meeting, action.task, action.task_2)
    return "   ".join(part for part in (foot.owner(meeting, action), foot.due(action), task) if part)


def _ended(vote: VoteView) -> str:
    verdict = vote.verdict()
    if verdict is None:
        return ""
    words = f"{outcome_words(verdict)}  {steps.figures_words(vote)}"
    needed = _("needed {needed}").format(needed=verdict.needed) if verdict.needed is not None else ""
    return f"{words}  {needed}".rstrip()


# The next step, and the end.


def _step(meeting: MeetingView, desk: Desk, width: int) -> Line:
    words = steps.long_step(meeting, desk.deed, desk.way)
    label = Span(1, pgettext("desk", "Next"), "dim")
    putting = desk.deed.next is Next.VOTE
    if putting and desk.rule:
        words = pgettext("desk", "{step}, by: {rule}").format(step=words, rule=desk.rule)
    hint = right(
        _("h another way") if putting else _("t action") if _settled(meeting, desk) else "", width - 2, "dim"
    )
    step = Span(TEXTS, fit(words, width - TEXTS - 1), "bold")
    return line(label, step, hint) if TEXTS + cell_len(words) + 2 <= hint.column else line(label, step)


def _settled(meeting: MeetingView, desk: Desk) -> bool:
    """Whether the item has ended, and more actions may be assigned beside what comes next."""
    item = meeting.current
    return (
        meeting.running
        and item is not None
        and item.settled is not None
        and desk.deed.next is not Next.ASSIGN
    )


def _end(meeting: MeetingView, desk: Desk, width: int) -> Line:
    label = Span(1, pgettext("desk", "End"), "dim")
    time = _("recorded at {time}   i another time").format(time=desk.time) if desk.time else ""
    return line(label, Span(TEXTS, _expected(meeting, desk.now), "bold"), right(time, width - 2, "bold"))


def _expected(meeting: MeetingView, now: str) -> str:
    if meeting.state is None:
        whole = sum(item.minutes or 0 for item in meeting.items)
        return ngettext("{minutes} minute planned", "{minutes} minutes planned", whole).format(minutes=whole)
    minutes = clocks.sat(meeting, now) // 60
    if meeting.adjourned_at:
        text = ngettext("{time}, after {minutes} minute", "{time}, after {minutes} minutes", minutes)
        return text.format(time=names.clock_time(meeting.adjourned_at), minutes=minutes)
    left = clocks.remaining(meeting)
    end = names.clock_time(clocks.expected_end(meeting, now))
    text = ngettext(
        "expected {end}   {minutes} min so far, {left} item to go",
        "expected {end}   {minutes} min so far, {left} items to go",
        left,
    )
    return text.format(end=end, minutes=minutes, left=left)
