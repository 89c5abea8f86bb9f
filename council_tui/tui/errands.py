"""What Home leads to: each thing that waits is seen to in its own place."""

from typing import Any

from council_tui.domain.agenda import MeetingState
from council_tui.domain.council import CouncilView
from council_tui.domain.errors import AlreadyOpen, MeetingOver
from council_tui.domain.home import HomeView, Todo, TodoKind, unsealed
from council_tui.domain.ids import NOBODY
from council_tui.domain.meeting import MeetingLine
from council_tui.domain.people import PersonView
from council_tui.domain.plans import CalledOff
from council_tui.tui import planning
from council_tui.tui.dialogs import Choose, Option, Prompt
from council_tui.tui.fields import Field, Kind
from council_tui.tui.forms import Form
from council_tui.tui.recorded import recorded
from council_tui.tui.screens import tabs
from council_tui.tui.screens.base import BaseScreen
from council_tui.usecases.council import NAME, choose_operator, rename_council, view_council
from council_tui.usecases.meetings import PLACE, cancel_meeting
from council_tui.usecases.people import view_people
from council_tui.usecases.record import keep_draft, view_drafts
from council_tui.wording import catalog
from council_tui.wording.catalog import _, pgettext
from council_tui.wording.home import own_names
from council_tui.wording.names import title_numbered

FORGET = "forget"

Home = BaseScreen[HomeView]


async def go(screen: BaseScreen[Any], mode: str) -> None:
    """Show another screen."""
    if mode in {tab.id for tab in tabs()}:
        await screen.run_action(f"app.go('{mode}')")


async def see_to(screen: Home, view: HomeView, todo: Todo) -> None:
    """Go where a thing that waits is done."""
    match todo.kind:
        case TodoKind.UNFINISHED:
            await _take_up(screen, view)
        case TodoKind.RULES:
            await _adopt(screen, view)
        case TodoKind.TYPED:
            await _typed(screen, view)
        case TodoKind.MINUTES | TodoKind.VAGUE | TodoKind.DUE:
            screen.app.clerk.choose(todo.meeting)
            await go(screen, "minutes")


async def to_minutes(screen: Home, view: HomeView) -> None:
    """The earliest meeting whose minutes nobody signed off."""
    found = unsealed(view.meetings)
    if found:
        screen.app.clerk.choose(found[0].id)
        await go(screen, "minutes")


async def change_plan(screen: Home, view: HomeView | None, row: object) -> None:
    """The plan of the meeting in a row, else of the next one."""
    if isinstance(row, MeetingLine) and row.cancelled:
        screen.refuse(CalledOff(row.id))
    elif isinstance(row, MeetingLine) and row.state is MeetingState.ADJOURNED:
        screen.refuse(MeetingOver(row.id))
    elif isinstance(row, MeetingLine):
        await planning.replan(screen, row.id)
    elif view is not None and view.coming is not None:
        await planning.replan(screen, view.coming.id)


async def call_off(screen: Home, view: HomeView | None, row: object) -> None:
    """The planned meeting of a row, else the next one, is cancelled, with a reason."""
    coming = view.coming.id if view is not None and view.coming is not None else None
    id = row.id if isinstance(row, MeetingLine) else coming
    found = next((each for each in view.meetings if each.id == id), None) if view is not None else None
    if found is None:
        return
    if found.cancelled or found.state is not None:
        over = MeetingOver(found.id) if found.state is MeetingState.ADJOURNED else AlreadyOpen(found.id)
        screen.refuse(CalledOff(found.id) if found.cancelled else over)
        return
    asked = _("Why is it cancelled? {meeting}").format(meeting=title_numbered(found.year, found.number))
    reason = await screen.app.push_screen_wait(Prompt(asked, longest=PLACE))
    if reason is not None:
        await screen.record(cancel_meeting, found.id, reason)


async def _take_up(screen: Home, view: HomeView) -> None:
    if view.coming is None:
        await planning.plan(screen)
    else:
        await planning.offer_unfinished(screen, view.coming.id, view.unfinished)


async def _adopt(screen: Home, view: HomeView) -> None:
    """The rules become the council's own by a vote: they are put on the agenda of the next meeting."""
    council = view.hall.council
    if view.coming is None or council is None:
        await planning.plan(screen)
        return
    title = planning.rules_item(council)[0].title
    if any(item.title == title for item in view.coming.items):
        await go(screen, "agenda")
    else:
        await planning.offer_rules(screen, view.coming.id)


async def _typed(screen: Home, view: HomeView) -> None:
    """Where texts lie half typed: go there, or forget them."""
    titles = {tab.id: _(tab.title) for tab in tabs()}
    modes = dict.fromkeys(form.split(".")[0] for form in view.drafts)
    options = [Option(mode, titles[mode]) for mode in modes if mode in titles]
    options.append(Option(FORGET, _("forget them all")))
    note = _("A form puts back what was typed when it is opened again.")
    picked = await screen.app.push_screen_wait(
        Choose(_("Half typed texts were kept for"), options, note=note)
    )
    if picked == FORGET:
        await _forget(screen, view)
    elif picked == "home":
        await planning.plan(screen)
    elif picked:
        await go(screen, picked)


async def _forget(screen: Home, view: HomeView) -> None:
    for form in view.drafts:
        for field in await screen.app.clerk.look(view_drafts, form):
            await screen.record(keep_draft, form, field, "")


async def ask_operator(screen: Home) -> None:
    """Who sits at the keyboard while no meeting is open; acts are signed with it."""
    people = await screen.app.clerk.look(view_people)
    council = await screen.app.clerk.look(view_council)
    deed = recorded(screen, choose_operator, lambda values: [values["person"]])
    form = Form(_("Who sits at the keyboard?"), [_operator(people, council)], deed)
    await screen.app.push_screen_wait(form)


def _operator(people: tuple[PersonView, ...], council: CouncilView | None) -> Field:
    now = council.operator if council is not None else NOBODY
    hint = _("name, pinyin or seat")
    initial = str(now) if now != NOBODY else ""
    return Field(
        "person", pgettext("council", "Person"), Kind.PERSON, initial, required=True, people=people, hint=hint
    )


async def ask_council(screen: Home) -> None:
    """What the council is called, in its own language and another, and which one it speaks."""
    council = await screen.app.clerk.look(view_council)
    if council is None:
        return
    fields = [
        Field("name", pgettext("council", "Name"), initial=council.name, longest=NAME, required=True),
        Field(
            "name_2",
            pgettext("council", "Name, 2nd"),
            initial=council.name_2,
            longest=NAME,
            hint=_("in the other language"),
        ),
        Field("lang", pgettext("council", "Language"), Kind.CHOICE, council.lang, choices=own_names()),
    ]
    deed = recorded(screen, rename_council, lambda values: [values["name"], values["name_2"], values["lang"]])
    if await screen.app.push_screen_wait(Form(_("The council"), fields, deed)):
        catalog.use((await screen.app.clerk.look(view_council) or council).lang)
        screen.paint()
