"""Who is asked where a name lies: the choice, what it needs, and a trial."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components import state, theme
from components.settings import looking_up, saving
from components.settings.looking_up import GEOCODERS
from data import access
from data.access import places

ABOUT = {
    "offline": "Comes with Dateline and holds your own places. Articles are always placed with it.",
    "nominatim": "Its public server, or one of your own.",
    "photon": "Its public server, or one of your own.",
    "geonames": "Needs a user name, which is free at geonames.org/login.",
    "arcgis": "Its terms do not let answers be kept, so none is.",
}
TERMS = (
    "A name goes to the provider only when you look it up. A public server gets one request a "
    "second at most, from all of Dateline on this machine together. {kept}."
)
KEPT = {
    True: "Answers are kept for {days} days in your cache folder",
    False: "No answer is kept",
}
SERVER = "Address of the server, empty for the provider's public one"
USER_NAME = "User name at GeoNames"
RATE = "Requests a second that your server may get"


def draw() -> None:
    """The choice of a geocoder, and a box to try it."""
    with saving.section("geocoding", "Geocoding", "Where a name lies, when you look one up."):
        if access.preferences().network:
            _draw_choice()
        else:
            st.markdown(
                "The offline gazetteer answers. A provider can be chosen where the network is on."
            )
        looking_up.draw()


def _draw_choice() -> None:
    chosen = access.preferences().geocoder
    st.radio(
        "Who is asked",
        places.GEOCODERS,
        index=places.GEOCODERS.index(chosen),
        format_func=GEOCODERS.__getitem__,
        captions=[_about(name) for name in places.GEOCODERS],
        key=saving.key("geocoder"),
        on_change=_on_geocoder,
    )
    if chosen != "offline":
        kept = KEPT[places.may_keep(chosen)].format(days=places.DAYS_KEPT)
        st.caption(TERMS.format(kept=kept))
        _draw_needs()
        _draw_trial()


def _about(name: str) -> str:
    words = ABOUT[name]
    if name == "arcgis":
        found = "is set" if places.has_key() else "is not set"
        words += f" A key is read from the environment variable {places.ARCGIS_KEY}, which {found}."
    if name != "offline":
        words = f"{places.attribution_of(name)}. {words}"
    return theme.plain(words)


def _draw_needs() -> None:
    settings = access.preferences()
    if settings.geocoder == "geonames":
        _draw_text(USER_NAME, settings.geonames_username, "", "username", _on_username)
    public = places.public_server(settings.geocoder)
    _draw_text(SERVER, settings.geocoder_server, public, "server", _on_server)
    if settings.geocoder_server and not places.is_public(settings.geocoder_server):
        st.number_input(
            RATE,
            min_value=0.1,
            max_value=float(places.MOST_PER_SECOND),
            value=settings.geocoder_per_second,
            step=1.0,
            format="%.1f",
            width=320,
            key=saving.key("rate"),
            on_change=_on_rate,
        )


def _draw_text(label: str, value: str, hint: str, name: str, on_change: Callable[[], None]) -> None:
    st.text_input(label, value, placeholder=hint, key=_key(name), on_change=on_change)


def _key(name: str) -> str:
    """A widget of one provider forgets what another's was given."""
    return saving.key(f"{name}_{access.preferences().geocoder}")


def _draw_trial() -> None:
    here, now = state.session().preferring, looking_up.asked_as()
    with st.container(key="trial", gap="small"):
        if st.button("Test the connection", key="try_provider"):
            with st.spinner("Asking for one name"):
                here.trial, here.tried = places.try_provider(), now
        if here.tried == now:
            said = "It works" if here.trial.is_well else "It does not work"
            st.markdown(f"**{said}.** {theme.plain(here.trial.words)}.")


def _on_geocoder() -> None:
    chosen = str(state.widget(saving.key("geocoder")))
    said = f"Names are looked up with: {GEOCODERS[chosen]}."
    saving.save(said, geocoder=chosen, geocoder_server=None)


def _on_server() -> None:
    address = str(state.widget(_key("server")) or "").strip()
    said = f"The provider's server is {address}." if address else "The public server is asked."
    saving.save(said, geocoder_server=address or None)


def _on_username() -> None:
    name = str(state.widget(_key("username")) or "").strip()
    said = f"GeoNames is asked as {name}." if name else "No user name at GeoNames is set."
    saving.save(said, geonames_username=name or None)


def _on_rate() -> None:
    rate = float(state.widget(saving.key("rate")))
    saving.save(f"Your server gets up to {rate:g} requests a second.", geocoder_per_second=rate)
