"""Regions and cells of the grid, shaded by the place mentions inside them."""

from __future__ import annotations

import math
import zlib
from collections.abc import Sequence
from typing import Any

from components import theme
from data import access
from data.access import Choice, Level

from .labels import named
from .layer import Layer, form
from .layers import names

STEPS = 8
ALPHA = 20
"""Of the first step, and what each further one adds."""
CHOSEN = STEPS + 1
MOST_CELLS = 600
SERVED_AT = "app/static/basemap"
Mark = dict[str, Any]


def regions(
    choices: Sequence[Choice], level: Level, look: theme.Palette, epoch: int, zoom: float
) -> list[Layer]:
    """A level of regions from their served outlines; only the shade of each is sent."""
    drawn, found = access.regions_drawn(level), {choice.value: choice for choice in choices}
    most = max((choice.count for code, choice in found.items() if code in codes(level)), default=1)
    steps = [step_of(found.get(region.code), most) for region in drawn]
    marks = [
        _label(region.name, region.longitude, region.latitude, found[region.code])
        for region in drawn
        if region.code in found
    ]
    shades = "".join(map(str, steps)).rstrip("0") or "0"
    shaded = form(
        "GeoJsonLayer",
        pickable=True,
        stroked=False,
        get_fill_color=f"({palette(look)})[+('{shades}')[properties.n] || 0]",
        update_triggers={"getFillColor": zlib.crc32(f"{shades}{look.name}".encode())},
    )
    return [
        Layer(f"{level}-{epoch}", f"{SERVED_AT}/{level}.geojson", shaded),
        names(list(named(marks, zoom)), look),
    ]


def codes(level: Level) -> frozenset[str]:
    """The codes of the regions that have an outline."""
    return frozenset(region.code for region in access.regions_drawn(level))


def cells(choices: Sequence[Choice], look: theme.Palette, epoch: int, zoom: float) -> list[Layer]:
    """The cells of the grid with a mention inside."""
    kept = [choice for choice in choices if choice.count or choice.is_selected][:MOST_CELLS]
    most = max((choice.count for choice in kept), default=1)
    rows = [_cell(choice, most) for choice in kept]
    size = access.CELL_DEGREES
    corners = f"[[w,s],[w+{size},s],[w+{size},s+{size}],[w,s+{size}]]"
    shaded = form(
        "PolygonLayer",
        pickable=True,
        stroked=False,
        get_polygon=corners,
        get_fill_color=f"({palette(look)})[step]",
        update_triggers={"getFillColor": [look.name, most]},
    )
    return [
        Layer(f"cells-{epoch}", rows, shaded),
        names(list(named([_numbered(choice) for choice in kept], zoom)), look),
    ]


def palette(look: theme.Palette) -> str:
    """The fill of each step, and of what is chosen, as deck.gl reads it."""
    place = look.kinds["place"]
    fills = [theme.rgba(place, ALPHA * step) for step in range(STEPS + 1)]
    return str([*fills, theme.rgba(look.accent, 190)]).replace(" ", "")


def step_of(choice: Choice | None, most: int) -> int:
    """0 for none, up to `STEPS` for the most by the logarithm; `CHOSEN` for what is chosen."""
    if choice is None:
        return 0
    if choice.is_selected:
        return CHOSEN
    share = math.log1p(choice.count) / math.log1p(max(most, 1))
    return math.ceil(STEPS * min(share, 1)) if choice.count else 0


def _cell(choice: Choice, most: int) -> Mark:
    west, south = access.cell_corner(choice.value)
    said = theme.counted(choice.count, "mention")
    words, step = access.name_of("cell", choice.value), step_of(choice, most)
    return {"id": choice.value, "name": words, "said": said, "w": west, "s": south, "step": step}


def _numbered(choice: Choice) -> Mark:
    west, south = access.cell_corner(choice.value)
    half = access.CELL_DEGREES / 2
    return _label("", west + half, south + half, choice)


def _label(name: str, longitude: float, latitude: float, choice: Choice) -> Mark:
    return {
        "name": f"{name} {theme.number(choice.count)}".strip(),
        "at": [longitude, latitude],
        "count": choice.count,
        "size": 0,
        "centred": True,
        "area": True,
        "selected": choice.is_selected,
    }
