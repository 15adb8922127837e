"""The map's layers of places: grey context, areas, points, what is chosen, names."""

from __future__ import annotations

import pydeck as pdk

from components import theme
from components.memory import Charting

from . import rows
from .areas import circles, outlined, sent
from .kinds import discs, words
from .labels import Window, named
from .marks import Mark, Mask, Numbers, Still, marks_of

RING_PX = 9
"""Ring around a chosen area, which may be too small to see."""
SOLID, FADED = 175, 95
VEIL = 140
"""How much paper lies under a name, so that it can be read over a disc."""
LETTERS = {"fontSize": 32}
"""Drawn large enough to be scaled down, and not so large that hyphens are lost."""


def layers(
    still: Still,
    count: Numbers,
    selected: Mask,
    look: theme.Palette,
    epoch: int,
    zoom: float,
    how: Charting,
    grey: object,
    window: Window | None = None,
) -> list[pdk.Layer]:
    """The places; a layer's id tells since when nothing was clicked, as a click leaves a selection
    by row number that must not outlast its rows.

    Args:
        count: mentions inside, a number a place.
        grey: the rows of the places that are drawn whatever the Brush.
        window: what is seen at first, by whose edges no name is cut.
    """
    at = rows.in_colour(still, count, selected, how.with_areas)
    marks = list(marks_of(still, at, count, selected))
    rings = rows.outlines(still, at[still.is_area[at]].tolist())
    areas = [mark for mark in marks if mark["area"]]
    ringed = [mark | {"ring": rings[mark["id"]]} for mark in areas if mark["id"] in rings]
    round_ones = [mark for mark in areas if mark["id"] not in rings]
    alpha = FADED if any(mark["selected"] for mark in marks) else SOLID
    return [
        _context(grey, look),
        outlined(f"areas-{epoch}", ringed, look),
        circles(f"circles-{epoch}", round_ones, look),
        *_points(epoch, [mark for mark in marks if not mark["area"]], look, alpha),
        _chosen([mark for mark in marks if mark["selected"]], look),
        names(list(named(marks, zoom, window)) if how.with_names else [], look),
    ]


def _context(grey: object, look: theme.Palette) -> pdk.Layer:
    return discs(
        id="context",
        data=grey,
        pickable=False,
        get_position="[this[0], this[1]]",
        get_radius="this[2]",
        radius_units="'pixels'",
        get_fill_color=theme.rgba(look.context, 120),
    )


def _points(epoch: int, marks: list[Mark], look: theme.Palette, alpha: int) -> list[pdk.Layer]:
    """Exact places as discs, near ones as rings."""
    hue = look.kinds["place"]
    styles = {
        "near": (theme.rgba(hue, alpha // 6), theme.rgba(hue, alpha)),
        "places": (theme.rgba(hue, alpha), theme.rgba(look.paper, alpha)),
    }
    made = []
    for name, (fill, edge) in styles.items():
        kept = [mark for mark in marks if mark["near"] == (name == "near")]
        made.append(
            discs(
                id=f"{name}-{epoch}",
                data=sent(kept, "at", "size"),
                pickable=True,
                stroked=True,
                get_position="this[3]",
                get_radius="this[4]",
                radius_units="'pixels'",
                get_fill_color=fill,
                get_line_color=edge,
                get_line_width=1,
                line_width_units="'pixels'",
            )
        )
    return made


def _chosen(marks: list[Mark], look: theme.Palette) -> pdk.Layer:
    sizes = [(mark, RING_PX if mark["area"] else max(mark["size"], 4)) for mark in marks]
    return discs(
        id="chosen",
        data=[{"at": mark["at"], "size": size} for mark, size in sizes],
        pickable=False,
        stroked=True,
        get_position="at",
        get_radius="size",
        radius_units="'pixels'",
        get_fill_color=theme.rgba(look.accent, 200),
        get_line_color=theme.rgba(look.accent),
        get_line_width=2,
        line_width_units="'pixels'",
    )


def names(marks: list[Mark], look: theme.Palette) -> pdk.Layer:
    """Names beside their marks, as `named` has placed them."""
    return words(
        id="names",
        data=[{key: mark[key] for key in ("name", "at", "shift", "side")} for mark in marks],
        pickable=False,
        get_text="name",
        get_position="at",
        get_color=theme.rgba(look.ink, 235),
        background=True,
        get_background_color=theme.rgba(look.paper, VEIL),
        background_padding=[2, 0],
        get_pixel_offset="shift",
        get_text_anchor="side",
        get_alignment_baseline="'center'",
        character_set="'auto'",
        font_family=f"'{theme.SANS}'",
        font_settings=LETTERS,
    )
