"""The head of the page: name, counts, the Brush in words, and what changes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace

import streamlit as st

from components import chips, keeping, navigation, search, state, theme
from components.adding import news
from data import access
from data.access import analysis
from dateline.brush import Brush, Scope

COUNTED = {
    "articles": "article",
    "stories": "story",
    "origins": "origin",
    "passages": "passage",
    "places": "place",
    "quotations": "quotation",
}
"""What is counted, and one of it: articles that copy one text are one story, and the agencies and
outlets with whom they originate are their origins."""
SCOPES: dict[Scope, str] = {"passage": "By passage", "article": "By article"}
FILES: dict[access.View, str] = {
    "map": "Places on the map, counted",
    "toponyms": "Names of places, each with its source",
    "timeline": "Lanes of the timeline, counted",
    "mentions": "Names of people and organisations, each with its source",
    "quotations": "Quotations",
    "passages": "Passages",
}
VIEWS = (search.VIEW, "tools", "bar", "narrow", keeping.VIEW)
"""Fragment keys of the head."""


def draw() -> None:
    """The head, under the current Brush."""
    with st.container(key="head", gap=None):
        with st.container(key="head_title", horizontal=True, vertical_alignment="center"):
            navigation.line()
            with st.container(key="head_tools", width="content"):
                _tools()
        _bar()
        chips.draw()
        news.draw()
        keeping.draw()
        _older()


def _older() -> None:
    old = analysis.outdated()
    if old:
        st.button(
            f"{theme.counted(old, 'article')} analysed by another version: analyse again",
            key="older",
            type="tertiary",
            on_click=state.go,
            args=("settings",),
        )


@state.view("bar")
def _bar() -> None:
    brush = state.session().brush
    with st.container(key="head_brush", horizontal=True, vertical_alignment="center"):
        _counts(brush)
        _words(brush)
    if state.session().dropped:
        said = ", ".join(theme.plain(part) for part in state.session().dropped)
        st.caption(f"Left out of the address, as this corpus does not know it: {said}")


@state.view("tools")
def _tools() -> None:
    brush = state.session().brush
    with st.container(horizontal=True, vertical_alignment="center"):
        _scope(brush)
        _history()
        _exports(brush)


def _scope(brush: Brush) -> None:
    st.segmented_control(
        "What links the views",
        list(SCOPES),
        format_func=SCOPES.__getitem__,
        default=brush.scope,
        required=True,
        key=f"scope_{brush.scope}",
        label_visibility="collapsed",
        help="A choice selects the passages that match it, or their whole articles",
        on_change=_on_scope,
        args=(brush.scope,),
    )


def _history() -> None:
    here = state.session()
    st.button("Undo", key="undo", icon=":material/undo:", type="tertiary", shortcut="u",
              on_click=state.step, args=(True,), disabled=not here.past)  # fmt: skip
    st.button("Redo", key="redo", icon=":material/redo:", type="tertiary", shortcut="Shift+U",
              on_click=state.step, args=(False,), disabled=not here.future)  # fmt: skip


def _exports(brush: Brush) -> None:
    with (
        st.popover("CSV", type="tertiary", icon=":material/download:", key="exports"),
        st.container(gap="xxsmall"),
    ):
        st.caption(
            "What each view shows now, as a table; "
            f"the newest {theme.number(access.MOST_ROWS)} rows of a longer one"
        )
        for view, name in FILES.items():
            st.download_button(
                name,
                data=_file(view, brush),
                file_name=f"dateline-{view}.csv",
                mime="text/csv",
                key=f"csv_{view}",
                type="tertiary",
                on_click="ignore",
            )


def _file(view: access.View, brush: Brush) -> Callable[[], bytes]:
    return lambda: access.csv_of(view, brush)


def _on_scope(before: Scope) -> None:
    chosen: Scope = state.widget(f"scope_{before}") or before
    state.commit(replace(state.session().brush, scope=chosen))


def _counts(brush: Brush) -> None:
    inside, total = asdict(access.counts(brush)), asdict(access.counts(Brush()))
    for name, one in COUNTED.items():
        said = f"**{theme.number(inside[name])}** "
        said += f"of {theme.number(total[name])} " if inside[name] != total[name] else ""
        with st.container(key=f"count_{name}", width="content"):
            st.markdown(said + (name if total[name] != 1 else one))


def _words(brush: Brush) -> None:
    with st.container(key="words", width="stretch"):
        st.text(brush.words(access.name_of), width="stretch", text_alignment="right")
