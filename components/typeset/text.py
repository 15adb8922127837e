"""Article text as pieces that a browser can only show: never markup, nothing unseen.

A piece is plain text, or a mapping with `text`, its `kinds` (classes of marks) and a `note`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

Mark = tuple[int, int, str]
"""Start, end and kind."""
Piece = str | dict[str, str]

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_UNSEEN = re.compile(
    "([\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff])\\1*"
)
_JOINERS = "\u200c\u200d"
_FIRST_JOINED = "\u0590"
"""Scripts from here on, and emoji, use the zero-width joiners in spelling."""
_SHORT = {
    "\u00ad": "SHY", "\u061c": "ALM", "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ",
    "\u200e": "LRM", "\u200f": "RLM", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF",
    "\u202d": "LRO", "\u202e": "RLO", "\u2060": "WJ", "\u2066": "LRI", "\u2067": "RLI",
    "\u2068": "FSI", "\u2069": "PDI", "\ufeff": "BOM", "\x00": "NUL",
}  # fmt: skip


def pieces(text: str, marks: Iterable[Mark] = ()) -> list[Piece]:
    """The text in order, cut where a mark begins or ends and where a character is unseen.

    Unseen characters (bidi controls, zero-width, tags, half surrogates) come as their name.
    """
    kept = [(max(0, s), min(len(text), e), kind) for s, e, kind in marks if s < len(text) and e > 0]
    cuts = sorted({0, len(text), *(at for s, e, _ in kept if s < e for at in (s, e))})
    found: list[Piece] = []
    for start, end in pairwise(cuts):
        kinds = sorted({kind for s, e, kind in kept if s <= start and end <= e})
        found.extend(_seen(text, start, end, " ".join(kinds)))
    return found


def plain(found: Iterable[Piece]) -> str:
    """What a reader sees of the pieces."""
    return "".join(piece if isinstance(piece, str) else piece["text"] for piece in found)


def direction(text: str) -> str:
    """`rtl` where the first letter that has a direction runs from right to left, else `ltr`."""
    runs = (unicodedata.bidirectional(character) for character in text)
    first = next((run for run in runs if run in ("L", "R", "AL")), "L")
    return "ltr" if first == "L" else "rtl"


def around(text: str, marks: Iterable[Mark], focus: tuple[int, int], limit: int) -> list[Piece]:
    """The pieces of a text cut to about `limit` code points with the focus in sight."""
    spare = max(0, limit - (focus[1] - focus[0])) // 2
    first = max(0, min(focus[0] - spare, len(text) - limit))
    last = min(len(text), first + limit)
    before, after = [ELLIPSIS] * (first > 0), [ELLIPSIS] * (last < len(text))
    moved = [(s - first, e - first, kind) for s, e, kind in marks]
    return [*before, *pieces(text[first:last], moved), *after]


def _seen(text: str, start: int, end: int, kinds: str) -> Iterator[Piece]:
    done = start
    for match in _UNSEEN.finditer(text, start, end):
        if _is_spelling(text, match):
            continue
        if done < match.start():
            yield _piece(text[done : match.start()], kinds)
        yield _named(match, kinds)
        done = match.end()
    if done < end:
        yield _piece(text[done:end], kinds)


def _is_spelling(text: str, match: re.Match[str]) -> bool:
    """Whether it is a joiner where its script or an emoji needs one."""
    before = text[match.start() - 1 : match.start()] if match.start() else ""
    once = match.end() - match.start() == 1
    return (
        once
        and match[0] in _JOINERS
        and before >= _FIRST_JOINED
        and not _UNSEEN.fullmatch(before)
    )  # fmt: skip


def _named(match: re.Match[str], kinds: str) -> Piece:
    character, times = match[1], match.end() - match.start()
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "control character").lower()
    label = _SHORT.get(character, code) + (f" \N{MULTIPLICATION SIGN}{times}" if times > 1 else "")
    return {"text": label, "kinds": f"{kinds} unseen".strip(), "note": f"{name}, {code}"}


def _piece(text: str, kinds: str) -> Piece:
    return {"text": text, "kinds": kinds} if kinds else text
