"""A components.v2 component from the files beside this one; data goes to it as JSON.

It goes as bytes: anything else Streamlit looks through for frames and writes twice, which was a
tenth of what a new Brush costs. And Streamlit sends a component's script with every drawing of it.
Ours is sent whole with each run of the whole page, and kept by the browser; a view that is redrawn
alone only names it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components import state
from components.guarded import Marks

HERE = Path(__file__).parent
ONCE = HERE / "once.js"
Event = dict[str, Any]
"""What was chosen: `field` with a `value` or two `values`, and `add` where a key asked to add."""


@dataclass(frozen=True)
class Component:
    """A component in both its forms."""

    name: str
    whole: Callable[..., Any]
    """With its script and its style sheet."""
    named: Callable[..., Any]
    """For a browser that has them already."""


def register(name: str, *parts: str, shared: str = "typeset", folder: Path = HERE) -> Component:
    """The component whose script is `name`.js, after what all of them share and its own `parts`.

    Each of these may have a style sheet of its name; what is printed follows one sheet for all.

    Args:
        shared: `nodes` for what is no list.
        folder: where the component's own files are.
    """
    files = [HERE / "typing", HERE / shared, *(folder / part for part in (*parts, name))]
    script = "\n".join(_read(file.with_suffix(".js")) for file in files)
    sheets = [file.with_suffix(".css") for file in (*files, HERE / "print")]
    style = json.dumps("\n".join(_read(sheet) for sheet in sheets if sheet.exists()))
    begun = f"const NAME = {json.dumps(name)};\n{_read(ONCE)}"
    body = script.replace("export default function", "const draw = function")
    return Component(
        name,
        _component(name, f"{begun}{body}\nkeepOnce(draw, {style});\n{_CALL}"),
        _component(f"{name}_named", f"{begun}{_CALL}"),
    )


_CALL = "export default (component) => drawnOnce(component);"


def _component(name: str, script: str) -> Callable[..., Any]:
    return st.components.v2.component(f"dateline_{name}", js=script)


def mount(
    component: Component,
    payload: dict[str, Any],
    key: str,
    on_event: Callable[[Event], None] | None = None,
) -> None:
    """Draw the component; what is chosen in it goes to `on_event`, from its callback.

    Where that asks for nothing else, the view that the component stands in is redrawn. The browser
    may send an event twice, where another widget reports just then; the second is left out.
    """
    here = state.session()
    view = here.drawing

    def report() -> None:
        event = (state.widget(key) or {}).get("event")
        if not (isinstance(event, dict) and isinstance(event.get("field"), str)):
            event = {}
        with state.session().rested(event.get("rested") is True):
            if on_event and event and state.session().hears(key, event.get("sent")):
                on_event(event)
            if view:
                state.redraw(view)

    form = component.named if _is_kept(component.name, here.drawn) else component.whole
    form(key=key, data=_json(payload), on_event_change=report)


def _is_kept(name: str, drawn: Marks) -> bool:
    """Whether this run redraws a part, and the browser has the script from a run of the whole."""
    context, mark = get_script_run_ctx(), f"{name}.js"
    if context is not None and context.fragment_ids_this_run:
        return mark in drawn
    drawn[mark] = True
    return False


def _json(payload: dict[str, Any]) -> bytes:
    """As JSON; half a surrogate, which a page may send and orjson refuses, comes as its number."""
    try:
        return orjson.dumps(payload)
    except orjson.JSONEncodeError:
        return json.dumps(payload).encode()


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")
