"""Why a provider gave no answer: in words, whether it may pass, and whether it wants rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException
from socket import gaierror
from ssl import SSLError
from urllib.parse import urlsplit

from geopy.adapters import AdapterHTTPError, get_retry_after
from geopy.exc import (
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderParseError,
    GeocoderQuotaExceeded,
    GeocoderServiceError,
    GeocoderTimedOut,
)

from .rows import cleaned
from .wire import SENSELESS

MOMENTARY = frozenset({502, 503, 504})
WANTS_REST = frozenset({403, 429})
QUOTA_REST_S = 3_600.0


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong with one request."""

    words: str
    is_momentary: bool = False
    """Whether it is worth another try in a moment."""
    rest_s: float | None = None
    """For how long the provider is left alone; None where it asked for nothing."""


def trouble(error: Exception, rest_s: float) -> Trouble:
    """What the error means.

    Args:
        error: what geopy or the standard library raised.
        rest_s: how long a provider that refuses is left alone where it names no time.
    """
    causes = tuple(_causes(error))
    for cause in causes:
        if isinstance(cause, AdapterHTTPError):
            return _of_status(cause, rest_s)
    for cause in causes:
        found = _of_connection(cause)
        if found:
            return found
    if isinstance(error, GeocoderQuotaExceeded):
        return Trouble(_said(error), rest_s=QUOTA_REST_S)
    if isinstance(error, (GeocoderAuthenticationFailure, GeocoderInsufficientPrivileges)):
        return Trouble(f"it refuses the account: {_said(error)}")
    is_said = isinstance(error, (GeocoderServiceError, OSError))
    return Trouble(_said(error) if is_said else SENSELESS)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen = 0
    while error is not None and seen < 10:
        yield error
        reason = getattr(error, "reason", None)
        if isinstance(reason, BaseException):
            yield reason
        error, seen = error.__cause__ or error.__context__, seen + 1


def _of_status(error: AdapterHTTPError, rest_s: float) -> Trouble:
    status, wanted = error.status_code, _wanted_rest_s(error)
    if status in WANTS_REST or (status in MOMENTARY and wanted):
        rest = rest_s if wanted is None else wanted
        return Trouble(f"it refuses for now: HTTP {status}", rest_s=rest)
    target = _target(error) if 300 <= status < 400 else ""
    if target:
        return Trouble(
            f"it sends on to {target!r}, which is not followed;"
            " set that address as the server if you trust it"
        )
    if status == 401:
        return Trouble("it refuses the account: HTTP 401")
    return Trouble(f"HTTP {status}", is_momentary=status in MOMENTARY)


def _wanted_rest_s(error: AdapterHTTPError) -> float | None:
    try:
        seconds: float | None = get_retry_after(error.headers)
    except (ValueError, TypeError, LookupError, OverflowError):
        return None
    return seconds


def _target(error: AdapterHTTPError) -> str:
    """Where it points, without what was asked."""
    try:
        parts = urlsplit(str(error.headers.get("location") or ""))
    except ValueError:
        return "an address that is none"
    bare = parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="")
    return cleaned(bare.geturl())[:120]


def _of_connection(cause: BaseException) -> Trouble | None:
    if isinstance(cause, (GeocoderTimedOut, TimeoutError)):
        return Trouble("timed out", is_momentary=True)
    if isinstance(cause, gaierror):
        return Trouble("no machine of that name is found")
    if isinstance(cause, SSLError):
        return Trouble(f"no safe connection: {cleaned(str(cause.reason or cause))[:80]}")
    if isinstance(cause, ConnectionRefusedError):
        return Trouble("the connection was refused: nothing answers at that address")
    if isinstance(cause, ConnectionError):
        return Trouble("the connection was broken off", is_momentary=True)
    if isinstance(cause, HTTPException):
        return Trouble("it does not speak HTTP")
    if isinstance(cause, GeocoderParseError):
        return Trouble(cleaned(str(cause))[:120])
    return None


def _said(error: Exception) -> str:
    return cleaned(str(error))[:120] or type(error).__name__
