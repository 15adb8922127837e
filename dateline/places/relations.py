"""Where a place is said to lie from another: the words about a name, or about two."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

REACH = 120
"""Code points before a name in which its relation is looked for."""
KM_A_MILE = 1.609
PairKind = Literal["between", "border", "road"]

_COMPASS = (
    r"(?:(?:north|south)[\s-]?(?:east|west)|north|south|east|west)"
    r"(?:ern|erly)?(?:\s(?:part|parts|edge|outskirts|suburbs|side|end|coast|region|bank))?"
)
_UNIT = r"(?:km|kms|kilomet(?:er|re)s?|miles?|mi)"
_RELATION = re.compile(
    r"(?P<relation>(?:(?:about|some|around|roughly|nearly)\s)?"
    rf"(?:(?P<number>\d[\d,.]*)[\s-](?P<unit>{_UNIT})\b[^.;:]{{0,20}}?\s)?"
    rf"(?:(?P<within>(?<!to\s)(?:in\s)?the\s(?:far\s)?)?(?P<compass>(?:to\sthe\s)?{_COMPASS})"
    r"\s(?:of|from)"
    r"|near|outside|just\soutside|close\sto|not\sfar\sfrom|(?:on\s)?the\soutskirts\sof"
    r"|in\sthe\s(?:suburbs|vicinity)\sof|around|(?P<sea>off(?:\sthe\s(?:\w+\s)?(?:coast|shore)s?"
    r"\sof)?)|(?:up|down)stream\s(?:of|from)))\s(?:the\s)?$"
    rf"|(?P<away>(?P<number2>\d[\d,.]*)[\s-](?P<unit2>{_UNIT})\b(?:\s(?:away|"
    rf"(?P<compass2>{_COMPASS})))?\sfrom)\s(?:the\s)?$",
    re.IGNORECASE,
)
_RELATION_ENDS = frozenset({"of", "from", "near", "outside", "to", "around", "off"})
_PART_ENDS = ("ern", "central", "downtown", "upstate", "mainland", "rural", "suburban")
_PART_BEFORE = re.compile(
    r"\b(?P<part>(?:far\s)?(?:north|south|east|west|northeast|northwest|southeast|southwest"
    r"|north-east|north-west|south-east|south-west)ern|central|downtown|upstate|mainland|rural"
    r"|suburban)\s$",
    re.IGNORECASE,
)
_AREA_AFTER = re.compile(r"\s(?:area|vicinity|countryside|outskirts|suburbs|surroundings)\b")
_COAST_AFTER = re.compile(r"\s(?:coast|coastline|shore)\b")
DIRECTIONS = {
    "north": 0.0,
    "northeast": 45.0,
    "east": 90.0,
    "southeast": 135.0,
    "south": 180.0,
    "southwest": 225.0,
    "west": 270.0,
    "northwest": 315.0,
}
_DIRECTION = re.compile(r"(north|south)?[\s-]?(east|west)?", re.IGNORECASE)
_BORDER = r"(?:border|borders|frontier|boundary)"
_ROAD = r"(?:road|roads|highway|motorway|expressway|railway|railroad|route|track|line|pipeline)"
_GROUND = (
    r"(?:area|region|land|territory|stretch|strip|corridor|desert|mountains?|hills?|valley|plain"
    r"|forest|jungle|countryside|waters?|sea|strait|villages?|town|settlement|camp|checkpoint"
    r"|front|front\sline|frontline|bridge|tunnel|pass|crossing|point|spot|place|somewhere|midway"
    r"|halfway|located|situated|sandwiched|lies|lying|crashed|derailed|ambushed|travell?ing"
    r"|driving|sank|capsized)"
)
_LATER = r"(?:\s[\w-]+){0,2}?\s"
_BETWEEN: tuple[tuple[PairKind, re.Pattern[str]], ...] = (
    ("border", re.compile(rf"\b{_BORDER}{_LATER}(?:between|of|separating|dividing)\s(?:the\s)?$")),
    ("road", re.compile(rf"\b{_ROAD}{_LATER}(?:between|linking|connecting|joining)\s(?:the\s)?$")),
    ("between", re.compile(rf"\b{_GROUND}(?:\s[\w-]+)?\sbetween\s(?:the\s)?$", re.IGNORECASE)),
)
_ROAD_FROM = re.compile(
    rf"\b{_ROAD}{_LATER}(?:from|linking|connecting|joining)\s(?:the\s)?$", re.IGNORECASE
)
_HYPHEN = re.compile(r"\s?[-–—/]\s?")
_AND = re.compile(r"\sand\s(?:the\s)?")
_TO = re.compile(r"\s(?:to|with)\s(?:the\s)?")
_BORDER_WITH = re.compile(
    rf"(?:['’]s?)?\s(?:{_COMPASS}\s|long\s|land\s|shared\s){{0,2}}{_BORDER}\swith\s(?:the\s)?"
)
_HEAD = re.compile(
    rf"(?P<side>['’]s?)?\s(?:[a-z][\w-]*\s)?(?:(?P<border>{_BORDER})|(?P<road>{_ROAD}))\b"
)


class Relation(NamedTuple):
    text: str
    """As written: "northeast of", "20 km from"; empty for none."""
    distance_km: float = 0.0
    """The distance it states."""
    is_near: bool = False
    """Whether the spot meant lies beside the place, not in it."""
    bearing: float | None = None
    """Degrees clockwise from north towards the spot, or the part, where stated."""
    at_sea: bool = False
    """Whether it lies off the place's coast."""


