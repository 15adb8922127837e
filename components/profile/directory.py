"""The list of entities: searched by name, by kind, sorted, and paged through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components import state, taking, theme
from components.memory import LONGEST_NAME
from components.profile import paging
from components.profile.shown import on_event
from components.profile.words import KINDS, days_words, kind_label
from components.typeset.frontend import mount, register
from components.typeset.text import pieces
from data.access import entities
from data.access.entities import EntitiesPage, EntitySort
from data.access.written import forms_of

SORTS: Mapping[EntitySort, str] = {
    "mentions": "Most mentions",
    "articles": "Most articles",
    "said": "Most quotations by",
    "about": "Most quotations about",
    "name": "Name",
    "last": "Latest",
    "first": "Earliest",
}
HEADS = ("Name", "Mentions", "Articles", "Quotations by", "Quotations about", "In articles of")
SIZE = 40
_renderer = register("entities", "kinds")


def draw() -> None:
    """The tools, and a page of the list under the Brush."""
    here = state.session()
    profiling = here.profiling
    kinds = profiling.kinds
    found = entities.entities(
        here.brush, profiling.words, kinds, profiling.sort, paging.offset("list", SIZE), SIZE
    )
    _unknown()
    with st.container(key="entity_tools", horizontal=True, vertical_alignment="bottom"):
        _search()
        _kinds(found)
        _sort()
        _exports()
    mount(_renderer, list_payload(found, profiling.words), "entity_list", on_event)
    paging.draw("list", found.found, SIZE)


def _exports() -> None:
    here = state.session()
    asked = here.profiling
    words, kinds, sort = asked.words, asked.kinds, asked.sort
    table = taking.Table(
        "Entities",
        "dateline-entities",
        forms_of("entities"),
        lambda wanted, _part: entities.listed_file(wanted, words, kinds, sort),
    )
    caption = "The whole list, each entity with the newest passage that names it"
    taking.popover("entities_exports", {"entities": table}, here.brush, caption)


def list_payload(found: EntitiesPage, words: str = "") -> dict[str, Any]:
    """What the browser needs to draw a page of the list, as plain JSON."""
    rows = [_row(row) for row in found.frame.to_dict("records")]
    return {
        "title": "Entities",
        "count": theme.number(found.found),
        "heads": HEADS,
        "rows": rows,
        "more": "",
        "empty": "" if rows else _empty(words),
        "height": None,
    }


def _row(row: Mapping[Any, Any]) -> dict[str, Any]:
    inside, total = int(row["mentions"]), int(row["total"])
    return {
        "id": row["entity_id"],
        "name": pieces(row["name"]),
        "kind": str(row["kind"]),
        "counts": [
            theme.number(inside) + (f" of {theme.number(total)}" if inside < total else ""),
            *(_number(row[name]) for name in ("articles", "said", "about")),
        ],
        "days": days_words(row["first"], row["last"]) or "no day stated",
    }


def _number(value: int) -> str:
    return theme.number(int(value)) if value else "\N{EN DASH}"


def _empty(words: str) -> str:
    if words:
        return "No entity in this selection has a name with these words. Search for fewer of them."
    return "No entity is named in this selection. Take a part of it out."


def _unknown() -> None:
    named = [part for part in state.session().dropped if part.startswith("entity=")]
    if named:
        with st.container(key="no_entity"):
            st.text(
                f"This corpus has no entity {named[0].removeprefix('entity=')!r}: another corpus "
                "may have it, or its articles were taken out. Here are those that it has."
            )


def _restart() -> None:
    """The list from its first page; the address says what it shows."""
    paging.restart()
    state.look("entities")


def _key(name: str) -> str:
    return f"entity_{name}_{state.session().profiling.readings}"


def _search() -> None:
    profiling, key = state.session().profiling, _key("words")

    def on_change() -> None:
        profiling.words = (state.widget(key) or "").strip()
        _restart()

    st.text_input("Search names", value=profiling.words, key=key, max_chars=LONGEST_NAME,
                  placeholder="Any name it is known by", width=280,
                  on_change=on_change)  # fmt: skip


def _kinds(found: EntitiesPage) -> None:
    profiling, key = state.session().profiling, _key("kinds")

    def on_change() -> None:
        profiling.kinds = tuple(state.widget(key) or ())
        _restart()

    offered = [kind for kind in KINDS if kind in found.kinds or kind in profiling.kinds]
    st.pills(
        "Kinds",
        offered,
        format_func=lambda kind: f"{kind_label(kind)} {theme.number(found.kinds.get(kind, 0))}",
        selection_mode="multi",
        default=profiling.kinds,
        key=key,
        label_visibility="collapsed",
        on_change=on_change,
    )


def _sort() -> None:
    profiling, key = state.session().profiling, _key("sort")

    def on_change() -> None:
        profiling.sort = state.widget(key) or "mentions"
        _restart()

    st.selectbox("Sort", list(SORTS), index=list(SORTS).index(profiling.sort), key=key,
                 format_func=SORTS.__getitem__, width=200, on_change=on_change)  # fmt: skip
