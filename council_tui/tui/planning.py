"""Planning a meeting at the keyboard: the form of its plan, and what its agenda begins with."""

from collections.abc import Sequence
from typing import Any

from council_tui.domain.agenda import MeetingKind, Role
from council_tui.domain.council import CouncilView
from council_tui.domain.home import Planning
from council_tui.domain.ids import ItemId, MeetingId
from council_tui.domain.meeting import MeetingView, Unfinished
from council_tui.domain.rules import rules_from_text
from council_tui.store.engine import Done
from council_tui.tui.dialogs import Choose, Confirm, Option
from council_tui.tui.fields import Field, Kind, Values
from council_tui.tui.forms import Form
from council_tui.tui.recorded import recorded
from council_tui.tui.screens.base import BaseScreen
from council_tui.usecases.agenda import ItemEntry, carry_over
from council_tui.usecases.council import view_council
from council_tui.usecases.home import view_planning
from council_tui.usecases.meetings import PLACE, REFERENCE, MeetingEntry
from council_tui.usecases.plans import call_meeting, revise_meeting
from council_tui.usecases.proposals import Wording
from council_tui.usecases.rules import propose_rules
from council_tui.wording import gates
from council_tui.wording.bilingual import either
from council_tui.wording.catalog import _, languages, ngettext, pgettext, speaking
from council_tui.wording.names import KINDS, title_numbered
from council_tui.wording.rules import rules_name

FIRST_HOUR = "19:00"
"""The time offered for a council's first meeting."""
LATE = "late"


async def plan(screen: BaseScreen[Any]) -> None:
    """Ask for a new meeting's plan, record it, and offer what its agenda may begin with."""
    clerk = screen.app.clerk
    planning = await clerk.look(view_planning)
    made: list[MeetingId] = []

    def take(done: Done) -> None:
        made.append(done.value)
        clerk.choose(done.value)

    deed = recorded(screen, call_meeting, _planned, take)
    form = Form(_("New meeting"), plan_fields(planning, changed=False), deed, draft="home.meeting")
    if not await screen.app.push_screen_wait(form):
        return
    if planning.first and planning.provisional:
        await offer_rules(screen, made[0])
    if planning.unfinished:
        await offer_unfinished(screen, made[0], planning.unfinished)


async def replan(screen: BaseScreen[Any], meeting: MeetingId) -> None:
    """Ask how a meeting's plan changes, and record what differs."""
    planning = await screen.app.clerk.look(view_planning, meeting)
    if planning.like is None:
        return

    deed = recorded(screen, revise_meeting, lambda values: [meeting, *_planned(values)])
    title = title_numbered(planning.like.year, planning.like.number)
    await screen.app.push_screen_wait(Form(title, plan_fields(planning, changed=True), deed))


async def offer_rules(screen: BaseScreen[Any], meeting: MeetingId) -> None:
    """A council whose rules are provisional may adopt them first of all."""
    council = await screen.app.clerk.look(view_council)
    if council is None:
        return
    entry, wording = rules_item(council)
    question = _('Put "{title}" on the agenda as item 1?').format(
        title=either(entry.title, entry.title_2, council.lang)
    )
    note = either(wording.text, wording.text_2, council.lang)
    if await screen.app.push_screen_wait(Confirm(question, note)):
        await screen.record(propose_rules, meeting, entry, wording)


async def offer_unfinished(
    screen: BaseScreen[Any], meeting: MeetingId, unfinished: Sequence[Unfinished]
) -> None:
    """What earlier meetings left open may come onto this agenda: all of it, or one by one."""
    council = await screen.app.clerk.look(view_council)
    lang = council.lang if council is not None else ""
    count = len(unfinished)
    everything = ngettext("the one item", "all {count} items", count).format(count=count)
    options: list[Option[tuple[ItemId, ...]]] = [Option(tuple(each.item for each in unfinished), everything)]
    options += [
        Option((each.item,), either(each.title, each.title_2, lang)) for each in unfinished if count > 1
    ]
    title = _("Left unfinished: put on the agenda of this meeting?")
    note = "; ".join(either(each.title, each.title_2, lang) for each in unfinished) if count == 1 else ""
    picked = await screen.app.push_screen_wait(Choose(title, options, note=note))
    if picked:
        await screen.record(carry_over, meeting, picked)


