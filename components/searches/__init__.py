"""Searches kept by name, and what is new in those that are watched."""

from __future__ import annotations

import streamlit as st

from components import state, theme
from components.searches import acts, row
from data import access
from data.access import saved
from data.access.saved import Fresh, SavedSearch
from dateline.errors import CorpusError


@state.view("searches")
def draw() -> None:
    """The way to the searches, with how much is new; they are read when it is opened."""
    try:
        kept = saved.searches()
        news = {one.search_id: saved.fresh(one) for one in kept if one.is_watched}
    except CorpusError:
        return
    new = sum(one.passages for one in news.values() if one)
    opened = st.popover(
        f"{theme.number(new)} new" if new else "Saved",
        key="searches",
        type="tertiary",
        icon=":material/bookmarks:",
        on_change="rerun",
    )
    if opened.open:
        with opened, st.container(key="searches_list", gap="small"):
            listed(kept, news)


def listed(kept: tuple[SavedSearch, ...], news: dict[str, Fresh | None]) -> None:
    """The searches, what is new in those that are watched, and the way to one more."""
    _said()
    for one in kept:
        row.draw(one, news.get(one.search_id))
    if not kept:
        st.caption("No search is saved in this corpus yet.")
    _new_search()


def _said() -> None:
    """What came of the last thing that was asked."""
    saving = state.session().saving
    if saving.fault:
        st.error(saving.fault)
    elif saving.deleted:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(f"Deleted: {saving.deleted.name}")
            st.button("Take it back", key="search_restore", type="tertiary", on_click=acts.restore)


def _new_search() -> None:
    """The selection as it is, to be saved; and a name to watch."""
    here = state.session()
    turns = here.saving.turns
    with st.container(key="search_save", horizontal=True, vertical_alignment="bottom"):
        st.text_input("Save this selection as", key=f"search_as_{turns}", width=250,
                      placeholder=theme.shortened(here.brush.words(access.name_of), 60),
                      max_chars=saved.LONGEST_NAME, disabled=not here.brush)  # fmt: skip
        st.button("Save", key="search_keep", on_click=acts.save, disabled=not here.brush)
    with st.container(key="search_watch", horizontal=True, vertical_alignment="bottom"):
        st.text_input("Watch a name", key=f"search_watch_{turns}", width=250,
                      max_chars=saved.LONGEST_NAME)  # fmt: skip
        st.button("Watch", key="search_watch_name", on_click=acts.watch_name)
