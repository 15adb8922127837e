"""Places and their mentions as GeoJSON: an area is an area, and a country has no pin.

Source: RFC 7946.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import orjson
import shapely
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from ..records import AREAS, NOT_PINNED
from .table import Row
from .tables import as_line, written_to

TABLES = ("places", "toponyms")
"""The tables that can be written as GeoJSON."""
_KM_A_DEGREE = 111.2
_CORNERS = 48
_DIGITS = 5
_POSITION = frozenset({"latitude", "longitude", "outline"})
_TURNS = {turn: shapely.box(turn - 180, -90, turn + 180, 90) for turn in (-360, 0, 360)}
"""The world, and where a ring goes on that crosses 180 degrees to the west or east."""


def write_geojson(features: Iterable[Row], out: Path | BinaryIO | None = None) -> int:
    """The number of features written, one a row, a line each.

    Args:
        features: as `place_features` or `mention_features` give them.
        out: as of `write_rows`.

    Raises:
        UsageError: the file cannot be written.
    """
    with written_to(out) as file:
        return _write(features, file)


def place_features(rows: Iterable[Row]) -> Iterator[Row]:
    """A feature a place.

    Its `geometry_is` says what is drawn: `outline`, `circle` (of radius_km, where the outline of
    an area is not known), `point`, or `none` for what no place on a map stands for. A place that
    is only near its point is that point; its `radius_km` says how near.
    """
    for row in rows:
        yield _feature(row, row, str(row["place_id"]))


def mention_features(rows: Iterable[Row], places: Mapping[str, Row]) -> Iterator[Row]:
    """A feature a mention of a place, as precise as that mention is; without one, unplaced.

    Args:
        rows: of the table toponyms.
        places: rows of the table places, by id.
    """
    for row in rows:
        place = places.get(str(row["place_id"]), {})
        named = {"name": place.get("name", ""), "kind": place.get("kind", "")}
        yield _feature({**row, **named}, place, str(row["toponym_id"]))


def _feature(row: Row, place: Row, feature_id: str) -> Row:
    shape, said = _shape(place, str(row["precision"]), float(row["radius_km"]))
    kept = {str(name): value for name, value in row.items() if name not in _POSITION}
    return {
        "type": "Feature",
        "id": feature_id,
        "geometry": orjson.loads(shapely.to_geojson(shape)) if shape else None,
        "properties": kept | {"geometry_is": said},
    }


def _shape(place: Row, precision: str, radius_km: float) -> tuple[BaseGeometry | None, str]:
    if not place or precision in NOT_PINNED:
        return None, "none"
    longitude, latitude = float(place["longitude"]), float(place["latitude"])
    if precision not in AREAS:
        return shapely.Point(round(longitude, _DIGITS), round(latitude, _DIGITS)), "point"
    outline = place["outline"]
    ring = [tuple(corner) for corner in outline] if outline is not None else []
    known = len(ring) > 3
    return _area(ring if known else _circle(longitude, latitude, radius_km)), (
        "outline" if known else "circle"
    )


def _circle(longitude: float, latitude: float, radius_km: float) -> list[tuple[float, float]]:
    north = max(radius_km, 1) / _KM_A_DEGREE
    east = north / max(0.05, math.cos(math.radians(latitude)))
    turns = [2 * math.pi * at / _CORNERS for at in range(_CORNERS)]
    return [
        (
            longitude + east * math.cos(turn),
            max(-90.0, min(90.0, latitude + north * math.sin(turn))),
        )
        for turn in turns
    ]


def _area(ring: list[tuple[float, float]]) -> BaseGeometry:
    """The area within a ring: valid, counterclockwise, and cut where it crosses 180 degrees."""
    whole = shapely.make_valid(shapely.Polygon(ring))
    cut = [
        affinity.translate(shapely.intersection(whole, world), xoff=-turn)
        for turn, world in _TURNS.items()
    ]
    parts = shapely.get_parts(shapely.set_precision(shapely.union_all(cut), 10**-_DIGITS))
    areas = [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]
    return shapely.orient_polygons(areas[0] if len(areas) == 1 else shapely.MultiPolygon(areas))


def _write(features: Iterable[Row], file: BinaryIO) -> int:
    file.write(b'{"type":"FeatureCollection","features":[')
    written = 0
    for feature in features:
        file.write(b",\n" if written else b"\n")
        file.write(as_line(feature))
        written += 1
    file.write(b"\n]}\n")
    file.flush()
    return written
