"""A poll is asked for, from the Agenda or the Votes screen: how it is counted, then what that way needs."""

from typing import TYPE_CHECKING, Any

from council_tui.domain.items import ItemView
from council_tui.domain.meeting import MeetingView
from council_tui.domain.tally import METHODS
from council_tui.tui.dialogs import Choose
from council_tui.tui.forms import Form
from council_tui.tui.pages import poll_forms
from council_tui.tui.recorded import recorded
from council_tui.usecases.people import view_people
from council_tui.usecases.polls import open_poll
from council_tui.wording.catalog import _

if TYPE_CHECKING:
    from council_tui.tui.screens.base import BaseScreen


async def ask(screen: "BaseScreen[Any]", meeting: MeetingView, item: ItemView) -> bool:
    """Open a poll under an item; whether it was. Runs in a worker."""
    id = await screen.app.push_screen_wait(Choose(_("How are the papers counted?"), poll_forms.ways()))
    if id is None:
        return False
    people, way = await screen.app.clerk.look(view_people), METHODS[id]

    deed = recorded(
        screen, open_poll, lambda values: [meeting.id, item.id, poll_forms.entry(way, values, people)]
    )
    draft = f"votes.poll.{id}.{item.id}"
    form = Form(poll_forms.title(way), poll_forms.fields(item, way), deed, draft=draft)
    form.read_back = poll_forms.read_back(way, people)
    done: bool | None = await screen.app.push_screen_wait(form)
    screen.told = ""
    screen.paint()
    return bool(done)
