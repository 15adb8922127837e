"""How the words of a quotation are given: inside marks or not, and what they are without them."""

from __future__ import annotations

from collections.abc import Sequence

from ...records import Mode, Span
from .quote_marks import Marked

DIRECT_SHARE = 0.9
"""Share of the letters inside marks from which a quotation is direct."""
MAX_NAME = 6
_JOINING = frozenset({"and", "but", "or", "so", "nor", "yet"})


def is_spoken(text: str, marks: Sequence[Marked]) -> bool:
    """Whether enough stands inside marks for an attitude to have been put into words."""
    return any(len(text[m.start : m.end].split()) > 2 for m in marks)


def mode_of(text: str, pieces: Sequence[Span], marks: Sequence[Marked]) -> Mode:
    """direct, mixed or indirect, by the share of the content's letters inside marks."""
    every = sum(_letters(text[p.start : p.end]) for p in pieces)
    inside = sum(
        _letters(text[max(m.start, p.start) : min(m.end, p.end)])
        for p in pieces
        for m in marks
        if m.overlaps(p) and not is_name(text[m.inner.start : m.inner.end])
    )
    if not inside:
        return "indirect"
    return "direct" if inside >= DIRECT_SHARE * every else "mixed"


def is_name(marked: str) -> bool:
    """Whether marks set off a title or nickname, "Lion of Ruritania", and no one's words."""
    words = marked.split()
    if not 1 < len(words) <= MAX_NAME or not words[-1][-1].isalnum():
        return False
    return all(word[:1].isupper() for word in words if len(word) > 3 or word is words[0])


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def content_of(text: str, pieces: Sequence[Span], marks: Sequence[Marked]) -> str:
    """The pieces joined by a space, without their marks and the comma that leads to a cue.

    Where such a comma stands for the full stop of a sentence, it is written as one.
    """
    words: list[str] = []
    end = 0
    for piece in pieces:
        unmarked = _unmarked(text, piece, marks)
        between = text[end : piece.start].rstrip()
        if words and words[-1].endswith(",") and _opens_sentence(between, unmarked):
            words[-1] = f"{words[-1][:-1]}."
        elif words and words[-1][-1:].isalnum():
            words[-1] += _joint(between, unmarked)
        words.extend(filter(None, (unmarked,)))
        end = piece.end
    return " ".join(words).removesuffix(",")


def _joint(between: str, words: str) -> str:
    """The mark that keeps two clauses apart where the cue between them is left out."""
    if between.endswith(";"):
        return ";"
    return "," if between.endswith(",") and words.split(" ", 1)[0] in _JOINING else ""


def _opens_sentence(between: str, words: str) -> bool:
    first = next(filter(str.isalnum, words), "")
    return between.endswith((".", "?", "!")) and not first.islower()


def _unmarked(text: str, piece: Span, marks: Sequence[Marked]) -> str:
    edges = sorted(
        {
            (start, end)
            for m in marks
            for start, end in ((m.start, m.inner.start), (m.inner.end, m.end))
            if piece.start <= start and end <= piece.end
        }
    )
    kept, at = [], piece.start
    for start, end in edges:
        kept.append(text[at:start])
        at = max(at, end)
    kept.append(text[at : piece.end])
    return "".join(kept).strip()
