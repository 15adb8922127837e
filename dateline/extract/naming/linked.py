"""Names tied together by a particle between hyphens: "Mazar-i-Sharif", "Stratford-upon-Avon"."""

from __future__ import annotations

import re

PARTICLES = (
    *("e", "i", "y", "ye", "yi", "o", "u", "al", "ul", "ud", "ur", "us", "el"),
    *("de", "del", "la", "le", "les", "du", "des", "da", "do", "dos", "sur", "sous", "en", "aux"),
    *("am", "an", "auf", "bei", "den", "der", "im", "ob", "aan", "op"),
    *("by", "in", "on", "under", "upon"),
)
_TIE = rf"-(?:(?:{'|'.join(PARTICLES)})-|(?:e|i|ye|yi) )"
_WORD = r"[^\W\d_][^\W_]*"
_AFTER = re.compile(rf"(?:{_TIE}(?=[^\W\d_a-z]){_WORD})+")
_BEFORE = re.compile(rf"(?:\b(?=[^\W\d_a-z]){_WORD}{_TIE})+$")
_HALF = re.compile(r"-(?:e|i|ye|yi)$")
_OTHER_HALF = re.compile(rf"[- ](?=[^\W\d_a-z]){_WORD}")
LONGEST = 40


def linked(text: str, start: int, end: int) -> tuple[int, int]:
    """The span grown over what a linking particle ties to it, on either side.

    **Misses:** ties without a particle ("Castrop-Rauxel"), which may also be two names
    ("Paris-Dakar"); particles outside `PARTICLES`.
    """
    before = _BEFORE.search(text, max(0, start - LONGEST), start)
    after = (_OTHER_HALF if _HALF.search(text, start, end) else _AFTER).match(text, end)
    return before.start() if before else start, after.end() if after else end
