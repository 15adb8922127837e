"""What speaks for the row that is open: its candidates on a map, and its passages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components import evidence, keeping, state, theme
from components.memory import EVIDENCE
from components.typeset.choices import clause_of, open_from
from components.typeset.frontend import Event
from data.access import placing
from dateline.brush import clause
from dateline.records import NOT_PINNED

from . import candidates, words
from .names import listed, opened_row


@state.view("placed_beside")
def beside() -> None:
    """The evidence of the open row; nothing where the list is empty."""
    here = state.session()
    placed = here.placed
    row = opened_row(listed(), placed.opened)
    key = "placed_opened" if placed.opened else "placed_first"
    with st.container(key=key, gap="xsmall"):
        if not row:
            return
        _head(row)
        if placed.outcome == "ambiguous":
            candidates.draw(placing.candidates(str(row["toponym_id"])), str(row["name"]))
        page = placing.evidence(here.brush, placed.outcome, row["key"], placed.passages)
        evidence.draw_passages(page, "placed_passages", on_event)


def _head(row: Mapping[Any, Any]) -> None:
    with st.container(key="placed_head", horizontal=True, vertical_alignment="center"):
        st.subheader(theme.plain(row["name"]), anchor=False, width="stretch")
        if row.get("place_id"):
            _ways(str(row["place_id"]), bool(row["selected"]))
        st.button("Close", key="placed_close", type="tertiary", on_click=_close)
    st.caption(theme.plain(_said(row)))


def _said(row: Mapping[Any, Any]) -> str:
    if not row["count"]:
        return "Not named in this selection."
    counted = f"{words.counted_words(row)} in {theme.counted(int(row['articles']), 'article')}"
    if not row.get("place_id"):
        return f"{counted}. {str(row['reason']).capitalize()}."
    kind = words.kind_words(row)
    if row["precision"] in NOT_PINNED:
        where = "not pinned on the map"
    else:
        extent = words.extent_words(row["precision"], row["radius_km"])
        where = f"{extent}, {_position(row)}"
    source = f" {row['source']}." if row["source"] else ""
    return f"{counted}. Read as {kind}: {where}.{source}"


def _position(row: Mapping[Any, Any]) -> str:
    north, east = float(row["latitude"]), float(row["longitude"])
    ns, ew = "N" if north >= 0 else "S", "E" if east >= 0 else "W"
    return f"{abs(north):.2f}° {ns}, {abs(east):.2f}° {ew}"


def _ways(place_id: str, is_chosen: bool) -> None:
    st.button(
        "Show in Explore",
        key="placed_show",
        type="tertiary",
        on_click=state.show_in,
        args=("explore", clause("place", place_id)),
    )
    st.button(
        "Take out" if is_chosen else "Choose",
        key="placed_choose",
        type="tertiary",
        help="Choose this place in all views, or take it out again",
        on_click=state.choose,
        args=(clause("place", place_id), True),
    )


def on_event(event: Event) -> None:
    """More passages, an article, or a day of publication for the Brush."""
    here, chosen = state.session(), clause_of(event, ("published",))
    if keeping.on_event(event, "placed_beside"):
        return
    if chosen:
        state.choose(chosen)
    elif event["field"] == "more":
        here.placed.passages += EVIDENCE
        state.redraw("placed_beside")
    else:
        open_from(event)


def _close() -> None:
    state.session().placed.opened = ""
    state.redraw("placed_names", "placed_beside")
