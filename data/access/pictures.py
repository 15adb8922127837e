"""Maps and charts as pictures with their footing: PNG or SVG of what a screen shows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from xml.etree.ElementTree import Element

import streamlit as st

from dateline import drawing
from dateline.briefing import Footing, Shown, Slide, SlideKind
from dateline.brush import Brush, clause
from dateline.dates import date_words
from dateline.drawing import Ground, Look, Spot
from dateline.places.basemap import PALETTES
from dateline.settings import BASEMAP
from dateline.store.findings import now

from . import briefings, entities, voices
from .shaded import Shaded, shades

__all__ = [
    "TYPES",
    "Format",
    "Ground",
    "Look",
    "Paper",
    "Spot",
    "candidates_picture",
    "colours",
    "days_picture",
    "drawn_on",
    "look_in",
    "map_picture",
    "matrix_picture",
    "network_picture",
    "positions_picture",
    "shaded_picture",
    "timeline_picture",
]

Format = Literal["png", "svg"]
TYPES: Mapping[Format, str] = {"png": "image/png", "svg": "image/svg+xml"}
GROUND = ("land", "water", "border", "disputed")
WIDE = 1200.0
SIZE = 14.0
"""Pixels of a picture's width and of its body text; a PNG has twice as many."""
FOOT, LANE, STRIP = 12.0, 2.2, 8.0
"""Heights of a timeline's parts, in body texts."""


@dataclass(frozen=True)
class Paper:
    """In which colours a picture is made, and as what."""

    name: str
    """`light` or `dark`."""
    hues: Mapping[str, str]
    """Those of the screens, as `theme.hues` names them."""
    format: Format = "png"


def drawn_on() -> Ground:
    """What lies under the places of a map."""
    return _ground((BASEMAP / "stamp.json").stat().st_mtime_ns)


@st.cache_resource(max_entries=2, show_spinner=False)
def _ground(written: int) -> Ground:  # noqa: ARG001 - cached by
    return drawing.read_ground(BASEMAP)


def colours(name: str, hues: Mapping[str, str]) -> dict[str, str]:
    """All colours of a drawing by their names, which are those of the browser's CSS variables.

    Args:
        name: `light` or `dark`.
        hues: those of the screens, as `theme.hues` names them.
    """
    return {**hues, **{part: PALETTES[name][part] for part in GROUND}}


def look_in(name: str, hues: Mapping[str, str], size: float = SIZE) -> Look:
    """The look of a picture in these colours."""
    return drawing.look_of(colours(name, hues), size)


def map_picture(query: str, camera: tuple[float, float, float] | None, paper: Paper) -> bytes:
    """The map that the query of Explore asks for.

    Raises: PictureError where it cannot be made.
    """
    shown, look = _shown("map", "explore", query), _look(paper)
    if shown.map is None:
        return b""
    seen = replace(shown.map, camera=camera)
    drawn = drawing.drawn_map(
        seen, look, WIDE, 0.68 * WIDE, _footing(shown), ground=drawn_on(), words=shown.words
    )
    return _file(drawn, paper)


def shaded_picture(
    brush: Brush, level: Shaded, camera: tuple[float, float, float] | None, paper: Paper
) -> bytes:
    """The map of regions or cells, shaded by what is mentioned inside.

    Raises: PictureError where it cannot be made.
    """
    shown = _shown("judgments", "explore", brush.to_query())
    drawn = drawing.drawn_shades(
        shades(brush, level),
        level,
        _look(paper),
        WIDE,
        0.68 * WIDE,
        _footing(shown),
        ground=drawn_on(),
        words=shown.words,
        camera=camera,
    )
    return _file(drawn, paper)


def timeline_picture(query: str, paper: Paper) -> bytes:
    """The timeline that the query of Explore asks for.

    Raises: PictureError where it cannot be made.
    """
    shown, look = _shown("timeline", "explore", query), _look(paper)
    if shown.timeline is None:
        return b""
    high = (FOOT + STRIP + LANE * len(shown.timeline.lanes)) * look.size
    drawn = drawing.drawn_timeline(
        shown.timeline, look, WIDE, high, _footing(shown), words=shown.words
    )
    return _file(drawn, paper)


