"""What the words around a place name say: its parent and its role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from ..records import Article, ToponymRole
from .gazetteer import Gazetteer, Sense
from .gazetteer.names import without_possessive
from .lookup import DIVISIONS, lies_in
from .relations import last_word, line_before

LISTED_CITY = 100_000
SOLD_DOMAINS = frozenset({"AI", "CC", "CO", "EU", "FM", "GL", "IO", "LY", "ME", "TV", "TO", "WS"})
_PARENT_AFTER = re.compile(
    r"(?:,\s{0,2}|\s?\()"
    r"((?:the\s)?[^\W\d_][\w.'’-]*(?:[ .-]{1,2}(?:of\s|and\s)?[A-Z][\w.'’-]*){0,3})"
)
_WITHIN = re.compile(
    r",?\s(?:(?:an?|the)\s(?:[a-z-]+\s){0,3}?(?:in|of)|in|\(in)\s(?:the\s)?"
    r"([A-Z][\w.'’-]*(?:[ .-]{1,2}(?:of\s|and\s)?[A-Z][\w.'’-]*){0,3})"
)
_SETTLED = (
    r"(?:city|cities|town|towns|capital|port|village|province|district|region|island|resort|suburb)"
)
_PEOPLE_BEFORE = re.compile(
    rf"\b(?P<people>[A-Z][\w-]+)\s(?:[a-z-]+\s){{0,2}}?{_SETTLED}\s(?:of\s)?(?:the\s)?$"
)
_PEOPLE_AFTER = re.compile(
    rf",\s(?:an?|the)\s(?:[a-z-]+\s){{0,2}}?(?P<people>[A-Z][\w-]+)\s(?:[a-z-]+\s){{0,2}}?"
    rf"{_SETTLED}\b"
)
_SETTLED_ENDS = frozenset(_SETTLED[3:-1].split("|")) | {"of"}
_VENUE_ENDS = frozenset({"in", "at", "from"})
_SAID_AT = re.compile(
    r"\b(?:(?:told|telling|briefed|briefing|addressed|addressing|(?:said|says|speaking|spoke|talking)"
    r"\sto)\s(?:\w+\s){0,2}(?:reporters|journalists|media|press|audience|crowd|supporters|parliament"
    r"|rally|conference)\b[^.!?;:\"“”]{0,50}?"
    r"|(?:press|news|media)\s(?:conference|briefing|availability)\b[^.!?;:,\"“”]{0,30}?"
    r"|(?:in|during|at)\s(?:a|an|his|her|their)\s(?:\w+\s)?(?:speech|address|interview|briefing)\s"
    r"(?:\w+\s){0,3}?"
    r"|\b(?:speaking|spoke)\s(?:\w+\s){0,2}?"
    r"|\bsaid\s(?:(?:on\s)?\w+day\s)?)"
    r"(?:in|at|from)\s(?:the\s)?$",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"[^\n—–]{0,60}?(?:\((?:AP|AFP|Reuters|UPI|dpa|Xinhua|IANS|ANI|PTI|TASS|CNN|BBC|[A-Z]{2,5})\)"
    r"[\s—–-]|\s?[—–]\s|\s--?\s)"
)


_UNIT = re.compile(r"\s(?:army\s)?(?:corps|brigade|battalion|regiment)\b", re.IGNORECASE)


class Parent(NamedTuple):
    """Words after a name that put it in a country or division."""

    start: int
    end: int
    senses: tuple[Sense, ...]


def parent_after(text: str, end: int, gazetteer: Gazetteer) -> Parent | None:
    """The country or division that the words after a name put it in: "Paris, Texas".

    **Misses:** a parent two steps up ("Paris, Lamar County, Texas") where the first is unknown.
    """
    match = _PARENT_AFTER.match(text, end, end + 60)
    return _first_parent(match, gazetteer) if match else None


def parent_within(text: str, end: int, gazetteer: Gazetteer) -> Parent | None:
    """The same of words that need a name to be that of a place: "Toledo in Spain"."""
    match = _WITHIN.match(text, end, end + 80)
    return _first_parent(match, gazetteer) if match else None


def _first_parent(match: re.Match[str], gazetteer: Gazetteer) -> Parent | None:
    words = match[1].split(" ")
    for length in range(len(words), 0, -1):
        written = without_possessive(" ".join(words[:length]))
        if _is_lower_code(written):
            continue
        found = tuple(
            sense
            for sense in gazetteer.candidates(written)
            if sense.kind == "country" or (sense.kind in DIVISIONS and sense.code)
        )
        if found:
            return Parent(match.start(1), match.start(1) + len(written), found)
    return None


def parents_of(
    senses: Sequence[Sense], text: str, end: int, gazetteer: Gazetteer
) -> tuple[Sense, ...]:
    """Those parents in the words after a name that do hold one of its senses.

    In a list of states ("Oregon, Ohio and Texas") the next item is no parent: where the name is
    a division or country itself, only a city of `LISTED_CITY` people can lie in what follows.
    """
    parent = parent_after(text, end, gazetteer) if senses else None
    if parent is None:
        return ()
    is_listed = any(s.kind in {"admin1", "country"} and s.weight == 2 for s in senses)
    fit = [s for s in senses if not is_listed or s.population >= LISTED_CITY]
    return tuple(p for p in parent.senses if any(lies_in(sense, p) for sense in fit))


def stated_parents(
    senses: Sequence[Sense], text: str, start: int, end: int, gazetteer: Gazetteer
) -> tuple[Sense, ...]:
    """`parents_of` a name that is known to be one of a place: more words may state them.

    "Toledo in Spain", "Tripoli, the Lebanese port", "the Libyan city of Tripoli".
    """
    found = parents_of(senses, text, end, gazetteer)
    if found or not senses:
        return found
    parent = parent_within(text, end, gazetteer)
    if parent:
        return tuple(p for p in parent.senses if any(lies_in(sense, p) for sense in senses))
    people = _people_about(text, start, end)
    home = gazetteer.demonym_place(people) if people else None
    return (home,) if home and any(lies_in(sense, home) for sense in senses) else ()


def _people_about(text: str, start: int, end: int) -> str:
    before = line_before(text, start)
    match = _PEOPLE_BEFORE.search(before) if last_word(before) in _SETTLED_ENDS else None
    match = match or _PEOPLE_AFTER.match(text, end, end + 80)
    return match["people"] if match else ""


def _is_lower_code(written: str) -> bool:
    letters = written.replace(".", "")
    return len(letters) == 2 and not (letters.isupper() or "." in written)


def names_unit(text: str, end: int) -> bool:
    """Whether the name that ends here is that of a body of troops: "the Zafar corps"."""
    return bool(_UNIT.match(text, end))


def outlet_country(url: str) -> str:
    """ISO code of the country whose top-level domain an address has, or empty.

    **Misses:** outlets under .com, .org and the like, and under domains sold to all the world.
    """
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return ""
    code = (host or "").rpartition(".")[2].upper()
    if len(code) != 2 or code in SOLD_DOMAINS:
        return ""
    return "GB" if code == "UK" else code


def role_in(article: Article, start: int, end: int) -> ToponymRole:
    """What the article uses a place for: where it was filed, where words were said, or its matter.

    **Misses:** venues named in another sentence than the words said there.
    """
    text = article.text
    if any(p.kind == "dateline" and p.start <= start < p.end for p in article.parts):
        return "filed_from"
    line = text.rfind("\n", 0, start) + 1
    if not text[line:start].strip(" \t•(") and _opens_dispatch(text, start, end):
        return "filed_from"
    before = line_before(text, start)
    is_venue = last_word(before) in _VENUE_ENDS and _SAID_AT.search(before)
    return "said_at" if is_venue else "about"


def _opens_dispatch(text: str, start: int, end: int) -> bool:
    following = _DATELINE.match(text, end, end + 80)
    if not following:
        return False
    is_short = all(word[:1] in "," or not word[:1].islower() for word in following[0].split())
    return text[start:end].isupper() or is_short
