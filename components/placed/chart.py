"""What a name may mean, on a map: the chosen place filled, the others as rings."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pydeck as pdk
import streamlit as st

from components import theme

HEIGHT_PX, WIDE_PX = 250, 520
FILLED = 0.72
"""Share of the map that the candidates should fill."""
CLOSEST = 8.0
RING_PX = 9
APART_PX = 14
"""Marks closer than this share one number beside them: 2, 5."""
TOOLTIP = "<b>{rank}. {name}</b><br>{said}"
Spot = dict[str, Any]
"""`at` (longitude, latitude), `rank`, `name`, `said` and whether it is `chosen`."""


def draw(spots: Sequence[Spot], key: str) -> None:
    """The map of some candidates; nothing connects them."""
    look, view = theme.palette(), fitted([spot["at"] for spot in spots])
    st.pydeck_chart(
        pdk.Deck(
            layers=layers(spots, look, view["zoom"]),
            views=[pdk.View("MapView", controller={"doubleClickZoom": False})],
            map_style=f"app/static/basemap/style-{look.name}.json",
            initial_view_state=pdk.ViewState(**view),
            tooltip={"html": TOOLTIP, "style": theme.tooltip(look)},
        ),
        key=key,
        height=HEIGHT_PX,
        alt=f"Map of {theme.counted(len(spots), 'candidate')}; the list under it says the same.",
    )


def layers(spots: Sequence[Spot], look: theme.Palette, zoom: float) -> list[pdk.Layer]:
    """Rings under the filled mark of the chosen place, and the numbers of the list beside them."""
    hue = look.kinds["place"]
    marks = [
        spot | {"fill": theme.rgba(hue) if spot["chosen"] else theme.rgba(look.paper, 1)}
        for spot in sorted(spots, key=lambda spot: (spot["chosen"], -spot["rank"]))
    ]
    return [
        pdk.Layer(
            "ScatterplotLayer",
            id="candidates",
            data=marks,
            pickable=True,
            stroked=True,
            get_position="at",
            get_radius=RING_PX,
            get_fill_color="fill",
            get_line_color=theme.rgba(hue),
            get_line_width=2,
            radius_units="'pixels'",
            line_width_units="'pixels'",
        ),
        pdk.Layer(
            "TextLayer",
            id="ranks",
            data=numbered(spots, zoom),
            pickable=False,
            get_text="rank",
            get_position="at",
            get_size=14,
            get_color=theme.rgba(look.ink),
            get_pixel_offset=[13, -11],
            get_text_anchor="'start'",
            character_set="'auto'",
            font_family=f"'{theme.SANS}'",
        ),
    ]


def numbered(spots: Sequence[Spot], zoom: float) -> list[dict[str, Any]]:
    """The numbers to write at each spot; those of marks that overlap are written together."""
    world, groups = 512 * 2**zoom, list[tuple[list[float], list[str]]]()
    for spot in spots:
        x, y = spot["at"][0] / 360, _mercator(spot["at"][1])
        near = (
            ranks
            for (other_x, other_y), ranks in groups
            if math.hypot(x - other_x, y - other_y) * world < APART_PX
        )
        found = next(near, None)
        if found is None:
            found = []
            groups.append(([x, y], found))
        found.append(str(spot["rank"]))
    first = {str(spot["rank"]): spot["at"] for spot in spots}
    return [{"at": first[ranks[0]], "rank": ", ".join(ranks)} for _, ranks in groups]


def fitted(at: Sequence[Sequence[float]]) -> dict[str, float]:
    """Longitude, latitude and zoom of a view that holds all positions."""
    longitudes = sorted(longitude % 360 for longitude, _ in at)
    ends = [*longitudes[1:], longitudes[0] + 360]
    gap, west = max((b - a, b) for a, b in zip(longitudes, ends, strict=True))
    heights = [_mercator(latitude) for _, latitude in at]
    wide, high = (360 - gap) / 360, max(heights) - min(heights)
    room = FILLED * min(WIDE_PX / max(wide, 1e-4), HEIGHT_PX / max(high, 1e-4))
    return {
        "longitude": (west + (360 - gap) / 2 + 180) % 360 - 180,
        "latitude": _latitude((max(heights) + min(heights)) / 2),
        "zoom": max(0.2, min(CLOSEST, math.log2(room / 512))),
    }


def _mercator(latitude: float) -> float:
    bounded = math.radians(max(-80.0, min(80.0, latitude)))
    return 0.5 - math.log(math.tan(math.pi / 4 + bounded / 2)) / (2 * math.pi)


def _latitude(height: float) -> float:
    return math.degrees(2 * math.atan(math.exp((1 - 2 * height) * math.pi)) - math.pi / 2)
