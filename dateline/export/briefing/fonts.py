"""The project's typefaces as part of a style sheet, so that a file looks alike everywhere."""

from __future__ import annotations

import base64
import struct
import zlib
from functools import lru_cache
from pathlib import Path

from ...settings import FONTS

FACES = {
    ("Source Sans", 400): "SourceSansPro-Regular.otf",
    ("Source Sans", 600): "SourceSansPro-Semibold.otf",
    ("Source Serif", 400): "SourceSerifPro-Regular.otf",
    ("Source Serif", 600): "SourceSerifPro-Semibold.otf",
}
"""Family and weight, as the slides name them; what they lack, a browser takes from its own."""
_HEAD, _ENTRY, _TABLE = 44, 20, 16


@lru_cache(maxsize=1)
def font_rules() -> str:
    """A rule a face with the font in it; a face whose file is absent is left out."""
    found = ((name, weight, FONTS / file) for (name, weight), file in FACES.items())
    return "\n".join(_rule(name, weight, path) for name, weight, path in found if path.is_file())


def woff(font: bytes) -> bytes:
    """A font of OpenType as WOFF, each of its tables compressed where that makes it shorter.

    Source: W3C, WOFF File Format 1.0.
    """
    flavour, count = struct.unpack(">4sH", font[:6])
    entries, body, size = b"", b"", 12 + _TABLE * count
    start = _HEAD + _ENTRY * count
    for at in range(12, 12 + _TABLE * count, _TABLE):
        tag, checksum, offset, length = struct.unpack(">4sIII", font[at : at + _TABLE])
        table = font[offset : offset + length]
        packed = min(zlib.compress(table, 9), table, key=len)
        entries += struct.pack(">4sIIII", tag, start + len(body), len(packed), length, checksum)
        body += packed + b"\0" * (-len(packed) % 4)
        size += length + -length % 4
    whole = start + len(body)
    head = struct.pack(">4s4sIHHIHH20x", b"wOFF", flavour, whole, count, 0, size, 1, 0)
    return head + entries + body


def _rule(name: str, weight: int, path: Path) -> str:
    packed = base64.b64encode(woff(path.read_bytes())).decode()
    source = f'url("data:font/woff;base64,{packed}") format("woff")'
    return f'@font-face {{ font-family: "{name}"; font-weight: {weight}; src: {source}; }}'
