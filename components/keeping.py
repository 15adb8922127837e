"""What is bookmarked, tagged and noted in any list, kept at once, with a way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from components import state
from components.typeset.frontend import Event, mount, register
from data.access import notebook
from data.access.notebook import Entry
from dateline.errors import DatelineError

VIEW = "kept"
"""The key of the line that says what was kept."""
_renderer = register("keeper", "kept")


def with_kept(
    rows: Iterable[dict[str, Any]], kind: notebook.Kind | None = None
) -> list[dict[str, Any]]:
    """The rows, each with how its record stands in the notebook, which is looked up once.

    Args:
        kind: of the records that their ids name; None where these are whole subjects.
    """
    entries, begins = notebook.entries(), f"{kind}:" if kind else ""
    return [row | {"kept": _told(entries, f"{begins}{row['id']}")} for row in rows]


def kept(subject: str) -> dict[str, Any]:
    """How one subject stands in the notebook, as the browser needs it."""
    return _told(notebook.entries(), subject)


def _told(entries: Mapping[str, Entry], subject: str) -> dict[str, Any]:
    found = entries.get(subject)
    return {
        "subject": subject,
        "bookmark": bool(found and found.is_bookmarked),
        "tags": list(found.tags) if found else [],
        "note": found.note if found else "",
        "longest": notebook.LONGEST_NOTE,
    }


def on_event(event: Mapping[str, Any], *views: str) -> bool:
    """Whether the event asked to keep something, which is done. For callbacks only.

    Args:
        views: the keys of the views that show what is kept.
    """
    subject = event.get("value")
    if event.get("field") not in ("bookmark", "note") or not isinstance(subject, str):
        return False
    shown = notebook.entry(subject)
    if event["field"] == "bookmark":
        wanted = replace(shown, is_bookmarked=bool(event.get("add")))
        _keep(shown, wanted, views, "Bookmarked" if wanted.is_bookmarked else "Bookmark taken out")
    else:
        shown = replace(shown, tags=_texts(event.get("seen")), note=str(event.get("read") or ""))
        wanted = replace(shown, tags=_texts(event.get("tags")), note=str(event.get("note") or ""))
        _keep(shown, wanted, views, "Tags and note kept")
    return True


def _keep(shown: Entry, wanted: Entry, views: Sequence[str], said: str) -> None:
    here = state.session().keeping
    here.said, here.fault, here.last = "", "", ()
    try:
        here.last = notebook.keep(shown, wanted)
        here.said = said if here.last else ""
    except DatelineError as error:
        here.fault = error.public_message
    state.redraw(VIEW, *views)


def _texts(given: object) -> tuple[str, ...]:
    """Tags as they were typed, each once."""
    texts = [item.strip() for item in given if isinstance(item, str)] if isinstance(
        given, list
    ) else []  # fmt: skip
    return tuple(dict.fromkeys(text for text in texts if text))


def draw_on(subject: str, key: str, on_kept: Callable[[Event], object]) -> None:
    """The star, the tags and the note of one subject, where it stands by itself."""
    mount(_renderer, {"kept": kept(subject)}, key, on_kept)


def draw() -> None:
    """What was kept last, with its undo; nothing until something is."""
    with st.container(key="kept_place"):
        _said()


def _shows() -> tuple[str, str, tuple[str, ...]]:
    here = state.session().keeping
    return here.said, here.fault, here.last


@state.view(VIEW, shows=_shows)
def _said() -> None:
    here = state.session().keeping
    if not here.said and not here.fault:
        return
    with st.container(key="kept_said", horizontal=True, vertical_alignment="center"):
        st.text(f"Not kept: {here.fault}" if here.fault else here.said, width="content")
        if here.last:
            st.button("Take back", key="take_back", type="tertiary", on_click=_take_back)


def _take_back() -> None:
    here = state.session().keeping
    last, here.last = here.last, ()
    try:
        notebook.take_back(*last)
        here.said = f"Taken back: {here.said.lower()}"
    except DatelineError as error:
        here.fault = error.public_message
    state.redraw(*state.session().views)
