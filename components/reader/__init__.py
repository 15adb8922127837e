"""The reader: an article with everything marked that was found in it."""

from __future__ import annotations

import streamlit as st

from components import state, theme
from components.reader.payload import reader_payload
from components.typeset.choices import clause_of, open_from
from components.typeset.frontend import Event, mount, register
from data.access.articles import Neighbours, inside_of, neighbours, reading
from data.access.preferences import preferences
from dateline.brush import clause

_renderer = register("reader", "marked", "card", "legend", "reader_head", "reader_index")


def draw() -> None:
    """The article that is open, with the way back and to its neighbours in the list."""
    here = state.session()
    around = neighbours(here.article, here.brush, here.listing.sort_of(here.brush))
    _ways(around)
    found = reading(here.article)
    if found is None:
        _unknown()
        return
    begins, at = here.listing.begins
    payload = reader_payload(
        found,
        here.brush,
        inside_of(here.brush, here.article),
        at=at if begins == here.article else -1,
        dim_below=preferences().dim_below,
    )
    mount(_renderer, payload, "reader", _on_event)


def _on_event(event: Event) -> None:
    chosen, entity_id = clause_of(event), event.get("value")
    if event["field"] == "profile" and isinstance(entity_id, str):
        state.show_in("entities", clause("entity", entity_id))
    elif chosen:
        state.choose(chosen, add=bool(event.get("add")))
    else:
        open_from(event)


def _ways(around: Neighbours) -> None:
    with st.container(key="reader_ways", horizontal=True, vertical_alignment="center"):
        st.button("All articles", key="reader_back", icon=":material/arrow_back:",
                  type="tertiary", on_click=state.close_article)  # fmt: skip
        st.button("Previous", key="reader_before", type="tertiary", disabled=not around.before,
                  on_click=state.open_article, args=(around.before,))  # fmt: skip
        st.button("Next", key="reader_after", type="tertiary", disabled=not around.after,
                  on_click=state.open_article, args=(around.after,))  # fmt: skip
        place = f"{theme.number(around.place)} of" if around.place else "Not among the"
        st.text(f"{place} {theme.counted(around.count, 'article')} in the list")


def _unknown() -> None:
    st.header("There is no such article", anchor=False)
    st.markdown(
        "The address names an article that this corpus does not have: its batch may have been "
        "undone, or another corpus is open. Go back to all articles, or open the corpus that has "
        "it in Settings."
    )
