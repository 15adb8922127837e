"""Signs in a name that no eye sees: those that deceive are refused, the others left out."""

from __future__ import annotations

import unicodedata

TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of writing."""
_REFUSED = frozenset({"Cc", "Cs", "Zl", "Zp"})


def plain(text: str) -> str:
    """The text without signs of no width, other spaces as spaces.

    Raises:
        ValueError: it holds a control character or a sign that turns the direction of writing.
    """
    if text.isprintable():
        return text
    kept = []
    for letter in text:
        category = unicodedata.category(letter)
        if category in _REFUSED:
            raise ValueError("a control character")
        if letter in TURNING:
            raise ValueError("a sign that turns the direction of writing")
        if category == "Zs":
            kept.append(" ")
        elif category != "Cf":
            kept.append(letter)
    return "".join(kept)
