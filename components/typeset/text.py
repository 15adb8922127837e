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
    if not _UNSEEN.search(text):
        if not marks:
            return [text] if text else []
        return [
            _piece(text[start:end], " ".join(sorted(set(kinds))) if kinds else "")
            for start, end, kinds in stretches(len(text), marks)
        ]
    return [
        piece
        for start, end, kinds in stretches(len(text), marks)
        for piece in _seen(text, start, end, " ".join(sorted(set(kinds))))
    ]


def nested(text: str, marks: Iterable[Mark]) -> list[Piece]:
    """The pieces of a text in which marks nest and overlap: the kinds of each, innermost first."""
    return [
        piece
        for start, end, kinds in stretches(len(text), marks)
        for piece in _seen(text, start, end, " ".join(dict.fromkeys(kinds)))
    ]


def stretches(length: int, marks: Iterable[Mark]) -> Iterator[tuple[int, int, list[str]]]:
    """Start, end and kinds of each stretch between the ends of marks; the shortest mark first."""
    kept = [(max(0, s), min(length, e), kind) for s, e, kind in marks if s < length and e > 0]
    kept = sorted((mark for mark in kept if mark[0] < mark[1]), key=lambda mark: mark[0])
    cuts = sorted({0, length, *(at for s, e, _ in kept for at in (s, e))})
    opened, active = 0, list[Mark]()
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark[1] > start]
        while opened < len(kept) and kept[opened][0] <= start:
            active.append(kept[opened])
            opened += 1
        ranked = sorted(active, key=_length) if len(active) > 1 else active
        yield start, end, [mark[2] for mark in ranked]


def plain(found: Iterable[Piece]) -> str:
    """What a reader sees of the pieces."""
    return "".join(piece if isinstance(piece, str) else piece["text"] for piece in found)


def direction(text: str) -> str:
    """`rtl` where the first letter that has a direction runs from right to left, else `ltr`."""
    for run in map(unicodedata.bidirectional, text):
        if run in ("L", "R", "AL"):
            return "ltr" if run == "L" else "rtl"
    return "ltr"


def around(text: str, marks: Iterable[Mark], focus: tuple[int, int], limit: int) -> list[Piece]:
    """The pieces of a text cut to about `limit` code points with the focus in sight."""
    if len(text) <= limit:
        return pieces(text, marks)
    spare = max(0, limit - (focus[1] - focus[0])) // 2
    first = max(0, min(focus[0] - spare, len(text) - limit))
    last = min(len(text), first + limit)
    before, after = [ELLIPSIS] * (first > 0), [ELLIPSIS] * (last < len(text))
    moved = [(s - first, e - first, kind) for s, e, kind in marks]
    return [*before, *pieces(text[first:last], moved), *after]


def _length(mark: Mark) -> int:
    return mark[1] - mark[0]


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
