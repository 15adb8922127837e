"""The line that narrows: the facets, and what is chosen as chips that take it out again."""

from __future__ import annotations

import streamlit as st

from components import facets, state, theme
from data import access
from dateline.brush import Brush, Clause, Field, clause, clause_words

VIEWS = ("chips", "facets")
"""Fragment keys of the line."""


def draw() -> None:
    """The facets, and beside them a chip a clause; the line keeps its height without one."""
    with st.container(key="narrow", horizontal=True, vertical_alignment="center"):
        with st.container(key="facets", width="content"):
            facets.draw()
        _chips()


def _labels() -> list[tuple[Clause, str]]:
    brush = state.session().brush
    return access.kept(
        ("labels", brush),
        lambda: [(c, theme.plain(clause_words(c, access.name_of))) for c in brush.clauses],
    )


@state.view("chips", shows=_labels)
def _chips() -> None:
    with st.container(key="chips", horizontal=True, wrap=False, horizontal_alignment="right"):
        for c, label in _labels():
            st.button(
                label,
                key=f"chip_{c.field}",
                icon=":material/close:",
                on_click=_remove,
                args=(c.field,),
            )
            if c.field in ("entity", "speaker") and state.session().page != "entities":
                _profile(c)
        if state.session().brush:
            st.button("Clear", key="clear", type="tertiary", shortcut="Escape", on_click=_clear)


def _profile(c: Clause) -> None:
    st.button(
        "Profile",
        key=f"profile_of_{c.field}",
        type="tertiary",
        help=f"All on {theme.plain(access.name_of(c.field, c.values[0]))}",
        on_click=state.show_in,
        args=("entities", clause("entity", *c.values)),
    )


def _remove(field: Field) -> None:
    state.commit(state.session().brush.without(field))


def _clear() -> None:
    state.commit(Brush(scope=state.session().brush.scope))
