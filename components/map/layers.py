"""The map's layers of places: grey context, areas, points, what is chosen, names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from components import theme
from components.memory import Charting

from . import rows
from .areas import circles, outlined
from .kinds import discs, words
from .labels import MAX_NAMES, Window, points_at, settled
from .layer import Form, Layer
from .marks import Mark, Mask, Numbers, Shown, Still

RING_PX = 9
"""Ring around a chosen area, which may be too small to see."""
SLACK_PX = 4
"""How far beside a mark it is still hit."""
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
) -> list[Layer]:
    """The places; a layer's id tells since when nothing was clicked, as a click leaves a selection
    by row number that must not outlast its rows.

    Args:
        count: mentions inside, a number a place.
        grey: the rows of the places that are drawn whatever the Brush.
        window: what is seen at first, by whose edges no name is cut.
    """
    at = rows.in_colour(still, count, selected, how.with_areas)
    shown = Shown.of(still, at, count[at], selected[at])
    chosen = np.flatnonzero(shown.selected).tolist()
    return [
        Layer(f"context-{epoch}", grey, _context(look)),
        *_areas(shown, epoch, look),
        *_points(shown, epoch, look, FADED if chosen else SOLID),
        _chosen([shown.mark(row) for row in chosen], look),
        names([*_named(shown, zoom, window)] if how.with_names else [], look),
    ]


def _areas(shown: Shown, epoch: int, look: theme.Palette) -> list[Layer]:
    areas = np.flatnonzero(shown.still.is_area[shown.at]).tolist()
    rings = rows.outlines(shown.still, [shown.places[row] for row in areas])
    ringed = [row for row in areas if shown.places[row] in rings]
    others = [row for row in areas if shown.places[row] not in rings]
    wide = shown.sent(others, *shown.still_of(others, "at", "m"))
    return [
        outlined(f"areas-{epoch}", shown.sent(ringed, rings.values()), look),
        circles(f"circles-{epoch}", wide, look),
    ]


def _points(shown: Shown, epoch: int, look: theme.Palette, alpha: int) -> list[Layer]:
    """Near places as rings, exact ones as discs."""
    is_point, is_near = ~shown.still.is_area[shown.at], shown.still.is_near[shown.at]
    ring, disc = _discs(look, alpha)
    return [
        Layer(f"near-{epoch}", _sized(shown, np.flatnonzero(is_point & is_near).tolist()), ring),
        Layer(f"places-{epoch}", _sized(shown, np.flatnonzero(is_point & ~is_near).tolist()), disc),
    ]


def _sized(shown: Shown, places: Sequence[int]) -> list[tuple[object, ...]]:
    """Places by their middle and their size."""
    return shown.sent(places, *shown.still_of(places, "at"), [shown.size[row] for row in places])


def _named(shown: Shown, zoom: float, window: Window | None) -> Iterator[Mark]:
    """The marks whose names fit; only those that may be named are made whole."""
    inside = shown.count > 0
    ranked = np.concatenate(
        [np.flatnonzero(inside & shown.selected), np.flatnonzero(inside & ~shown.selected)]
    )
    marks = [shown.mark(row) for row in ranked[:MAX_NAMES].tolist()]
    at = shown.at[ranked]
    return settled(marks, points_at(shown.still.spots[at], zoom), zoom, window)


@cache
def _context(look: theme.Palette) -> Form:
    """What is in colour lies over these, so their clear edge is what is hit just beside it, too."""
    return discs(
        pickable=True,
        stroked=True,
        get_position="this[3]",
        get_radius=f"this[4] + {SLACK_PX / 2}",
        radius_units="'pixels'",
        get_fill_color=theme.rgba(look.context, 120),
        get_line_color=[0, 0, 0, 0],
        get_line_width=SLACK_PX,
        line_width_units="'pixels'",
    )


@cache
def _discs(look: theme.Palette, alpha: int) -> tuple[Form, Form]:
    hue = look.kinds["place"]
    ring = theme.rgba(hue, alpha // 6), theme.rgba(hue, alpha)
    disc = theme.rgba(hue, alpha), theme.rgba(look.paper, alpha)
    near, exact = (
        discs(
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
        for fill, edge in (ring, disc)
    )
    return near, exact


def _chosen(marks: Sequence[Mark], look: theme.Palette) -> Layer:
    sizes = [(mark, RING_PX if mark["area"] else max(mark["size"], 4)) for mark in marks]
    return Layer("chosen", [{"at": mark["at"], "size": size} for mark, size in sizes], _rings(look))


@cache
def _rings(look: theme.Palette) -> Form:
    return discs(
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


def names(marks: Sequence[Mark], look: theme.Palette) -> Layer:
    """Names beside their marks, as `named` has placed them."""
    told = [{key: mark[key] for key in ("name", "at", "shift", "side")} for mark in marks]
    return Layer("names", told, _letters(look))


@cache
def _letters(look: theme.Palette) -> Form:
    return words(
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
