"""Layers of a kind as one program for all of them: a browser without a graphics card takes about
a second for each program, and compiles it anew where a value comes as a number in one layer and as
a column in another.
"""

from __future__ import annotations

from .layer import Form, form

DASHED = {"extensions": [{"@@type": "PathStyleExtension", "dash": True}]}
_COLUMNS = {"get_size": "13", "get_pixel_offset": "[0,0]"}


def discs(**given: object) -> Form:
    """A ScatterplotLayer; its edges are whole where no `get_dash_array` is given."""
    return form("ScatterplotLayer", **DASHED, **given)


def words(**given: object) -> Form:
    """A TextLayer; sizes and offsets are to be given as expressions, not as numbers."""
    return form("TextLayer", **_COLUMNS | given)
