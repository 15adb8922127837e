"""Members of bodies and those who speak for them, as the words between two names say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import Mention
from . import vocabulary as words
from .kinship import Tie, tied
from .names import fold

REACH = 120
_OPENING = r"\s*(?:,|-|–|—|--|\(|,?\s+who\s+(?:is|was)|is|was)\s*"
_SPOKES = r"spokes(?:man|woman|person)"
_SPOKES_AFTER = re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+\s+)?{_SPOKES}\s*,?\s+", re.IGNORECASE)
_SPOKES_OF = re.compile(
    rf"{_OPENING}(?:the|an?)?\s*(?:[\w-]+\s+)?{_SPOKES}\s+(?:of|for)\s+(?:the\s+)?"
    r"|(?:,?\s+who)?\s+speaks\s+(?:for|on\s+behalf\s+of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_MEMBER_OF = re.compile(
    rf"(?:{_OPENING}|\s+)(?:an?|the|one\s+of\s+the)?\s*(?:[\w-]+\s+){{0,2}}members?\s+of\s+(?:the\s+)?",
    re.IGNORECASE,
)
_OF_BODY = re.compile(
    rf"{_OPENING}(?:an?|the)\s+(?:[\w-]+\s+){{0,2}}member\s+of\s+(?:the\s+|an?\s+)?"
    r"(?P<body>[^,.;:()\n]{3,60}?)(?=\s*(?:[,.;:()\n]|$|\s(?:who|said|says|told)\b))"
)
_JOINED = re.compile(r"(?:,?\s+who)?\s+(?:had\s+|has\s+|later\s+)?joined\s+(?:the\s+)?")
_MEMBER_BEFORE = re.compile(r"(?:['’]s?)?\s+(?:[a-z-]+\s+)?(?:member|lawmaker)\s+")
_AFFILIATED = re.compile(r"\s+of\s+(?:the\s+)?(?:[a-z-]+\s+)?")
_JOINABLE = words.ORGANISED_GROUPS | frozenset(
    {"party", "front", "movement", "alliance", "coalition", "union", "army", "navy", "guard"}
    | {"council", "commission", "committee", "board", "cabinet", "league", "congress"}
)


def affiliations(text: str, first: Mention, second: Mention | None) -> Iterator[Tie]:
    """What two neighbouring names, or one and the words after it, say of body and person.

    **Misses:** members named in a list; who works for a company; "joined" of bodies whose name
    does not say that they have members.
    """
    is_near = second is not None and second.passage_id == first.passage_id
    if second is not None and is_near and second.start - first.end <= REACH:
        labels = first.label, second.label
        between = text[first.end : second.start]
        if labels == ("PERSON", "ORG"):
            if tie := _person_first(between, first, second):
                yield tie
                return
        elif labels == ("ORG", "PERSON"):
            if _SPOKES_AFTER.fullmatch(between):
                yield tied("spokesperson_for", second, first)
            elif _MEMBER_BEFORE.fullmatch(between):
                yield tied("member_of", second, first)
    if first.label == "PERSON":
        yield from _of_a_body(text, first, second)


def _person_first(between: str, person: Mention, body: Mention) -> Tie | None:
    if _SPOKES_OF.fullmatch(between):
        return tied("spokesperson_for", person, body)
    is_joined = _JOINED.fullmatch(between) and not _JOINABLE.isdisjoint(fold(body.surface).split())
    if _MEMBER_OF.fullmatch(between) or _AFFILIATED.fullmatch(between) or is_joined:
        return tied("member_of", person, body)
    return None


def _of_a_body(text: str, person: Mention, following: Mention | None) -> Iterator[Tie]:
    """ "a member of parliament": a body that no name stands for."""
    match = _OF_BODY.match(text, person.end, person.end + REACH)
    if match is None:
        return
    if following is not None and following.label == "ORG" and following.start < match.end():
        return
    yield Tie(person.start, match.end(), "member_of", person, None, match.group("body"))
