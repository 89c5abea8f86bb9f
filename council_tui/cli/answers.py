"""What goes out: lines for people and JSON for programs, neither with anything a terminal would obey."""

import click

_UNSAFE = "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
"""What JSON may hold as it is, and a terminal had better not see."""


def line(text: str = "") -> None:
    """One line, or several, for people."""
    from council_tui.domain.plain import visible

    click.echo(visible(text))


def table(rows: list[tuple[str, str]]) -> None:
    """Pairs, the second ones below each other."""
    wide = max((len(left) for left, _right in rows), default=0)
    for left, right in rows:
        line(f"{left:<{wide}}  {right}".rstrip())


def json(answer: object) -> None:
    """An answer for a program: figures exact, every other text as it is recorded."""
    import re
    from json import dumps

    text = dumps(answer, ensure_ascii=False, indent=2)
    click.echo(re.sub(_UNSAFE, lambda found: f"\\u{ord(found[0]):04x}", text))
