"""How firmly the words around a name say that it is a place."""

from __future__ import annotations

import re

from . import vocabulary as words
from .context import Context
from .lines import Line

DATELINE = re.compile(
    r"[\s•*]*(?P<name>[^\W\d_a-z][^\Wa-z]+(?:[ '’-]+[^\W\d_a-z][^\Wa-z]*){0,3})"
    r"(?:,[^\n–—-]{2,40}|\s*\([^()\n]{2,30}\))+\s*[-–—]{1,2}\s"
)
SETTLEMENTS = frozenset(
    "districts provinces towns villages cities counties regions settlements".split()
)
SITES = words.PLACE_HEADS | {"border", "crossing", "checkpoint", "base"}
SURE, FIRM, LIKELY, LOOSE = 2.5, 1.5, 0.9, 0.4
ROUTE_REACH = 6
LONGEST_LIST = 8


def placing(context: Context, line: Line, first: int, last: int) -> float:
    """What the surroundings of the name add to its being a place, from 0 to 2.5.

    **Misses:** objects of verbs of motion ("left Oslo"); prepositions of English that have more
    other uses than local ones ("by", "on", "for"), but for roads and journeys.
    """
    if _is_dateline(line, first):
        return SURE
    if line.texts[last : last + 1] and line.texts[last].islower() and _is_site(line, last):
        return FIRM
    anchor = _list_start(line, first)
    before, further = line.lower(anchor - 1), line.lower(anchor - 2)
    if before == "of" and further in words.ADMINISTRATIVE_HEADS | SETTLEMENTS:
        return SURE
    if before in {"in", "near"}:
        return LIKELY
    if before == "opposite" and further == "," and context.place_kind(line.texts[anchor - 3]):
        return FIRM
    if before == "at" and further in SITES:
        return FIRM
    if before in {"from", "to", "for"} and _on_route(line, anchor - 1):
        return FIRM
    return LOOSE if before in words.LOCATIVE else 0.0


def _is_dateline(line: Line, first: int) -> bool:
    """Whether a dispatch opens here with its place in capitals: "LIMA, Peru (ABC) -"."""
    if first > 2 or not line.texts[first].isupper():
        return False
    text = line.parsed.doc.text
    match = DATELINE.match(text)
    return bool(match) and match is not None and match.start("name") == line.offset(first)


def _is_site(line: Line, token: int) -> bool:
    word = line.lower(token)
    return word in words.ADMINISTRATIVE_HEADS or word in {"crossing", "border"}


def _list_start(line: Line, token: int) -> int:
    """Where the first name of the list stands that this name goes on with."""
    for _ in range(LONGEST_LIST):
        word = line.parsed.doc[token]
        if line.lower(token - 1) not in {",", "and", "or"} or word.dep_ not in {"conj", "appos"}:
            break
        if not line.capital(word.head.i) or word.head.i >= token:
            break
        token = word.head.i
        while line.capital(token - 1):
            token -= 1
    return token


def _on_route(line: Line, preposition: int) -> bool:
    """Whether a road or journey leads over this preposition: "fled from", "the road to"."""
    reach = range(max(0, preposition - ROUTE_REACH), preposition)
    return any(line.lemma(token) in words.ROUTES for token in reach)