def rules_item(council: CouncilView) -> tuple[ItemEntry, Wording]:
    """The item by which a council adopts its rules, and its motion, in its own language and another."""
    rules = rules_from_text(council.rules)
    second = next((lang for lang in languages() if lang != council.lang), council.lang)
    words = []
    for lang in (council.lang, second):
        with speaking(lang):
            text = _("That the council decide by these rules: {name}. {how}")
            words.append(
                (_("Adopt our rules"), text.format(name=rules_name(rules), how=gates.rules_words(rules)))
            )
    (title, text), (title_2, text_2) = words
    return ItemEntry(title, title_2), Wording(text, text_2)


def plan_fields(planning: Planning, *, changed: bool) -> list[Field]:
    """What is asked about a meeting; kind and number only of a new one, since they never change."""
    kinds = tuple((str(kind), _(words)) for kind, words in KINDS.items())
    hint = _("No. {number}").format(number=planning.number)
    new = [
        Field("kind", pgettext("plan", "Kind"), Kind.CHOICE, str(MeetingKind.REGULAR), choices=kinds),
        Field("number", pgettext("plan", "Number"), Kind.NUMBER, longest=4, hint=hint),
    ]
    late = (("", pgettext("plan", "no")), (LATE, pgettext("plan", "held on paper, entered now")))
    own = planning.like if changed else None
    return [
        *([] if changed else new),
        *_when_and_where(planning.like, own),
        *_offices(planning),
        Field(
            "late",
            pgettext("plan", "Entered late"),
            Kind.CHOICE,
            LATE if own and own.plan.late else "",
            choices=late,
        ),
        Field(
            "notice",
            pgettext("plan", "Notice on"),
            Kind.DAY,
            own.notice if own else "",
            near=True,
            hint=_("day it was posted"),
        ),
    ]


def _when_and_where(like: MeetingView | None, own: MeetingView | None) -> list[Field]:
    """Day, hour and place; the hour and place of the last meeting are offered for the next."""
    plan = like.plan if like is not None else None
    return [
        Field(
            "day",
            pgettext("plan", "Date"),
            Kind.DAY,
            own.plan.starts[:10] if own else "",
            required=True,
            hint=_("like 2023-02-15 or 2/15"),
        ),
        Field(
            "time",
            pgettext("plan", "Time"),
            Kind.TIME,
            plan.starts[11:16] if plan else FIRST_HOUR,
            required=True,
        ),
        Field("place", pgettext("plan", "Place"), initial=plan.place if plan else "", longest=PLACE),
        Field("place_2", pgettext("plan", "Place, 2nd"), initial=plan.place_2 if plan else "", longest=PLACE),
        Field(
            "reference",
            pgettext("plan", "Reference"),
            initial=own.plan.reference if own else "",
            longest=REFERENCE,
        ),
    ]


def _offices(planning: Planning) -> list[Field]:
    """Who calls, chairs and records; as at the last meeting, unless typed otherwise."""
    labels = ((Role.CONVENER, _("Convener")), (Role.CHAIR, _("Chair")), (Role.RECORDER, _("Recorder")))
    found = []
    for role, label in labels:
        holders = planning.like.holders(role) if planning.like is not None else ()
        initial = str(holders[0]) if holders else ""
        found.append(
            Field(
                str(role), label, Kind.PERSON, initial, people=planning.people, hint=_("name, pinyin or seat")
            )
        )
    return found


def _planned(values: Values) -> tuple[MeetingEntry, str]:
    """What was typed, as the plan's deeds take it."""
    entry = MeetingEntry(
        starts=f"{values['day']}T{values['time']}",
        place=values["place"],
        place_2=values["place_2"],
        kind=MeetingKind(values.get("kind", MeetingKind.REGULAR)),
        number=values.get("number"),
        reference=values["reference"],
        late=values["late"] == LATE,
        convener=values["convener"],
        chair=values["chair"],
        recorder=values["recorder"],
    )
    return entry, values["notice"]
