"""Mentions over time: those inside the Brush against all, and when the entity speaks."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from components import state
from components.profile.shown import on_event
from components.profile.words import days_words
from components.typeset.frontend import mount, register
from data.access.entities import Days, Profile
from dateline.brush import Brush

EVERY = {"day": "a day", "week": "a week", "month": "a month", "year": "a year"}
TICKS = 7
_renderer = register("days", shared="nodes")


def draw(found: Profile) -> None:
    """The bars; a bin, or several, become the days of the Brush."""
    payload = days_payload(found.days, state.session().brush) | {"entity": found.entity_id}
    mount(_renderer, payload, "profile_days", on_event)


def days_payload(days: Days, brush: Brush) -> dict[str, Any]:
    """What the browser needs to draw the bars, as plain JSON."""
    spans = [_span(*two) for two in pairwise([*days.edges, days.end])]
    chosen = brush.clause_on("published")
    counts = zip(days.total.tolist(), days.inside.tolist(), days.said.tolist(), strict=True)
    return {
        "title": f"Mentions {EVERY.get(days.unit, 'over time')}",
        "bins": [
            [days_words(*span), *span, *counted]
            for span, counted in zip(spans, counts, strict=True)
        ],
        "ticks": _ticks(days),
        "chosen": _chosen(spans, chosen.values) if chosen else None,
        "undated": f"{days.undated:,} in articles that state no day" if days.undated else "",
        "empty": "" if days.edges else "No article here states when it was published.",
    }


def _span(begin: str, end: str) -> tuple[str, str]:
    return begin, (date.fromisoformat(end) - timedelta(days=1)).isoformat()


def _chosen(spans: list[tuple[str, str]], days: tuple[str, ...]) -> list[int] | None:
    """The first and the last bin that the days touch."""
    held = [at for at, (first, last) in enumerate(spans) if first <= days[1] and last >= days[0]]
    return [held[0], held[-1]] if held else None


def _ticks(days: Days) -> list[tuple[float, str]]:
    """Some bins by where they begin, 0 to 1, with their day."""
    size = len(days.edges)
    step = max(1, -(-size // TICKS))
    return [(at / size, _tick(days.unit, days.edges[at])) for at in range(0, size, step)]


def _tick(unit: str, begin: str) -> str:
    day = date.fromisoformat(begin)
    if unit in ("year", "decade", "century"):
        return str(day.year)
    return f"{day:%b} {day.year}" if unit == "month" else f"{day.day} {day:%b %Y}"
