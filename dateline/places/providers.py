"""Names asked of a geocoding provider on the network, where the settings allow it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import count
from typing import Any
from urllib.parse import urlsplit

from geopy.adapters import URLLibAdapter
from geopy.exc import GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim, Photon
from geopy.location import Location

from ..errors import ProviderError, UsageError
from ..settings import VERSION, Settings
from .gazetteer import Gazetteer
from .gazetteer.shapes import distance_km
from .geocoder import MOST_CANDIDATES, ranked_candidates

USER_AGENT = f"dateline/{VERSION}"
TIMEOUT_S = 5
SECONDS_APART = 1.0
"""Between two requests to one provider."""
LONGEST_QUERY = 500
PROVIDERS: Mapping[str, type] = {"nominatim": Nominatim, "photon": Photon}
Row = dict[str, Any]
_ERROR_NUMBER = re.compile(r"^\[\w+ -?\d+\] ")
_AREAS = {
    "country": "country", "continent": "macro", "state": "area1", "province": "area1",
    "region": "area1", "county": "area2", "district": "area2", "municipality": "area2",
    "administrative": "area2",
}  # fmt: skip
_FEATURES = frozenset({"natural", "water", "waterway", "boundary"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a name may mean, and who says so."""

    candidates: tuple[Row, ...]
    """Best first, each with the keys of `ranked_candidates`."""
    by: str
    """The geocoder that answered."""
    note: str = ""
    """Why the chosen provider was not the one that answered."""


def geocoded(query: str, gazetteer: Gazetteer, settings: Settings, country: str = "") -> Answer:
    """The answer of the geocoder that is set; the offline one steps in where that one fails."""
    note = ""
    if settings.geocoder != "offline":
        try:
            return Answer(tuple(asked(query, settings, country)), settings.geocoder)
        except (ProviderError, UsageError) as error:
            note = f"{error.public_message}; answered offline"
    return Answer(tuple(ranked_candidates(gazetteer, query, country)), "offline", note)


def asked(query: str, settings: Settings, country: str = "") -> list[Row]:
    """The candidates of the provider that is set, best first.

    **Misses:** outlines; GeoNames ids; whatever the provider does not know.

    Raises:
        UsageError: the network is off, or no provider is set.
        ProviderError: the provider did not answer in time, or not with places.
    """
    name = settings.geocoder
    if not settings.network:
        raise UsageError(f"{name} was not asked for {query[:80]!r}: the network is off in settings")
    if name not in PROVIDERS:
        raise UsageError(f"{name!r} is no provider: choose {' or '.join(PROVIDERS)} in settings")
    ask, row_of = _door(name, settings.geocoder_server), _ROWS[name]
    options = {"country_codes": country.lower()} if country and name == "nominatim" else {}
    try:
        found = ask(query[:LONGEST_QUERY], **options) or ()
        rows = [row_of(place, rank) for place, rank in zip(found, count(1))]
    except (GeopyError, OSError) as error:
        said = _ERROR_NUMBER.sub("", " ".join(str(error).split()))[:120]
        raise ProviderError(f"{name} gave no answer for {query[:80]!r} ({said})") from error
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise ProviderError(f"{name} answered {query[:80]!r} with no list of places") from error
    return [row for row in rows if country.upper() in ("", row["country"])][:MOST_CANDIDATES]


@lru_cache(maxsize=8)
def _door(name: str, server: str) -> Callable[..., list[Location] | None]:
    """The provider's `geocode`, at most one request a second in this process."""
    parts = urlsplit(server)
    place = {"scheme": parts.scheme, "domain": parts.netloc + parts.path} if server else {}
    geocoder = PROVIDERS[name](
        user_agent=USER_AGENT, timeout=TIMEOUT_S, adapter_factory=URLLibAdapter, **place
    )
    details = {"addressdetails": True} if name == "nominatim" else {}
    ask = partial(
        geocoder.geocode, exactly_one=False, limit=MOST_CANDIDATES, language="en", **details
    )
    limited: Callable[..., list[Location] | None] = RateLimiter(
        ask, min_delay_seconds=SECONDS_APART, max_retries=0, swallow_exceptions=False
    )
    return limited


def _from_nominatim(place: Location, rank: int) -> Row:
    raw = place.raw
    address, box = raw.get("address") or {}, [float(edge) for edge in raw.get("boundingbox") or ()]
    south, north, west, east = box if len(box) == 4 else [0.0] * 4
    kind = str(raw.get("addresstype") or raw.get("type") or "place")
    score = float(raw.get("importance") or 0.0)
    return _row(
        place,
        name=raw.get("name") or place.address.partition(",")[0],
        kind=kind,
        precision=_precision(kind, str(raw.get("class") or raw.get("category"))),
        radius_km=distance_km((west, south), (east, north)) / 2,
        country=address.get("country_code"),
        admin1=address.get("state"),
        place_id=f"osm.{str(raw.get('osm_type'))[:1]}{raw.get('osm_id')}",
        score=score,
        reason=f"Nominatim: {kind}, importance {score:.2f}, rank {rank}",
    )


def _from_photon(place: Location, rank: int) -> Row:
    raw = place.raw["properties"]
    west, north, east, south = raw.get("extent") or [0.0] * 4
    kind = str(raw.get("osm_value") or raw.get("type") or "place")
    return _row(
        place,
        name=raw.get("name") or place.address.partition(",")[0],
        kind=kind,
        precision=_precision(str(raw.get("type") or kind), str(raw.get("osm_key"))),
        radius_km=distance_km((west, south), (east, north)) / 2,
        country=raw.get("countrycode"),
        admin1=raw.get("state"),
        place_id=f"osm.{str(raw.get('osm_type'))[:1].lower()}{raw.get('osm_id')}",
        score=1 / rank,
        reason=f"Photon: {kind}, rank {rank}; it states no score",
    )


def _row(place: Location, *, radius_km: float, score: float, **stated: Any) -> Row:  # noqa: ANN401
    texts = {name: str(value or "") for name, value in stated.items()}
    return texts | {
        "country": texts["country"].upper(),
        "latitude": place.latitude,
        "longitude": place.longitude,
        "radius_km": round(radius_km, 1),
        "score": round(score, 2),
        "geonameid": None,
        "label": place.address,
    }


def _precision(kind: str, family: str) -> str:
    return _AREAS.get(kind) or ("feature" if family in _FEATURES else "point")


_ROWS: Mapping[str, Callable[[Location, int], Row]] = {
    "nominatim": _from_nominatim,
    "photon": _from_photon,
}
