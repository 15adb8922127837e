"""Which list is shown, of places in which roles, and what can be taken away."""

from __future__ import annotations

import streamlit as st

from components import state, taking, theme
from data import access
from data.access import placing
from data.access.placing import Outcome
from dateline.brush import Brush, clause

from .names import TITLES
from .words import ROLES

FILES: dict[Outcome, str] = {
    "resolved": "Places",
    "ambiguous": "Ambiguous names, with candidates",
    "unplaced": "Unplaced names",
}


@state.view("placed_tools")
def tools() -> None:
    """One line over the lists."""
    here = state.session()
    with st.container(key="placed_tools", horizontal=True, vertical_alignment="center"):
        _outcomes(here.brush, here.placed.outcome)
        _roles(here.brush)
        _exports(here.brush)


def _outcomes(brush: Brush, shown: Outcome) -> None:
    counted = placing.totals(brush)
    st.segmented_control(
        "Names of places",
        list(TITLES),
        format_func=lambda one: f"{TITLES[one]} {theme.number(counted[one])}",
        default=shown,
        required=True,
        key=f"placed_outcome_{shown}",
        label_visibility="collapsed",
        on_change=_on_outcome,
        args=(shown,),
    )


def _on_outcome(before: Outcome) -> None:
    here = state.session()
    here.placed.outcome = state.widget(f"placed_outcome_{before}") or before
    here.placed.turn(0)
    state.redraw("placed_tools", "placed_names", "placed_beside")


def _roles(brush: Brush) -> None:
    offered = {one.value: one for one in access.facet_view(brush.without("place"), "role")}
    shown = [role for role in ROLES if role in offered]
    chosen = [role for role in shown if offered[role].is_selected]
    key = "-".join(["placed_roles", *chosen])
    st.pills(
        "Role of the place in the article",
        shown,
        format_func=lambda role: f"{ROLES[role]} {theme.number(offered[role].count)}",
        selection_mode="multi",
        default=chosen,
        key=key,
        label_visibility="collapsed",
        help="What the article uses the place for. Origin: its people are named, as in Libyan",
        on_change=_on_roles,
        args=(key,),
    )


def _on_roles(key: str) -> None:
    chosen, brush = state.widget(key) or [], state.session().brush
    state.commit(brush.with_clause(clause("role", *chosen)) if chosen else brush.without("role"))


def _exports(brush: Brush) -> None:
    tables = {outcome: _table(outcome, name) for outcome, name in FILES.items()}
    taking.popover("placed_exports", tables, brush, "Whole lists in the selection, with sources")


def _table(outcome: Outcome, name: str) -> taking.Table:
    return taking.Table(
        name,
        f"dateline-{outcome}",
        placing.forms(outcome),
        lambda wanted, _part: placing.file_of(wanted, outcome),
    )
