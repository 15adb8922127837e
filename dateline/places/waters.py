"""Rivers and lakes of the basemap, from the file that the project ships."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from ..errors import GazetteerError

WATER = Path(__file__).resolve().parents[2] / "data" / "basemap" / "water.json"
_BROKEN = (
    OSError,
    ArithmeticError,
    LookupError,
    TypeError,
    ValueError,
    shapely.errors.ShapelyError,
)


class Water(NamedTuple):
    shape: BaseGeometry
    """A line of a river, or the surface of a lake with its islands left out; degrees."""
    start: int
    """The zoom from which it is drawn."""


def read_waters(path: Path = WATER) -> tuple[list[Water], list[Water]]:
    """Rivers and lakes of the world.

    Raises: GazetteerError where the file is absent or not as expected.

    Misses: rivers under Natural Earth's last rank; which rivers and lakes fall dry.

    Source: Natural Earth 1:10m physical vectors; `data/basemap/derive.py` made the file.
    """
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        unit = 1 / int(found["a_degree"])
        rivers = [
            Water(shapely.linestrings(line), start)
            for start, lines in found["rivers"]
            for line in _points(lines, unit)
        ]
        lakes = [
            Water(shapely.Polygon(shore, islands), start)
            for start, rings in found["lakes"]
            for shore, *islands in [list(_points(rings, unit))]
        ]
    except _BROKEN as error:
        raise GazetteerError(
            f"the rivers and lakes of {str(path)!r} cannot be read: {error}; "
            "restore the file from the project"
        ) from error
    return rivers, lakes


def _points(parts: Sequence[Sequence[int]], unit: float) -> Iterator[NDArray[np.float64]]:
    """Each part's points, of which the file tells the first, and the steps from one to the next."""
    for part in parts:
        yield np.cumsum(np.reshape(part, (-1, 2)), axis=0) * unit
