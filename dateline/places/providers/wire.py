"""How a provider is reached: geopy's own adapter, with bounds on time, size and direction."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from http.client import HTTPConnection, HTTPMessage, HTTPResponse, HTTPSConnection
from queue import Empty, Queue
from socket import SHUT_RDWR
from ssl import SSLContext
from threading import Thread
from time import monotonic
from typing import IO, Any, NoReturn
from urllib.request import (
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    ProxyHandler,
    Request,
    build_opener,
)

from geopy.adapters import URLLibAdapter
from geopy.exc import GeocoderParseError, GeocoderTimedOut

DEADLINE_S = 8.0
"""For one request from the look-up of the host to the last byte, however slowly it drips."""
MOST_BYTES = 2_000_000
CHUNK = 65_536
SENSELESS = "what came is no list of places"


class BoundedAdapter(URLLibAdapter):  # type: ignore[misc] # geopy ships no types
    """geopy's adapter over the standard library, for servers that may not mean well.

    No redirection is followed: the name that is looked up goes to the address that was set and to
    no other. An answer is read up to `MOST_BYTES` and must be JSON as its standard has it, without
    NaN, with a list of places where the provider has it. A request ends after `DEADLINE_S` in all.

    Args:
        places_in: the field that holds the list; empty where the whole answer is the list.
        fault_in: the field that stands in its place where the provider states a fault.
    """

    def __init__(
        self,
        *,
        proxies: Mapping[str, str] | None,
        ssl_context: SSLContext | None,
        places_in: str,
        fault_in: str,
    ) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self._places_in, self._fault_in = places_in, fault_in
        self._lines: list[HTTPConnection] = []
        self.urlopen = build_opener(
            _Plain(self._lines),
            _Safe(self._lines, ssl_context),
            ProxyHandler(None if proxies is None else dict(proxies)),
            _Unmoved(),
        ).open

    def get_text(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> str:
        ask = partial(super().get_text, url, timeout=timeout, headers=headers)
        try:
            return _within(DEADLINE_S, ask)
        finally:
            self._hang_up()

    def _hang_up(self) -> None:
        """End what still reads: headers that drip, or go on for ever."""
        for line in self._lines:
            with suppress(OSError):
                if line.sock:
                    line.sock.shutdown(SHUT_RDWR)

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> object:
        text = self.get_text(url, timeout=timeout, headers=headers)
        try:
            found = json.loads(text, parse_constant=_refused)
        except (ValueError, RecursionError) as error:
            raise GeocoderParseError("what came is no JSON") from error
        if not self._has_places(found):
            raise GeocoderParseError(SENSELESS)
        return found

    def _has_places(self, found: object) -> bool:
        if self._places_in:
            if not isinstance(found, dict):
                return False
            if self._fault_in and isinstance(found.get(self._fault_in), dict):
                return True
            found = found.get(self._places_in)
        return isinstance(found, list) and all(isinstance(place, dict) for place in found)

    def _decode_page(self, page: Any) -> str:  # noqa: ANN401 # an answer of urllib, or its error
        body, until = bytearray(), monotonic() + DEADLINE_S
        with page:
            encoding = page.headers.get_content_charset() or "utf-8"
            while chunk := page.read1(CHUNK):
                body += chunk
                if len(body) > MOST_BYTES:
                    raise GeocoderParseError(f"what came is longer than {MOST_BYTES:,} bytes")
                if monotonic() > until:
                    raise GeocoderTimedOut("Service timed out")
        try:
            return str(body, encoding=encoding)
        except (ValueError, LookupError) as error:
            raise GeocoderParseError("what came is no text") from error


class _Plain(HTTPHandler):
    def __init__(self, lines: list[HTTPConnection]) -> None:
        super().__init__()
        self._lines = lines

    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(partial(_noted, self._lines, HTTPConnection), req)


class _Safe(HTTPSHandler):
    def __init__(self, lines: list[HTTPConnection], context: SSLContext | None) -> None:
        super().__init__(context=context)
        self._lines, self._own_context = lines, context

    def https_open(self, req: Request) -> HTTPResponse:
        line = partial(_noted, self._lines, HTTPSConnection)
        return self.do_open(line, req, context=self._own_context)


def _noted(
    lines: list[HTTPConnection],
    make: type[HTTPConnection],
    host: str,
    **how: Any,  # noqa: ANN401
) -> HTTPConnection:
    line = make(host, **how)
    lines.append(line)
    return line


class _Unmoved(HTTPRedirectHandler):
    def http_error_302(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage
    ) -> None:
        """Nowhere: urllib then hands the answer on as an error."""

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


def _refused(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def _within(seconds: float, ask: Callable[[], str]) -> str:
    """What comes back in time. A thread, because not all that waits has a time-out: the look-up
    of a host, a handshake, headers that drip."""
    box = Queue[tuple[str, Exception | None]](1)

    def run() -> None:
        try:
            box.put((ask(), None))
        except Exception as error:
            box.put(("", error))

    Thread(target=run, name="geocoding", daemon=True).start()
    try:
        text, error = box.get(timeout=seconds)
    except Empty:
        raise GeocoderTimedOut("Service timed out") from None
    if error:
        raise error
    return text
