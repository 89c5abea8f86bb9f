"""The deed of a form that is one act: its values in the act's order, and why it was refused."""

from collections.abc import Callable, Sequence
from typing import Any

from council_tui.store.engine import Done
from council_tui.tui.fields import Values
from council_tui.tui.forms import Deed
from council_tui.tui.screens.base import BaseScreen


def recorded(
    screen: BaseScreen[Any],
    deed: Callable[..., Any],
    arrange: Callable[[Values], Sequence[Any]],
    after: Callable[[Done], None] | None = None,
) -> Deed:
    """Record `deed` with the values as `arrange` puts them; `after` gets what it gave back."""

    async def record(values: Values) -> str:
        done = await screen.record(deed, *arrange(values))
        if done is None:
            return screen.told
        if after is not None:
            after(done)
        return ""

    return record
