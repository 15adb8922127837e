"""Whether Dateline may ask other machines, and who is asked where a name lies."""

from __future__ import annotations

import streamlit as st

from components import state, theme
from components.settings import saving
from data import access
from data.access import places

OFF = (
    "Off: no request leaves this machine. Switched on, one thing uses it: a name that you look up "
    "below, or with the command geocode, goes to the provider that you choose. Articles are "
    "never sent."
)
GEOCODERS = {
    "offline": "Offline gazetteer",
    "nominatim": "Nominatim (OpenStreetMap)",
    "photon": "Photon (OpenStreetMap)",
}
COMES_WITH = (
    "The gazetteer that comes with Dateline, with your own places. Articles are always placed "
    "with it."
)
FROM_OUTSIDE = "Asked over the network, one name at a time, at most one a second."


def draw_network() -> None:
    """The switch."""
    with saving.section("network", "Network", OFF):
        st.toggle(
            "Dateline may use the network",
            access.preferences().network,
            key=saving.key("network"),
            on_change=_on_network,
        )


def draw_geocoding() -> None:
    """The choice of a geocoder, and a box to try it."""
    with saving.section("geocoding", "Geocoding", "Where a name lies, when you look one up."):
        if access.preferences().network:
            _draw_choice()
        else:
            st.markdown(
                "The offline gazetteer answers. A provider can be chosen where the network is on."
            )
        _draw_look_up()


def _draw_choice() -> None:
    settings = access.preferences()
    st.radio(
        "Who is asked",
        places.GEOCODERS,
        index=places.GEOCODERS.index(settings.geocoder),
        format_func=GEOCODERS.__getitem__,
        captions=[COMES_WITH, FROM_OUTSIDE, FROM_OUTSIDE],
        key=saving.key("geocoder"),
        on_change=_on_geocoder,
    )
    if settings.geocoder != "offline":
        st.text_input(
            "Address of the server, empty for the provider's public one",
            settings.geocoder_server,
            placeholder="https://",
            key=saving.key("server"),
            on_change=_on_server,
        )


def _draw_look_up() -> None:
    name = st.text_input("Look a name up", placeholder="Panjshir Valley", key="look_up").strip()
    if not name:
        return
    here, settings = state.session().preferring, access.preferences()
    whom = settings.geocoder if settings.network else "offline"
    asked = (name, whom, settings.geocoder_server, str(places.mark()))
    if here.asked != asked:
        with st.spinner("Looking it up"):
            here.answer, here.asked = places.look_up(name), asked
    _draw_answer(name, here.answer)


def _draw_answer(name: str, answer: places.Answer) -> None:
    with st.container(key="answer", gap=None):
        if answer.note:
            st.markdown(theme.plain(f"{answer.note}."))
        if not answer.candidates:
            st.markdown(f"{theme.plain(name)} is not known.")
        for row in answer.candidates:
            where = f"{abs(row['latitude']):.2f}° {'N' if row['latitude'] >= 0 else 'S'}, "
            where += f"{abs(row['longitude']):.2f}° {'E' if row['longitude'] >= 0 else 'W'}"
            st.markdown(f"**{theme.plain(row['label'])}** · score {row['score']:.2f}")
            st.caption(theme.plain(f"{row['reason']} · {row['precision']} · {where}"))
        st.caption(f"Answered by: {GEOCODERS[answer.by]}")


def _on_network() -> None:
    is_on = bool(state.widget(saving.key("network")))
    saving.save(f"The network is {'on' if is_on else 'off'}.", network=is_on)


def _on_geocoder() -> None:
    chosen = str(state.widget(saving.key("geocoder")))
    saving.save(f"Names are looked up with: {GEOCODERS[chosen]}.", geocoder=chosen)


def _on_server() -> None:
    address = str(state.widget(saving.key("server")) or "").strip()
    said = f"The provider's server is {address}." if address else "The public server is asked."
    saving.save(said, geocoder_server=address or None)
