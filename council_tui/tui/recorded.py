"""The deed of a form that is one act: its values in the act's order, and why it was refused."""

from collections.abc import Callable, Sequence
from typing import Any

from council_tui.domain.errors import Refusal
from council_tui.store.engine import Done
from council_tui.tui.fields import Question, Values
from council_tui.tui.forms import Deed, Form
from council_tui.tui.screens.base import BaseScreen
from council_tui.wording.say import say


def recorded(
    screen: BaseScreen[Any],
    deed: Callable[..., Any],
    arrange: Callable[[Values], Sequence[Any]],
    after: Callable[[Done], None] | None = None,
) -> Deed:
    """Record `deed` with the values as `arrange` puts them, nothing where that gives nothing; `after` gets
    what the deed gave back."""

    async def record(values: Values) -> str:
        try:
            arranged = arrange(values)
        except Refusal as refusal:
            return say(refusal)
        if not arranged:
            return ""
        done = await screen.record(deed, *arranged)
        if done is None:
            return screen.told
        if after is not None:
            after(done)
        return ""

    return record


async def ask(screen: BaseScreen[Any], question: Question) -> bool:
    """A form over the screen; what it records is refused in it, and it stays open. Whether it was recorded,
    or there was nothing to record. Runs in a worker."""
    deed = recorded(screen, question.deed, question.told)
    form = Form(question.title, question.fields, deed, draft=question.draft)
    done = await screen.app.push_screen_wait(form)
    screen.told = ""
    screen.paint()
    return bool(done)