def relation_of(text: str, start: int, end: int) -> Relation:
    """The spatial relation that the words about a name state, before or after it.

    **Misses:** relations that do not touch the name ("Kabul lies to its south").
    """
    found = relation_before(text, start)
    following = text[end : end + 20]
    if not found.text and _AREA_AFTER.match(following) and text[:start].endswith("the "):
        return Relation("in the area of", is_near=True)
    if found.at_sea and _COAST_AFTER.match(following):
        return found._replace(text="off the coast of")
    return found


def relation_before(text: str, start: int) -> Relation:
    """The spatial relation that the words before a name state.

    "the north of Kabul" is a part of it, "north of Kabul" lies beside it.
    """
    before = line_before(text, start)
    last = last_word(before)
    match = _RELATION.search(before) if last in _RELATION_ENDS else None
    if match:
        written = (match["relation"] or match["away"]).strip()
        compass = match["compass"] or match["compass2"] or ""
        if match["within"]:
            return Relation(written, bearing=bearing_of(compass))
        number, unit = match["number"] or match["number2"], match["unit"] or match["unit2"]
        distance = _kilometres(number, unit)
        return Relation(written, distance, True, bearing_of(compass), bool(match["sea"]))
    part = _PART_BEFORE.search(before) if last.endswith(_PART_ENDS) else None
    return part_relation(part["part"]) if part else Relation("")


def part_relation(word: str) -> Relation:
    """The relation that a word like "southern" or "downtown" before a name states."""
    return Relation(word.lower(), bearing=bearing_of(word.lower().removeprefix("far ")))


def bearing_of(words: str) -> float | None:
    """Degrees clockwise from north of "south-east", "southeastern edge", or None."""
    match = _DIRECTION.match(words.lower().removeprefix("to the "))
    key = "".join(part or "" for part in match.groups()) if match else ""
    return DIRECTIONS.get(key)


def _kilometres(number: str | None, unit: str | None) -> float:
    if not number or not unit:
        return 0.0
    try:
        value = float(number.replace(",", "").rstrip("."))
    except ValueError:
        return 0.0
    return value * KM_A_MILE if unit.lower().startswith("mi") else value


def pair_relation(text: str, one: tuple[int, int], other: tuple[int, int]) -> PairKind | None:
    """What two names that follow each other say together: a border, a road, the land between.

    **Misses:** three names ("between Kabul, Ghazni and Gardez"); "between" after words that do
    not speak of ground, since talks are held between capitals, too.
    """
    gap = text[one[1] : other[0]]
    if len(gap) > 40 or "\n" in gap:
        return None
    if _HYPHEN.fullmatch(gap):
        head = _HEAD.match(text, other[1], other[1] + 40)
        return None if head is None or head["side"] else "border" if head["border"] else "road"
    if _BORDER_WITH.fullmatch(gap):
        return "border"
    if _AND.fullmatch(gap):
        before = line_before(text, one[0])
        return next((kind for kind, words in _BETWEEN if words.search(before)), None)
    is_road = _TO.fullmatch(gap) and _ROAD_FROM.search(line_before(text, one[0]))
    return "road" if is_road else None


def last_word(before: str) -> str:
    """The last word in lower case, "the" left out: a cheap test before a dear pattern."""
    words = before[-40:].lower().split()[-2:]
    return words[0] if len(words) == 2 and words[1] == "the" else "".join(words[-1:])


def line_before(text: str, start: int) -> str:
    """What stands before a name on its line, within reach."""
    line = text.rfind("\n", max(0, start - REACH), start) + 1
    return text[max(line, start - REACH) : start]
