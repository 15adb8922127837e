"""What is read beside the map: the quotations of the Brush, or its passages."""

from __future__ import annotations

import streamlit as st

from components import evidence, map, quotations, state, theme
from components.typeset.choices import open_from
from data import access

FEWER = 20
"""A quotation takes more room than the row of another list, so that fewer are shown at first."""


@state.view("quotations")
def draw() -> None:
    """One of the two lists, with a way to the other."""
    here = state.session()
    other = "passages" if here.reads == "quotations" else "quotations"
    st.button(f"Read {other}", key="other", type="tertiary", on_click=_swap, args=(other,))
    if here.reads == "passages":
        page = access.passages_view(here.brush, here.rows - FEWER)
        evidence.draw_passages(page, "passage_list", _on_event, height=theme.READING_PX)
    else:
        page = access.quotations_view(here.brush, here.rows - FEWER)
        quotations.draw_quotations(
            page,
            "quotation_list",
            _on_event,
            brush=here.brush,
            height=theme.READING_PX,
            room=here.map_px,
        )


def _swap(reads: str) -> None:
    state.session().reads = reads


def _on_event(event: dict[str, object]) -> None:
    chosen = quotations.clause_from_event(event)
    if chosen is not None:
        state.choose(chosen, add=bool(event.get("add")))
    elif event["field"] == "more":
        state.session().rows += state.ROWS
    elif event["field"] == "room":
        map.on_room(event["value"])
    else:
        open_from(event)
