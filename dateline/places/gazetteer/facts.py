"""Our own facts in data/gazetteer: places that no package has, names, demonyms, a stop list."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ...errors import GazetteerError
from .shapes import Ring, band, box, ellipse

FOLDER = Path(__file__).resolve().parents[3] / "data" / "gazetteer"
FILES = ("places.tsv", "names.tsv", "demonyms.tsv", "stop.tsv")
POINT_KINDS = frozenset({"town", "quarter", "camp", "peak", "cape", "dam", "bridge", "crossing"})
POINT_KINDS |= {"airport", "base", "battlefield", "landmark", "prison", "site"}
MACRO_KINDS = frozenset({"macro", "historic"})


class Fact(NamedTuple):
    slug: str
    name: str
    kind: str
    latitude: float
    longitude: float
    radius_km: float
    outline: Ring
    country: str
    names: tuple[str, ...]
    neutral_label: str
    source: str


class OtherName(NamedTuple):
    """A name in English usage for a place that its record spells otherwise."""

    name: str
    target: str
    """`country:AE`, `admin1:US.CA`, `city:UA:Odesa`, or a place id."""
    weight: int
    """2 for a chief name, 1 for an alternate."""
    use: str
    """usage, abbreviation, state code, or english: the name to show, too."""

    @property
    def is_english(self) -> bool:
        return self.use == "english"


class Stop(NamedTuple):
    name: str
    scope: str
    """`never`: not a place on the map; `scan`: not taken where only the gazetteer says so."""
    reason: str


def facts() -> Iterator[Fact]:
    """Places of places.tsv, with an outline where they are areas."""
    for row in rows_of("places.tsv"):
        centre = (float(row["longitude"]), float(row["latitude"]))
        radius = float(row["radius_km"])
        is_area = row["kind"] not in POINT_KINDS | MACRO_KINDS
        shape = row["shape"] or (f"ellipse {radius} {radius} 0" if is_area else "")
        yield Fact(
            row["slug"],
            row["name"],
            row["kind"],
            centre[1],
            centre[0],
            radius,
            outline_of(shape, centre) if shape else (),
            row["country"],
            tuple(name for name in row["names"].split(";") if name),
            row["neutral_label"],
            row["source"],
        )


def outline_of(shape: str, centre: tuple[float, float]) -> Ring:
    """Ring of a shape in words.

    `ellipse HALF_LENGTH HALF_WIDTH BEARING`, `line HALF_WIDTH lon,lat lon,lat ...` or
    `box WEST SOUTH EAST NORTH`; kilometres and degrees.

    Raises:
        GazetteerError: the words are none of these.
    """
    kind, *rest = shape.split()
    try:
        if kind == "ellipse":
            length, width, bearing = map(float, rest)
            return ellipse(centre, length, width, bearing)
        if kind == "line":
            points = [tuple(map(float, pair.split(","))) for pair in rest[1:]]
            return band([(x, y) for x, y in points], float(rest[0]))
        if kind == "box":
            west, south, east, north = map(float, rest)
            return box(west, south, east, north)
    except (ValueError, IndexError) as error:
        raise GazetteerError(
            f"the shape {shape!r} in places.tsv cannot be read: {error}"
        ) from error
    raise GazetteerError(f"the shape {shape!r} in places.tsv is not known")


def other_names() -> Iterator[OtherName]:
    """Rows of names.tsv."""
    for row in rows_of("names.tsv"):
        yield OtherName(row["name"], row["target"], int(row["weight"]), row["use"])


def demonym_facts() -> Iterator[tuple[str, str]]:
    """Word and target of demonyms.tsv; they win over a package's."""
    for row in rows_of("demonyms.tsv"):
        yield row["word"], row["target"]


def stops() -> Iterator[Stop]:
    """Rows of stop.tsv."""
    for row in rows_of("stop.tsv"):
        yield Stop(row["name"], row["scope"], row["reason"])


def rows_of(name: str) -> Iterator[dict[str, str]]:
    """Rows of a fact file by the names of its columns.

    Raises:
        GazetteerError: it cannot be read.
    """
    try:
        with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    except OSError as error:
        raise GazetteerError(f"the fact file {name!r} cannot be read: {error}") from error
