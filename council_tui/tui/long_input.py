"""The field for several rows of text. Apart from the others, because Textual's own is slow to import."""

from typing import ClassVar

from textual.binding import Binding
from textual.widgets import TextArea


class LongInput(TextArea, inherit_bindings=False):
    """Several rows of text; by Textual's F6 and F7 it would be selected, and replaced by the next letter."""

    BINDINGS: ClassVar = [
        each for each in Binding.make_bindings(TextArea.BINDINGS) if each.key not in {"f6", "f7"}
    ]
