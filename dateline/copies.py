"""Whether one article is a copy of another: its text as it was, cut, edited or added to.

Texts are compared by their shingles: every five words in a row.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from .records import Article

Hashes = NDArray[np.uint64]
Mask = NDArray[np.bool_]

SHINGLE = 5
LEAST_CONTAINMENT = 0.4
"""Share of the shorter text's shingles that the longer has too."""
LEAST_WORDS = 30
"""Words that both have in the same order; fewer are a phrase, a notice or a headline."""
LARGEST_CUT = 3
"""How many times as long the longer text may be: a page of many briefs is a copy of none."""
LEAST_COVERED = 0.6
LEAST_COVERED_HALF = 0.45
"""In each half of the shorter text: what a site prints above or below its articles is in one."""
LEAST_COVERED_IN_SERIES = 0.9
LEAST_COVERED_HALF_IN_SERIES = 0.75
"""An outlet's reports of weather, markets and traffic share their wording from day to day."""
LEAST_NARRATED = 0.5
"""Outside quotation marks: reports of one speech share what was said, not how it is told."""
FEW_NARRATED = 15
SAMPLED_ONE_IN = 8
SMALLEST_SAMPLE = 40
LARGEST_SAMPLE = 2_000
HASH_BITS = 48

_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_MARK = re.compile(r'["“”„«»]')
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_FOLD = np.uint64(29)


@dataclass(frozen=True, slots=True)
class Wording:
    """An article's words in order, made comparable."""

    shingles: Hashes
    """One for each word that has four more after it."""
    quoted: Mask
    """Which words stand in quotation marks."""

    def __len__(self) -> int:
        return len(self.quoted)


def wording_of(article: Article) -> Wording:
    """The words of the body, or of the whole text where no body is marked.

    Case, marks and line breaks do not count. Scripts without spaces are read by letters.
    """
    words: list[int] = []
    quoted: list[bool] = []
    for line in _body(article).split("\n"):
        for at, stretch in enumerate(_MARK.split(line)):
            found = [crc32(word.encode("utf-8", "replace")) for word in _WORD.findall(stretch)]
            words += found
            quoted += [at % 2 == 1] * len(found)
    return Wording(_shingles(np.array(words, np.uint64)), np.array(quoted, np.bool_))


def sample_of(wording: Wording) -> tuple[int, ...]:
    """Some shingles, chosen by their own value: copies choose the same; none of a short text."""
    if len(wording) < LEAST_WORDS:
        return ()
    known = np.unique(wording.shingles)
    size = max(SMALLEST_SAMPLE, min(len(known) // SAMPLED_ONE_IN, LARGEST_SAMPLE))
    share = min(1.0, size / len(known))
    return tuple(known[known < np.uint64(share * 2**HASH_BITS)].tolist())


def is_series(one: Article, other: Article) -> bool:
    """Whether both are known to be of one outlet, or of one address's host, on different days."""
    days = one.published[:10], other.published[:10]
    if min(map(len, days)) < len("2021-08-19") or days[0] == days[1]:
        return False
    if one.outlet and other.outlet:
        return one.outlet.casefold() == other.outlet.casefold()
    host = _host(one.url)
    return bool(host) and host == _host(other.url)


def copied_share(one: Wording, other: Wording, *, in_series: bool = False) -> float:
    """The share of the shorter text's words that the longer has in the same order; 0 for no copy.

    Args:
        in_series: whether the articles may be two of a series: more is asked of them then.
    Misses: copies under thirty words or cut to less than a third; translations; texts of which
        more than about one word in seven is changed; quotations kept with the rest told anew; what
        an outlet rewrites of its own on another day at another address.
    """
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < LEAST_WORDS or len(longer) > LARGEST_CUT * len(shorter):
        return 0.0
    shared = np.isin(shorter.shingles, longer.shingles)
    covered = _covered(shared, len(shorter))
    if shared.mean() < LEAST_CONTAINMENT or covered.sum() < LEAST_WORDS:
        return 0.0
    is_copy = _is_carried(covered, in_series=in_series) and _is_told(covered, shorter.quoted)
    return float(covered.mean()) if is_copy else 0.0


def _covered(shared: Mask, words: int) -> Mask:
    covered = np.zeros(words, np.bool_)
    for at in range(SHINGLE):
        covered[at : at + len(shared)] |= shared
    return covered


def _is_carried(covered: Mask, *, in_series: bool) -> bool:
    least = LEAST_COVERED_IN_SERIES if in_series else LEAST_COVERED
    least_half = LEAST_COVERED_HALF_IN_SERIES if in_series else LEAST_COVERED_HALF
    middle = len(covered) // 2
    halves = covered[:middle].mean(), covered[middle:].mean()
    return bool(covered.mean() >= least and min(halves) >= least_half)


def _is_told(covered: Mask, quoted: Mask) -> bool:
    narrated = covered[~quoted]
    return len(narrated) < FEW_NARRATED or bool(narrated.mean() >= LEAST_NARRATED)


def _body(article: Article) -> str:
    body = [article.text[part.start : part.end] for part in article.parts if part.kind == "body"]
    text = "\n".join(body) if article.parts else article.text
    return unicodedata.normalize("NFKC", text).casefold()


def _shingles(words: Hashes) -> Hashes:
    count = max(0, len(words) - SHINGLE + 1)
    mixed = np.zeros(count, np.uint64)
    for at in range(SHINGLE):
        mixed = (mixed ^ words[at : at + count]) * _SPREAD
        mixed ^= mixed >> _FOLD
    return (mixed * _SPREAD) >> np.uint64(64 - HASH_BITS)


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.casefold()
    except ValueError:
        return ""
