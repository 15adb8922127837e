"""What lies under the places: land, waters, borders and names, read from the basemap's files."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray

from ..errors import PictureError

Shapes = NDArray[Any]
"""Shapely geometries in degrees."""
Boxes = NDArray[np.float64]
T = TypeVar("T")


class Sea(NamedTuple):
    name: str
    longitude: float
    latitude: float
    high: float
    """Metres that its name is high at most."""


class Country(NamedTuple):
    name: str
    longitude: float
    latitude: float
    degrees: float
    """How wide its largest part is."""


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """Shapes of one kind with the boxes around them."""

    shapes: Shapes
    boxes: Boxes
    """West, south, east and north of each."""
    start: NDArray[np.int64]
    """The zoom from which each is drawn."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The world as set-up has drawn it."""

    land: Layer
    lakes: Layer
    rivers: Layer
    agreed: Layer
    disputed: Layer
    seas: tuple[Sea, ...]
    countries: tuple[Country, ...]


def read_ground(folder: Path) -> Ground:
    """The ground from the files that set-up wrote.

    Raises: PictureError where they are absent or not as expected.
    """
    try:
        border = _read(folder, "borders")
        return Ground(
            land=_layer(_read(folder, "land")),
            lakes=_layer(_read(folder, "lakes")),
            rivers=_layer(_read(folder, "rivers")),
            agreed=_layer(border, lambda told: told["status"] == "agreed"),
            disputed=_layer(border, lambda told: told["status"] == "disputed"),
            seas=tuple(_sea(sea) for sea in json.loads((folder / "seas.json").read_bytes())),
            countries=_countries(folder),
        )
    except (OSError, ValueError, LookupError, TypeError, shapely.errors.ShapelyError) as error:
        raise PictureError(
            f"the basemap in {str(folder)!r} cannot be read: {error}; "
            "run `python -m dateline setup`"
        ) from error


def _read(folder: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((folder / f"{name}.geojson").read_bytes())["features"]
    return found


def _layer(features: list[dict[str, Any]], keeps: Callable[[dict[str, Any]], bool] = bool) -> Layer:
    kept = [one for one in features if keeps is bool or keeps(one["properties"])]
    shapes = shapely.from_geojson([json.dumps(one["geometry"]) for one in kept])
    start = np.array([one["properties"].get("from", 0) for one in kept], dtype=np.int64)
    parts, of = shapely.get_parts(shapes, return_index=True)
    return Layer(parts, shapely.bounds(parts), start[of])


def _sea(told: dict[str, Any]) -> Sea:
    longitude, latitude = told["at"]
    return Sea(str(told["name"]), float(longitude), float(latitude), float(told["high"]))


def _countries(folder: Path) -> tuple[Country, ...]:
    """Countries by their names, the widest first."""
    listed = json.loads((folder / "regions.json").read_bytes())["countries"]
    found = zip(listed, _read(folder, "countries"), strict=True)
    made = [Country(name, x, y, _widest(one["geometry"])) for (_, name, x, y), one in found]
    return tuple(sorted(made, key=lambda country: -country.degrees))


def _widest(geometry: dict[str, Any]) -> float:
    wide = [np.ptp([x for x, _ in part[0]]) for part in geometry["coordinates"]]
    return float(max(wide, default=0.0))
