"""Layers of a kind as one program for all of them: a browser without a graphics card takes about
a second for each program, and compiles it anew where a value comes as a number in one layer and as
a column in another.
"""

from __future__ import annotations

from collections.abc import Mapping

from .layer import Form, form

DASHED = {"extensions": [{"@@type": "PathStyleExtension", "dash": True}]}
_COLUMNS = {"get_size": "13", "get_pixel_offset": "[0,0]"}


def discs(**given: object) -> Form:
    """A ScatterplotLayer; its edges are whole where no `get_dash_array` is given."""
    return form("ScatterplotLayer", **DASHED, **given)


def words(**given: object) -> Form:
    """A TextLayer; sizes and offsets are to be given as expressions, not as numbers."""
    return form("TextLayer", **_COLUMNS | given)


def tiled_words(get_text: str, where: Mapping[str, object], **given: object) -> Form:
    """A TileLayer of points with names, drawn as `words` of the same look are.

    Args: where: what says of the tiles which are drawn and when, not of their words.
    """
    called = {_tiled(name): value for name, value in (_COLUMNS | given).items()}
    return form("TileLayer", point_type="'text'", get_text=get_text, **where, **called)


def _tiled(name: str) -> str:
    """How a layer of points calls what a layer of words calls by this name."""
    return f"get_text_{name[4:]}" if name.startswith("get_") else f"text_{name}"
