"""The three palettes: dark, light, high contrast. Every colour of the program stands here, and nowhere else.

All are colours of the 256-colour set, so that an old terminal shows the same hues. `for`, `against` and
`abstain` stay apart for people who see fewer colours; a sign beside them always says the same.
"""

from collections.abc import Mapping

from textual.theme import Theme

NAMES = (
    *("background", "surface", "panel", "field", "foreground", "text-muted"),
    *("for", "against", "abstain", "zero", "sealed"),
    *("next", "on-next", "warn", "on-warn", "refuse"),
)
"""What a palette says, in the order of the lists below."""


def _theme(name: str, colours: str, *, dark: bool) -> Theme:
    """A palette as Textual has it: its own variables come from ours, and none is blended."""
    palette = dict(zip(NAMES, colours.split(), strict=True))
    return Theme(
        name,
        primary=palette["next"],
        secondary=palette["text-muted"],
        accent=palette["next"],
        warning=palette["warn"],
        error=palette["refuse"],
        success=palette["next"],
        foreground=palette["foreground"],
        background=palette["background"],
        surface=palette["surface"],
        panel=palette["panel"],
        dark=dark,
        variables=_variables(palette),
    )


def _variables(palette: Mapping[str, str]) -> dict[str, str]:
    bright, paper, dim = palette["foreground"], palette["background"], palette["text-muted"]
    return {
        **palette,
        "text": bright,
        "text-disabled": dim,
        "foreground-muted": dim,
        "foreground-disabled": dim,
        "block-cursor-foreground": paper,
        "block-cursor-background": bright,
        "block-cursor-blurred-foreground": bright,
        "block-cursor-blurred-background": palette["panel"],
        "input-cursor-foreground": paper,
        "input-cursor-background": bright,
        "input-cursor-text-style": "none",
        "input-selection-foreground": paper,
        "input-selection-background": dim,
        "screen-selection-foreground": paper,
        "screen-selection-background": dim,
    }


THEMES = (
    _theme(
        "council-dark",
        "#121212 #1c1c1c #303030 #303030 #eeeeee #c6c6c6"
        " #87d7ff #ffaf5f #d7d7d7 #8a8a8a #d7afff"
        " #87ff87 #121212 #ffff87 #000000 #ffafd7",
        dark=True,
    ),
    _theme(
        "council-light",
        "#ffffff #ffffff #eeeeee #e4e4e4 #121212 #444444"
        " #0000af #870000 #3a3a3a #767676 #5f00af"
        " #005f00 #ffffff #ffff5f #000000 #ffd7ff",
        dark=False,
    ),
    _theme(
        "council-contrast",
        "#000000 #000000 #000000 #303030 #ffffff #ffffff"
        " #87d7ff #ffaf5f #ffffff #bcbcbc #d7afff"
        " #00ff00 #000000 #ffff00 #000000 #ffafff",
        dark=True,
    ),
)
"""The palettes, in the order of the key that changes them. To add one, add a theme here."""
