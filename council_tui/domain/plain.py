"""Text from people, made harmless (placeholder until export helper lands)."""

import unicodedata


def clean_line(text: str, limit: int) -> str:
    """One line."""
    return " ".join(unicodedata.normalize("NFC", text).split())[:limit]


def clean_text(text: str, limit: int) -> str:
    """Lines."""
    return unicodedata.normalize("NFC", text).strip()[:limit]


def visible(text: str) -> str:
    """Shown."""
    return text
