"""A choice of one among a few, side by side; the tools of Voices are made of these."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from components import state


def draw(
    label: str,
    name: str,
    value: str | int,
    offered: Mapping[Any, str],
    on_choice: Callable[[Any], None],
) -> None:
    """The choice as it stands; what is chosen goes to `on_choice`, from its callback.

    Args:
        name: of the widget; its identity holds the value, so that an address can change it.
        offered: what may be chosen, and in which words.
    """
    key = f"voices_{name}_{value}"

    def on_change() -> None:
        chosen = state.widget(key)
        on_choice(value if chosen is None else chosen)

    st.segmented_control(
        label,
        list(offered),
        format_func=offered.__getitem__,
        default=value,
        required=True,
        key=key,
        label_visibility="collapsed",
        on_change=on_change,
    )
