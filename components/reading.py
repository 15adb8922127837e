"""What is read beside the map: the quotations of the Brush, or its passages."""

from __future__ import annotations

import streamlit as st

from components import evidence, keeping, map, quotations, state, theme
from components.typeset.choices import open_from
from data import access

FEWER = 20
"""A quotation takes more room than the row of another list, so that fewer are shown at first."""


VIEWS = ("reading_ways", "quotations")
"""Fragment keys that a new Brush redraws."""


def draw() -> None:
    """One of the two lists, with a way to the other."""
    _ways()
    _list()


def _shows() -> tuple[str, str, bool]:
    here = state.session()
    return here.reads, here.listing.order, here.brush.clause_on("search") is not None


@state.view("reading_ways", shows=_shows)
def _ways() -> None:
    here = state.session()
    other = "passages" if here.reads == "quotations" else "quotations"
    with st.container(key="reading_ways", horizontal=True, width="content"):
        if here.brush.clause_on("search"):
            _order()
        st.button(f"Read {other}", key="other", type="tertiary", on_click=_swap, args=(other,))


@state.view("quotations")
def _list() -> None:
    here = state.session()
    if here.reads == "passages":
        page = access.passages_view(here.brush, here.rows - FEWER, here.listing.order)
        evidence.draw_passages(page, "passage_list", _on_event, height=theme.READING_PX)
    else:
        page = access.quotations_view(here.brush, here.rows - FEWER, here.listing.order)
        quotations.draw_quotations(
            page,
            "quotation_list",
            _on_event,
            brush=here.brush,
            height=theme.READING_PX,
            room=here.map_px,
        )


def _order() -> None:
    """The way to the other order of what a search finds."""
    other: access.Order = "newest" if state.session().listing.order == "match" else "match"
    said = {"newest": "Newest first", "match": "Best first"}[other]
    st.button(said, key="order", type="tertiary", on_click=_reorder, args=(other,))


def _reorder(order: access.Order) -> None:
    state.session().listing.order = order
    state.redraw(*VIEWS)


def _swap(reads: str) -> None:
    state.session().reads = reads
    state.redraw(*VIEWS)


def _on_event(event: dict[str, object]) -> None:
    if keeping.on_event(event, "quotations"):
        return
    chosen = quotations.clause_from_event(event)
    if chosen is not None:
        state.choose(chosen, add=bool(event.get("add")))
    elif event["field"] == "more":
        state.session().rows += state.ROWS
    elif event["field"] == "room":
        map.on_room(event["value"])
    else:
        open_from(event)
