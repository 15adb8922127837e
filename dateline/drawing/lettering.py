"""How wide words are, and how they are broken and cut, in the typefaces that the project ships."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

from PIL import ImageFont

from ..errors import PictureError
from ..settings import FONTS

Face = Literal["sans", "bold", "italic", "serif", "headline", "sea"]
FACES: dict[Face, str] = {
    "sans": "SourceSansPro-Regular.otf",
    "bold": "SourceSansPro-Semibold.otf",
    "italic": "SourceSansPro-It.otf",
    "serif": "SourceSerifPro-Regular.otf",
    "headline": "SourceSerifPro-Semibold.otf",
    "sea": "SourceSerifPro-It.otf",
}
SANS = "'Source Sans', 'Source Sans Pro', 'Source Sans 3', sans-serif"
SERIF = "'Source Serif', 'Source Serif Pro', 'Source Serif 4', serif"
_AT = 100
"""Pixels at which letters are measured."""
_WIDE = 1.0
"""Of a character that fills a square, such as a Chinese one, in heights of the text."""
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


def bold_if(is_chosen: bool) -> Face:
    """How the name of what is chosen is set, and how that of the others."""
    return "bold" if is_chosen else "sans"


def font_files() -> list[str]:
    """The files of the typefaces.

    Raises: PictureError where one is absent.
    """
    return [str(_file(face)) for face in FACES]


def width_of(text: str, size: float, face: Face = "sans") -> float:
    """Pixels that a text takes.

    Misses: scripts that the typefaces lack are guessed at.
    """
    return _measured(text, face) * size / _AT


def cut(text: str, most: float, size: float, face: Face = "sans") -> str:
    """The text, with an ellipsis where it is wider than this."""
    if width_of(text, size, face) <= most:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width_of(text[:middle].rstrip() + ELLIPSIS, size, face) <= most
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + ELLIPSIS


def lines_of(text: str, most: float, size: float, face: Face = "sans", rows: int = 99) -> list[str]:
    """The text broken between words into lines no wider than this; what is too much is cut."""
    words = text.split()
    lines = list(_broken(words, most, size, face))
    if len(lines) > rows:
        lines = [*lines[: rows - 1], " ".join(lines[rows - 1 :])]
    return [cut(line, most, size, face) for line in lines]


def _broken(words: Sequence[str], most: float, size: float, face: Face) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, size, face) > most:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


@lru_cache(maxsize=20_000)
def _measured(text: str, face: Face) -> float:
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    rest = (
        text
        if not wide
        else "".join(c for c in text if unicodedata.east_asian_width(c) not in "WF")
    )
    return float(_font(face).getlength(rest)) + wide * _WIDE * _AT


@lru_cache(maxsize=len(FACES))
def _font(face: Face) -> ImageFont.FreeTypeFont:
    try:
        return ImageFont.truetype(_file(face), _AT, layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:
        raise PictureError(
            f"the typeface {FACES[face]!r} cannot be read: {error}; restore it from the project"
        ) from error


def _file(face: Face) -> Path:
    path = FONTS / FACES[face]
    if not path.is_file():
        raise PictureError(
            f"the typeface {FACES[face]!r} is not in {str(FONTS)!r}: restore it from the project"
        )
    return path
