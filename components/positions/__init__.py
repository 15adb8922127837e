"""One speaker, or a side, on one subject in time order: what changed, what may contradict."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

import streamlit as st

from components import address, picture, state, taking
from components.memory import PROPOSALS, ROWS
from components.parts import name_parts
from components.typeset.choices import clause_of, open_from
from components.typeset.frontend import Event, mount, register
from components.visit import Session
from data.access import pictures, statements
from data.access.pictures import Paper
from data.access.statements import File
from data.access.written import Wanted, forms_of
from dateline.brush import Brush

from . import choosing
from .payload import positions_payload

VIEWS = ("position_choice", "position_column")
"""Fragment keys, in the order in which a new Brush redraws them."""
FILES: dict[File, str] = {
    "positions": "Statements, one row a quotation",
    "reversals": "Proposed reversals, both sides",
}
CAPTION = "All that this shows, with sources"
_renderer = register("positions", "statement")


def draw() -> None:
    """The boxes, and the column in time."""
    _choice()
    _column()


@state.view("position_choice")
def _choice() -> None:
    with st.container(key="position_choice", horizontal=True, vertical_alignment="bottom"):
        choosing.draw()
        taking.popover("position_files", _tables(), state.session().brush, CAPTION)
        picture.draw("position", _picture(state.session()))


def _picture(here: Session) -> Callable[[Paper], bytes]:
    asked = _asked()

    def made(paper: Paper) -> bytes:
        query = urlencode(address.of(here, "voices"), doseq=True)
        in_all = statements.positions(here.brush, *asked[1:], here.rows).total
        return pictures.positions_picture(query, in_all, paper)

    return made


def _tables() -> dict[str, taking.Table]:
    _, sides, subject = _asked()

    def table(file: File) -> taking.Table:
        def made(wanted: Wanted, _part: int) -> bytes:
            return statements.file_of_positions(wanted, sides, subject, file)

        return taking.Table(FILES[file], f"dateline-{file}", forms_of(file), made)

    return {file: table(file) for file in FILES}


@state.view("position_column")
def _column() -> None:
    here = state.session()
    brush, sides, subject = _asked()
    page = statements.positions(brush, sides, subject, here.rows, here.stating.proposals)
    mount(_renderer, positions_payload(page, sides, subject), "position_list", _on_event)


def _asked() -> tuple[Brush, tuple[str, ...], statements.Subject]:
    return state.session().brush, choosing.chosen_sides(), choosing.chosen_subject()


def _on_event(event: Event) -> None:
    here, chosen = state.session(), clause_of(event, ("speaker", "published"))
    if chosen:
        state.choose(chosen)
    elif event["field"] == "more":
        here.rows += ROWS
        state.redraw("position_column")
    elif event["field"] == "proposals":
        here.stating.proposals += PROPOSALS
        state.redraw("position_column")
    elif event["field"] == "statement" and isinstance(event.get("value"), str):
        here.voicing.shows = "wording"
        name_parts(statement=[event["value"]])
    else:
        open_from(event)
