"""How much room text takes in the fonts of a slide, estimated without the fonts."""

from __future__ import annotations

import unicodedata

LINE = 1.22
"""Height of a line, in font sizes."""
_WIDTHS = {
    0.28: " '’‘",
    0.34: ",./:;Iijl|!()-[]`ft·\\",
    0.46: '*"“”1rsz{}?',
    0.57: "J57agkoxcevyé^–",
    0.63: "023468bdhnpquñ#$+<=>L_~",
    0.7: "CEFPSTYZABKVX",
    0.78: "&DGHNOQRUw",
    0.9: "%m",
    1.02: "M@W—…",
}
_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}


def width_em(text: str) -> float:
    """The width of a line of text, in font sizes; that of the wider of our two families."""
    return sum(map(_width, text))


def lines_of(text: str, width: float) -> int:
    """How many lines it takes in a column so many font sizes wide."""
    return len(wrapped(text, width))


def wrapped(text: str, width: float) -> list[str]:
    """Its lines in a column so many font sizes wide; what no line holds is broken."""
    lines: list[str] = []
    current, used, space = "", 0.0, width_em(" ")
    for word in text.split(" "):
        wide = width_em(word)
        if current and used + space + wide > width:
            lines.append(current)
            current, used = "", 0.0
        if wide > width:
            *whole, word = broken(word, width)
            lines += whole
            wide = width_em(word)
        current, used = (f"{current} {word}", used + space + wide) if current else (word, wide)
    return [*lines, current]


def broken(word: str, width: float) -> list[str]:
    """A word in pieces that a line holds each."""
    found, piece, used = list[str](), "", 0.0
    for letter in word:
        wide = width_em(letter)
        if piece and used + wide > width:
            found.append(piece)
            piece, used = "", 0.0
        piece, used = piece + letter, used + wide
    return [*found, piece]


def _width(letter: str) -> float:
    known = _OF.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return 1.05
    return 0.66 if letter.islower() else 0.76
