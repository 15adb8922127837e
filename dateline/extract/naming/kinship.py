"""Kin, spokespersons, members and places within places, as the words between two names say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...lexicon import PlaceLexicon
from ...records import Mention, RelationKind, Span, Status
from . import vocabulary as words

REACH = 120
SHORTEST = 3
KINDS: dict[str, RelationKind] = {
    **dict.fromkeys(words.KIN_CHILD - {"grandson", "granddaughter", "heir"}, "child_of"),
    **dict.fromkeys(words.KIN_SIBLING, "sibling_of"),
    **dict.fromkeys(words.KIN_SPOUSE, "spouse_of"),
}
PARENTS = frozenset({"father", "mother", "parent"})
_KIN = "|".join(sorted({*KINDS, *PARENTS}, key=len, reverse=True))
_ADJECTIVES = (
    r"(?:(?:late|former|slain|exiled|elder|eldest|older|younger|youngest|only|first|"
    r"second|third|twin|estranged|then|now)[\s-]+)*"
)
_OPENING = r"\s*(?:,|-|–|—|--|\(|who\s+is|is|was)\s*"
FORWARD = re.compile(
    rf"{_OPENING}(?:the\s+|a\s+)?{_ADJECTIVES}(?P<kin>{_KIN})\s+(?:of|to)\s+", re.IGNORECASE
)
POSSESSIVE = re.compile(rf"['’]s?\s+{_ADJECTIVES}(?P<kin>{_KIN}),?\s+", re.IGNORECASE)
STOP = re.compile(
    r"(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!St)(?<!Gen)\.|[,;:!?()\n–—]|\s-\s|--|\s(?:who|which|said|says|told|has|have|had|is|was)\s"
)
MARRIED = re.compile(r"\s+(?:is\s+|was\s+|got\s+)?(?:married(?:\s+to)?|wed)\s+", re.IGNORECASE)
SPOKES = re.compile(r"['’]s?\s+(?:[\w-]+\s+)?(?:spokes(?:man|woman|person))\s+,?", re.IGNORECASE)
SPOKES_OF = re.compile(
    rf"{_OPENING}(?:the|a|an)?\s*(?:[\w-]+\s+)?spokes(?:man|woman|person)\s+(?:of|for)\s+(?:the\s+)?",
    re.IGNORECASE,
)
SPOKES_BEFORE = re.compile(r"\s+spokes(?:man|woman|person)\s+", re.IGNORECASE)
MEMBER = re.compile(
    rf"(?:{_OPENING}|\s+)(?:a|an|the)?\s*(?:[\w-]+\s+)?member\s+of\s+(?:the\s+)?", re.IGNORECASE
)
AFFILIATED = re.compile(r"\s+of\s+(?:the\s+)?(?:[a-z-]+\s+)?")
_AREA = "quarter|district|neighbou?rhood|suburb|area|part|side|outskirts"
_SITE = f"capital|city|town|village|port|province|region|county|island|resort|{_AREA}"
WITHIN = re.compile(
    rf",\s+(?:(?:in|(?:a|an|the)\s+(?:[\w-]+\s+){{0,3}}(?:{_SITE})\s+(?:of|in))\s+"
    rf"(?:the\s+)?(?:[a-z]+ern\s+)?)|\s+(?:{_AREA})\s+(?:of|in)\s+(?:the\s+)?"
)
LISTED = re.compile(r"(?:,|,? and) in ")
INSIDE = re.compile(r"\s+in\s+(?:the\s+)?(?:[a-z]+(?:ern|[ -]central)\s+|north-?\w*\s+|the\s+)?")
NEXT = re.compile(r",\s+")
CLOSED = re.compile(r"\s*(?:[,.;:)(–—]|-\s|--|$)", re.MULTILINE)
LED = re.compile(r"(?:\b(?:in|at|from|near|to|of|outside|around)\s+|^\s*)$", re.IGNORECASE | re.M)
LARGER = frozenset({"country", "admin1", "admin2", "region", "state", "province", "continent"})
_LED = 12


@dataclass(frozen=True, slots=True)
class Tie(Span):
    """One relation between two mentions, or between a mention and words, and where it stands."""

    kind: RelationKind
    subject: Mention
    object: Mention | None
    object_text: str
    status: Status = "current"


def find_ties(
    text: str, mentions: Sequence[Mention], lexicon: PlaceLexicon | None = None
) -> Iterator[Tie]:
    """The ties that the words between neighbouring names of one passage state.

    "X in Y" places X only where Y is known as a country or a part of one ("envoys of Oslo in
    Lima" does not); the lexicon says so.

    **Misses:** ties across sentences; kin told by a verb other than "married"; grandparents,
    cousins and in-laws; ties inside a longer clause ("the commander whose son is ...").
    """
    for number, mention in enumerate(mentions):
        after = mentions[number + 1 : number + 4]
        if mention.label == "PERSON":
            yield from _kin(text, mention, after)
        if after:
            yield from _pairs(text, mention, after[0])
            if _is_place(mention) and _is_place(after[0]) and lexicon:
                yield from _inside(text, mention, after[0], lexicon)


def _kin(text: str, subject: Mention, after: Sequence[Mention]) -> Iterator[Tie]:
    """ "Ana Ruiz, the daughter of Juan Ruiz", by name or only by description."""
    opening = FORWARD.match(text, subject.end)
    if opening is None:
        return
    kin = opening.group("kin").casefold()
    stop = STOP.search(text, opening.end(), opening.end() + REACH)
    end = stop.start() if stop else min(len(text), opening.end() + REACH)
    named = next((m for m in after if m.label == "PERSON" and opening.end() <= m.start < end), None)
    kind = KINDS.get(kin)
    if named is not None and kind is None:
        yield Tie(subject.start, named.end, "child_of", named, subject, subject.surface)
    elif named is not None and kind is not None:
        yield Tie(subject.start, named.end, kind, subject, named, named.surface)
    elif kind is not None and len(described := text[opening.end() : end].strip()) > SHORTEST:
        yield Tie(subject.start, opening.end() + len(described), kind, subject, None, described)


def _pairs(text: str, first: Mention, second: Mention) -> Iterator[Tie]:
    if second.start - first.end > REACH or second.passage_id != first.passage_id:
        return
    between = text[first.end : second.start]
    labels = first.label, second.label
    if labels == ("PERSON", "PERSON"):
        if found := POSSESSIVE.fullmatch(between):
            kind = KINDS.get(found.group("kin").casefold())
            child, other = (second, first) if kind else (first, second)
            yield Tie(first.start, second.end, kind or "child_of", child, other, other.surface)
        elif MARRIED.fullmatch(between):
            yield _tie("spouse_of", first, second)
    elif labels == ("PERSON", "ORG"):
        if SPOKES_OF.fullmatch(between):
            yield _tie("spokesperson_for", first, second)
        elif MEMBER.fullmatch(between) or AFFILIATED.fullmatch(between):
            yield _tie("member_of", first, second)
    elif labels == ("ORG", "PERSON"):
        if SPOKES.fullmatch(between) or SPOKES_BEFORE.fullmatch(between):
            yield _tie("spokesperson_for", second, first)
    elif _is_place(first) and _is_place(second) and WITHIN.fullmatch(between):
        is_list = " of " not in between and LISTED.match(text, second.end)
        if not is_list:
            yield _tie("located_in", first, second)


def _inside(text: str, first: Mention, second: Mention, lexicon: PlaceLexicon) -> Iterator[Tie]:
    """ "Ravine in Oslo county", and "Ravine, Norway," where a preposition or a line leads in."""
    if second.start - first.end > REACH or second.passage_id != first.passage_id:
        return
    between = text[first.end : second.start]
    is_country = bool(lexicon.country_code(second.surface))
    if INSIDE.fullmatch(between):
        if is_country or lexicon.place_kind(second.surface) in LARGER:
            yield _tie("located_in", first, second)
    elif is_country and NEXT.fullmatch(between):
        led = LED.search(text[max(0, first.start - _LED) : first.start])
        if led and CLOSED.match(text, second.end):
            yield _tie("located_in", first, second)


def _is_place(mention: Mention) -> bool:
    return mention.label in {"GPE", "LOC", "FAC"}


def _tie(kind: RelationKind, subject: Mention, target: Mention) -> Tie:
    start, end = min(subject.start, target.start), max(subject.end, target.end)
    return Tie(start, end, kind, subject, target, target.surface)
