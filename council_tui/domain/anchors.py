"""An anchor: the few words at a sealed paper's end that tie it to the journal (reliability.md 4a)."""

import base64

from council_tui.domain.lazily import dataclass
from council_tui.domain.minutes import PaperKind

GROUPS = 8
"""Groups of four characters in a shortened head: 160 bits, too many to be collided with."""


def short(head: str) -> str:
    """The first 160 bits of a hash as eight groups of four base32 characters, for paper."""
    text = base64.b32encode(bytes.fromhex(head)[:20]).decode("ascii")
    return " ".join(text[at : at + 4] for at in range(0, 4 * GROUPS, 4))


@dataclass(frozen=True, slots=True)
class Anchor:
    """Which paper it is, how it was laid out, and the journal it was composed from."""

    kind: PaperKind
    lang: str
    columns: int
    seq: int
    """The last entry of the journal before the seal."""
    head: str
    """That entry's hash, as `short` has it."""

    @property
    def words(self) -> tuple[str, ...]:
        """What is printed; a line may be broken between any two."""
        return (f"council-tui {self.kind} {self.lang} {self.columns} #{self.seq}", *self.head.split(" "))
