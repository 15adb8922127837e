"""Places out of the packages and our own facts, merged by GeoNames id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from . import facts, sources
from .drafts import Draft, city_radius_km, draft_of
from .names import slug
from .provinces import Towns, province_rings
from .shapes import Point, Ring, area_km2, centroid, hull, radius_of_area, thinned

GEONAMES = "GeoNames"
GEONAMES_MEAN = "GeoNames; position: mean of its towns"
NATURAL_EARTH = "Natural Earth"
DIVISION_RADIUS_KM = {1: 60.0, 2: 20.0}
SEA_POINTS = 120
_FEATURE_KIND = {"place": "city", "admin4": "admin3", "admin5": "admin3", "admin_other": "admin3"}
_LEVEL = {"admin1": 1, "admin2": 2}


@dataclass(slots=True)
class Group:
    """All names of one GeoNames feature."""

    chief: sources.Feature
    names: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Members:
    """Where the towns of each subdivision lie, and in which subdivisions each town."""

    points: dict[int, list[Point]] = field(default_factory=lambda: defaultdict(list))
    rows: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def centre(self, row: int) -> Point | None:
        points = self.points.get(row)
        if not points:
            return None
        return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)


def grouped_features() -> dict[int, Group]:
    """Features by GeoNames id."""
    found: dict[int, Group] = {}
    for feature in sources.features():
        found.setdefault(feature.geonameid, Group(feature)).names.append(feature.name)
    return found


def members() -> Members:
    """The towns of each subdivision."""
    found = Members()
    for number, longitude, latitude, rows in sources.city_subdivisions():
        found.rows[number] = rows
        for row in rows:
            found.points[row].append((longitude, latitude))
    return found


def countries(features: dict[int, Group]) -> Iterator[Draft]:
    """Countries and dependencies.

    Their names are English ones only: an alternate in another language ("Tunis", "Island") is
    too often the name of something else.
    """
    shapes = sorted(sources.country_outlines(), key=lambda shape: len(shape.rings[0]))
    outlines = {shape.code: shape for shape in shapes}
    for row in sources.countries():
        group, shape = features.get(row.geonameid), outlines.get(row.code)
        if group:
            longitude, latitude = group.chief.longitude, group.chief.latitude
        elif shape:
            longitude, latitude = centroid(shape.rings[0])
        else:
            continue
        draft = Draft(f"g{row.geonameid}", row.name, "country", latitude, longitude, GEONAMES)
        draft.geonameid, draft.country, draft.population = row.geonameid, row.code, row.population
        draft.radius_km = round(max(5.0, radius_of_area(row.area_km2)), 1)
        draft.call([row.name], 2)
        draft.call([group.chief.primary] if group else [], 1)
        draft.call(row.aliases, 1)
        yield draft


def divisions(features: dict[int, Group], towns: Members) -> Iterator[tuple[int, Draft]]:
    """First- and second-level divisions that have a place on the map, with their row."""
    rings = _province_rings(towns)
    for row in sources.subdivisions():
        if row.level not in DIVISION_RADIUS_KM:
            continue
        group = features.get(row.geonameid or -1)
        middle = towns.centre(row.row)
        if group:
            position, source = (group.chief.longitude, group.chief.latitude), GEONAMES
        elif middle:
            position, source = middle, GEONAMES_MEAN
        else:
            continue
        name = division_name(row, group.chief.primary if group else "")
        place_id = f"g{row.geonameid}" if row.geonameid else f"s.{row.code or row.row}"
        draft = Draft(place_id, name, f"admin{row.level}", position[1], position[0], source)
        draft.geonameid, draft.country, draft.code = row.geonameid, row.country, row.code
        if row.level == 2:
            draft.admin1 = row.code.rpartition(".")[0]
        draft.population = group.chief.population if group else 0
        _set_extent(draft, row, towns, rings.get(row.row, ()))
        draft.call([row.name, name, *([group.chief.primary] if group else ())], 2)
        draft.call(row.aliases, 1)
        draft.call(group.names if group else [], 1)
        yield row.row, draft


def _province_rings(towns: Members) -> dict[int, Ring]:
    held = defaultdict[str, Towns](lambda: Towns([], []))
    for row in sources.subdivisions():
        if row.level == 1:
            held[row.country].points.extend(towns.points.get(row.row, ()))
            held[row.country].rows.extend([row.row] * len(towns.points.get(row.row, ())))
    return dict(province_rings(held, sources.country_outlines()))


def division_name(row: sources.Subdivision, chief: str) -> str:
    """The shorter of its own name and the chief one of its GeoNames feature, if it has one."""
    return min(chief or row.name, row.name, key=len)


def _set_extent(draft: Draft, row: sources.Subdivision, towns: Members, ring: Ring) -> None:
    outline = ring or hull(towns.points.get(row.row, ()))
    radius = radius_of_area(area_km2(outline))
    draft.radius_km = round(max(radius, DIVISION_RADIUS_KM[row.level] / 2), 1)
    if row.level == 1 and outline:
        draft.outline = outline
        way = "the land nearest to its towns" if ring else "hull of its towns"
        draft.source += f"; outline: {way}, approximate"


def cities(towns: Members, divided: dict[int, Draft]) -> Iterator[Draft]:
    """Populated places, with the divisions they lie in (drafts by subdivision row)."""
    for row in sources.cities():
        draft = Draft(f"g{row.geonameid}", row.name, "city", row.latitude, row.longitude, GEONAMES)
        draft.geonameid, draft.country = row.geonameid, row.country
        draft.population, draft.radius_km = row.population, city_radius_km(row.population)
        for number in towns.rows.get(row.geonameid, ()):
            division = divided.get(number)
            if division and division.kind == "admin1":
                draft.admin1, draft.admin1_name = division.code, division.name
            elif division:
                draft.admin2 = division.code
        draft.call([row.name], 2)
        draft.call(row.alternates, 1)
        yield draft


def other_features(features: dict[int, Group], known: set[str]) -> Iterator[Draft]:
    """Regions, continents and whatever the other sources lack."""
    for number, group in features.items():
        chief = group.chief
        if f"g{number}" in known or chief.kind == "country":
            continue
        kind = _FEATURE_KIND.get(chief.kind, chief.kind)
        draft = Draft(f"g{number}", chief.primary, kind, chief.latitude, chief.longitude, GEONAMES)
        draft.geonameid, draft.country = number, chief.country
        draft.population = chief.population
        draft.radius_km = _radius_km(kind, chief)
        draft.call([chief.primary], 2)
        draft.call(group.names, 1)
        yield draft


def _radius_km(kind: str, chief: sources.Feature) -> float:
    if kind == "city":
        return city_radius_km(chief.population)
    if kind == "continent":
        return 3000.0
    if kind == "region":
        return 100.0 if chief.country else 500.0
    return DIVISION_RADIUS_KM.get(_LEVEL.get(kind, 2), 20.0)


def seas() -> Iterator[Draft]:
    """Named seas, gulfs, straits and bays, each name once."""
    largest: dict[str, sources.Outline] = {}
    for shape in sources.sea_outlines():
        known = largest.get(slug(shape.name))
        if known is None or len(known.rings[0]) < len(shape.rings[0]):
            largest[slug(shape.name)] = shape
    for key, shape in largest.items():
        ring = shape.rings[0]
        longitude, latitude = centroid(ring)
        draft = Draft(f"ne.{key}", shape.name, "sea", latitude, longitude, NATURAL_EARTH)
        draft.radius_km = round(radius_of_area(area_km2(ring)), 1)
        draft.outline = thinned(ring, SEA_POINTS)
        draft.call([shape.name], 2)
        yield draft


def own_facts() -> Iterator[Draft]:
    """Places of our own table."""
    return (draft_of(fact, "d.") for fact in facts.facts())


def demonym_words(rows: Iterable[sources.Demonym]) -> Iterator[tuple[str, str]]:
    """Word and country code: "Afghan(s)" gives Afghan and Afghans.

    **Misses:** forms that the Factbook explains in words ("collective plural") are read as they
    stand before the bracket only.
    """
    for row in rows:
        for written in (*row.noun.replace(";", ",").split(","), row.adjective):
            for word in _forms(written.strip()):
                yield word, row.country


def _forms(written: str) -> tuple[str, ...]:
    word, bracket, ending = written.partition("(")
    word, ending = word.strip(), ending.partition(")")[0]
    if not word or not word[0].isupper() or word.count(" ") > 2 or " or " in word:
        return ()
    if not bracket or " " in ending:
        return (word,)
    if ending == "men" and word.endswith("man"):
        return word, word[:-3] + "men"
    return (word, word + ending) if ending in {"s", "es"} else (word,)
