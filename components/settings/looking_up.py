"""A box to look a name up: what it may mean, who says so, and on what terms."""

from __future__ import annotations

import streamlit as st

from components import state, theme
from components.typeset import source
from data import access
from data.access import places

GEOCODERS = {
    "offline": "Offline gazetteer",
    "nominatim": "Nominatim (OpenStreetMap)",
    "photon": "Photon (OpenStreetMap)",
    "geonames": "GeoNames",
    "arcgis": "ArcGIS (Esri)",
}


def asked_as() -> tuple[object, ...]:
    """All settings that make the answer another one."""
    settings = access.preferences()
    return (settings.network, settings.geocoder, settings.geocoder_server,
            settings.geonames_username, settings.geocoder_per_second)  # fmt: skip


def draw() -> None:
    """The box, and the answer under it."""
    name = st.text_input("Look a name up", placeholder="Panjshir Valley", key="look_up").strip()
    if not name:
        return
    here, settings = state.session().preferring, access.preferences()
    asked = (name, str(places.mark()), *(asked_as() if settings.network else ()))
    if here.asked != asked:
        with st.spinner("Looking it up"):
            here.answer, here.asked = places.look_up(name), asked
    _draw_answer(name, here.answer)


def _draw_answer(name: str, answer: places.Answer) -> None:
    with st.container(key="answer", gap=None):
        if answer.note:
            with st.container(key="answer_note"):
                st.markdown(theme.plain(f"{answer.note}."))
        if not answer.candidates:
            st.markdown(f"{theme.plain(name)} is not known.")
        for row in answer.candidates:
            where = f"{abs(row['latitude']):.2f}° {'N' if row['latitude'] >= 0 else 'S'}, "
            where += f"{abs(row['longitude']):.2f}° {'E' if row['longitude'] >= 0 else 'W'}"
            st.markdown(f"**{theme.plain(row['label'])}** · score {row['score']:.2f}")
            st.caption(theme.plain(f"{row['reason']} · {row['precision']} · {where}"))
        st.caption(_origin(answer))


def _origin(answer: places.Answer) -> str:
    parts = [f"Answered by: {GEOCODERS[answer.by]}", answer.attribution]
    if answer.kept_since:
        parts.append(f"kept since {source.time_of({'at': answer.kept_since}, 'at')}")
    return " · ".join(parts)
