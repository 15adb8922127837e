"""Words found again in a text, whatever their case and accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from .tree import Term, Tree, sought

_LETTER = r"[^\W_]"
_WORD = re.compile(f"{_LETTER}+")
_ACCENTS = "[\u0300-\u036f]*"
_BETWEEN = r"(?:[^\w\n]|_)+"
Spans = list[tuple[int, int]]


class _Plain(dict[int, str]):
    """For each letter its small form without accents, always one letter."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        small = unicodedata.normalize("NFD", letter.lower())
        is_accented = all(unicodedata.combining(mark) for mark in small[1:])
        self[code] = small[0] if is_accented else letter
        return self[code]


_PLAIN = _Plain()


def folded(text: str) -> str:
    """The text in small letters without accents, each letter where it was."""
    return text.translate(_PLAIN)


def words_of(text: str) -> list[str]:
    """The runs of letters and digits, folded."""
    return _WORD.findall(folded(unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=1024)
def pattern_of(term: Term) -> re.Pattern[str]:
    """What finds the words of a term, one after the other, in a folded line."""
    words = [_ACCENTS.join(map(re.escape, word)) + _ACCENTS for word in words_of(term.words)]
    end = f"{_LETTER}*" if term.is_begun else f"(?!{_LETTER})"
    return re.compile(f"(?<!{_LETTER}){_BETWEEN.join(words)}{end}" if words else r"(?!)")


def marks(tree: Tree, text: str) -> Spans:
    """Where a text has words that are sought, in order; what overlaps is joined."""
    plain = folded(text)
    return _joined(
        match.span() for term in set(sought(tree)) for match in pattern_of(term).finditer(plain)
    )


def _joined(spans: Iterable[tuple[int, int]]) -> Spans:
    found: Spans = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found
