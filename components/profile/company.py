"""With whom an entity is named: a network, and a table beside it that says the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from components import picture, state, theme
from components.profile import paging
from components.profile.shown import entity_now, on_event
from components.profile.words import KINDS, kind_label
from components.typeset.frontend import Event, mount, register
from components.typeset.text import pieces, plain
from components.visit import Session
from data.access import entities, pictures
from data.access.entities import HIGH, NODES, WIDE, Around, Network
from data.access.pictures import Paper

SIZE = 16
LETTERS = 24
SMALL, LARGE = 4.5, 10.0
"""Radii of marks."""
THIN, THICK = 0.8, 4.0
_renderer = register("company", "kinds", "pager", shared="nodes")


@state.view("profile_company")
def draw() -> None:
    """The kinds that are shown, the network, and a page of the table."""
    here = state.session()
    with st.container(key="profile_company", gap="xsmall"):
        with st.container(key="company_tools", horizontal=True, vertical_alignment="center"):
            st.subheader("Named with", anchor=False, width="content")
            _kinds()
            picture.draw("network", _picture(here, entity_now()))
        found = entities.around(here.brush, entity_now(), here.profiling.company)
        first = paging.offset("company", SIZE)
        pager = paging.pager("company", "those named with it", len(found.company.frame), SIZE)
        payload = company_payload(found, first) | {"pager": pager}
        mount(_renderer, payload, "profile_network", _on_event)


def _picture(here: Session, entity_id: str) -> Callable[[Paper], bytes]:
    return lambda paper: pictures.network_picture(
        here.brush, entity_id, here.profiling.company, paper
    )


def _on_event(event: Event) -> None:
    if paging.turned(event):
        state.redraw("profile_company")
    on_event(event)


def _kinds() -> None:
    profiling = state.session().profiling

    def on_change() -> None:
        profiling.company = tuple(state.widget("company_kinds") or ())
        profiling.pages.pop("company", None)
        profiling.turns += 1

    st.pills(
        "Kinds that are shown",
        list(KINDS),
        format_func=kind_label,
        selection_mode="multi",
        default=profiling.company,
        key="company_kinds",
        label_visibility="collapsed",
        on_change=on_change,
    )


def company_payload(found: Around, first: int = 0) -> dict[str, Any]:
    """What the browser needs to draw network and table, as plain JSON."""
    company = found.company
    rows = company.frame.iloc[first : first + SIZE].to_dict("records")
    return {
        "size": [WIDE, HIGH],
        "nodes": _nodes(found.network),
        "lines": _lines(found.network),
        "rows": [_row(row) for row in rows],
        "count": _counted(found),
        "empty": "" if rows else "No one else is named in the same passage in this selection.",
        "note": _note(found),
    }


def _counted(found: Around) -> str:
    everyone = len(found.company.frame)
    if everyone < NODES:
        return theme.number(everyone)
    return f"{theme.number(everyone)}, the {NODES - 1} with the strongest tie drawn"


def _note(found: Around) -> str:
    drawn, pairs = int(found.network.ties["drawn"].sum()), len(found.network.ties)
    lines = f" {theme.number(drawn)} of {theme.counted(pairs, 'tie')} drawn." if pairs else ""
    return (
        "Named in one passage. A tie is strong where two meet more often than chance would have "
        f"it, so whom everyone is named with does not lead.{lines}"
    )


def _nodes(network: Network) -> list[dict[str, Any]]:
    most = (
        max(1, int(network.nodes["together"].iloc[1:].max() or 1)) if len(network.nodes) > 1 else 1
    )
    return [_node(row, at == 0, most) for at, row in enumerate(network.nodes.to_dict("records"))]


def _node(row: Mapping[Any, Any], is_own: bool, most: int) -> dict[str, Any]:
    share = 1.0 if is_own else (int(row["together"]) / most) ** 0.5
    return {
        "id": row["entity_id"],
        "name": seen(row["name"]),
        "label": theme.shortened(seen(row["name"]), LETTERS),
        "kind": row["kind"],
        "at": [row["x"], row["y"]],
        "radius": round(SMALL + (LARGE - SMALL) * share, 1),
        "said": theme.counted(int(row["together"]), "passage"),
    }


def _lines(network: Network) -> list[list[float]]:
    """Two nodes, the width, and the passages that name both; the strongest lie on top."""
    drawn = network.ties[network.ties["drawn"]].iloc[::-1]
    most = max(1.0, float(drawn["together"].max())) if len(drawn) else 1.0
    wide = THIN + (THICK - THIN) * (drawn["together"] / most) ** 0.5
    told = zip(drawn["a"], drawn["b"], wide.round(1), drawn["together"], strict=True)
    return [[int(a), int(b), float(width), int(together)] for a, b, width, together in told]


def _row(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {
        "id": row["entity_id"],
        "name": seen(row["name"]),
        "kind": row["kind"],
        "together": f"{theme.number(int(row['together']))} of {theme.number(int(row['named']))}",
        "times": _times(float(row["times"])),
    }


def seen(name: str) -> str:
    """A name as it is to be read, unseen characters by their names."""
    return plain(pieces(name))


def _times(times: float) -> str:
    return f"{times:,.0f}×" if times >= 10 else f"{times:.1f}×"
