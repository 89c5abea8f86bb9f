"""What bytes do to a terminal: which modes they leave on, and which controls data has caused."""

import re

MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
HARMLESS = {"7", "12", "2027"}
"""Line wrap, a blinking cursor, widths of clusters: on in a terminal at rest."""

SEQUENCES = (
    ("osc", re.compile(rb"\x1b\]([0-9]*)[^\x07\x1b]*(?:\x07|\x1b\\)?")),
    ("string", re.compile(rb"\x1b([PX^_])[^\x1b]*(?:\x1b\\)?")),
    ("csi", re.compile(rb"\x1b\[([?>=<!]?)[0-9;:]*([ -/]*[@-~])")),
    ("escape", re.compile(rb"\x1b([^\[\]PX^_])")),
    ("c1", re.compile(rb"\xc2[\x80-\x9f]")),
    ("control", re.compile(rb"([\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f])")),
    ("bidi", re.compile(rb"\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]")),
)
"""Kinds of sequence, each looked for in what the kinds before it have left."""

NEVER = re.compile(r"osc (?!22$)|string|c1|bidi|control|escape [cZ]|csi .*[cnqt]$")
"""Kinds that no data may cause, and that the program needs none of; OSC 22 is the mouse's shape."""


def left_on(sent: bytes | bytearray) -> list[str]:
    """Modes switched on and not off again; a hidden cursor is one."""
    state = {}
    for numbers, switch in MODE.findall(bytes(sent)):
        for number in numbers.decode().split(";"):
            state[number] = switch == b"h"
    hidden = ["the cursor is hidden"] if state.pop("25", True) is False else []
    return [f"mode {number}" for number, on in state.items() if on and number not in HARMLESS] + hidden


def kinds(sent: bytes | bytearray) -> dict[str, int]:
    """Every kind of sequence in what was sent, and how often: `{"csi m": 210, "osc 52": 1}`."""
    found: dict[str, int] = {}
    rest = bytes(sent)
    for name, pattern in SEQUENCES:
        for match in pattern.finditer(rest):
            kind = f"{name} {b''.join(match.groups()).decode('latin-1')}".strip()
            if name == "control":
                kind = f"control {match[0][0]:02x}"
            found[kind] = found.get(kind, 0) + 1
        rest = pattern.sub(b"", rest)
    return found


def forbidden(sent: bytes | bytearray, baseline: bytes | bytearray | None = None) -> dict[str, int]:
    """What data has caused and must not: kinds that are always bad, or that the baseline has not."""
    found = kinds(sent)
    if baseline is None:
        return {kind: count for kind, count in found.items() if NEVER.match(kind)}
    known = kinds(baseline)
    return {kind: count for kind, count in found.items() if kind not in known or NEVER.match(kind)}
