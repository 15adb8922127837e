"""Names made comparable: folded, cut to the words that name, and keyed by spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from .vocabulary import LEGAL_ENDINGS

LEADING = re.compile(r"(?:[\s\"'“”‘’«»„`(\[,.;:|*•–—-]+|(?:[Tt]he|THE|an?)(?:\s+|$))+")
TRAILING = re.compile(r"(?:['’`]s|[\s\"'“”‘’«»„`(\[\],;:|*•–—-]+)$")
PREFIX = re.compile(r"(?:anti|pro|ex|non|neo|post|pre|pan|mid)-(?=[^\W\d_])", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+")
JOINTS = re.compile(r"[.&]|(?<=[A-Z]{2})-(?=[A-Z]$)")
ABBREVIATION = re.compile(
    r"(?:^|[\s.])(?:[^\W\d_]|Inc|Corp|Ltd|Co|Jr|Sr|St|Bros|Mt)\.$", re.IGNORECASE
)
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d"})


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """The name in lower case, without accents, punctuation or a leading article."""
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(LETTERS)
    words = WORD.findall(re.sub(r"(?<=\w)[.'’](?=\w|$)", "", letters))
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(fold(name).split())


def cut(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without marks around it, a leading article or prefix ("ex-") and a trailing "'s"."""
    surface = text[start:end]
    lead = LEADING.match(surface)
    start += lead.end() if lead else 0
    prefix = PREFIX.match(text, start, end)
    if prefix and text[prefix.end()].isupper():
        start = prefix.end()
    while start < end:
        tail = TRAILING.search(text[start:end][-8:])
        if tail:
            end -= len(tail.group())
        elif text[end - 1] in ".!?…)" and not _keeps(text[start:end]):
            end -= 1
        else:
            break
    return (start, end) if start < end else (start, start)


def _keeps(surface: str) -> bool:
    if surface.endswith(")"):
        return surface.count("(") >= surface.count(")")
    return surface.endswith(".") and bool(ABBREVIATION.search(surface[-6:]))


def initials(name: str) -> str:
    """The capital initials of a name in lower case: "World Health Organization" gives "who"."""
    return "".join(word[0] for word in WORD.findall(name) if word[0].isupper()).casefold()


def all_initials(name: str) -> str:
    """The initials of all words of a name in lower case: "Bank of Norda" gives "bon"."""
    return "".join(word[0] for word in WORD.findall(name)).casefold()


def bare_organisation(name: str) -> str:
    """The folded name of an organisation without its legal form: "Apache Corp." gives "apache"."""
    words = fold(name).split()
    while len(words) > 1 and words[-1] in LEGAL_ENDINGS:
        words.pop()
    return " ".join(words)


def is_acronym(surface: str) -> bool:
    """Whether the surface is two to seven capitals, with points, "&" or a last "-K" among them."""
    letters = JOINTS.sub("", surface)
    return 2 <= len(letters) <= 7 and letters.isalpha() and letters.isupper()
