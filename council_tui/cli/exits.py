"""How a command ends: a refusal becomes one sentence on the error stream and an exit code, nowhere else.

0: done, whatever the answer. 1: done, and something is wrong (a record that was changed, a disk that
refuses). 2: nothing was done, because of what was asked or of the file it was asked of.
"""

import errno
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

import click

from council_tui.wording.catalog import _

if TYPE_CHECKING:
    from council_tui.domain.errors import Refusal

WRONG, REFUSED = 1, 2

LONGEST, LAST = 1_000, 80
"""So much of a line is said, and of its end, which says what is to be done."""


class Refused(click.ClickException):
    """One sentence on the error stream, without a usage."""

    exit_code = REFUSED

    def show(self, file: IO[Any] | None = None) -> None:
        """The sentence, made harmless."""
        from council_tui.domain.plain import visible

        lines = re.sub("\n{3,}", "\n\n", visible(self.message)).split("\n")
        click.echo("\n".join(map(_shortened, lines)), file=file, err=True)


def _shortened(line: str) -> str:
    """A line that may repeat what was typed, however long that was; what is cut ends in `..`."""
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}..{line[-LAST:]}"


class Faulty(Refused):
    """The same, where something is wrong that the one who asked cannot help."""

    exit_code = WRONG


@contextmanager
def told() -> Iterator[None]:
    """Whatever a command refuses, as a sentence; also what click refuses, which repeats what was typed."""
    try:
        yield
    except Exception as error:
        end = _end(error)
        if end is None:
            raise
        raise end from error


def _end(error: Exception) -> Refused | None:
    """What an exception is for the one who asked; None for one that goes its own way."""
    match error:
        case Refused() | click.exceptions.Exit() | click.Abort():
            return None
        case click.ClickException():
            return _repeated(error)
        case OSError():
            return Refused(failed(error)) if error.errno != errno.EPIPE else None
        case _:
            return _refusal(error)


def _refusal(error: Exception) -> Refused | None:
    from council_tui.domain.errors import Refusal

    return kind(error)(sentence(error)) if isinstance(error, Refusal) else None


def sentence(refusal: "Refusal") -> str:
    """A refusal in the words of the command line where it has its own, else as everywhere."""
    from council_tui.domain.gates import BadGate
    from council_tui.domain.rules import BadRules, UnknownRules
    from council_tui.wording import rules
    from council_tui.wording.say import say

    match refusal:
        case UnknownRules():
            return rules.unknown_words(refusal)
        case BadRules():
            return rules.bad_words(refusal)
        case BadGate():
            return rules.gate_refused_words(refusal)
        case _:
            return say(refusal)


def kind(refusal: "Refusal") -> type[Refused]:
    """Faulty where the disk or another window was in the way."""
    from council_tui.domain.failures import FileMoved, NotRecorded, ViewOnly, Waiting

    return Faulty if isinstance(refusal, (FileMoved, NotRecorded, ViewOnly, Waiting)) else Refused


def failed(failure: OSError) -> str:
    """What the system says of a file that cannot be read or written."""
    name = failure.filename if isinstance(failure.filename, str) else "-"
    return _("{path} cannot be used: {detail}.").format(path=name, detail=failure.strerror or failure)


def _repeated(mistake: click.ClickException) -> Refused:
    """Click's own message, with its usage."""
    shown = io.StringIO()
    mistake.show(shown)
    return Refused(shown.getvalue().rstrip("\n"))
