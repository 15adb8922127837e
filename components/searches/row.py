"""One saved search in the list: its name, what it selects, what is new, and what can be done."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components import state, theme
from components.searches import acts
from data import access
from data.access import saved
from data.access.saved import Fresh, SavedSearch

ARTICLES = 5
"""New articles that are named."""


def draw(search: SavedSearch, news: Fresh | None) -> None:
    key = search.search_id
    if state.session().saving.renaming == key:
        st.text_input("Name", search.name, key=f"search_name_{key}", max_chars=saved.LONGEST_NAME,
                      on_change=acts.rename, args=(search,))  # fmt: skip
    else:
        st.button(theme.plain(search.name), key=f"search_open_{key}", type="tertiary",
                  on_click=acts.open_search, args=(search,))  # fmt: skip
    with st.container(key=f"search_line_{key}", horizontal=True, vertical_alignment="center"):
        st.caption(theme.plain(_words(search, news)))
        if search.is_watched and news and news.passages:
            _button("Seen", "seen", search, acts.seen)
        _button("Unwatch" if search.is_watched else "Watch", "watch", search, acts.watch)
        _button("Rename", "rename", search, acts.ask_name)
        _button("Delete", "delete", search, acts.delete)
    for article_id, title in news.articles[:ARTICLES] if news else ():
        st.button(theme.plain(title or "Title not stated"), key=f"search_new_{key}_{article_id}",
                  icon=":material/article:", type="tertiary", on_click=state.open_article,
                  args=(article_id,))  # fmt: skip


def _button(
    label: str, name: str, search: SavedSearch, act: Callable[[SavedSearch], object]
) -> None:
    st.button(label, key=f"search_{name}_{search.search_id}", type="tertiary", on_click=acts.doing,
              args=(act, search))  # fmt: skip


def _words(search: SavedSearch, news: Fresh | None) -> str:
    """What it selects, and what is new in it."""
    brush, unknown = saved.brush_of(search)
    words = theme.shortened(brush.words(access.name_of), 70)
    if unknown:
        words += f" · not known any more: {theme.shortened(', '.join(unknown), 40)}"
    if not search.is_watched:
        return words
    if news is None:
        return f"{words} · takes too long to look through"
    if not news.passages:
        return f"{words} · nothing new"
    passages = theme.counted(news.passages, "new passage")
    quotations = theme.counted(news.quotations, "quotation")
    return f"{words} · {passages}, {quotations}, {theme.counted(len(news.articles), 'article')}"
