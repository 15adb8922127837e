"""Rows of GeoNames' allCountries and alternateNamesV2, read strictly: a fact, or why it is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .codes import CODES
from .drafts import Draft
from .dump_lines import LONGEST_LINE
from .names import english_form, key_of
from .positions import position_fault
from .signs import plain

HIGHEST_ID = 1_000_000_000
MOST_PEOPLE = 10**11
LONGEST_NAME = 200
MOST_ALTERNATES = 500
PLACE_FIELDS = 19
NAME_FIELDS = 8
ENGLISH, SHORT = "en", "abbr"
_LANGUAGES = frozenset({"", ENGLISH, SHORT})
_NO_NAMES = frozenset({"link", "wkdt", "post", "iata", "icao", "faac", "tcid", "unlc", "phon"})
_NUMBER = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,20})?")
_WHOLE = re.compile(r"[0-9]{1,12}")
_COUNTRY = re.compile(r"(?:[A-Z]{2})?")
_CODE = re.compile(r"[A-Za-z0-9]{0,20}")


class BadRow(ValueError):
    """A row that cannot be used: why, the same words for all like it, and what it states."""

    def __init__(self, reason: str, stated: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.stated = stated[:80]


class DumpPlace(NamedTuple):
    geonameid: int
    name: str
    code: str
    """Its class and code, "P.PPL"."""
    country: str
    admin1: str
    """As the gazetteer's division codes are: "US.TX"."""
    admin2: str
    latitude: float
    longitude: float
    population: int
    score: float
    """Prior score under a name without weight."""
    keys: tuple[tuple[str, int, str], ...]
    """Look-up key, weight and form of each name."""


class DumpName(NamedTuple):
    geonameid: int
    key: str
    weight: int
    form: str
    is_shown: bool
    """Whether it is the name in English usage."""


def place_of(line: bytes, has_names: bool) -> DumpPlace | None:
    """The place that a line of allCountries states; None for a feature of no use to us.

    Args:
        line: without its end.
        has_names: whether other names come from alternateNamesV2, which says their language.

    Raises:
        BadRow: it cannot be used.
    """
    cells = _cells(line, PLACE_FIELDS)
    code = CODES.get(f"{cells[6]}.{cells[7]}")
    if code is None:
        return None
    if not _COUNTRY.fullmatch(cells[8]):
        raise BadRow("the country is no two-letter code", cells[8])
    latitude, longitude = _position(cells)
    population = _whole(cells[14] or "0", "the population is no number", MOST_PEOPLE)
    country = cells[8]
    native = _name(cells[1])
    name, ascii_name = english_form(native, country), _name(cells[2] or native)
    draft = Draft(f"g{cells[0]}", name, code.kind, latitude, longitude, "")
    draft.population = population
    draft.call(dict.fromkeys((name, native, ascii_name)), 2)
    if not has_names and code.kind != "country":
        draft.call(_alternates(cells[3]), 1)
    return DumpPlace(
        _whole(cells[0], "the id is no number", HIGHEST_ID),
        name if name.isascii() or key_of(name, True) else ascii_name,
        f"{cells[6]}.{cells[7]}",
        country,
        *_divisions(country, cells[10], cells[11]),
        latitude,
        longitude,
        population,
        draft.prior(0),
        tuple((key, weight, form) for key, (weight, form) in draft.keys.items()),
    )


def name_of(line: bytes) -> DumpName | None:
    """The name that a line of alternateNamesV2 states; None for one of no use to us.

    Names in English, names without a language, abbreviations, and former names in any language
    are of use where they are written in Latin letters; colloquial ones are not.

    Raises:
        BadRow: it cannot be used.
    """
    cells = _cells(line, NAME_FIELDS)
    language, (is_preferred, is_short, is_colloquial, is_former) = cells[2], _flags(cells)
    if language in _NO_NAMES or is_colloquial or not (language in _LANGUAGES or is_former):
        return None
    name = _name(cells[3])
    is_chief = language == ENGLISH and is_preferred and not is_short and not is_former
    if not is_chief and name.islower():
        return None
    key = key_of(name, is_chief or language == SHORT)
    if not key:
        return None
    geonameid = _whole(cells[1], "the id is no number", HIGHEST_ID)
    return DumpName(geonameid, key, 2 if is_chief else 1, name, is_chief)


def _cells(line: bytes, least: int) -> list[str]:
    if len(line) >= LONGEST_LINE:
        raise BadRow(f"the line is longer than {LONGEST_LINE:,} bytes")
    try:
        cells = line.decode("utf-8").split("\t")
    except UnicodeDecodeError:
        raise BadRow("the line is not UTF-8", repr(line[:40])) from None
    if len(cells) < least:
        raise BadRow(f"the line has fewer than {least} cells", cells[0])
    return cells


def _name(text: str) -> str:
    if not text or len(text) > LONGEST_NAME:
        raise BadRow("the name is too long" if text else "it has no name", text)
    try:
        return plain(text)
    except ValueError as error:
        raise BadRow(f"the name holds {error}", ascii(text)) from None


def _alternates(cell: str) -> Iterator[str]:
    for name in cell.split(",", MOST_ALTERNATES)[:MOST_ALTERNATES]:
        if len(name) <= LONGEST_NAME:
            try:
                yield plain(name)
            except ValueError:
                continue


def _position(cells: list[str]) -> tuple[float, float]:
    stated = f"{cells[4]}, {cells[5]}"
    if not (_NUMBER.fullmatch(cells[4]) and _NUMBER.fullmatch(cells[5])):
        raise BadRow("latitude or longitude is no number", stated)
    latitude, longitude = float(cells[4]), float(cells[5])
    fault = position_fault(latitude, longitude, cells[8])
    if fault:
        raise BadRow(fault, stated)
    return latitude, longitude


def _whole(cell: str, reason: str, most: int) -> int:
    if not _WHOLE.fullmatch(cell) or int(cell) > most:
        raise BadRow(reason, cell)
    return int(cell)


def _divisions(country: str, first: str, second: str) -> tuple[str, str]:
    has_first = bool(first) and first != "00" and _CODE.fullmatch(first)
    if not country or not has_first:
        return "", ""
    has_second = bool(second) and _CODE.fullmatch(second)
    return f"{country}.{first}", f"{country}.{first}.{second}" if has_second else ""


def _flags(cells: list[str]) -> tuple[bool, bool, bool, bool]:
    return cells[4] == "1", cells[5] == "1", cells[6] == "1", cells[7] == "1"
