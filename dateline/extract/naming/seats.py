"""Places, bodies and buildings within places, as the words between two names say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...lexicon import PlaceLexicon
from ...records import Mention
from . import vocabulary as words
from .kinship import Tie, tied

REACH = 120
_DIRECTED = (
    r"(?:the\s+)?(?:(?:[a-z-]+ern|north\w*|south\w*|central|eastern|western|[a-z]+-central)\s+)?"
)
_AREA = "quarter|district|neighbou?rhood|suburb|area|part|side|outskirts"
_SITE = (
    f"capital|city|town|village|port|province|region|county|island|resort|enclave|hub|base|airport"
    f"|camp|settlement|hamlet|municipality|university|hospital|prison|hotel|stadium|{_AREA}"
)
_BODY = (
    "think\\s+tank|institute|organi[sz]ation|group|company|firm|charity|ngo|agency|university"
    "|cent(?:er|re)|network|newspaper|bank|foundation|association|hospital|school|monitor|start-?up"
)
_WITHIN = re.compile(
    rf",\s+(?:(?:in|(?:an?|the|its)\s+(?:[\w-]+\s+){{0,4}}(?:{_SITE})\s+(?:of|in))\s+{_DIRECTED})"
    rf"|\s+(?:{_AREA})\s+(?:of|in)\s+{_DIRECTED}"
)
_LISTED = re.compile(r"(?:,|,? and) in ")
_INSIDE = re.compile(
    rf"\s+(?:(?:district|province|city|town|village|county|area)\s+)?in\s+{_DIRECTED}"
    rf"|,?\s+(?:which\s+(?:is|lies)\s+)?(?:located|situated)\s+in\s+{_DIRECTED}"
)
_NEXT = re.compile(r",\s+")
_CLOSED = re.compile(r"\s*(?:[,.;:)(–—]|-\s|--|$)", re.MULTILINE)
_LISTING = re.compile(r",?\s+(?:and\s+)?[A-Z]")
_LED = re.compile(r"(?:\b(?:in|at|from|near|to|of|outside|around)\s+|^\s*)$", re.IGNORECASE | re.M)
_LARGEST = (
    r"(?:capital(?:\s+city)?|(?:largest|biggest|main|old|second|third|fourth)(?:[\s-]\w+)*?"
    r"\s+(?:city|town|port))"
)
_ITS_CAPITAL = re.compile(rf"['’]s?\s+{_LARGEST},?\s+")
_OWNED_CAPITAL = re.compile(rf"['’]s?\s+(?:\w+\s+)?{_LARGEST}(?=[,.;:)\n]|\s+and|$)")
_WITH_CAPITAL = re.compile(r",?\s+(?:with|and)\s+its\s+(?:provincial\s+)?capital,?\s+")
_ASIDE = re.compile(r",\s+(?:[\w-]+\s+){0,3}(?:(?:north|south|east|west)[\w-]*\s+of|near|from)\s+")
_CAPITAL_BEFORE = re.compile(r"\bcapital(?:\s+city)?\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_OWNER = re.compile(r"['’]s?\s+(?:\w+\s+)?")
_BASED = re.compile(rf"-based\s+(?:[\w-]+\s+){{0,4}}?(?:(?:{_BODY})\s+)?(?:the\s+)?", re.IGNORECASE)
_BASED_IN = re.compile(
    rf",?\s+(?:(?:which|that)\s+is\s+)?(?:is\s+)?(?:based|headquartered|located|situated)\s+in\s+{_DIRECTED}"
    rf"|,\s+an?\s+(?:[\w-]+\s+){{0,4}}(?:{_BODY})\s+(?:based\s+)?in\s+{_DIRECTED}"
)
_BASED_NEXT = re.compile(r",\s+an?\s+")
_BASED_BODY = re.compile(rf"-based\s+(?:[\w-]+\s+){{0,4}}?(?:{_BODY})\b", re.IGNORECASE)
_LIES = re.compile(rf"\s+(?:is|lies|sits)\s+(?:located\s+|situated\s+)?in\s+{_DIRECTED}")
_IN = re.compile(r"\s+in\s+")
_WORD = re.compile(r"\s+([a-z]+)")
LARGER = frozenset(
    {"country", "admin1", "admin2", "region", "state", "province", "continent", "valley", "island"}
)
SETTLED = frozenset({"city", "town", "capital"})
_LED_REACH = 40
_PART = re.compile(rf"\s+(?:{_AREA}|province)\b")
_NATIONAL = re.compile(
    rf"\s+(?:\w+\s+)?(?:{_LARGEST}|(?:\w+\s+)?(?:{_SITE})\s+of|{_SITE}),?\s+", re.IGNORECASE
)
_SEATED = re.compile(
    r"\b(?:embassy|consulate|university|hospital|school|college|museum|clinic|headquarters)\b",
    re.IGNORECASE,
)
_DIVISION = re.compile(r"\s(?:province|county|region|state|oblast)$", re.IGNORECASE)


def find_seats(
    text: str, mentions: Sequence[Mention], lexicon: PlaceLexicon | None
) -> Iterator[Tie]:
    """Which of two neighbouring names lies in the other.

    "X in Y" places X only where the lexicon knows Y as a country or a part of one, or where X is
    a building or a body ("envoys of Oslo in Lima" does not).

    **Misses:** places within what no name names ("in the west of the city"); a list of towns
    under one province but its last; what is near, on the way to or north of another.
    """
    yield from _of_capitals(text, [one for one in mentions if _is_place(one)])
    where = [one for one in mentions if one.label in {"GPE", "LOC", "FAC", "ORG", "NORP"}]
    for first, second in pairwise(where):
        if second.passage_id == first.passage_id and second.start - first.end <= REACH:
            tie = _seat(text, first, second, lexicon)
            if tie is not None:
                yield tie
    for first, second in pairwise([one for one in where if one.label != "NORP"]):
        if (
            second.passage_id == first.passage_id
            and _WITHIN.fullmatch(text, first.end, second.start)
            and not _is_listed(text, first, second)
            and _is_place(first)
            and _is_place(second)
        ):
            yield tied("located_in", first, second)


def _of_capitals(text: str, places: Sequence[Mention]) -> Iterator[Tie]:
    """ "Panjshir, north of Kabul, with its capital Bazarak": what an aside names is not meant."""
    for number, capital in enumerate(places[1:], start=1):
        whole = places[number - 1]
        if not _WITH_CAPITAL.fullmatch(text, whole.end, capital.start):
            continue
        outer = places[number - 2] if number > 1 else None
        is_aside = outer and _ASIDE.fullmatch(text, outer.end, whole.start)
        yield tied("located_in", capital, outer if outer and is_aside else whole)


def _seat(text: str, first: Mention, second: Mention, lexicon: PlaceLexicon | None) -> Tie | None:
    if first.label == "NORP":
        return _of_the_nation(text, first, second, lexicon)
    if not _is_place(second):
        return _based(text, first, second)
    if first.label == "ORG":
        return _body_in(text, first, second)
    return _place_in(text, first, second, lexicon)


def _based(text: str, place: Mention, body: Mention) -> Tie | None:
    """ "the Oslo-based Norda Institute", but not "the Oslo-based Norda director"."""
    if (
        body.label != "ORG"
        or not _is_place(place)
        or not _BASED.fullmatch(text, place.end, body.start)
    ):
        return None
    after = _WORD.match(text, body.end)
    return None if after and after.group(1) in words.OFFICES else tied("located_in", body, place)


def _place_in(
    text: str, first: Mention, second: Mention, lexicon: PlaceLexicon | None
) -> Tie | None:
    between = first.end, second.start
    if _ITS_CAPITAL.fullmatch(text, *between):
        return tied("located_in", second, first)
    if _LIES.fullmatch(text, *between):
        return tied("located_in", first, second)
    if _NEXT.fullmatch(text, *between) and (owned := _OWNED_CAPITAL.match(text, second.end)):
        return tied("located_in", first, second, end=owned.end())
    if _is_capital_of(text, first, second) or _is_owned_site(text, first, second):
        return tied("located_in", second, first)
    if lexicon and _is_inside(text, first, second, lexicon):
        return tied("located_in", first, second)
    return None


def _is_listed(text: str, first: Mention, second: Mention) -> bool:
    """Whether "in" is repeated in a list: "in Ravine, in Peru and in Chad"."""
    is_of = " of " in text[first.end : second.start]
    return not is_of and bool(_LISTED.match(text, second.end))


def _is_capital_of(text: str, first: Mention, second: Mention) -> bool:
    """ "the capital of Peru, Lima": what comes after the comma is the smaller."""
    head = text[max(0, first.start - _LED_REACH) : first.start]
    is_next = _NEXT.fullmatch(text, first.end, second.start)
    return bool(is_next and _CAPITAL_BEFORE.search(head))


def _is_owned_site(text: str, first: Mention, second: Mention) -> bool:
    """ "Lima's Jorge Chavez airport", "Lima's Barranco district"."""
    is_site = second.label == "FAC" or _PART.match(text, second.end)
    return bool(is_site and _OWNER.fullmatch(text, first.end, second.start))


def _is_inside(text: str, first: Mention, second: Mention, lexicon: PlaceLexicon) -> bool:
    """ "Ravine in Oslo county", and "Ravine, Norway," where a preposition or a line leads in."""
    code = lexicon.country_code(second.surface)
    kind = "country" if code else lexicon.place_kind(second.surface)
    own = lexicon.place_kind(first.surface)
    if own == "country" or (own and own == kind):
        return False
    is_division = kind == "admin1" or bool(_DIVISION.search(second.surface))
    if _INSIDE.fullmatch(text, first.end, second.start):
        is_site = first.label == "FAC" and kind in SETTLED
        return kind in LARGER or is_division or is_site
    if not _NEXT.fullmatch(text, first.end, second.start):
        return False
    led = _LED.search(text[max(0, first.start - _LED_REACH) : first.start])
    is_loose = _LISTING.match(text, second.end) or not (led and led.group().strip())
    is_listed = (not code or own == "admin1") and is_loose
    return bool(led and (code or is_division) and _CLOSED.match(text, second.end)) and not is_listed


def _body_in(text: str, body: Mention, place: Mention) -> Tie | None:
    """ "the Norda Institute, based in Oslo", "the Norda Institute, an Oslo-based think tank"."""
    between = body.end, place.start
    if _BASED_IN.fullmatch(text, *between):
        return tied("located_in", body, place)
    if _BASED_NEXT.fullmatch(text, *between) and (based := _BASED_BODY.match(text, place.end)):
        return tied("located_in", body, place, end=based.end())
    is_seated = _SEATED.search(body.surface) and _IN.fullmatch(text, *between)
    return tied("located_in", body, place) if is_seated else None


def _of_the_nation(
    text: str, people: Mention, place: Mention, lexicon: PlaceLexicon | None
) -> Tie | None:
    """ "the Peruvian capital, Lima": a place of the country that the adjective tells."""
    code = lexicon.demonym_country(people.surface) if lexicon else None
    if not code or place.label != "GPE" or not _NATIONAL.fullmatch(text, people.end, place.start):
        return None
    return Tie(people.start, place.end, "located_in", place, None, people.surface, country=code)


def _is_place(mention: Mention) -> bool:
    return mention.label in {"GPE", "LOC", "FAC"}
