"""How firmly the words around a name say that it is a place."""

from __future__ import annotations

import re

from . import vocabulary as words
from .context import Context
from .lines import Line
from .linked import PARTICLES

DATELINE = re.compile(
    r"[\s•*]*(?P<name>[^\W\d_a-z][^\Wa-z]+(?:[ '’-]+[^\W\d_a-z][^\Wa-z]*){0,3})"
    r"(?:,[^\n–—-]{2,40}|\s*\([^()\n]{2,30}\))+\s*[-–—]{1,2}\s"
)
SETTLEMENTS = frozenset({"districts", "provinces", "towns", "villages", "cities", "counties"})
LINKS = frozenset({"-", *(link for link in PARTICLES if len(link) < 3)})
SITES = words.PLACE_HEADS | {"border", "crossing", "checkpoint", "base"}
GOVERNED = frozenset({"governor", "governors", "capital", "capture"})
SURE, FIRM, LIKELY, LOOSE = 2.5, 1.5, 0.9, 0.4
ROUTE_REACH = 6
LONGEST_LIST = 8
LONGEST_SITE = 7
BODIES = words.ORGANISATION_HEADS | words.PROPER_ALONE
SETTLED = words.DWELLERS | GOVERNED
CROSSINGS = words.ADMINISTRATIVE_HEADS | {"crossing", "border"}
CENTRES = words.ADMINISTRATIVE_HEADS | {"capital", "district", "suburb"}


def placing(context: Context, line: Line, first: int, last: int) -> float:
    """What the surroundings of the name add to its being a place, from 0 to 2.5.

    **Misses:** objects of verbs of motion ("left Oslo"); prepositions of English that have more
    other uses than local ones ("by", "on", "for"), but for roads and journeys.
    """
    if _is_dateline(line, first):
        return SURE
    if _before_site(line, last) or _of_settlements(line, first) or _is_site(line, last):
        return SURE
    before, further = line.lower(first - 1), line.lower(first - 2)
    if line.lower(last - 1) in BODIES:
        return LOOSE if before in words.LOCATIVE else 0.0
    if before in {"in", "near"}:
        return LIKELY
    if before == "of" and further in words.ADMINISTRATIVE_HEADS:
        return SURE
    if before == "of" and further in SETTLED:
        return FIRM
    if before == "opposite" and further == "," and context.place_kind(line.texts[first - 3]):
        return FIRM
    if before == "at" and further in SITES:
        return FIRM
    if before in {"from", "to", "for"} and _on_route(line, first - 1):
        return FIRM
    return LOOSE if before in words.LOCATIVE else 0.0


def _is_dateline(line: Line, first: int) -> bool:
    """Whether a dispatch opens here with its place in capitals: "LIMA, Peru (ABC) -"."""
    if first > 2 or not line.texts[first].isupper():
        return False
    match = DATELINE.match(line.parsed.doc.text)
    return match is not None and match.start("name") == line.offset(first)


def _before_site(line: Line, token: int) -> bool:
    """Whether a word in lower case here says what kind of place the name before it is."""
    known = token < len(line.texts) and line.texts[token].islower()
    return known and line.lower(token) in CROSSINGS


def _is_site(line: Line, token: int) -> bool:
    """Whether an apposition says what kind of place it is: "Ravine, the capital of Norda"."""
    if line.lower(token) != "," or line.lower(token + 1) not in {"a", "an", "the"}:
        return False
    for here in range(token + 2, token + LONGEST_SITE):
        if line.lower(here) in CENTRES:
            return line.lower(here + 1) in {"of", "in", "near", "on"}
        if not line.tags[here : here + 1] or line.tags[here] not in words.APPOSITION_TAGS:
            return False
    return False


def _of_settlements(line: Line, token: int) -> bool:
    """Whether the name stands in a list after "the districts of", whose plural bears the list."""
    for _ in range(LONGEST_LIST):
        if line.lower(token - 1) == "of":
            return line.lower(token - 2) in SETTLEMENTS
        while line.lower(token - 1) in {",", "and"}:
            token -= 1
        if not line.capital(token - 1):
            return False
        while line.capital(token - 1) or line.lower(token - 1) in LINKS:
            token -= 1
    return False


def _on_route(line: Line, preposition: int) -> bool:
    """Whether a road or journey leads over this preposition: "fled from", "the road to"."""
    reach = range(max(0, preposition - ROUTE_REACH), preposition)
    return any(line.lemma(token) in words.ROUTES for token in reach)
