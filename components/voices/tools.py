"""The line over Voices: which of its views, how quotations are grouped and ordered, the files."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from components import picture, state, taking
from components.memory import Voicing
from components.visit import Session
from data.access import pictures, voices
from data.access.pictures import Paper
from data.access.voices import By
from data.access.written import Wanted, forms_of
from dateline.brush import Brush, clause

from . import segments

TITLES: Mapping[str, str] = {
    "quotations": "Quotations",
    "whom": "Who on whom",
    "position": "Position over time",
    "wording": "Wording",
}
"""The views of the screen by their names in the address."""
GROUPS: Mapping[str, str] = {
    "none": "In one run",
    "speaker": "By speaker",
    "day": "By day",
    "article": "By article",
}
ORDERS: Mapping[str, str] = {"newest": "Newest first", "oldest": "Oldest first"}
IN_MARKS = ("direct", "mixed")
"""Modes of quotations that have words in quotation marks."""
VIEWS = ("voices_tools", "voices_filters", "voices_shown")


def shown(voicing: Voicing) -> str:
    """Which view is shown; the first where the address names none that there is."""
    return voicing.shows if voicing.shows in TITLES else next(iter(TITLES))


def grouped(voicing: Voicing) -> By | None:
    """What quotations are grouped by."""
    by: dict[str, By] = {"speaker": "speaker", "day": "day", "article": "article"}
    return by.get(voicing.by)


def is_in_marks(brush: Brush) -> bool:
    """Whether only words in quotation marks are chosen."""
    chosen = brush.clause_on("mode")
    return chosen is not None and set(chosen.values) == set(IN_MARKS)


@state.view("voices_tools")
def tools() -> None:
    """One line; grouping and order are those of the quotations alone."""
    here = state.session()
    voicing, name = here.voicing, shown(here.voicing)
    with st.container(key="voices_tools", horizontal=True, vertical_alignment="center"):
        _control("Views of the quotations", "shows", name, TITLES)
        if name == "quotations":
            _control("Groups", "by", voicing.by if voicing.by in GROUPS else "none", GROUPS)
            _control("Order", "order", "oldest" if voicing.order == "oldest" else "newest", ORDERS)
        if name in ("quotations", "whom"):
            _in_marks(here.brush)
            _exports(here.brush, voicing, name)
        if name == "whom":
            picture.draw("who-on-whom", _matrix(here))


def _control(label: str, name: str, value: str, offered: Mapping[str, str]) -> None:
    def on_choice(chosen: str) -> None:
        voicing = state.session().voicing
        setattr(voicing, name, chosen)
        voicing.page = 1
        state.look(*(() if name == "shows" else ("voices_tools", "voices_shown")))

    segments.draw(label, name, value, offered, on_choice)


def _in_marks(brush: Brush) -> None:
    is_on = is_in_marks(brush)
    st.toggle(
        "Direct wording only",
        value=is_on,
        key=f"voices_marks_{is_on}",
        help="Leaves what stands in quotation marks: direct quotations whole, and of mixed ones "
        "the words in marks alone. Indirect speech is the reporter's wording.",
        on_change=_on_marks,
        args=(is_on,),
    )


def _on_marks(was_on: bool) -> None:
    brush = state.session().brush
    state.commit(brush.without("mode") if was_on else brush.with_clause(clause("mode", *IN_MARKS)))


def _exports(brush: Brush, voicing: Voicing, name: str) -> None:
    quoted, plain = forms_of("quotations"), forms_of("cells")
    if name == "quotations":
        tables = {"voices": taking.Table("Quotations", "dateline-voices", quoted,
                                         _quotations(voicing))}  # fmt: skip
    else:
        tables = {
            "pairs": taking.Table("Quotations that it counts", "dateline-pairs", quoted, _pairs),
            "cells": taking.Table("Cells of the matrix, as shown", "dateline-who-on-whom", plain,
                                  _cells(voicing)),
        }  # fmt: skip
    caption = "All that is in the selection, with its sources"
    taking.popover("voices_exports", tables, brush, caption)


def _quotations(voicing: Voicing) -> Callable[[Wanted, int], bytes]:
    by, is_oldest = grouped(voicing), voicing.order == "oldest"
    return lambda wanted, _part: voices.quotations_file(wanted, by, is_oldest)


def _matrix(here: Session) -> Callable[[Paper], bytes]:
    def made(paper: Paper) -> bytes:
        (row, column), size = here.voicing.corner, here.voicing.cells
        return pictures.matrix_picture(
            here.brush, (row, size), (column, size), here.voicing.kinds, paper
        )

    return made


def _pairs(wanted: Wanted, _part: int) -> bytes:
    return voices.pairs_file(wanted)


def _cells(voicing: Voicing) -> Callable[[Wanted, int], bytes]:
    (row, column), size, kinds = voicing.corner, voicing.cells, voicing.kinds
    return lambda wanted, _part: voices.matrix_file(wanted, (row, size), (column, size), kinds)
