"""Outlines of countries and of their first-level divisions, to be shaded on the map.

Countries are Natural Earth's. No outline of divisions ships in a package: each stretch of a
country goes to the division of its nearest town, so that their lines are approximate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from .boundaries import LEASED, NOBODY
from .gazetteer.gather import division_name
from .gazetteer.names import english_form
from .gazetteer.sources import (
    cities,
    city_subdivisions,
    countries,
    country_outlines,
    features,
    subdivisions,
)
from .polygons import Territory, read_recognised

Geometries = NDArray[np.object_]
Towns = Mapping[tuple[str, str], NDArray[np.float64]]
"""Longitude and latitude of the towns of each country and division."""

UNCODED = {"Taiwan": "TW"}
"""Countries that Natural Earth gives no code of two letters."""
TOLERANCE = 0.15
"""Degrees; about 16 km."""
SMALL = 0.03
"""Square degrees; a smaller island is left out where its region has a larger one."""
TOWN_GRID = 1
"""Decimals of a degree that tell towns apart."""
PRECISION = 0.001


@dataclass(frozen=True, slots=True)
class Region:
    """A country, "AF", or a division, "AF.Kabul"."""

    code: str
    name: str
    shape: BaseGeometry

    @property
    def middle(self) -> tuple[float, float]:
        """A point inside its largest part: longitude and latitude."""
        parts = shapely.get_parts(self.shape)
        point = shapely.point_on_surface(parts[np.argmax(shapely.area(parts))])
        return round(point.x, 2), round(point.y, 2)


def read_regions() -> tuple[tuple[Region, ...], tuple[Region, ...]]:
    """Countries, and divisions, each by their codes.

    **Misses:** divisions without a town; islands under `SMALL`.

    Raises: GazetteerError where a package with the outlines or the towns cannot be read.
    """
    names = {country.code: country.name for country in countries()}
    shapes, cells = _of_countries(read_recognised()), _cells(_towns())
    apart = _apart(shapes, cells)
    taken = shapely.union_all([*apart.values()])
    shapes = {code: _outside(shape, taken) for code, shape in shapes.items()} | apart
    whole = [Region(code, names[code], shapes[code]) for code in sorted(shapes) if code in names]
    parts = _divisions(shapes, cells)
    return _drawn(whole), _drawn(parts)


def _of_countries(territories: Sequence[Territory]) -> dict[str, BaseGeometry]:
    codes = {outline.name: outline.code for outline in country_outlines()} | UNCODED
    held = defaultdict[str, list[BaseGeometry]](list)
    for territory in territories:
        name = LEASED.get(territory.name, territory.name)
        code = "" if name in NOBODY else codes.get(name, "")
        lines = shapely.multilinestrings([shapely.linestrings(ring) for ring in territory.rings])
        held[code].append(shapely.build_area(lines))
    whole = {
        code: shapes[0] if len(shapes) == 1 else shapely.union_all(shapes)
        for code, shapes in held.items()
        if code
    }
    simple = shapely.coverage_simplify(np.asarray([*whole.values()]), TOLERANCE)
    return dict(zip(whole, simple, strict=True))


def _outside(shape: BaseGeometry, taken: BaseGeometry) -> BaseGeometry:
    return shapely.difference(shape, taken) if shapely.intersects(shape, taken) else shape


def _towns() -> Towns:
    chiefs = dict[int, str]()
    for feature in features():
        chiefs.setdefault(feature.geonameid, feature.primary)
    divisions = {row.row: row for row in subdivisions() if row.level == 1}
    placed = defaultdict[tuple[str, str], list[tuple[float, float]]](list)
    within = dict[int, str]()
    for number, longitude, latitude, rows in city_subdivisions():
        division = next((divisions[row] for row in rows if row in divisions), None)
        if division:
            name = division_name(division, chiefs.get(division.geonameid or -1, ""))
            key = division.country, english_form(name, division.country)
            placed[key].append((longitude, latitude))
            within[number] = division.country
    for city in cities():
        if city.geonameid not in within:
            placed[city.country, ""].append((city.longitude, city.latitude))
    return {key: np.asarray(points) for key, points in placed.items()}


def _cells(towns: Towns) -> dict[tuple[str, str], BaseGeometry]:
    """All that is nearer to a town of a division than to any other's."""
    points = np.round(np.concatenate([*towns.values()]), TOWN_GRID)
    owner = np.repeat(np.arange(len(towns)), [len(found) for found in towns.values()])
    points, first = np.unique(points, axis=0, return_index=True)
    around = shapely.voronoi_polygons(shapely.multipoints(points), ordered=True)
    cells = shapely.set_precision(shapely.get_parts(around), PRECISION, mode="pointwise")
    held = defaultdict[int, list[int]](list)
    for cell, owned in enumerate(owner[first].tolist()):
        held[owned].append(cell)
    return {key: _joined(cells[held[at]]) for at, key in enumerate(towns) if at in held}


def _joined(cells: Geometries) -> BaseGeometry:
    try:
        return shapely.coverage_union_all(cells)
    except shapely.GEOSException:
        return shapely.union_all(cells, grid_size=PRECISION)


def _apart(
    shapes: Mapping[str, BaseGeometry], cells: Mapping[tuple[str, str], BaseGeometry]
) -> dict[str, BaseGeometry]:
    """Countries by their own code that the outlines draw as part of another."""
    found = defaultdict[str, list[BaseGeometry]](list)
    for (country, _), cell in cells.items():
        if country not in shapes:
            found[country].append(cell)
    tree, known = shapely.STRtree([*shapes.values()]), [*shapes.values()]
    made = dict[str, BaseGeometry]()
    for code, parts in found.items():
        around = _joined(np.asarray(parts))
        land = [shapely.intersection(known[at], around) for at in tree.query(around)]
        made[code] = shapely.union_all(land)
    return {code: shape for code, shape in made.items() if not shape.is_empty}


def _divisions(
    shapes: Mapping[str, BaseGeometry], cells: Mapping[tuple[str, str], BaseGeometry]
) -> list[Region]:
    kept = sorted(key for key in cells if key[1] and key[0] in shapes)
    found = shapely.intersection(
        np.asarray([cells[key] for key in kept]),
        np.asarray([shapes[country] for country, _ in kept]),
    )
    return [
        Region(f"{country}.{name}", name, shape)
        for (country, name), shape in zip(kept, found, strict=True)
    ]


def _drawn(regions: Sequence[Region]) -> tuple[Region, ...]:
    simple = shapely.coverage_simplify(np.asarray([region.shape for region in regions]), TOLERANCE)
    made = [_without_specks(shape) for shape in simple]
    return tuple(
        Region(region.code, region.name, shape)
        for region, shape in zip(regions, made, strict=True)
        if not shape.is_empty
    )


def _without_specks(shape: BaseGeometry) -> BaseGeometry:
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    large = [part for part in parts if part.area > SMALL]
    parts = [shapely.Polygon(part.exterior) for part in large or parts]
    return shapely.multipolygons(sorted(parts, key=lambda part: -part.area))
