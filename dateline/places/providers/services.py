"""The providers: geopy's class for each, its public server, its terms, and how it is asked."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from geopy.geocoders import ArcGIS, GeoNames, Nominatim, Photon
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location

from ...errors import UsageError
from ...settings import VERSION, Settings
from ..geocoder import MOST_CANDIDATES
from .rows import Row, from_arcgis, from_geonames, from_nominatim, from_photon
from .turns import PUBLIC_APART_S
from .wire import BoundedAdapter

USER_AGENT = f"dateline/{VERSION}"
TIMEOUT_S = 5
ARCGIS_KEY = "DATELINE_ARCGIS_KEY"
"""The environment variable that may hold an access token: a secret stands in no settings file."""
OPENSTREETMAP = "© OpenStreetMap contributors, ODbL, openstreetmap.org/copyright"
OFFLINE_SOURCE = "GeoNames, CC BY 4.0, and others, named in data/SOURCES.md"
_PUBLIC = ("openstreetmap.org", "komoot.io", "komoot.de", "geonames.org", "geonames.net",
           "arcgis.com")  # fmt: skip
_AT_HOME = ("localhost", "127.0.0.1", "::1")
_ESRI_FIELDS = ("PlaceName", "Type", "Addr_type", "Region", "Country")


@dataclass(frozen=True, slots=True)
class Provider:
    """Who may be asked, and on what terms."""

    name: str
    """As in the settings."""
    title: str
    """As in sentences."""
    maker: Callable[..., Geocoder]
    server: str
    """Its public server."""
    attribution: str
    """What must stand beside its answers."""
    row_of: Callable[[Location, int], Row]
    asked_with: Mapping[str, Any]
    places_in: str = ""
    """The field of its answers that holds the places; empty where the answer is the list."""
    fault_in: str = ""
    """The field that it states its faults in."""
    country_option: str = ""
    """How it is told the country that is wanted; empty where it cannot be told."""
    may_keep: bool = True
    """Whether its terms let answers be kept."""


_ALL = (
    Provider(
        "nominatim", "Nominatim", Nominatim, "https://nominatim.openstreetmap.org", OPENSTREETMAP,
        from_nominatim, {"limit": MOST_CANDIDATES, "language": "en", "addressdetails": True},
        country_option="country_codes",
    ),
    Provider(
        "photon", "Photon", Photon, "https://photon.komoot.io", OPENSTREETMAP,
        from_photon, {"limit": MOST_CANDIDATES, "language": "en"}, places_in="features",
    ),
    Provider(
        "geonames", "GeoNames", GeoNames, "https://secure.geonames.org",
        "GeoNames, CC BY 4.0, geonames.org",
        from_geonames, {}, places_in="geonames", fault_in="status", country_option="country",
    ),
    Provider(
        "arcgis", "ArcGIS", ArcGIS, "https://geocode.arcgis.com", "Powered by Esri",
        from_arcgis, {"out_fields": _ESRI_FIELDS}, places_in="candidates", fault_in="error",
        may_keep=False,
    ),
)  # fmt: skip
PROVIDERS: Mapping[str, Provider] = {provider.name: provider for provider in _ALL}


def chosen(settings: Settings) -> Provider:
    """The provider that is set.

    Raises:
        UsageError: the network is off, no provider is set, or it lacks what it needs.
    """
    provider = PROVIDERS.get(settings.geocoder)
    if provider is None:
        raise UsageError(
            f"{settings.geocoder!r} is no provider: choose {', '.join(PROVIDERS)} in settings"
        )
    if not settings.network:
        raise UsageError(f"{provider.title} was not asked: the network is off in settings")
    if provider.name == "geonames" and not settings.geonames_username:
        raise UsageError(
            "GeoNames was not asked: it needs a user name, free at geonames.org/login;"
            " put it in settings as geonames_username"
        )
    return provider


def server_of(provider: Provider, settings: Settings) -> str:
    """The address that is asked, without a slash at its end."""
    return (settings.geocoder_server or provider.server).rstrip("/")


def host_of(server: str) -> str:
    """The machine that is asked: one queue for each."""
    parts = urlsplit(server)
    port = f":{parts.port}" if parts.port else ""
    return f"{(parts.hostname or '').rstrip('.')}{port}"


def is_public(server: str) -> bool:
    """Whether the server is one that the provider runs for all."""
    host = (urlsplit(server).hostname or "").rstrip(".")
    return any(host == name or host.endswith(f".{name}") for name in _PUBLIC)


def apart_s(server: str, settings: Settings) -> float:
    """Seconds between two requests: a public server's second is no matter of settings."""
    return PUBLIC_APART_S if is_public(server) else 1 / settings.geocoder_per_second


def has_key() -> bool:
    """Whether the environment holds a key for ArcGIS."""
    return bool(_key())


def without_key(words: str) -> str:
    """The words, with the key left out where a provider repeats it."""
    return words.replace(_key(), "…") if _key() else words


def geocoder_of(provider: Provider, settings: Settings) -> Geocoder:
    """geopy's geocoder, as the settings have it.

    Raises:
        UsageError: the key would be sent over an open connection.
    """
    server = server_of(provider, settings)
    parts = urlsplit(server)
    is_near = parts.hostname in _AT_HOME
    account = {"username": settings.geonames_username} if provider.name == "geonames" else {}
    geocoder = provider.maker(
        scheme=parts.scheme,
        domain=parts.netloc + parts.path,
        user_agent=USER_AGENT,
        timeout=TIMEOUT_S,
        proxies={} if is_near else DEFAULT_SENTINEL,
        adapter_factory=partial(
            BoundedAdapter, places_in=provider.places_in, fault_in=provider.fault_in
        ),
        **account,
    )
    if provider.name == "arcgis" and _key():
        if parts.scheme != "https" and not is_near:
            raise UsageError(f"the key in {ARCGIS_KEY} is not sent to {server!r}: use https")
        geocoder.headers["Authorization"] = f"Bearer {_key()}"
    return geocoder


def _key() -> str:
    return os.environ.get(ARCGIS_KEY, "").strip()
