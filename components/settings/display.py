"""How things are shown: the time zone, doubtful findings, light and dark."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import available_timezones

import streamlit as st

from components import state, theme
from components.settings import saving
from components.typeset import source
from data import access
from data.access import analysis

ZONE = (
    "Times and days on the screens are those of this zone, and so are the days that you choose "
    "on the timeline. A date without a clock time never moves."
)
DOUBT = "Findings of a lower confidence are paler and say so. Nothing is left out."
THEME = "Light, dark, or as your system has it."
THEME_PLACE = (
    "Choose System, Light or Dark in the menu at the top right of every screen (⋮). Your browser "
    "remembers it."
)
STEP = 5
UNPLACED = frozenset({"Factory", "localtime", "posixrules"})


def draw_zone() -> None:
    """The zone, and the present moment in it."""
    with saving.section("zone", "Time zone", ZONE):
        zone = access.preferences().time_zone
        zones = known_zones() if zone in known_zones() else (zone, *known_zones())
        st.selectbox(
            "Zone",
            zones,
            index=zones.index(zone),
            key=saving.key("zone"),
            label_visibility="collapsed",
            on_change=_on_zone,
        )
        now = datetime.now(UTC).replace(microsecond=0).isoformat()
        st.caption(f"Now: {source.time_of({'at': now}, 'at')}")


def draw_doubt() -> None:
    """The confidence below which findings are dimmed, and how many that concerns."""
    with saving.section("doubt", "Doubtful findings", DOUBT):
        share = access.preferences().dim_below
        st.number_input(
            "Dimmed below a confidence of, in per cent",
            min_value=0,
            max_value=100,
            value=round(share * 100),
            step=STEP,
            width=260,
            key=saving.key("doubt"),
            on_change=_on_doubt,
        )
        below, total = analysis.doubtful(share)
        st.caption(f"{theme.number(below)} of {theme.counted(total, 'quotation')} in this corpus")


def draw_theme() -> None:
    """Where light and dark are chosen."""
    with saving.section("theme", "Theme", THEME):
        st.markdown(THEME_PLACE)


@lru_cache(maxsize=1)
def known_zones() -> tuple[str, ...]:
    """UTC, then all names of the IANA list."""
    return ("UTC", *sorted(available_timezones() - UNPLACED - {"UTC"}))


def _on_zone() -> None:
    zone = str(state.widget(saving.key("zone")))
    saving.save(f"Times are shown in {zone}.", time_zone=zone)


def _on_doubt() -> None:
    share = int(state.widget(saving.key("doubt")))
    saving.save(f"Findings below {share} % are dimmed.", dim_below=share / 100)
