"""The facets: a line of names, and under the one that is open its values with their counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from components import state, theme
from components.memory import VALUES, Narrowing
from components.typeset import frontend
from components.typeset.choices import clause_of
from components.typeset.text import pieces
from data import access
from data.access import Choice
from dateline import brush as words
from dateline.brush import FACETS, Brush, Field

HERE = Path(__file__).parent
NAMES: Mapping[Field, tuple[str, str, str]] = {
    "kind": ("Kind", "What is named", "mentions"),
    "outlet": ("Outlet", "Who published it", "articles"),
    "mode": ("Mode", "How it is quoted", "quotations"),
    "role": ("Role", "What a place is to the report", "places named"),
    "precision": ("Precision", "How exactly a place is known", "places named"),
    "confidence": ("Confidence", "How sure the finding is", "quotations and places named"),
}
"""For each facet its name, its question, and what is counted."""
MORE = 40
MAX_WORDS = 100


_renderer = frontend.register("facets", folder=HERE)


def _shown() -> dict[str, Any]:
    here = state.session()
    return payload(here.brush, here.narrowing)


@state.view("facets", shows=_shown)
def draw() -> None:
    """The facets under the Brush."""
    frontend.mount(_renderer, _shown(), "facet_line", on_event)


def on_event(event: frontend.Event) -> None:
    """Choose a value, open or close a facet, look among its values, or show more of them."""
    chosen = clause_of(event, FACETS)
    if chosen is not None:
        state.choose(chosen, add=bool(event.get("add")))
    here, value = state.session().narrowing, event.get("value")
    if event["field"] == "open":
        opened = next((field for field in FACETS if field == value), None)
        here.open, here.words, here.rows = opened, "", VALUES
    elif event["field"] == "find" and isinstance(value, str):
        here.words, here.rows = value[:MAX_WORDS], VALUES
    elif event["field"] == "more":
        here.rows += MORE


def payload(brush: Brush, narrowing: Narrowing) -> dict[str, Any]:
    """What the browser needs to draw the facets, as plain JSON; values of the open one alone."""
    known = access.facets()
    shown = narrowing.open if narrowing.open in known else None
    return {
        "facets": [_facet(field, brush) for field in known],
        "open": _values(shown, brush, narrowing) if shown else None,
    }


def _facet(field: Field, brush: Brush) -> dict[str, Any]:
    clause = brush.clause_on(field)
    said = words.clause_words(clause, access.name_of) if clause else ""
    return {"field": field, "name": NAMES[field][0], "said": pieces(said)}


def _values(field: Field, brush: Brush, narrowing: Narrowing) -> dict[str, Any]:
    every = _in_order(field, access.facet_view(brush, field))
    found = [choice for choice in every if _has(field, choice, narrowing.words)]
    first = found[: narrowing.rows]
    first += [choice for choice in found[narrowing.rows :] if choice.is_selected]
    name, title, counted = NAMES[field]
    return {
        "field": field,
        "name": name,
        "title": title,
        "counted": counted,
        "rows": [_row(field, choice, max(c.total for c in every)) for choice in first],
        "search": len(every) > VALUES,
        "more": f"Show more ({len(first):,} of {len(found):,})" if len(first) < len(found) else "",
        "empty": "" if found else "None has these letters in its name.",
        "adds": brush.clause_on(field) is not None,
    }


def _in_order(field: Field, choices: Sequence[Choice]) -> list[Choice]:
    """Fixed values in their own order, so that they stay in place; others by their counts."""
    order = list(words.VALUES.get(field, ()))
    return sorted(choices, key=lambda c: order.index(c.value) if c.value in order else len(order))


def _has(field: Field, choice: Choice, letters: str) -> bool:
    return letters.casefold().strip() in access.name_of(field, choice.value).casefold()


def _row(field: Field, choice: Choice, most: int) -> dict[str, Any]:
    name = access.name_of(field, choice.value)
    of = f" of {theme.number(choice.total)}" if choice.count != choice.total else ""
    return {
        "value": choice.value,
        "name": pieces(name),
        "count": theme.number(choice.count),
        "of": of,
        "inside": round(choice.count / most, 4),
        "whole": round(choice.total / most, 4),
        "chosen": choice.is_selected,
        "label": f"{name}: {theme.number(choice.count)}{of} {NAMES[field][2]}",
    }
