"""council-tui: a neighbourhood council's meeting, kept and minuted on one laptop.

The environment is set here because Textual reads it once, at its first import:
without the first line an input method's text arrives garbled on kitty-protocol terminals.
"""

import os

os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
os.environ.setdefault("TEXTUAL_FPS", "240")

__version__ = "0.1.0"
