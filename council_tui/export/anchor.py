"""The last lines of a sealed paper, printed and read back."""

import re

from council_tui.domain.anchors import GROUPS, Anchor
from council_tui.domain.minutes import PaperKind

_ANCHOR = re.compile(
    r"council-tui\s+(?P<kind>minutes|record)\s+(?P<lang>[a-z]{2,8})\s+(?P<columns>\d{1,3})\s+#(?P<seq>\d{1,15})"
    rf"(?P<head>(?:\s+[A-Z2-7]{{4}}){{{GROUPS}}})\s*$"
)
_TAIL = 600
"""So many of a paper's last characters are looked at."""


def anchor_lines(anchor: Anchor, columns: int) -> list[str]:
    """The anchor in lines, broken between its groups only; one line at 76 columns."""
    lines = [""]
    for word in anchor.words:
        joined = f"{lines[-1]} {word}".lstrip()
        if len(joined) <= columns:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def read_anchor(text: str) -> Anchor | None:
    """The anchor at the end of a paper's text, however its lines were broken; None without one."""
    found = _ANCHOR.search(text[-_TAIL:])
    if found is None:
        return None
    head = " ".join(found["head"].split())
    return Anchor(PaperKind(found["kind"]), found["lang"], int(found["columns"]), int(found["seq"]), head)


def paper_text(content: bytes) -> str:
    """The text of an exported file, whichever encoding it was written in."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""
