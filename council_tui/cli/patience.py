"""What takes long is said on the error stream of a terminal, and wiped away when it is done."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

import click

from council_tui.wording.catalog import _

SOON = 0.5
"""Seconds without a word."""


@contextmanager
def patience() -> Iterator[None]:
    """Around something slow that says nothing itself. A pipe or a file is told nothing."""
    if not sys.stderr.isatty():
        yield
        return
    told: list[str] = []

    def tell() -> None:
        told.append(_("One moment ..."))
        click.echo(told[0], err=True, nl=False)

    timer = Timer(SOON, tell)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if told:
            from rich.cells import cell_len

            click.echo("\r" + " " * cell_len(told[0]) + "\r", err=True, nl=False)
