"""The governments of the world: one name for each, the city where it sits, its residences."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...errors import GazetteerError
from ...lexicon import PlaceLexicon
from ...records import Entity, entity_id
from .names import fold

FILE = Path(__file__).resolve().parents[3] / "data" / "gazetteer" / "governments.tsv"
_OWNED = re.compile(r"(?:the\s+)?(.+?)(?:['’]s?)?\s+government", re.IGNORECASE)
_OF = re.compile(r"(?:the\s+)?government\s+of\s+(?:the\s+)?(.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Table:
    names: dict[str, str]
    """ISO code -> name."""
    adjectives: dict[str, str]
    """Folded adjective -> ISO code."""
    capitals: dict[str, str]
    """Place id, and folded name, of a capital -> ISO code."""
    residences: dict[str, str]
    """Folded name -> ISO code."""


def government_name(country: str) -> str:
    """The one name of a country's government: "Russian government"; empty where it is unknown."""
    return _table().names.get(country, "")


def government(country: str, *aliases: str) -> Entity:
    """The one entity of a country's government, by the names that an article calls it."""
    name = government_name(country)
    surfaces = tuple(sorted({name, *(" ".join(alias.split()) for alias in aliases)}))
    return Entity(entity_id("organisation", name), name, "organisation", surfaces, country)


def is_government(entity: Entity) -> bool:
    """Whether an entity is the government of its country."""
    return entity.kind == "organisation" and entity.name == (government_name(entity.country) or 0)


def seated_in(city: str) -> str:
    """ISO code of the country whose government sits in that city, or empty.

    Args:
        city: a place id, or a name where no place is known.

    **Misses:** seats that share their city with another power that is called by it, too
    (Brussels, The Hague), and those of a name that many towns of the country bear (San José).
    """
    return _table().capitals.get(city) or _table().capitals.get(fold(city), "")


def residing_in(name: str) -> str:
    """ISO code of the country whose government is called by a residence, ministry or street.

    **Misses:** residences that no row of the table has; ministries by any but their own house.
    """
    return _table().residences.get(fold(name), "")


def governing(name: str, lexicon: PlaceLexicon) -> str:
    """ISO code of the country whose government a name spells out, or empty.

    **Misses:** "authorities", "administration" and cabinets called by whoever leads them.
    """
    words = " ".join(name.split())
    if of := _OF.fullmatch(words):
        code = lexicon.country_code(of.group(1)) or ""
        return code if government_name(code) else ""
    owned = _OWNED.fullmatch(words)
    if owned is None:
        return ""
    owner = owned.group(1)
    code = _table().adjectives.get(fold(owner)) or lexicon.country_code(owner) or ""
    return code if government_name(code) else ""


@cache
def _table() -> _Table:
    table = _Table({}, {}, {}, {})
    for row in _rows():
        code, adjectives = row["country"], row["adjectives"].split(";")
        table.names[code] = f"{adjectives[0]} government"
        table.adjectives.update((fold(adjective), code) for adjective in adjectives)
        if row["place"]:
            table.capitals[row["place"]] = table.capitals[fold(row["capital"])] = code
        names = filter(None, row["residences"].split(";"))
        table.residences.update((fold(name), code) for name in names)
    return table


def _rows() -> Iterator[dict[str, str]]:
    try:
        with FILE.open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    except OSError as error:
        raise GazetteerError(f"the fact file {FILE.name!r} cannot be read: {error}") from error
