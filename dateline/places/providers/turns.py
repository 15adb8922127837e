"""The turns in which all processes of the user ask a provider: one at a time, a second apart."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from math import isfinite
from pathlib import Path
from typing import TypedDict, TypeVar

from filelock import FileLock, Timeout

from ...errors import ProviderError
from .folder import made_folder

PUBLIC_APART_S = 1.0
"""Between two requests to a public server, by whichever process."""
LONGEST_WAIT_S = 20.0
LONGEST_REST_S = 86_400.0
T = TypeVar("T")
_UNSAFE = re.compile(r"[^a-z0-9.-]+")


class _Kept(TypedDict):
    asked: float
    """When the last request ended, in seconds of the machine's clock."""
    until: float
    """Until when the provider is left alone."""
    why: str


def in_turn(host: str, apart_s: float, ask: Callable[[], T]) -> T:
    """What `ask` gives, asked when no other process asks the host and the last is long enough ago.

    **Misses:** other users of the machine, who have caches of their own; and processes that
    are given another `DATELINE_CACHE`.

    Raises:
        ProviderError: too many wait, the provider wants rest, or turns cannot be kept; it was not
            asked.
    """
    try:
        path = _path(host)
        lock = FileLock(path.with_suffix(".lock"))
        lock.acquire(timeout=LONGEST_WAIT_S)
    except Timeout as error:
        raise ProviderError(
            f"{host} was not asked: others have asked it for {LONGEST_WAIT_S:.0f} s; try again"
        ) from error
    except (OSError, NotImplementedError) as error:
        raise _untold(host, error) from error
    try:
        _wait(host, path, apart_s)
        try:
            return ask()
        finally:
            _write(host, path, asked=time.time())
    finally:
        lock.release()


def rest(host: str, seconds: float, why: str) -> str:
    """Until when the host is left alone from now, in words. For use in a turn."""
    until = time.time() + min(max(seconds, 0.0), LONGEST_REST_S)
    _write(host, _path(host), until=until, why=why)
    return _moment(until)


def _wait(host: str, path: Path, apart_s: float) -> None:
    kept, now = _read(path), time.time()
    if now < kept["until"] <= now + LONGEST_REST_S:
        raise ProviderError(
            f"{host} is left alone until {_moment(kept['until'])}, because {kept['why']}"
        )
    time.sleep(min(max(kept["asked"] + apart_s - now, 0.0), apart_s))
    _write(host, path, asked=time.time())


def _path(host: str) -> Path:
    return made_folder() / f"turn-{_UNSAFE.sub('_', host.lower())[:120]}.json"


def _read(path: Path) -> _Kept:
    """What is kept; where it makes no sense, as if the host had just been asked."""
    try:
        found = json.loads(path.read_bytes())
        asked, until = float(found["asked"]), float(found["until"])
        if isfinite(asked) and isfinite(until):
            return {"asked": asked, "until": until, "why": str(found["why"])[:200]}
    except FileNotFoundError:
        return {"asked": 0.0, "until": 0.0, "why": ""}
    except (ValueError, TypeError, KeyError, RecursionError, OSError, OverflowError):
        pass
    return {"asked": time.time(), "until": 0.0, "why": ""}


def _write(host: str, path: Path, **changes: object) -> None:
    try:
        path.write_text(json.dumps({**_read(path), **changes}), encoding="utf-8")
    except OSError as error:
        raise _untold(host, error) from error


def _untold(host: str, error: Exception) -> ProviderError:
    said = getattr(error, "strerror", None) or error
    return ProviderError(
        f"{host} was not asked: whose turn it is cannot be kept in the cache folder ({said});"
        " check its rights and the disk, or name another in DATELINE_CACHE"
    )


def _moment(at: float) -> str:
    return f"{datetime.fromtimestamp(at, UTC):%H:%M:%S} UTC"
