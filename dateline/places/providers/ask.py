"""One name, asked of the provider that is set; the offline gazetteer where that one fails."""

from __future__ import annotations

import json
import time
import unicodedata
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import count

from geopy.exc import GeopyError

from ...errors import ProviderError, UsageError
from ...settings import Settings
from ..gazetteer import Gazetteer
from ..geocoder import MOST_CANDIDATES, ranked_candidates
from . import kept
from .rows import Row, cleaned
from .services import (
    OFFLINE_SOURCE,
    PROVIDERS,
    Provider,
    apart_s,
    chosen,
    geocoder_of,
    host_of,
    is_public,
    server_of,
    without_key,
)
from .troubles import Trouble, trouble
from .turns import in_turn, rest

LONGEST_QUERY = 200
BACKOFF_S = (1.0, 2.0)
"""Before the second and the third try."""
PATIENCE_S = 10.0
"""After which nothing is tried again."""
REST_S = 600.0
OWN_REST_S = 60.0
"""For how long a provider that refuses is left alone, where it names no time itself."""
ODD = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)
"""What an answer of another shape makes geopy's readers and ours raise."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a name may mean, and who says so."""

    candidates: tuple[Row, ...]
    """Best first, each with the keys of `ranked_candidates`."""
    by: str
    """The geocoder that answered."""
    attribution: str
    """What must stand beside the answer."""
    note: str = ""
    """Why the chosen provider was not the one that answered."""
    kept_since: str = ""
    """When the provider said so, as UTC, where the answer was kept from then."""


class _Refused(ProviderError):
    def __init__(self, words: str, met: Trouble) -> None:
        super().__init__(words)
        self.met = met


def geocoded(query: str, gazetteer: Gazetteer, settings: Settings, country: str = "") -> Answer:
    """The answer of the geocoder that is set; the offline one steps in where that one fails."""
    note = ""
    if settings.geocoder != "offline":
        try:
            return asked(query, settings, country)
        except (ProviderError, UsageError) as error:
            note = f"{error.public_message}; answered offline"
    found = tuple(ranked_candidates(gazetteer, query, country))
    return Answer(found, "offline", OFFLINE_SOURCE, note)


def geocoded_each(
    names: Sequence[str], gazetteer: Gazetteer, settings: Settings, country: str = ""
) -> list[Answer]:
    """The answers for some names; a public server is not asked for more than one at a call."""
    if settings.geocoder != "offline" and len(names) > 1 and settings.network:
        provider = PROVIDERS[settings.geocoder]
        if is_public(server_of(provider, settings)):
            note = f"{provider.title}'s public server is not there for lists: give one name, or set"
            note += f" a server of your own; these {len(names)} were answered offline"
            found = (tuple(ranked_candidates(gazetteer, name, country)) for name in names)
            return [Answer(rows, "offline", OFFLINE_SOURCE, note) for rows in found]
    return [geocoded(name, gazetteer, settings, country) for name in names]


def asked(query: str, settings: Settings, country: str = "", *, anew: bool = False) -> Answer:
    """The provider's candidates, best first: those kept from before, or asked for now.

    **Misses:** outlines; whatever the provider does not know; places for which it states no
    country, where one is asked for; and what lies beyond the first ten of all countries, for
    Photon and ArcGIS, which cannot be told one.

    Args:
        query: a name.
        settings: who is asked, and where.
        country: ISO 3166-1 alpha-2 code that every candidate must have, or empty.
        anew: do not look among the answers that were kept.

    Raises:
        UsageError: the network is off, no provider is set, or there is no name.
        ProviderError: the provider did not answer in time, or not with places, or wants rest.
    """
    provider, wanted = chosen(settings), country.strip().upper()
    name = cleaned(query)[:LONGEST_QUERY]
    if not name:
        raise UsageError(f"{provider.title} was not asked: there is no name in {query[:80]!r}")
    key = _key(provider, server_of(provider, settings), name, wanted)
    found = kept.kept(key) if provider.may_keep and not anew else None
    if found:
        rows, since = found[0], f"{datetime.fromtimestamp(found[1], UTC):%Y-%m-%dT%H:%M:%SZ}"
        return Answer(tuple(rows), provider.name, provider.attribution, kept_since=since)
    rows = _insisted(provider, settings, name, wanted)
    if provider.may_keep:
        kept.keep(key, rows)
    return Answer(tuple(rows), provider.name, provider.attribution)


def _key(provider: Provider, server: str, name: str, country: str) -> kept.Key:
    query = unicodedata.normalize("NFC", name).casefold()
    options = {**provider.asked_with, "country": country}
    return kept.Key(provider.name, server.lower(), query, json.dumps(options, sort_keys=True))


def _insisted(provider: Provider, settings: Settings, name: str, country: str) -> list[Row]:
    """The rows, tried again where the trouble may pass in a moment."""
    server, began = server_of(provider, settings), time.monotonic()
    once = partial(_once, provider, settings, name, country)
    for wait_s in (*BACKOFF_S, None):
        try:
            return in_turn(host_of(server), apart_s(server, settings), once)
        except _Refused as error:
            is_late = time.monotonic() - began > PATIENCE_S
            if wait_s is None or is_late or not error.met.is_momentary:
                raise ProviderError(error.public_message) from error
        time.sleep(wait_s)
    raise AssertionError("the last try returns or raises")


def _once(provider: Provider, settings: Settings, name: str, country: str) -> list[Row]:
    geocoder = geocoder_of(provider, settings)
    options = {provider.country_option: country} if country and provider.country_option else {}
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Latitude normalization")
            found = geocoder.geocode(name, exactly_one=False, **provider.asked_with, **options)
        places = [place for place in found or () if place is not None]
        rows = [provider.row_of(place, rank) for place, rank in zip(places, count(1))]
    except (GeopyError, OSError, *ODD) as error:
        raise _refused(provider, settings, name, error) from error
    return [row for row in rows if country in ("", row["country"])][:MOST_CANDIDATES]


def _refused(provider: Provider, settings: Settings, name: str, error: Exception) -> _Refused:
    server = server_of(provider, settings)
    met = trouble(error, REST_S if is_public(server) else OWN_REST_S)
    said = without_key(met.words)
    if met.rest_s is not None:
        until = rest(host_of(server), met.rest_s, f"{provider.title} said so: {said}")
        said += f"; it is left alone until {until}"
    return _Refused(f"{provider.title} gave no answer for {name[:80]!r} ({said})", met)
