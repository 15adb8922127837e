"""A components.v2 component from the files beside this one; data goes to it as JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from components import state

HERE = Path(__file__).parent
Event = dict[str, Any]
"""What was chosen: `field` with a `value` or two `values`, and `add` where a key asked to add."""


def register(name: str, *parts: str, shared: str = "typeset") -> Callable[..., Any]:
    """The component whose script is `name`.js, after what all of them share and its own `parts`.

    Each of these may have a style sheet of its name.

    Args:
        shared: `nodes` for what is no list: these files travel with each that is drawn.
    """
    files = (shared, *parts, name)
    script = "\n".join(_read(f"{file}.js") for file in files)
    sheets = "\n".join(_read(f"{file}.css") for file in files if (HERE / f"{file}.css").exists())
    return st.components.v2.component(f"dateline_{name}", css=sheets, js=script)


def mount(
    component: Callable[..., Any],
    payload: dict[str, Any],
    key: str,
    on_event: Callable[[Event], None],
) -> None:
    """Draw the component; what is chosen in it goes to `on_event`, from its callback.

    Where that asks for nothing else, the view that the component stands in is redrawn.
    """
    view = state.session().drawing

    def report() -> None:
        event = (state.widget(key) or {}).get("event")
        if isinstance(event, dict) and isinstance(event.get("field"), str):
            on_event(event)
        if view:
            state.redraw(view)

    component(key=key, data=payload, on_event_change=report)


def _read(file: str) -> str:
    return (HERE / file).read_text(encoding="utf-8")
