"""Where a letter as a reader sees it begins and ends.

Source: Unicode Standard Annex 29, extended grapheme clusters.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex  # type: ignore[import-untyped]

_BEFORE = 60
_FURTHEST = 600
_CLUSTER = regex.compile(r"\X")


def letter_start(text: str, at: int) -> int:
    """The last place not after `at` at which a letter begins."""
    return at if _is_plain(text, at) else max((n for n in _edges(text, at) if n <= at), default=at)


def letter_end(text: str, at: int) -> int:
    """The first place not before `at` at which a letter ends."""
    return at if _is_plain(text, at) else min((n for n in _edges(text, at) if n >= at), default=at)


def _is_plain(text: str, at: int) -> bool:
    if at <= 0 or at >= len(text):
        return True
    around = text[at - 1 : at + 1]
    return around.isascii() and around != "\r\n"


def _edges(text: str, at: int) -> Iterator[int]:
    """Places between letters about `at`, counted from the last space well before it."""
    near = text.rfind(" ", max(0, at - _FURTHEST), max(0, at - _BEFORE))
    first = near if near >= 0 else max(0, at - _FURTHEST)
    yield first
    for cluster in _CLUSTER.finditer(text, first):
        yield int(cluster.end())
        if cluster.end() >= at:
            return
