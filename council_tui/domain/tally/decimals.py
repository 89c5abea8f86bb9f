"""Figures as text: exact decimals where there are any, else fractions."""

from fractions import Fraction

MOST_PLACES = 12
"""A decimal with more places than this is told as a fraction."""


def text(value: Fraction) -> str:
    """`686.62747`, `600`, `1/3`: always exact."""
    for places in range(MOST_PLACES + 1):
        if 10**places % value.denominator == 0:
            return _decimal(value, places)
    return str(value)


def cut(value: Fraction, places: int) -> str:
    """A decimal of so many places at most; what is cut off shows as `..`."""
    exact = text(value)
    if "/" not in exact and len(exact.partition(".")[2]) <= places:
        return exact
    return _decimal(value, places) + ".."


def _decimal(value: Fraction, places: int) -> str:
    before, after = divmod(value.numerator * 10**places // value.denominator, 10**places)
    return f"{before}.{after:0{places}}" if places else str(before)
