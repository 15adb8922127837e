"""The list of briefings: each with its slides counted, when it was changed and by whom."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import opening, state, theme
from components.briefings import acts, now
from components.briefings.look import HERE
from components.typeset.frontend import Event, mount, register
from components.typeset.text import pieces
from data.access import briefings
from dateline.briefing import Briefing

NAME = "briefing_new_name"
EMPTY = (
    "No briefing yet. On any screen choose Capture, or press T: what is shown becomes a slide, and "
    "opens again as it was. Or name a briefing above and fill it later."
)
_renderer = register("shelf", "acting", folder=HERE)


@state.view(now.SHELF)
def draw() -> None:
    """What begins a briefing, and those that there are."""
    _said()
    with (
        st.form("briefing_new", border=False, clear_on_submit=True),
        st.container(key="briefing_new_line", horizontal=True, vertical_alignment="bottom"),
    ):
        st.text_input("Name of a new briefing", key=NAME, max_chars=briefings.LONGEST_NAME,
                          width=360)  # fmt: skip
        st.form_submit_button(
            "New briefing", key="briefing_begin", type="primary", on_click=_create
        )
    mount(_renderer, payload(briefings.briefings()), "briefing_list", _on_event)


def payload(standing: tuple[Briefing, ...]) -> dict[str, Any]:
    """What the browser needs to draw the list, as plain JSON."""
    return {
        "title": "",
        "count": theme.counted(len(standing), "briefing") if standing else "",
        "rows": [_row(one) for one in standing],
        "longest": briefings.LONGEST_NAME,
        "more": "",
        "empty": "" if standing else EMPTY,
        "height": None,
    }


def _row(briefing: Briefing) -> dict[str, Any]:
    return {
        "id": briefing.briefing_id,
        "name": pieces(briefing.name),
        "plain": briefing.name,
        "first": pieces(briefing.slides[0].headline if briefing.slides else ""),
        "slides": theme.counted(len(briefing.slides), "slide"),
        "state": "live" if briefing.is_live else "",
        "changed": pieces(f"changed {now.changed(briefing)}"),
    }


def _said() -> None:
    """What came of the last thing that was asked."""
    here = state.session().composing
    if here.about:
        return
    if here.fault:
        st.error(theme.plain(here.fault))
    elif here.said:
        with st.container(key="briefing_said", horizontal=True, vertical_alignment="center"):
            st.text(here.said, width="content")
            if here.deleted:
                st.button("Take it back", key="briefing_restore", type="tertiary",
                          on_click=acts.restore)  # fmt: skip


def _create() -> None:
    acts.create(str(state.widget(NAME) or ""))


def _on_event(event: Event) -> None:
    asked, value = event["field"], event.get("value")
    if not isinstance(value, str):
        return
    if asked == "open":
        now.show(value)
    elif asked == "present":
        opening.open_at("present", present=value)
    elif asked == "rename" and isinstance(event.get("name"), str):
        acts.rename(value, str(event["name"]))
    elif asked == "duplicate":
        acts.duplicate(value)
    elif asked == "delete":
        acts.delete(value)
