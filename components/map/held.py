"""Whether a key was held that asks to add to what is chosen: the map itself does not tell."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import state

KEY = "map_held"
SCRIPT = """
export default function ({ setStateValue, data }) {
  let held = data.held;
  const tell = (event) => {
    const now = event.ctrlKey || event.metaKey || event.shiftKey;
    if (now !== held && event.target.closest?.(".st-key-map_chart")) {
      held = now;
      setStateValue("held", now);
    }
  };
  document.addEventListener("pointerdown", tell, true);
  return () => document.removeEventListener("pointerdown", tell, true);
}
"""
_component = st.components.v2.component("dateline_held", js=SCRIPT)


@state.view("map_held")
def listen() -> None:
    """Hear of the key at each press on the map."""
    _component(key=KEY, data={"held": is_held()}, on_held_change=_heard, height=1)


def is_held() -> bool:
    """Whether the last press on the map was made with Ctrl, Shift or the command key."""
    held: Any = state.widget(KEY) or {}
    return bool(held.get("held"))


def _heard() -> None:
    """Nothing is redrawn for it: the click that follows asks."""
    state.catch_up()
