"""The user's own places: a table on the disk, used row by row, its broken rows named."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components import state, theme
from components.settings import saving
from data import access
from data.access import places

WORDS = (
    "A table of places of your own, such as camps, sites or local names: CSV in UTF-8, a row a "
    "place. Your rows win over all other places of the same name."
)
COLUMNS = (
    "The first line names the columns: **name**, **latitude** and **longitude** are needed; "
    "{others} may be left out. In “names” other names are separated by “;”. “kind” is one of "
    "the kinds that the gazetteer has, as town, site, valley or river."
)
MOST_BROKEN = 20


def draw() -> None:
    """The path of the table, what of it is used, and what is not."""
    path = access.preferences().own_gazetteer
    with saving.section("places", "Own places", WORDS):
        st.text_input(
            "Path of the table, empty for none",
            str(path or ""),
            placeholder="places.csv",
            key=saving.key("own_places"),
            on_change=_on_path,
        )
        if path:
            _draw_table(places.own_places(path))
        with st.expander("How the table is written"):
            others = ", ".join(name for name in places.COLUMNS if name not in places.REQUIRED)
            st.markdown(COLUMNS.format(others=others.replace("_", "\\_")))


def _draw_table(own: places.OwnPlaces) -> None:
    if not places.is_built():
        with st.spinner("Putting your places into the gazetteer"):
            places.rebuild()
    used = theme.counted(len(own.facts), "place") + " in use"
    whole = [one for one in own.broken if not one.line]
    rows = [one for one in own.broken if one.line]
    if whole:
        st.markdown(f"Not used: {theme.plain(whole[0].reason)}.")
        return
    st.markdown(f"{used}, {theme.counted(len(rows), 'row')} left out." if rows else f"{used}.")
    if rows:
        with st.container(key="broken_rows", gap=None):
            for one in rows[:MOST_BROKEN]:
                st.markdown(f"Line {one.line}: {theme.plain(one.reason)}")
            if len(rows) > MOST_BROKEN:
                st.caption(f"and {theme.number(len(rows) - MOST_BROKEN)} more")
    st.caption(
        "Articles that are added from now on use them. For those that are there already, run "
        "“dateline reanalyse --all”. The table is read again whenever it changes."
    )


def _on_path() -> None:
    given = str(state.widget(saving.key("own_places")) or "").strip()
    if given:
        path = Path(given).expanduser().absolute()
        saving.save(f"Your own places are read from {path}.", own_gazetteer=path)
    else:
        saving.save("No places of your own are used.", own_gazetteer=None)
