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

MORE, MOST = 12, 60
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
    """The matrix, and over it what its columns may be."""
    voicing = state.session().voicing
    _kinds(voicing)
    found = voices.whom(brush, voicing.speakers, voicing.entities, voicing.kinds)
    mount(_renderer, matrix_payload(found), "voices_matrix", on_event)


def _kinds(voicing: Voicing) -> None:
    before = next((name for name, kinds in KINDS.items() if kinds == voicing.kinds), "all")
    key = f"voices_kinds_{before}"
    st.segmented_control(
        "Spoken about",
        list(KINDS),
        format_func=KIND_NAMES.__getitem__,
        default=before,
        required=True,
        key=key,
        label_visibility="collapsed",
        on_change=_on_kinds,
        args=(key,),
    )


def _on_kinds(key: str) -> None:
    state.session().voicing.kinds = KINDS[state.widget(key) or "all"]


def matrix_payload(found: Matrix) -> dict[str, Any]:
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
        "more_rows": _more(len(found.speakers), found.all_speakers, "speakers"),
        "more_columns": _more(len(found.about), found.all_about, "names spoken about"),
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


def _more(shown: int, known: int, what: str) -> str:
    if shown >= known or shown >= MOST:
        return ""
    return f"More {what} ({shown:,} of {known:,})"


def on_event(event: Event) -> None:
    """A cell opens its quotations, a head chooses its speaker or entity; more rows or columns."""
    here = state.session()
    voicing, speaker, about = here.voicing, event.get("speaker"), event.get("about")
    if event["field"] == "cell" and isinstance(speaker, str) and isinstance(about, str):
        voicing.shows = "quotations"
        brush = here.brush.with_clause(clause("speaker", speaker))
        _open(brush.with_clause(clause("about", about)))
    elif event["field"] == "more_rows":
        voicing.speakers = min(MOST, voicing.speakers + MORE)
    elif event["field"] == "more_columns":
        voicing.entities = min(MOST, voicing.entities + MORE)
    else:
        chosen = clause_of(event, ("speaker", "about"))
        if chosen is not None:
            state.choose(chosen, add=bool(event.get("add")))


def _open(brush: Brush) -> None:
    if brush == state.session().brush:
        state.look("voices_tools", "voices_filters", "voices_shown")
    state.commit(brush)
