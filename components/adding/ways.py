"""The three ways in: drop files, paste a text, name a folder or file of this machine."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import streamlit as st

from components import state
from components.adding.asked import asked
from data.access import adding
from data.access.adding import Pasted

FIRST_DAY, LAST_DAY = date(1600, 1, 1), date(2099, 12, 31)


def draw() -> None:
    """One tab a way; what is offered in it is looked at before anything is kept."""
    drop, paste, name = st.tabs(["Drop files", "Paste a text", "Name a folder"], key="ways")
    with drop:
        _draw_drop()
    with paste:
        _draw_paste()
    with name:
        _draw_path()


def _draw_drop() -> None:
    key = _key("drop")
    st.file_uploader(
        "Drop files with articles here, as many as you like",
        accept_multiple_files=True,
        key=key,
        on_change=_on_drop,
        args=(key,),
    )


def _draw_paste() -> None:
    with st.form(_key("paste"), border=False, enter_to_submit=False):
        st.text_input("Headline", key=_key("title"), placeholder="As it is printed")
        st.text_area("Text", key=_key("text"), height=180, placeholder="The article, as it stands")
        with st.container(key="pasted_facts"):
            st.text_input("Outlet (optional)", key=_key("outlet"))
            st.text_input("Address (optional)", key=_key("address"), placeholder="https://")
            st.date_input(
                "Day published (optional)",
                value=None,
                min_value=FIRST_DAY,
                max_value=LAST_DAY,
                format="YYYY-MM-DD",
                key=_key("day"),
            )
        st.form_submit_button("See what is recognised", on_click=_on_paste)


def _draw_path() -> None:
    with st.form(_key("name"), border=False):
        st.text_input(
            "A folder or a file of the machine that Dateline runs on",
            key=_key("path"),
            placeholder=str(Path.home() / "articles"),
            help="A folder is read with all folders in it; hidden files are left out",
        )
        st.form_submit_button("See what is recognised", on_click=_on_path)


def _on_drop(key: str) -> None:
    with asked() as here:
        folder, dropped = _folder(), state.widget(key) or []
        here.offers += [adding.file_offer(folder, each.name, each) for each in dropped]
        _emptied("drop")


def _on_paste() -> None:
    pasted = Pasted(
        text=state.widget(_key("text")) or "",
        title=state.widget(_key("title")) or "",
        outlet=state.widget(_key("outlet")) or "",
        address=state.widget(_key("address")) or "",
        day=state.widget(_key("day")),
    )
    with asked() as here:
        here.offers.append(adding.text_offer(_folder(), pasted))
        _emptied("paste", "title", "text", "outlet", "address", "day")


def _on_path() -> None:
    with asked() as here:
        offer = adding.path_offer(state.widget(_key("path")) or "")
        if offer.source in [known.source for known in here.offers]:
            here.said = "That is on the list already."
        else:
            here.offers.append(offer)
        _emptied("name", "path")


def _folder() -> Path:
    here = state.session().adding
    here.folder = here.folder or str(adding.new_folder())
    return Path(here.folder)


def _key(way: str) -> str:
    return f"{way}_{state.session().adding.rounds.get(way, 0)}"


def _emptied(*ways: str) -> None:
    rounds = state.session().adding.rounds
    for way in ways:
        rounds[way] = rounds.get(way, 0) + 1
