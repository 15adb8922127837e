"""What is said of an entity: its roles, relations, names as written and places."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from components import state, theme
from components.profile import paging
from components.profile.shown import entity_now, on_event
from components.profile.words import days_words, inside_words, outlets_words, relation_words
from components.typeset.frontend import Event, mount, register
from components.typeset.text import pieces
from data import access
from data.access import entities

SIZE = 8
Row = Mapping[Any, Any]
_renderer = register("facts", "pager")


@state.view("profile_facts")
def draw() -> None:
    """Four lists, those without a row left out."""
    here, entity_id = state.session(), entity_now()
    found = entities.profile(here.brush, entity_id)
    if found is None:
        return
    roles = entities.said_of(here.brush, entity_id, "role").grouped
    relations = entities.said_of(here.brush, entity_id, "relation").grouped
    lists = (
        ("Roles", "roles", roles, role_row),
        ("Relations", "relations", relations, relation_row),
        ("Names as written", "names", found.names, name_row),
        ("Named with these places", "places", found.places, place_row),
    )
    sections = [section(*one) for one in lists if not one[2].empty]
    mount(_renderer, {"sections": sections}, "profile_facts", _on_event)


def section(
    title: str, name: str, frame: pd.DataFrame, row_of: Callable[[Row], dict[str, Any]]
) -> dict[str, Any]:
    """What the browser needs to draw a page of one of the lists, as plain JSON."""
    first = paging.offset(name, SIZE)
    rows = [row_of(row) for row in frame.iloc[first : first + SIZE].to_dict("records")]
    said = {"name": name, "title": title, "count": theme.number(len(frame)), "rows": rows}
    pager = paging.pager(name, title, len(frame), SIZE)
    return said | {"pager": pager, "more": "", "empty": "", "height": None}


def _on_event(event: Event) -> None:
    if paging.turned(event):
        state.redraw("profile_facts")
    on_event(event)


def role_row(row: Row) -> dict[str, Any]:
    """A role in the words of the articles, since when and by whom it is said."""
    country = access.name_of("region", row["country"]) if row["country"] else ""
    words = f"{row['words']}, {country}" if country else row["words"]
    return _row("role", row["key"], "", words) | _sourced(row)


def relation_row(row: Row) -> dict[str, Any]:
    """A relation with its other side, whose profile it opens."""
    other = row["other"] or row["words"]
    said = _row("relation", row["key"], relation_words(row), other) | _sourced(row)
    return said | {"profile": row["other_id"]}


def name_row(row: Row) -> dict[str, Any]:
    """A name as it is written, with how often it is."""
    count, total = int(row["count"]), int(row["total"])
    counted = {"count": inside_words(count, total, "mention"), "outside": not count}
    return _row("name", row["name"], "", row["name"]) | counted


def place_row(row: Row) -> dict[str, Any]:
    """A place with the passages that name both; it may be chosen in the Brush."""
    count, total = int(row["count"]), int(row["total"])
    counted = {"count": inside_words(count, total, "passage"), "outside": not count}
    choice = {"id": row["place_id"], "name": pieces(row["name"]), "chosen": bool(row["selected"])}
    return _row("place", row["place_id"], "", row["name"]) | counted | {"choice": choice}


def _row(what: str, value: str, before: str, name: str) -> dict[str, Any]:
    return {
        "id": value,
        "what": what,
        "before": before,
        "name": pieces(name),
        "words": f"{before} {name}".strip(),
        "note": "",
        "profile": "",
        "choice": None,
    }


def _sourced(row: Row) -> dict[str, Any]:
    count, total = int(row["count"]), int(row["total"])
    by = outlets_words(row["outlets"])
    parts = (days_words(row["first"], row["last"]), by)
    return {
        "count": inside_words(count, total, "article"),
        "outside": not count,
        "note": pieces(" · ".join(part for part in parts if part)),
    }
