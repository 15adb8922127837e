"""The same statement across outlets: the forms of each, the longest first, differences marked."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components import state
from components.memory import FORMS, ROWS
from components.parts import name_parts, part
from components.typeset.choices import clause_of, open_from
from components.typeset.frontend import Event, mount, register
from data.access import statements

from .payload import wordings_payload

VIEWS = ("wording_files", "wording_list")
"""Fragment keys, in the order in which a new Brush redraws them."""
CLOSED = "none"
"""What the address names where no statement is open."""
_renderer = register("wordings", "statement")


def draw() -> None:
    """What can be taken away, and the list."""
    _files()
    _list()


@state.view("wording_files")
def _files() -> None:
    brush, statement = state.session().brush, _statement()
    with (
        st.container(key="wording_files", horizontal=True, horizontal_alignment="right"),
        st.popover("CSV", type="tertiary", icon=":material/download:", key="wording_take"),
        st.container(gap="xxsmall"),
    ):
        st.caption("All that this shows, with sources")
        _download("Statements carried by several outlets", "wordings",
                  lambda: statements.csv_of_wordings(brush))  # fmt: skip
        if statement:
            _download("The opened statement, one row a quotation", "wording",
                      lambda: statements.csv_of_wording(brush, statement))  # fmt: skip
        if statement and state.session().stating.compared == statement:
            _download("The same in other words", "paraphrases",
                      lambda: statements.csv_of_paraphrases(brush, statement))  # fmt: skip


def _download(name: str, file: str, made: Callable[[], bytes]) -> None:
    st.download_button(name, data=made, file_name=f"dateline-{file}.csv", mime="text/csv",
                       key=f"take_{file}", type="tertiary", on_click="ignore")  # fmt: skip


@state.view("wording_list")
def _list() -> None:
    here, statement = state.session(), _statement()
    page = statements.wordings(here.brush, here.rows)
    opened = statements.forms(here.brush, statement, here.stating.forms) if statement else None
    asked = statement and here.stating.compared == statement
    compared = statements.paraphrases(here.brush, statement) if asked else None
    mount(_renderer, wordings_payload(page, opened, compared), "wording_rows", _on_event)


def _statement() -> str:
    """The statement that is open: the one that the address names, else the first of the list."""
    said = next(iter(part("statement")), "")
    if said == CLOSED:
        return ""
    first = statements.wordings(state.session().brush, state.session().rows).frame
    return said or (str(first["statement"].iloc[0]) if len(first) else "")


def _on_event(event: Event) -> None:
    here, chosen = state.session(), clause_of(event, ("speaker", "published"))
    if chosen:
        state.choose(chosen)
    elif event["field"] == "more":
        here.rows += ROWS
        state.redraw("wording_list")
    elif event["field"] == "forms":
        here.stating.forms += FORMS
        state.redraw("wording_list")
    elif event["field"] == "paraphrases":
        here.stating.compared = _statement()
        state.redraw(*VIEWS)
    elif event["field"] == "statement" and isinstance(event.get("value"), str):
        name_parts(statement=[event["value"] or CLOSED])
    else:
        open_from(event)
