"""A row of the user's own places, read strictly: a place, or the reason why it is none."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ...errors import GazetteerError
from . import facts
from .facts import MACRO_KINDS, POINT_KINDS, Fact
from .names import normalise, slug
from .positions import LIMITS, SWAPPED, position_fault
from .shapes import Point, Ring
from .signs import plain

LONGEST_NAME = 200
LONGEST_CELL = 10_000
SMALLEST_KM, LARGEST_KM = 0.01, 10_000.0
POINT_KM, AREA_KM = 5.0, 25.0
TOWNS = frozenset({"city", "village", "settlement"})
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,20}\.?[0-9]{0,20}|\.[0-9]{1,20})(?:[eE][+-]?[0-9]{1,2})?")
_SLUG = re.compile(r"[a-z0-9][a-z0-9.~-]{0,99}")


def cells_of(line: str, header: list[str], between: str) -> dict[str, str]:
    """The cells of a line by the names of their columns.

    Raises:
        ValueError: it is not UTF-8, no CSV, or longer than the header; the message says which.
    """
    if any("\ud800" <= letter <= "\udfff" for letter in line):
        raise ValueError("the line is not UTF-8: save the file as CSV UTF-8")
    try:
        (cells,) = csv.reader([line.rstrip("\r")], delimiter=between, strict=True)
    except csv.Error as error:
        raise ValueError(f"the line is no CSV: {error}") from error
    if len(cells) > len(header) and any(cells[len(header) :]):
        raise ValueError(f"the line has {len(cells)} cells, the first line {len(header)}")
    return dict(zip(header, (cell.strip() for cell in cells), strict=False))


@dataclass(frozen=True, slots=True)
class Row:
    cells: Mapping[str, str]
    source: str
    """Where its facts come from, unless it says so itself."""

    def fact(self, known: Mapping[str, int]) -> Fact:
        """The place that the row states.

        Args:
            known: the slugs of earlier rows, with their lines.

        Raises:
            ValueError: a cell makes no sense; the message says which and what it should be.
        """
        name, kind = self._text("name"), self._kind()
        if not normalise(name):
            raise ValueError(f"the name {name!r} has no letter" if name else "it has no name")
        latitude, longitude = self._number("latitude"), self._number("longitude")
        country = self._country()
        self._check_position(latitude, longitude, country)
        is_area = kind not in POINT_KINDS | MACRO_KINDS
        radius = self._radius(AREA_KM if is_area else POINT_KM)
        shape = self._text("shape") or (f"ellipse {radius} {radius} 0" if is_area else "")
        return Fact(
            self._slug(name, known),
            name,
            kind,
            latitude,
            longitude,
            radius,
            _outline(shape, (longitude, latitude)) if shape else (),
            country,
            tuple(part.strip() for part in self._text("names").split(";") if normalise(part)),
            self._text("neutral_label"),
            self._text("source") or self.source,
        )

    def _text(self, column: str) -> str:
        text = self.cells.get(column, "")
        if len(text) > (LONGEST_NAME if column == "name" else LONGEST_CELL):
            raise ValueError(f"the {column} is too long: {len(text):,} letters")
        try:
            return plain(text).strip()
        except ValueError as error:
            raise ValueError(f"the {column} holds {error}") from error

    def _kind(self) -> str:
        given = self._text("kind").casefold() or "site"
        kind = "town" if given in TOWNS else given
        if kind not in known_kinds():
            raise ValueError(f"the kind {given!r} is none of {', '.join(sorted(known_kinds()))}")
        return kind

    def _number(self, column: str) -> float:
        given = self._text(column)
        if not _NUMBER.fullmatch(given):
            raise ValueError(f"the {column} {given[:40]!r} is no number, as 34.5 is")
        return float(given)

    def _check_position(self, latitude: float, longitude: float, country: str) -> None:
        fault = position_fault(latitude, longitude, country)
        if fault == SWAPPED and abs(latitude) <= 90:
            raise ValueError(f"{SWAPPED}: {latitude:g}, {longitude:g} lies far outside {country}")
        for column, value in (("latitude", latitude), ("longitude", longitude)):
            if abs(value) > LIMITS[column]:
                also = f": {SWAPPED}" if fault == SWAPPED else ""
                most = LIMITS[column]
                raise ValueError(f"the {column} {value:g} is not from {-most:g} to {most:g}{also}")
        if fault:
            raise ValueError(fault)

    def _radius(self, usual: float) -> float:
        stated = self._text("radius_km")
        value = self._number("radius_km") if stated else usual
        if not SMALLEST_KM <= value <= LARGEST_KM:
            raise ValueError(
                f"the radius_km {stated[:40]} is not from {SMALLEST_KM:g} to {LARGEST_KM:g}"
            )
        return value

    def _country(self) -> str:
        code = self._text("country").upper()
        if code and not re.fullmatch("[A-Z]{2}", code):
            raise ValueError(f"the country {code!r} is no two-letter code, as AF is")
        return code

    def _slug(self, name: str, known: Mapping[str, int]) -> str:
        given = self._text("slug")
        if given and not _SLUG.fullmatch(given):
            raise ValueError(f"the slug {given!r} has other signs than a-z, 0-9, '-', '.' and '~'")
        if given in known:
            raise ValueError(f"the slug {given!r} stands in line {known[given]} already")
        return given or _free(_latin(slug(name)) or "place", known)


def known_kinds() -> frozenset[str]:
    """The kinds of place that a row may have."""
    return POINT_KINDS | MACRO_KINDS | _area_kinds()


@lru_cache(maxsize=1)
def _area_kinds() -> frozenset[str]:
    return frozenset(fact.kind for fact in facts.facts())


def _latin(text: str) -> str:
    return re.sub("[^a-z0-9-]+", "", text).strip("-")[:80]


def _free(wanted: str, known: Mapping[str, int]) -> str:
    number, free = 1, wanted
    while free in known:
        number += 1
        free = f"{wanted}-{number}"
    return free


def _outline(shape: str, centre: tuple[float, float]) -> Ring:
    try:
        ring = facts.outline_of(shape, centre)
    except GazetteerError:
        ring = ()
    if len(ring) < 4 or not all(_is_position(point) for point in ring):
        raise ValueError(
            f"the shape {shape[:60]!r} cannot be read: write `ellipse HALF_LENGTH HALF_WIDTH"
            " BEARING`, `line HALF_WIDTH lon,lat lon,lat` or `box WEST SOUTH EAST NORTH`"
        )
    return ring


def _is_position(point: Point) -> bool:
    return all(map(math.isfinite, point)) and abs(point[0]) <= 180 and abs(point[1]) <= 90
