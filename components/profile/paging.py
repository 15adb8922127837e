"""Long lists in pages: which one is shown, and the way to the others."""

from __future__ import annotations

import streamlit as st

from components import state
from dateline.brush import Brush


def begin(brush: Brush) -> None:
    """Every list from its first page, where the Brush is another than before."""
    profiling = state.session().profiling
    about = brush.to_query()
    if profiling.about != about:
        if _entity(profiling.about) != _entity(about):
            profiling.told = None
        profiling.about = about
        restart()


def _entity(query: str) -> str:
    return next((part for part in query.split("&") if part.startswith("entity=")), "")


def restart() -> None:
    """Every list from its first page."""
    profiling = state.session().profiling
    profiling.pages.clear()
    profiling.turns += 1


def offset(name: str, size: int) -> int:
    """How many rows of a list stand before the page that is shown."""
    return (state.session().profiling.pages.get(name, 1) - 1) * size


def draw(name: str, total: int, size: int) -> None:
    """The way to the other pages of a list; nothing where there is one."""
    profiling = state.session().profiling
    pages = -(-total // size)
    if pages < 2:
        return
    key = f"pages_{name}_{pages}_{profiling.turns}"
    with st.container(key=f"pager_{name}"):
        st.pagination(
            pages,
            key=key,
            default=min(profiling.pages.get(name, 1), pages),
            on_change=_on_page,
            args=(name, key),
        )


def _on_page(name: str, key: str) -> None:
    state.session().profiling.pages[name] = state.widget(key) or 1
