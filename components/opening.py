"""A page opened at an address of its own: a slide's view as it was captured, a presentation."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode

import streamlit as st

from components import address, state
from components.memory import ROWS, Camera
from data import access
from dateline.brush import from_query


def open_address(page: str, query: str, camera: Camera | None = None) -> None:
    """Open a screen as the query of an address says it. For callbacks only.

    Args:
        camera: longitude, latitude and zoom of the map; None for all its places.
    """
    here, asked = state.session(), parse_qs(query)
    page = page if page in state.SCREENS else "explore"
    article = (asked.pop(address.ARTICLE, None) or [""])[-1]
    here.voicing.read(asked, page == "voices")
    if page == "entities":
        here.profiling.read(asked, True)
    here.stating.parts[page] = {
        key: asked.pop(key) for key in address.PARTS.get(page, ()) if key in asked
    }
    wrong = address.take_looks(asked, here) if page == "explore" else ()
    brush, dropped = from_query(urlencode(asked, doseq=True), access.is_known)
    if brush != here.brush:
        here.remember()
        here.settle(brush)
    here.dropped, here.rows = (*wrong, *dropped), ROWS
    here.look_from(camera)
    here.address = address.without_own(address.of(here, page))
    state.go(page, article)


def open_at(page: str, **asked: str) -> None:
    """Open a page with this query alone. For callbacks only."""
    here = state.session()
    here.going, here.carried = page, {key: [value] for key, value in asked.items()}
    st.rerun()
