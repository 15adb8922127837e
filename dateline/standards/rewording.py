"""A clause said anew: what hedged it taken out, and a standard term put before it."""

from __future__ import annotations

import re

from .bands import BANDS, Row
from .parts import Part, Span

_BEGINS = re.compile(
    r"[,;:–—]\s+(?:(?:and|or|but|so|while|because|although|though|whereas)\s+)?"
    r"|\b(?:that|because|if|although|though|while|whereas)\s+",
    re.I,
)
_RELATIVE = re.compile(r"\b(?:who|which|that|whose|what)\s+$", re.I)
_AUXILIARY = re.compile(r"\b(?:will|would|is|are|was|were|has|have|had|be|not)\s+$", re.I)
_JOINED = re.compile(r"\b(?:and|or)\s+$", re.I)
_LOWERED = re.compile(
    r"(?:a|an|the|it|they|he|she|we|this|that|these|those|its|their|his|her|our|in|on|at|by|after|"
    r"before|from|with|without|during|under|over|some|many|most|all|both|no|more|fewer)",
    re.I,
)


def lead(band: int, row: Row, is_first: bool) -> str:
    """It is likely that; there are roughly even odds that."""
    words = BANDS[band].leads[row]
    return words[0].upper() + words[1:] if is_first else words


def in_case(words: str, like: str) -> str:
    """The words, with a capital where those that they replace have one."""
    return words[:1].upper() + words[1:] if like[:1].isupper() else words


def led(part: Part, hedge: Span, band: int, row: Row, instead: str = "") -> tuple[Span, str] | None:
    """The letters to be replaced and the clause with the term before it; None where unsure.

    Args:
        hedge: what is taken out.
        instead: a verb in its place, as "will" in that of "could".

    Misses: clauses that begin without a comma, "that" or "because"; subjects that are lists.
    """
    start = part.sentence_at(hedge[0])[0]
    before = part.own[start : hedge[0]]
    if _RELATIVE.search(before) or part.own[hedge[1] :].lstrip().startswith("have "):
        return None
    at = start + _clause(before)
    subject = part.text[at : hedge[0]].rstrip(" " if instead else " ,")
    if not instead and subject and not _AUXILIARY.search(part.own[at : hedge[0]]):
        return None
    if _JOINED.search(before) or (instead and not subject):
        return None
    end = hedge[1] if instead else _past_comma(part.text, hedge[1])
    words = [lead(band, row, at == start), _lowered(subject) if at == start else subject, instead]
    return (at, end), " ".join(word for word in words if word)


def _clause(before: str) -> int:
    """Where the clause begins that the text ends in; 0 where its subject stands further back."""
    found = [one.end() for one in _BEGINS.finditer(before)]
    if not found or not before[found[-1] :].strip():
        return 0
    first = before[: found[0]].split()
    is_list = before[found[0] - 2 : found[0]] == ", " and 0 < len(first) <= 2
    return 0 if is_list and not _LOWERED.fullmatch(first[0]) else found[-1]


def _past_comma(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] == "," else end


def _lowered(subject: str) -> str:
    first, gap, rest = subject.partition(" ")
    return (first.lower() if _LOWERED.fullmatch(first) else first) + gap + rest