def matrix_picture(
    brush: Brush,
    speakers: tuple[int, int],
    about: tuple[int, int],
    kinds: Collection[str],
    paper: Paper,
) -> bytes:
    """The part of who on whom that is asked for as in `voices.whom`.

    Raises: PictureError where it cannot be made.
    """
    shown, look = _shown("judgments", "voices", brush.to_query()), _look(paper)
    found = voices.whom(brush, speakers, about, tuple(kinds))
    words = f"Who on whom · {shown.words}"
    drawn = drawing.drawn_matrix(
        found, look, *drawing.matrix_size(found, look), _footing(shown), words=words
    )
    return _file(drawn, paper)


def positions_picture(query: str, in_all: int, paper: Paper) -> bytes:
    """The position over time that the query of Voices asks for.

    Args: in_all: statements of it, of which the telling ones are drawn.

    Raises: PictureError where it cannot be made.
    """
    shown, look = _shown("position", "voices", query), _look(paper)
    size = drawing.positions_size(shown.quotations, look, WIDE)
    drawn = drawing.drawn_positions(
        shown.quotations, look, *size, _footing(shown), words=shown.words, in_all=in_all
    )
    return _file(drawn, paper)


def network_picture(brush: Brush, entity_id: str, kinds: Collection[str], paper: Paper) -> bytes:
    """With whom an entity is named inside the Brush.

    Raises: PictureError where it cannot be made.
    """
    shown = _of_entity(brush, entity_id)
    found = entities.around(brush, entity_id, kinds).network
    drawn = drawing.drawn_network(
        found, _look(paper), WIDE, 0.75 * WIDE, _footing(shown), words=f"Named with {shown.words}"
    )
    return _file(drawn, paper)


def days_picture(brush: Brush, entity_id: str, paper: Paper) -> bytes:
    """The mentions of an entity over time; empty where the corpus does not have it.

    Raises: PictureError where it cannot be made.
    """
    shown, profile = _of_entity(brush, entity_id), entities.profile(brush, entity_id)
    if profile is None:
        return b""
    chosen = brush.clause_on("published")
    drawn = drawing.drawn_days(
        profile.days,
        _look(paper),
        WIDE,
        0.36 * WIDE,
        _footing(shown),
        words=f"Mentions of {shown.words}",
        span=(chosen.values[0], chosen.values[1]) if chosen else None,
    )
    return _file(drawn, paper)


def candidates_picture(name: str, spots: Sequence[Spot], brush: Brush, paper: Paper) -> bytes:
    """What a name may mean, on a map.

    Raises: PictureError where it cannot be made.
    """
    shown = _shown("judgments", "places", brush.to_query())
    drawn = drawing.drawn_candidates(
        spots,
        _look(paper),
        WIDE,
        0.68 * WIDE,
        _footing(shown),
        ground=drawn_on(),
        words=f"What “{name}” may mean",
    )
    return _file(drawn, paper)


def _shown(kind: SlideKind, page: str, query: str) -> Shown:
    return briefings.shown(Slide("", kind, page=page, query=query))


def _of_entity(brush: Brush, entity_id: str) -> Shown:
    return _shown(
        "judgments", "entities", brush.with_clause(clause("entity", entity_id)).to_query()
    )


def _look(paper: Paper) -> Look:
    return look_in(paper.name, paper.hues)


def _footing(shown: Shown) -> Footing:
    """What stands under it, with the day on which the picture was made."""
    made = f"Made {date_words(date.fromisoformat(now()[:10]))} (UTC) with Dateline"
    review = f"{shown.footing.review} · {made}" if shown.footing.review else made
    return replace(shown.footing, review=review)


def _file(drawn: Element, paper: Paper) -> bytes:
    if paper.format == "png":
        return drawing.png(drawn)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + drawing.written(drawn).encode()
