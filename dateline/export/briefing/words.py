"""What stands in an exported briefing beside its words: where it comes from, words for pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from ...briefing import MapShown, Presentation, Source, TimelineShown
from ...settings import VERSION
from ..deck.words import counted, day_words, moment_words, shown

NOT_STATED = "not stated"
MOST_NAMED = 8
_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\\<>\"]+", re.IGNORECASE)


def address_of(source: Source) -> str:
    """Its address where that is one of the web; empty for anything else."""
    url = source.url.strip()
    try:
        parts = urlsplit(url) if _ADDRESS.fullmatch(url) else None
        return url if parts and parts.hostname and "@" not in parts.netloc else ""
    except ValueError:
        return ""


def outlet_words(source: Source) -> str:
    """ynetnews (AFP)."""
    outlet, agency = shown(source.outlet), shown(source.agency)
    both = f"{outlet} ({agency})" if outlet and agency not in ("", outlet) else ""
    return both or outlet or agency or f"outlet {NOT_STATED}"


def origin_words(presentation: Presentation) -> str:
    """The corpus, the moment it answered, who made the briefing, and with what."""
    corpus = re.split(r"[\\/]", shown(presentation.corpus))[-1]
    who, state = shown(presentation.briefing.who), "live" if presentation.is_live else "frozen"
    parts = (
        f"corpus {corpus}" if corpus else "",
        f"{state} at {moment_words(presentation.at) or f'a time {NOT_STATED}'}",
        f"by {who}" if who else "",
        f"Dateline {VERSION}",
    )
    return " · ".join(part for part in parts if part)


def map_words(found: MapShown) -> str:
    """The map for those who cannot see it: its places with their mentions, the most named first."""
    inside = sorted((m for m in found.marks if m.count), key=lambda mark: (-mark.count, mark.name))
    if not inside:
        return "Map without a place in the selection."
    named = _listed([(mark.name, mark.count) for mark in inside])
    beside = f" Counted beside the map: {_listed(found.beside)}." if found.beside else ""
    return f"Map of {counted(len(inside), 'place')} by mentions: {named}.{beside}"


def timeline_words(found: TimelineShown) -> str:
    """The timeline for those who cannot see it: its range, and its lanes with their mentions."""
    first = day_words(found.edges[0]) if found.edges else ""
    ends = f" from {first} to {day_words(found.end)}" if first else ""
    lanes = _listed([(lane.name, lane.count) for lane in found.lanes])
    named = f" Mentions by {found.unit}: {lanes}." if lanes else ""
    beside = f" {'; '.join(map(shown, found.beside))}." if found.beside else ""
    return f"Timeline{ends}: {counted(sum(found.density), 'article')}.{named}{beside}"


def ranges(numbers: Iterable[int]) -> str:
    """1–3, 5."""
    ends: list[list[int]] = []
    for number in sorted({*numbers}):
        if ends and ends[-1][1] == number - 1:
            ends[-1][1] = number
        else:
            ends.append([number, number])
    return ", ".join(f"{a}" if a == b else f"{a}\N{EN DASH}{b}" for a, b in ends)


def used_words(numbers: Sequence[int]) -> str:
    """sources 1–3 of the appendix; empty where there are none."""
    many = "s" if len(numbers) > 1 else ""
    return f"source{many} {ranges(numbers)} of the appendix" if numbers else ""


def _listed(named: Sequence[tuple[str, int]]) -> str:
    told = ", ".join(f"{shown(name)} {count:,}" for name, count in named[:MOST_NAMED])
    rest = len(named) - MOST_NAMED
    return f"{told} and {rest:,} more" if rest > 0 else told
