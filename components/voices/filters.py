"""The column that narrows: fields with their values, and the days."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components import state, theme
from components.memory import Voicing
from components.typeset.choices import clause_of
from components.typeset.frontend import Event, mount, register
from components.typeset.text import pieces
from data import access
from data.access import voices
from data.access.voices import OFFERED, Offer
from dateline.brush import Brush, Field, clause_words

NAMES: Mapping[Field, str] = {
    "speaker": "Speaker",
    "said_role": "Speaking as",
    "said_country": "Speaker from",
    "about": "About",
    "mode": "Mode",
    "family": "Cue",
    "addressee": "To whom",
    "venue": "Where or through what",
    "place": "Place named beside it",
    "outlet": "Outlet",
    "confidence": "Confidence",
}
DAYS: Mapping[Field, str] = {"published": "Published", "said_on": "Said on"}
FIRST, MORE, MAX_WORDS = 6, 30, 100
_renderer = register("filters")


def draw(brush: Brush) -> None:
    """The fields, those that are open with their values."""
    mount(_renderer, payload(brush, state.session().voicing), "voices_filter_list", on_event)


def on_event(event: Event) -> None:
    """Choose a value or days, open or close a field, look among its values, or show more."""
    chosen = clause_of(event, (*OFFERED, *DAYS))
    if chosen is not None:
        state.choose(chosen, add=chosen.op == "in")
    field = next((one for one in (*OFFERED, *DAYS) if one == event.get("value")), None)
    voicing = state.session().voicing
    if event["field"] == "clear" and field:
        state.commit(state.session().brush.without(field))
    if event["field"] == "open" and field:
        voicing.open = voicing.open ^ {field}
    elif event["field"] == "find" and field and isinstance(event.get("letters"), str):
        voicing.letters[field] = event["letters"][:MAX_WORDS]
    elif event["field"] == "more" and field:
        voicing.rows[field] = voicing.rows.get(field, FIRST) + MORE


def payload(brush: Brush, voicing: Voicing) -> dict[str, Any]:
    """What the browser needs to draw the column, as plain JSON; values of open fields alone."""
    return {
        "fields": [_field(field, brush, voicing) for field in NAMES],
        "days": [_days(field, brush) for field in DAYS],
    }


def _field(field: Field, brush: Brush, voicing: Voicing) -> dict[str, Any]:
    chosen = brush.clause_on(field)
    head = {
        "field": field,
        "name": NAMES[field],
        "said": pieces(clause_words(chosen, access.name_of)) if chosen else [],
        "open": field in voicing.open,
    }
    if field not in voicing.open:
        return head
    letters = voicing.letters.get(field, "")
    found = voices.offer(brush, field, letters, voicing.rows.get(field, FIRST))
    return head | _values(field, found, letters)


def _values(field: Field, found: Offer, letters: str) -> dict[str, Any]:
    rows = [_row(field, choice, max(1, found.most)) for choice in found.choices]
    left = found.found - len(rows)
    return {
        "rows": rows,
        "letters": letters,
        "search": found.known > FIRST,
        "more": f"Show more ({len(rows):,} of {found.found:,})" if left > 0 else "",
        "empty": "" if rows else _empty(found),
    }


def _empty(found: Offer) -> str:
    return "None has these letters." if found.known else "Not stated by any quotation."


def _row(field: Field, choice: access.Choice, most: int) -> dict[str, Any]:
    name = access.name_of(field, choice.value)
    of = f" of {theme.number(choice.total)}" if choice.count != choice.total else ""
    return {
        "value": choice.value,
        "name": pieces(name),
        "count": theme.number(choice.count),
        "inside": round(choice.count / most, 4),
        "whole": round(choice.total / most, 4),
        "chosen": choice.is_selected,
        "label": f"{name}: {theme.number(choice.count)}{of} quotations",
    }


def _days(field: Field, brush: Brush) -> dict[str, Any]:
    chosen = brush.clause_on(field)
    first, last = chosen.values if chosen else ("", "")
    return {"field": field, "name": DAYS[field], "first": first, "last": last}
