"""Names to places for people and programs: a geopy geocoder that opens no socket."""

from __future__ import annotations

from typing import Any, NoReturn

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderQueryError, GeocoderUnavailable
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from .gazetteer import Gazetteer, Sense, open_gazetteer
from .lookup import lies_in, look_up
from .reasons import placed, standing
from .scoring import PARENT_WEIGHT

MOST_CANDIDATES = 10


class OfflineGeocoder(Geocoder):  # type: ignore[misc] # geopy ships no types
    """geopy's interface over the offline gazetteer.

    `geocode` and `reverse` return a `Location` whose `raw` is a candidate of `ranked_candidates`,
    a list of them with `exactly_one=False`, and None where nothing is known.
    """

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        super().__init__(adapter_factory=_NoNetwork)
        self._gazetteer = gazetteer or open_gazetteer()

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ANN401, ARG002 # geopy's signature
        country: str = "",
    ) -> Location | list[Location] | None:
        """The places that a name may mean, best first.

        **Misses:** street addresses; misspellings.
        """
        found = [_location(row) for row in ranked_candidates(self._gazetteer, query, country)]
        if not found:
            return None
        return found[0] if exactly_one else found

    def reverse(
        self,
        query: Any,  # noqa: ANN401 # a Point, a pair or text, as geopy has it
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ANN401, ARG002 # geopy's signature
    ) -> Location | list[Location] | None:
        """The nearest populated place within some 100 km.

        Raises:
            GeocoderQueryError: the query is no position.
        """
        try:
            point = Point(query)
        except (TypeError, ValueError) as error:
            raise GeocoderQueryError(f"{query!r} is not a position: {error}") from error
        nearest = self._gazetteer.nearest_city(point.latitude, point.longitude)
        if nearest is None:
            return None
        sense, apart = nearest
        location = _location(_candidate(self._gazetteer, sense, -apart, f"{apart:.0f} km away"))
        return location if exactly_one else [location]


class _NoNetwork(BaseSyncAdapter):  # type: ignore[misc] # geopy ships no types
    def get_json(self, url: str, **_options: object) -> NoReturn:
        raise GeocoderUnavailable(f"the offline geocoder opens no socket; {url!r} was not asked")

    get_text = get_json


def ranked_candidates(
    gazetteer: Gazetteer, query: str, country: str | None = None
) -> list[dict[str, Any]]:
    """What a name may mean, best first; empty where nothing is known.

    Args:
        gazetteer: the names known.
        query: a name, with what holds it after a comma where that is known: "Paris, Texas".
        country: ISO 3166-1 alpha-2 code that every candidate must have, or empty.
    """
    name, _, rest = query.partition(",")
    senses = gazetteer.candidates(query) or look_up(gazetteer, name).senses
    holders = [holder for part in rest.split(",") for holder in _holders(gazetteer, part)]
    wanted = (country or "").upper()
    found = []
    for sense in senses:
        if wanted in ("", sense.country):
            holder = next((one.name for one in holders if lies_in(sense, one)), "")
            score = sense.prior + (PARENT_WEIGHT if holder else 0.0)
            reason = f"in {holder}, as asked; {standing(sense)}" if holder else standing(sense)
            found.append(_candidate(gazetteer, sense, score, reason))
    found.sort(key=lambda row: (-row["score"], row["place_id"]))
    return found[:MOST_CANDIDATES]


def _holders(gazetteer: Gazetteer, part: str) -> tuple[Sense, ...]:
    return tuple(
        s for s in look_up(gazetteer, part.strip()).senses if s.code or s.kind == "country"
    )


def _candidate(gazetteer: Gazetteer, sense: Sense, score: float, reason: str) -> dict[str, Any]:
    return {
        "name": sense.name,
        "kind": sense.kind,
        "latitude": sense.latitude,
        "longitude": sense.longitude,
        "precision": sense.precision,
        "radius_km": sense.radius_km,
        "country": sense.country,
        "admin1": sense.admin1_name,
        "geonameid": sense.geonameid,
        "place_id": sense.place_id,
        "score": round(score, 2),
        "label": placed(sense, gazetteer),
        "reason": reason,
    }


def _location(row: dict[str, Any]) -> Location:
    return Location(row["label"], Point(row["latitude"], row["longitude"]), row)
