"""A briefing as a file to hand over, of the moment that is presented."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dateline.briefing import Presentation
from dateline.errors import UsageError
from dateline.export.briefing.page import html_bytes
from dateline.export.briefing.pdf import browser, pdf_bytes
from dateline.export.briefing.powerpoint import pptx_bytes

from . import briefings, pictures

__all__ = ["can_print", "file_name", "html_of", "pdf_of", "pptx_of"]
Hues = Mapping[str, str]
"""Colours of the screens by their names, as `theme.hues` gives them."""
LETTERS = 17.0
"""Pixels of the letters in a map on a slide, of which an inch has 96."""
LONGEST = 60


def html_of(briefing_id: str, light: Hues, dark: Hues) -> bytes:
    """The briefing as one HTML file that needs no network.

    Raises:
        UsageError: there is no such briefing.
        PictureError: a map or timeline cannot be drawn.
    """
    return html_bytes(
        _presentation(briefing_id),
        pictures.drawn_on(),
        pictures.colours("light", light),
        pictures.colours("dark", dark),
    )


def pdf_of(briefing_id: str, light: Hues, dark: Hues) -> bytes:
    """The same as PDF.

    Raises:
        BrowserError: no browser of this machine prints it.
        UsageError, PictureError: as of `html_of`.
    """
    return pdf_bytes(html_of(briefing_id, light, dark))


def pptx_of(briefing_id: str, light: Hues) -> bytes:
    """The briefing as PowerPoint file.

    Raises:
        UsageError, PictureError: as of `html_of`.
    """
    look = pictures.look_in("light", light, LETTERS)
    return pptx_bytes(_presentation(briefing_id), look, pictures.drawn_on())


def can_print() -> bool:
    """Whether this machine has a browser that prints a PDF."""
    return browser() is not None


def file_name(name: str, ending: str) -> str:
    """A name for the file of a briefing of this name: "the-first-landing.pdf"."""
    plain = re.sub(r"\W+", "-", name.casefold())[:LONGEST].strip("-_")
    return f"{plain or 'briefing'}.{ending}"


def _presentation(briefing_id: str) -> Presentation:
    found = briefings.presentation(briefing_id)
    if found is None:
        raise UsageError("there is no such briefing: it was deleted, or another corpus is open")
    return found
