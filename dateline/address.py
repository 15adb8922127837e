"""The query of a screen's address, read part by part."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Query = dict[str, list[str]]
Read = TypeVar("Read")


def taken(
    query: Query, key: str, read: Callable[[str], Read | None], wrong: list[str]
) -> Read | None:
    """What the last value of a key reads as, taken out of the query; None where it is no sense.

    Args:
        wrong: what makes no sense is added to it, in words.
    """
    values = query.pop(key, [])
    found = read(values[-1]) if values else None
    if values and found is None:
        wrong.append(f"{key}={values[-1][:60]}")
    return found
