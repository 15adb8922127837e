"""The map as a picture: what is asked of it, and where it looks."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from components import address
from components.visit import Session
from data.access import pictures
from data.access.pictures import Paper


def map_of(here: Session) -> Callable[[Paper], bytes]:
    """What makes the picture: from where a view was asked for, or else of all places."""

    def made(paper: Paper) -> bytes:
        query = urlencode(address.of(here, "explore"), doseq=True)
        return pictures.map_picture(query, here.charting.view, paper)

    return made
