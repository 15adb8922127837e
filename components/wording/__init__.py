"""The same statement across outlets: the forms of each, the longest first, differences marked."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components import state, taking
from components.memory import FORMS, ROWS
from components.parts import name_parts, part
from components.typeset.choices import clause_of, open_from
from components.typeset.frontend import Event, mount, register
from data.access import statements
from data.access.written import Wanted, forms_of

from .payload import wordings_payload

VIEWS = ("wording_files", "wording_list")
"""Fragment keys, in the order in which a new Brush redraws them."""
CAPTION = "All that this shows, with sources"
FILES = {
    "wordings": "Statements carried by several outlets",
    "wording": "The opened statement, one row a quotation",
    "paraphrases": "The same in other words",
}
CLOSED = "none"
"""What the address names where no statement is open."""
_renderer = register("wordings", "statement")


def draw() -> None:
    """What can be taken away, and the list."""
    _files()
    _list()


@state.view("wording_files")
def _files() -> None:
    with st.container(key="wording_files", horizontal=True, horizontal_alignment="right"):
        taking.popover("wording_take", _tables(), state.session().brush, CAPTION)


def _tables() -> dict[str, taking.Table]:
    statement = _statement()
    found = {"wordings": _table("wordings", statements.file_of_wordings)}
    if statement:
        found["wording"] = _table(
            "wording", lambda wanted: statements.file_of_wording(wanted, statement)
        )
    if statement and state.session().stating.compared == statement:
        found["paraphrases"] = _table(
            "paraphrases", lambda wanted: statements.file_of_paraphrases(wanted, statement)
        )
    return found


def _table(file: str, made: Callable[[Wanted], bytes]) -> taking.Table:
    return taking.Table(
        FILES[file], f"dateline-{file}", forms_of(file), lambda wanted, _part: made(wanted)
    )


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
