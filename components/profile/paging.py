"""Long lists in pages: which one is shown, and the way to the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components import state, theme
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


def pager(name: str, title: str, total: int, size: int) -> dict[str, Any]:
    """The way to the other pages of a list, for a component that draws it itself."""
    pages = max(1, -(-total // size))
    at = min(state.session().profiling.pages.get(name, 1), pages)
    first, last = (at - 1) * size + 1, min(at * size, total)
    words = f"{theme.number(first)}\N{EN DASH}{theme.number(last)} of {theme.number(total)}"
    return {"name": name, "title": title, "at": at, "pages": pages, "words": words}


def turned(event: Mapping[str, Any]) -> bool:
    """Whether it asks for another page, which is then the one that is shown."""
    name, at = event.get("value"), event.get("at")
    is_asked = event.get("field") == "page" and isinstance(name, str) and isinstance(at, int)
    if is_asked:
        state.session().profiling.pages[str(name)] = max(1, int(at or 1))
    return is_asked


def _on_page(name: str, key: str) -> None:
    state.session().profiling.pages[name] = state.widget(key) or 1
