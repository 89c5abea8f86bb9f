"""Every text can be read: the contrasts of screens.md section 3, by the formula of WCAG 2."""

import re

import pytest
from textual.app import App
from textual.theme import Theme

from council_tui.tui.ink import USED
from council_tui.tui.theme import THEMES

DARK, LIGHT, CONTRAST = THEMES

RATIOS = [
    ("foreground", "background", 16.1, 18.7, 21.0),
    ("foreground", "panel", 11.4, 16.1, 21.0),
    ("text", "background", 16.1, 18.7, 21.0),
    ("text-muted", "background", 11.0, 9.7, 21.0),
    ("text-muted", "panel", 7.7, 8.4, 21.0),
    ("text-disabled", "background", 11.0, 9.7, 21.0),
    ("for", "background", 11.8, 13.0, 13.2),
    ("against", "background", 10.3, 10.3, 11.5),
    ("abstain", "background", 13.0, 11.4, 21.0),
    ("zero", "background", 5.4, 4.5, 11.1),
    ("sealed", "background", 10.2, 10.0, 11.5),
    ("on-next", "next", 14.9, 8.0, 15.3),
    ("on-warn", "warn", 19.9, 19.7, 19.6),
    ("on-warn", "refuse", 12.4, 16.4, 12.8),
]
"""Text, ground, and the ratio in each palette."""


def luminance(colour: str) -> float:
    """WCAG 2.1, relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """WCAG 2.1, contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def variables(theme: Theme) -> dict[str, str]:
    """What a sheet sees under a theme."""
    app: App[None] = App()
    app.register_theme(theme)
    app.theme = theme.name
    return app.get_css_variables()


SEEN = {theme.name: variables(theme) for theme in THEMES}


@pytest.mark.parametrize(("text", "ground", "dark", "light", "contrast"), RATIOS)
def test_every_text_can_be_read_on_its_ground(
    text: str, ground: str, dark: float, light: float, contrast: float
):
    for theme, least in zip(THEMES, (dark, light, contrast), strict=True):
        seen = SEEN[theme.name]
        assert round(ratio(seen[text], seen[ground]), 1) >= least, theme.name


def test_the_formula_knows_black_on_white():
    assert ratio("#000000", "#ffffff") == 21


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_theme_has_every_colour_that_a_line_may_be_drawn_in(theme: Theme):
    assert {name: SEEN[theme.name][name] for name in USED if not plain(SEEN[theme.name][name])} == {}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", ["text", "text-muted", "text-disabled", "foreground", "panel", "field"])
def test_no_colour_is_a_blend(theme: Theme, name: str):
    assert plain(SEEN[theme.name][name])


def plain(colour: str) -> bool:
    return re.fullmatch("#[0-9a-fA-F]{6}", colour) is not None


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_where_the_keys_go_is_reversed(theme: Theme):
    seen = SEEN[theme.name]
    cursor = seen["block-cursor-foreground"], seen["block-cursor-background"]
    assert cursor == (seen["background"].lower(), seen["text"])
    assert (seen["primary"].lower(), seen["accent"].lower()) == (seen["next"], seen["next"])


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_colour_is_one_of_256(theme: Theme):
    steps = {0, 95, 135, 175, 215, 255}
    greys = {8 + 10 * step for step in range(24)}
    for name in USED:
        colour = SEEN[theme.name][name]
        parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
        assert set(parts) <= steps or (len(set(parts)) == 1 and set(parts) <= greys), (name, colour)


def test_there_is_a_dark_a_light_and_a_high_contrast_theme():
    assert [theme.dark for theme in THEMES] == [True, False, True]
    assert {theme.name for theme in THEMES} == {"council-dark", "council-light", "council-contrast"}
