"""Texts that may be kept in a second language: which of the two is said."""

from council_tui.domain.council import CouncilView
from council_tui.wording.catalog import current


def either(own: str, second: str, lang: str) -> str:
    """`own` is in the council's language `lang`; `second`, if there is one, where another is in use."""
    return second if second and current() != lang else own


def name_words(name: str, latin: str) -> str:
    """What somebody is called: in Latin letters where Chinese is not spoken, if they are known."""
    return name if current() == "zh" else latin or name


def council_name(council: CouncilView) -> str:
    """What the council is called in the language in use."""
    return either(council.name, council.name_2, council.lang)
