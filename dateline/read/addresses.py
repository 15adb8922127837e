"""Web addresses: http and https only."""

from __future__ import annotations

from urllib.parse import urlsplit

LONGEST = 4000


def web_address(raw: str) -> str:
    """The address where it is one of http or https, else empty."""
    address = raw.strip()
    if len(address) > LONGEST or any(c.isspace() or not c.isprintable() for c in address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.hostname else ""


def host_of(raw: str) -> str:
    """The host of a web address without "www.", or the words themselves where it is none."""
    address = web_address(raw)
    if not address:
        return raw
    return (urlsplit(address).hostname or "").removeprefix("www.")
