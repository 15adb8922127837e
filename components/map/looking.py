"""Where this session's map looks."""

from __future__ import annotations

import numpy as np
import pydeck as pdk

from components import state
from components.visit import Session

from . import events
from .camera import around, camera, is_seen
from .pinned import Pinned


def view_now(pinned: Pinned) -> pdk.ViewState:
    """The view that was asked for, or the first; or one of a place that was chosen elsewhere."""
    here = state.session()
    charting, seen = here.charting, here.charting.chosen | here.charting.clicked
    marks = [pinned.still.marks[at] for at in np.flatnonzero(pinned.selected).tolist()]
    view = _asked_for(pinned, here)
    points = [(mark["at"][0], mark["at"][1]) for mark in marks if mark["id"] not in seen]
    if not all(is_seen(view, *point, here.map_px) for point in points):
        events.look_at(around(points, here.map_px))
        view = _asked_for(pinned, here)
    charting.chosen = frozenset(mark["id"] for mark in marks)
    return view


def _asked_for(pinned: Pinned, here: Session) -> pdk.ViewState:
    if here.charting.view is None:
        return _first_view(pinned, here)
    longitude, latitude, zoom = (at + here.charting.aims * 1e-7 for at in here.charting.view)
    return pdk.ViewState(longitude=longitude, latitude=latitude, zoom=zoom)


def _first_view(pinned: Pinned, here: Session) -> pdk.ViewState:
    """That of the whole corpus, worked out once for the places and the room that there are."""
    total = pinned.still.total
    asked = here.homes, here.map_px, len(total), int(total.sum())
    if here.charting.first is None or here.charting.first[0] != asked:
        places = pinned.places.iloc[pinned.still.codes]
        here.charting.first = asked, camera(places, here.homes, here.map_px)
    return here.charting.first[1]
