"""The head of the page: name, counts, the Brush in words, and what changes it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from components import chips, keeping, navigation, search, state, taking, theme
from components.adding import news
from components.guarded import Same
from components.typeset.frontend import mount, register
from data import access
from data.access import analysis, files
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
SOURCES = ("articles", "stories", "origins")
SCOPES: dict[Scope, str] = {"passage": "By passage", "article": "By article"}
FILES: dict[files.View, str] = {
    "map": "Places on the map, counted",
    "toponyms": "Names of places, each with its source",
    "timeline": "Lanes of the timeline, counted",
    "mentions": "Names of people and organisations, each with its source",
    "quotations": "Quotations",
    "passages": "Passages",
    "articles": "Articles, with their text",
}
EXPORTS = "exports"
"""Key of the popover of exports, which holds whether it is open."""
VIEWS = (search.VIEW, "headline", *chips.VIEWS, "tools", "left_out", keeping.VIEW)
"""Fragment keys of the head."""
_renderer = register("headline", shared="nodes")


def draw() -> None:
    """The head, under the current Brush.

    What a Brush redraws is drawn with only its own container entered, as Streamlit copies all that
    are, and the ancestors of each.
    """
    head = st.container(key="head", gap=None)
    with head.container(key="head_title", horizontal=True, vertical_alignment="center"):
        navigation.line()
    line = head.container(key="head_brush", horizontal=True, vertical_alignment="center")
    with line:
        _headline()
    with line.container(key="head_tools", width="content"):
        _tools()
    with head:
        _left_out()
    chips.draw(head.container(key="narrow", horizontal=True, vertical_alignment="center"))
    with head:
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


def headline() -> dict[str, Any]:
    """Counts, the Brush in words, and what of it every printed page has at its foot, as JSON."""
    brush = state.session().brush
    inside, total = access.counts(brush), access.counts(Brush())
    counts = {name: _counted(name, getattr(inside, name), getattr(total, name)) for name in COUNTED}
    return {
        "counts": list(counts.values()),
        "words": access.kept(("words", brush), lambda: brush.words(access.name_of)),
        "foot": ", ".join(" ".join(counts[name]) for name in SOURCES),
    }


def _counted(name: str, inside: int, total: int) -> tuple[str, str]:
    of = f"of {theme.number(total)} " if inside != total else ""
    return theme.number(inside), f"{of}{name if total != 1 else COUNTED[name]}"


def _shows() -> tuple[Brush, Same]:
    brush = state.session().brush
    return brush, Same(access.counts(brush))


@state.view("headline", shows=_shows)
def _headline() -> None:
    mount(_renderer, headline(), "headline")


@state.view("left_out", shows=lambda: state.session().dropped)
def _left_out() -> None:
    dropped = state.session().dropped
    if dropped:
        said = ", ".join(theme.plain(part) for part in dropped)
        st.caption(f"Left out of the address, as this corpus does not know it: {said}")


def _settings() -> tuple[object, ...]:
    here = state.session()
    exported = here.brush if state.widget(EXPORTS) else None
    return here.brush.scope, bool(here.past), bool(here.future), exported


@state.view("tools", shows=_settings)
def _tools() -> None:
    brush = state.session().brush
    with st.container(horizontal=True, vertical_alignment="center"):
        _scope(brush)
        _history()
        _exports()


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


def _exports() -> None:
    brush = state.session().brush
    tables = {view: _table(view, name, brush) for view, name in FILES.items()}
    taking.popover(EXPORTS, tables, brush, "What the views show now, each row with its source")


def _table(view: files.View, name: str, brush: Brush) -> taking.Table:
    return taking.Table(
        name,
        f"dateline-{view}",
        files.forms(view),
        lambda wanted, part: files.file_of(view, wanted, part),
        lambda: files.rows_of(view, brush),
        lambda form: files.command(view, brush, form),
    )


def _on_scope(before: Scope) -> None:
    chosen: Scope = state.widget(f"scope_{before}") or before
    state.commit(replace(state.session().brush, scope=chosen))
