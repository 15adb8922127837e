"""Names that carry another label, or a longer name, and yet say where: "in Edmonton" as ORG."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..records import Mention
from .gazetteer import Gazetteer, Sense
from .gazetteer.names import normalise, without_possessive
from .lookup import LookUp
from .surroundings import parents_of

MANY_PEOPLE = 100_000
HEAD, AROUND = 1_000, 2_000
"""Code points of a text, and on each side of a name, in which its division is looked for."""
LONGEST_PLACE = 4
"""Words of a place name inside a longer name."""
AREA_KINDS = frozenset({"country", "admin1", "sea", "region", "historic"})
_INSIDE = re.compile(
    r"\b(?:in|near|outside|inside|into|across|throughout|around|within)\s(?:the\s)?$"
)
_OF_A_PLACE = re.compile(
    r"\b(?:of|from|to|leaving|visit|visited|visiting|reached|toward|towards)\s(?:the\s)?$"
)
_HEAD = (
    r"(?:police|council|courts?|courthouse|hospitals?|clinic|schools?|university"
    r"|college|institute|academy|airport|airfield|stadium|arena|museum|zoo|library|church"
    r"|cathedral|mosque|temple|cemetery|prison|jail|market|port|harbou?r|bridge|station|park"
    r"|gardens?|sheriff|mayor|municipality|government|parliament|assembly|legislature|senate"
    r"|ministry|administration|commission|committee|tribunal|authority|agency|department|board"
    r"|office|bureau|district|division|guard|army|navy|patrol|troopers|brigade|forces?|coroner"
    r"|association|foundation|society|coalition|chamber|fairgrounds|refuge|forest|pantry|museum"
    r"|(?:medical|civic|recreation|community|convention|conference|trade|detention|government"
    r"|shopping|heritage|arts)\scent(?:er|re))"
)
_WORDS = r"(?:[\w’'&.-]+\s){0,4}"
_INSTITUTION = re.compile(
    rf"(?:{_WORDS}{_HEAD}(?:['’]s)?)(?:\s(?:department|services?|office|board|commission|force|council"
    r"|association|of\s(?:[\w’'&,-]+\s?){1,5}))?",
    re.IGNORECASE,
)
_OF = re.compile(
    rf"(?:the\s)?{_WORDS}(?:university|college|institute|city|museum|bishop|archdiocese|diocese|port"
    r"|bank|parliament|government|ministry\sof\s\w+|court|mayor|foundation|association|state"
    r"|cent(?:er|re))\s(?:of|in)\s(?P<place>.+)",
    re.IGNORECASE,
)


def misread_places(
    mentions: Sequence[Mention], text: str, gazetteer: Gazetteer
) -> dict[str, LookUp]:
    """Mentions of persons, organisations and peoples that the text uses as places, by id.

    A name is so used where a country or division that holds it follows, or it is the chief name
    of a well-known place after "in" or the like. For all labels but PERSON one such use decides
    for the whole article.

    **Misses:** places under an alternate name, or whose name is on the stop list.
    """
    found: dict[str, LookUp] = {}
    decided: dict[tuple[str, str], LookUp] = {}
    open_ones = [m for m in mentions if m.label in {"PERSON", "ORG", "NORP", "EVENT"}]
    for mention in open_ones:
        senses = _used_as_place(mention, text, gazetteer)
        if senses:
            found[mention.mention_id] = LookUp(senses)
            decided[mention.label, normalise(mention.surface)] = LookUp(senses)
    for mention in open_ones:
        known = decided.get((mention.label, normalise(mention.surface)))
        if known and (mention.label != "PERSON" or " " in mention.surface):
            found.setdefault(mention.mention_id, known)
    return found


def _used_as_place(mention: Mention, text: str, gazetteer: Gazetteer) -> tuple[Sense, ...]:
    senses = gazetteer.candidates(without_possessive(mention.surface))
    scope = gazetteer.stop_scope(mention.surface)
    if not senses or scope == "never" or len(normalise(mention.surface)) < 4:
        return ()
    if mention.label == "NORP" and gazetteer.demonym_place(mention.surface):
        return ()
    if parents_of(senses, text, mention.end, gazetteer):
        return senses
    before = text[max(0, mention.start - 16) : mention.start]
    best = senses[0]
    if best.tier != "A" or best.weight != 2 or scope:
        is_used = not scope and _INSIDE.search(before)
        return senses if is_used and is_at_home(senses, text, mention.start) else ()
    if _INSIDE.search(before):
        return senses
    is_wide = best.kind in AREA_KINDS or mention.label == "NORP"
    if is_wide and mention.label != "PERSON":
        return senses
    is_firm = best.population >= MANY_PEOPLE or " " in mention.surface
    return senses if is_firm and _OF_A_PLACE.search(before) else ()


def is_at_home(senses: Sequence[Sense], text: str, at: int) -> bool:
    """Whether a town of that very name lies in a division that the text names near, or at its head.

    Args:
        at: where the name stands.
    """
    around = text[:HEAD] + text[max(HEAD, at - AROUND) : at + AROUND]
    named = (s.admin1_name for s in senses if s.weight == 2 and s.admin1_name)
    return any(name in around for name in named)


def place_inside(surface: str, gazetteer: Gazetteer) -> LookUp:
    """The well-known place that the name of an institution or building starts or ends with.

    "Columbus Police Department" gives Columbus, "University of Kabul" gives Kabul.

    **Misses:** institutions named after places elsewhere; those without a head word known here.
    """
    match = _OF.fullmatch(surface)
    if match:
        return LookUp(_well_known(match["place"], gazetteer))
    words = surface.removeprefix("the ").removeprefix("The ").split()
    for length in range(min(len(words) - 1, LONGEST_PLACE), 0, -1):
        senses = _well_known(" ".join(words[:length]), gazetteer)
        if senses:
            has_head = _INSTITUTION.fullmatch(" ".join(words[length:]))
            return LookUp(senses if has_head else ())
    return LookUp()


def _well_known(written: str, gazetteer: Gazetteer) -> tuple[Sense, ...]:
    name = without_possessive(written)
    if gazetteer.stop_scope(name) == "never":
        return ()
    senses = gazetteer.candidates(name)
    best = senses[0] if senses else None
    is_good = best is not None and best.tier == "A" and best.weight == 2
    return senses if is_good and name[:1].isupper() else ()
