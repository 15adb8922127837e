"""What persons beside each other lend of an office: its country, its plural, its counterpart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...lexicon import PlaceLexicon
from ...records import Mention

PLURAL = re.compile(
    r"\b(?P<one>minister|president|premier|chancellor|ambassador|governor|mayor|general|senator"
    r"|chairman|commander|leader)s$",
    re.IGNORECASE,
)
COUNTERPART = re.compile(r"\bcounterpart$", re.IGNORECASE)
MATCHED = re.compile(
    r"\b(?:minister|president|premier|chancellor|ambassador|chief)(?=$|\s+(?:of|to|for)\b)",
    re.IGNORECASE,
)
"""Offices that other countries have too, so that "his Kenyan counterpart" holds the same."""
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_NEXT = re.compile(r"(?:\s+\([^()\n]{1,30}\))?(?:,\s+and|,|\s+and)\s+")
_MOST = 12


def country_after(
    text: str, mention: Mention, by_start: Mapping[int, Mention], lexicon: PlaceLexicon
) -> tuple[str, int]:
    """The country in "President Ana Ruiz of Peru" and where it ends; empty where none follows."""
    match = _OF.match(text, mention.end)
    place = by_start.get(match.end()) if match else None
    code = lexicon.country_code(place.surface) if place else None
    return (code, place.end) if place and code else ("", mention.end)


def sharers(
    text: str, mention: Mention, by_start: Mapping[int, Mention], lexicon: PlaceLexicon
) -> Iterator[Mention]:
    """Those who share a plural office with the first: "ministers Ana Ruiz and Juan Okafor".

    **Misses:** a list with descriptions between the names.
    """
    for _ in range(_MOST):
        _, end = country_after(text, mention, by_start, lexicon)
        match = _NEXT.match(text, end)
        following = by_start.get(match.end()) if match else None
        if following is None or following.label != "PERSON":
            return
        yield following
        mention = following


def singular(role: str) -> str:
    """ "foreign ministers" is "foreign minister" of each."""
    return PLURAL.sub(lambda match: match.group("one"), role)


def matched_office(office: str) -> str:
    """The office that a counterpart of its holder has, or empty where other countries have none."""
    match = MATCHED.search(office)
    return office[: match.end()] if match else ""
