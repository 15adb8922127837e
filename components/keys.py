"""The keys of the whole page: 1 to 9 open the screens, B goes back, T captures, ? is the help."""

from __future__ import annotations

import streamlit as st

from components import capture, state
from components.typeset.frontend import Event, mount, register

KEY = "page_keys"
_renderer = register("keys", "printing", shared="nodes")


def draw() -> None:
    """Listen for the keys. It draws nothing."""
    with st.container(key="keys"):
        mount(_renderer, {"heard": state.session().heard.get(KEY)}, KEY, on_key)


def screen_of(key: str) -> str:
    """The screen that a key opens; empty where there is none."""
    if key == "?":
        return "help"
    names = list(state.SCREENS)
    return names[int(key) - 1] if key.isdecimal() and 0 < int(key) <= len(names) else ""


def on_key(event: Event) -> None:
    """What a key asks for. For callbacks only."""
    pressed = str(event.get("value"))
    screen = screen_of(pressed)
    if pressed == "b":
        state.back()
    elif pressed == "t":
        capture.open_form()
    elif screen and screen != state.session().page:
        state.go(screen)
