"""The notebook: what analysts bookmarked, tagged and noted, to be sought and taken away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import orjson
import streamlit as st

from components import keeping, state, taking, theme
from components.memory import ROWS
from components.typeset import source
from components.typeset.choices import open_from
from components.typeset.frontend import Event, mount, register
from components.typeset.text import pieces
from data.access import notebook
from data.access.notebook import Sought
from data.access.written import forms_of

VIEWS = ("notebook_tools", "notebook")
NAMES: Mapping[str, str] = {"quotation": "Quotations", "passage": "Passages", "entity": "Entities"}
ALL = "All"
SHOWN = 600
EMPTY = (
    "Nothing is in the notebook yet. Under any quotation or passage choose the star to bookmark "
    "it, or Note to tag it and write a note."
)
NONE = "Nothing in the notebook fits. Take a filter out."
_renderer = register("notebook", "kept")


@state.view("notebook_tools")
def tools() -> None:
    """The filters, and the file of what they leave."""
    here = state.session().keeping
    with st.container(key="notebook_tools", horizontal=True, vertical_alignment="bottom"):
        st.segmented_control("Kind", [ALL, *NAMES.values()], default=_kind_name(here.sought),
                             required=True, key=_key("kind"), label_visibility="collapsed",
                             on_change=_on_filter)  # fmt: skip
        st.multiselect("Tags", notebook.tags(), default=list(here.sought.tags), key=_key("tags"),
                       placeholder="Any tag", label_visibility="collapsed", width=240,
                       on_change=_on_filter)  # fmt: skip
        st.selectbox("Analyst", notebook.analysts(), index=None, key=_key("who"),
                     placeholder="Any analyst", label_visibility="collapsed", width=180,
                     on_change=_on_filter)  # fmt: skip
        st.text_input("Words in it", value=here.sought.words, key=_key("words"), max_chars=200,
                      placeholder="Words in it", label_visibility="collapsed", width=220,
                      on_change=_on_filter)  # fmt: skip
        st.toggle("In the selection only", value=here.sought.is_within, key=_key("within"),
                  on_change=_on_filter)  # fmt: skip
        _exports()


@state.view("notebook")
def draw() -> None:
    """The entries that the filters leave."""
    mount(_renderer, notebook_payload(), "notebook_list", on_event)


def notebook_payload() -> dict[str, Any]:
    """What the browser needs to draw the entries, as plain JSON."""
    here = state.session()
    asked = here.keeping
    found = notebook.noted(asked.sought, here.brush)
    told = (_row(row, asked.opened) for row in found.head(asked.rows).to_dict("records"))
    rows = keeping.with_kept(told)
    total = len(found)
    return {
        "title": "Notebook",
        "count": f"{total:,}",
        "rows": rows,
        "more": f"Show more ({len(rows):,} of {total:,})" if len(rows) < total else "",
        "empty": "" if rows else (NONE if asked.sought != Sought() else EMPTY),
        "height": None,
    }


def on_event(event: Event) -> None:
    """What a click in the list asks for. For callbacks only."""
    here = state.session().keeping
    if keeping.on_event(event, *VIEWS):
        return
    if event["field"] == "more":
        here.rows += ROWS
    elif event["field"] == "decisions":
        here.opened = "" if here.opened == event.get("value") else str(event.get("value"))
    elif event["field"] == "undo":
        notebook.take_back(str(event.get("value")))
        state.redraw(*VIEWS)
    else:
        open_from(event)


def _row(row: Mapping[Any, Any], opened: str) -> dict[str, Any]:
    subject, is_open = str(row["subject"]), row["subject"] == opened
    words = source.text_of(row, "words")
    at = source.time_of({"at": row["at"]}, "at")
    return {
        "id": subject,
        "kind": row["kind"],
        "words": pieces(
            theme.shortened(words, SHOWN) or f"No longer in the corpus: {row['record']}"
        ),
        "gone": not words,
        "speaker": pieces(source.text_of(row, "speaker")),
        "facts": [pieces(fact) for fact in _facts(row) if fact],
        "article": source.text_of(row, "article_id"),
        "at": int(row["start"]) if words and row["kind"] != "entity" else -1,
        "decided": f"Kept by {row['who']}, {at}",
        "opened": is_open,
        "decisions": _decisions(subject) if is_open else [],
    }


def _facts(row: Mapping[Any, Any]) -> list[str]:
    if row["kind"] == "entity":
        counted = row.get("mentions")
        return [theme.counted(int(counted), "mention")] if counted == counted and counted else []
    origin = source.text_of(row, "outlet")
    return [source.text_of(row, "title"), origin, source.time_of(row, "published")]


def _decisions(subject: str) -> list[dict[str, Any]]:
    return [
        {
            "id": "" if review.undone_at else review.review_id,
            "words": pieces(_decision_words(review)),
        }
        for review in notebook.decisions(subject)
    ]


def _decision_words(review: notebook.Review) -> str:
    after = orjson.loads(review.after)
    said = {
        "bookmark": "bookmarked" if after.get("bookmark") else "bookmark taken out",
        "tag": "tags: " + (", ".join(after.get("tags", ())) or "none"),
        "note": "note: " + (str(after.get("note", "")) or "none"),
    }.get(review.action, review.action)
    at = source.time_of({"at": review.at}, "at")
    undone = " · taken back" if review.undone_at else ""
    return f"{review.who}, {at} · {said}{undone}"


def _kind_name(sought: Sought) -> str:
    return NAMES[sought.kind] if sought.kind else ALL


def _key(name: str) -> str:
    return f"notebook_{name}_{state.session().keeping.turns}"


def _on_filter() -> None:
    here = state.session().keeping
    chosen = state.widget(_key("kind"))
    here.rows = ROWS
    here.sought = replace(
        here.sought,
        kind=next((kind for kind in notebook.KINDS if NAMES[kind] == chosen), None),
        tags=tuple(state.widget(_key("tags")) or ()),
        who=state.widget(_key("who")) or "",
        words=str(state.widget(_key("words")) or "").strip(),
        is_within=bool(state.widget(_key("within"))),
    )
    state.redraw(*VIEWS)


def _exports() -> None:
    here = state.session()
    sought = here.keeping.sought
    table = taking.Table(
        "Notebook",
        "dateline-notebook",
        forms_of("notebook"),
        lambda wanted, _part: notebook.file_of(wanted, sought),
    )
    caption = "The entries that the filters leave, with their sources"
    taking.popover("notebook_exports", {"notebook": table}, here.brush, caption)
