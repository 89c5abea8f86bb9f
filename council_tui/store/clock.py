"""The clock that acts are stamped with; tests and demonstrations may set it.

`COUNCIL_TUI_CLOCK=2023-02-08T19:00` sets the program's clock to that local time when it is first
asked; from there it runs with the machine's own.
"""

import os
import time
from datetime import UTC, datetime, timedelta

_started: dict[str, float] = {}
"""When each set time was first asked for."""


def now() -> datetime:
    """The local time, aware of its zone."""
    fixed = os.environ.get("COUNCIL_TUI_CLOCK")
    if not fixed:
        return datetime.now().astimezone()
    started = _started.setdefault(fixed, time.monotonic())
    return datetime.fromisoformat(fixed).astimezone() + timedelta(seconds=time.monotonic() - started)


def stamp(moment: datetime) -> str:
    """A moment as the journal has it: `2023-02-08T11:41:05Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def local(moment: datetime) -> str:
    """A moment as facts have it: local time, `2023-02-08T19:41:05`."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S")
