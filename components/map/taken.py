"""The map as a picture: what is asked of it, and where it looks."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from components import address
from components.visit import Session
from data.access import pictures
from data.access.pictures import Paper

Camera = tuple[float, float, float]


def map_of(here: Session) -> Callable[[Paper], bytes]:
    """What makes the picture of the map as it is looked at."""

    def made(paper: Paper) -> bytes:
        drawn, camera = here.charting.drawn, _camera(here)
        if drawn != "places":
            return pictures.shaded_picture(here.brush, drawn, camera, paper)
        query = urlencode(address.of(here, "explore"), doseq=True)
        return pictures.map_picture(query, camera, paper)

    return made


def _camera(here: Session) -> Camera | None:
    """The view that was asked for, else the first; None before the map was drawn."""
    if here.charting.view or here.charting.first is None:
        return here.charting.view
    first = here.charting.first[1]
    return float(first.longitude), float(first.latitude), float(first.zoom)
