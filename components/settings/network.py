"""Whether Dateline may ask other machines."""

from __future__ import annotations

import streamlit as st

from components import state
from components.settings import saving
from data import access

OFF = (
    "Off: no request leaves this machine. Switched on, one thing uses it: a name that you look up "
    "below, or with the command geocode, goes to the provider that you choose, and so does the "
    "test of its connection. Articles are never sent."
)


def draw_network() -> None:
    """The switch."""
    with saving.section("network", "Network", OFF):
        st.toggle(
            "Dateline may use the network",
            access.preferences().network,
            key=saving.key("network"),
            on_change=_on_network,
        )


def _on_network() -> None:
    is_on = bool(state.widget(saving.key("network")))
    saving.save(f"The network is {'on' if is_on else 'off'}.", network=is_on)
