"""Who on whom: speakers by the entities that they speak about."""

from __future__ import annotations

from math import ceil
from typing import Any

import streamlit as st

from components import state, theme
from components.memory import Voicing
from components.typeset.choices import clause_of
from components.typeset.frontend import Event, mount, register
from components.typeset.text import pieces
from data.access import voices
from data.access.voices import Head, Matrix
from dateline.brush import Brush, clause

from . import segments

SIZES = {size: f"{size} by {size}" for size in (8, 12, 24, 48)}
SHADES = 5
KINDS: dict[str, tuple[str, ...]] = {
    "all": (),
    "people": ("person", "organisation", "group"),
    "places": ("place",),
}
KIND_NAMES = {
    "all": "On anyone and anything",
    "people": "On people and bodies",
    "places": "On places",
}
_renderer = register("matrix")


def draw(brush: Brush) -> None:
    """The matrix, and over it what its columns may be and how many are shown."""
    voicing = state.session().voicing
    before = next((name for name, kinds in KINDS.items() if kinds == voicing.kinds), "all")
    with st.container(key="voices_whom", horizontal=True, vertical_alignment="center"):
        segments.draw("Spoken about", "kinds", before, KIND_NAMES, _on_kinds)
        segments.draw("Rows and columns", "cells", voicing.cells, SIZES, _on_size)
    mount(_renderer, matrix_payload(_found(brush, voicing), voicing), "voices_matrix", on_event)


def _found(brush: Brush, voicing: Voicing) -> Matrix:
    """The part that is shown; the first where the Brush leaves fewer."""
    size, (row, column) = voicing.cells, voicing.corner
    found = voices.whom(brush, (row, size), (column, size), voicing.kinds)
    if row >= max(1, found.all_speakers) or column >= max(1, found.all_about):
        voicing.corner = (0, 0)
        found = voices.whom(brush, (0, size), (0, size), voicing.kinds)
    return found


def _on_kinds(name: str) -> None:
    voicing = state.session().voicing
    voicing.kinds, voicing.corner = KINDS[name], (0, 0)


def _on_size(size: int) -> None:
    voicing = state.session().voicing
    voicing.cells, voicing.corner = size, (0, 0)


def matrix_payload(found: Matrix, voicing: Voicing) -> dict[str, Any]:
    """What the browser needs to draw the matrix, as plain JSON."""
    most = int(found.cells.max(initial=0))
    said = theme.counted(found.quotations, "quotation")
    speakers = theme.counted(found.all_speakers, "speaker")
    about = theme.counted(found.all_about, "name spoken about", "names spoken about")
    return {
        "title": "Who on whom",
        "count": f"{said} of {speakers}, {about}",
        "columns": [_head(head) for head in found.about],
        "rows": [
            _head(head) | {"cells": [_cell(count, most) for count in counts]}
            for head, counts in zip(found.speakers, found.cells.tolist(), strict=True)
        ],
        "turns": [
            _turn("speaker", voicing.corner[0], voicing.cells, found.all_speakers),
            _turn("name spoken about", voicing.corner[1], voicing.cells, found.all_about),
        ],
        "scale": _scale(most) if most > 1 else [],
        "empty": "" if most else "No quotation in this selection has a known speaker and names "
        "someone. Take a part of it out.",
    }  # fmt: skip


def _head(head: Head) -> dict[str, Any]:
    return {
        "id": head.entity_id,
        "name": pieces(head.name),
        "plain": head.name,
        "shape": theme.SHAPES.get(head.kind, ""),
        "kind": head.kind,
        "count": theme.number(head.count),
        "chosen": head.is_selected,
    }


def _cell(count: int, most: int) -> list[int]:
    """The count and its shade: from 1 to `SHADES`, by the roots of counts; 0 for none."""
    return [count, min(SHADES, 1 + int((count / most) ** 0.5 * SHADES)) if count else 0]


def _scale(most: int) -> list[tuple[int, str]]:
    """Each shade that a count may have, and the lowest count that has it."""
    lowest = (max(1, ceil(most * (shade / SHADES) ** 2)) for shade in range(SHADES))
    shades = {_cell(count, most)[1]: count for count in reversed(list(lowest))}
    return [(shade, f"{theme.number(count)}+") for shade, count in sorted(shades.items())]


def _turn(one: str, first: int, size: int, known: int) -> dict[str, Any]:
    """Where the matrix stands among all rows, or columns, and where it may be turned to."""
    what = one.replace("name", "names") if one.startswith("name") else f"{one}s"
    last = min(known, first + size)
    said = f"{what.capitalize()} {first + 1:,}\N{EN DASH}{last:,} of {known:,}"
    back = max(0, first - size) if first else None
    return {"said": said if known > size else "", "what": what, "first": first,
            "back": back, "next": last if last < known else None}  # fmt: skip


def on_event(event: Event) -> None:
    """A cell opens its quotations, a head chooses its speaker or entity; more rows or columns."""
    here = state.session()
    voicing, speaker, about = here.voicing, event.get("speaker"), event.get("about")
    if event["field"] == "cell" and isinstance(speaker, str) and isinstance(about, str):
        voicing.shows = "quotations"
        brush = here.brush.with_clause(clause("speaker", speaker))
        _open(brush.with_clause(clause("about", about)))
    elif event["field"] == "corner":
        row, column = event.get("row"), event.get("column")
        if isinstance(row, int) and isinstance(column, int):
            voicing.corner = max(0, row), max(0, column)
    else:
        chosen = clause_of(event, ("speaker", "about"))
        if chosen is not None:
            state.choose(chosen, add=bool(event.get("add")))


def _open(brush: Brush) -> None:
    if brush == state.session().brush:
        state.look("voices_tools", "voices_filters", "voices_shown")
    state.commit(brush)
