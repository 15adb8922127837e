"""Words made comparable: how the same thing reads as it was said and as it was reported."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from ..ids import Codes

Numbers = NDArray[np.int64]
_SPELLED = (
    ("[\u2019\u02bc\u00b4`]", "'"),
    (r"\bwon't\b", "will not"),
    (r"\b(can't|cannot)\b", "can not"),
    (r"\bshan't\b", "shall not"),
    (r"n't\b", " not"),
    (r"'(re|m)\b", " are"),
    (r"'ve\b", " have"),
    (r"'(ll|d)\b", " will"),
    (r"'s\b", ""),
    (r"(\d),(\d{3})", r"\1\2"),
    (r"([\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}])", r" \1 "),
    (r"[^\p{L}\p{N}\p{M}]+", " "),
)
"""What is replaced, in this order: contractions written out, marks taken out."""
_REPORTED = {
    "would": "will", "could": "can", "might": "may", "should": "shall",
    "was": "is", "were": "is", "are": "is", "am": "is", "be": "is", "been": "is",
    "had": "have", "has": "have", "having": "have", "being": "is",
    "did": "do", "does": "do", "doing": "do",
    "he": "we", "she": "we", "they": "we", "i": "we", "it": "we",
    "him": "us", "her": "our", "them": "us", "me": "us",
    "his": "our", "their": "our", "its": "our", "my": "our", "ours": "our",
}  # fmt: skip
"""Persons and tenses that change when speech is reported: "we will" is "they would"."""
_DROPPED = frozenset({"that"})
_IRREGULAR = {
    "killed": "kill", "dead": "kill", "died": "kill", "die": "kill", "deaths": "kill",
    "death": "kill", "left": "leave", "took": "take", "taken": "take", "gave": "give",
    "given": "give", "went": "go", "gone": "go", "going": "go",
    "came": "come", "held": "hold", "met": "meet",
    "sent": "send", "fought": "fight", "began": "begin", "begun": "begin", "paid": "pay",
    "lost": "lose", "won": "win", "struck": "strike", "hit": "hit", "shot": "shoot",
    "sold": "sell", "bought": "buy", "knew": "know", "known": "know", "made": "make",
    "found": "find", "kept": "keep", "fell": "fall", "broke": "break", "broken": "break",
    "chose": "choose", "chosen": "choose", "spoke": "speak", "spoken": "speak",
}  # fmt: skip
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))
_LETTERS = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile("[aeiouy]")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


def tokens_of(texts: pa.ChunkedArray | pa.Array) -> tuple[Codes, Numbers, list[str]]:
    """The stems of many texts: one code a word, where each text starts, and the stems by code.

    Shape / Units: as many starts as texts and one more.
    """
    found = pc.utf8_lower(pc.utf8_normalize(texts, form="NFKC"))
    for pattern, written in _SPELLED:
        found = pc.replace_substring_regex(found, pattern=pattern, replacement=written)
    split = pc.split_pattern(pc.utf8_trim(found, characters=" "), pattern=" ")
    lists = split.combine_chunks() if isinstance(split, pa.ChunkedArray) else split
    words = lists.flatten().dictionary_encode()
    counts = np.asarray(pc.list_value_length(lists), dtype=np.int64)
    stems, codes = _stemmed(words.dictionary.to_pylist())
    tokens = codes[np.asarray(words.indices)]
    owner = np.repeat(np.arange(len(counts)), counts)
    kept = tokens >= 0
    left = np.bincount(owner[kept], minlength=len(counts))
    return tokens[kept], np.concatenate([[0], np.cumsum(left)]), stems


def words_of(text: str) -> list[str]:
    """The stems of one text."""
    tokens, _, stems = tokens_of(pa.array([text], pa.large_string()))
    return [stems[code] for code in tokens.tolist()]


def as_written(text: str, sought: str) -> str:
    """The first word of the text that has the stem; the stem itself where none has it."""
    words = (match[0] for match in _LETTERS.finditer(text))
    return next((word for word in words if stem(word.casefold()) == sought), sought)


def _stemmed(words: Sequence[str]) -> tuple[list[str], Codes]:
    """The stems that differ, and for each word the place of its own; -1 for one left out."""
    places: dict[str, int] = {}
    codes = np.full(len(words) + 1, -1, dtype=np.int32)
    for at, word in enumerate(words):
        if word and word not in _DROPPED:
            codes[at] = places.setdefault(stem(word), len(places))
    return list(places), codes


def stem(word: str) -> str:
    """A word without its ending, as far as that is plain.

    Misses: irregular forms beyond a few, and what a dictionary would be needed for.
    """
    return _cut(_REPORTED.get(word) or _IRREGULAR.get(word, word))


def _cut(word: str) -> str:
    if len(word) < 4 or not word.isascii():
        return word
    if len(word) == 4:
        ends_in_s = word.endswith("s") and word[2] not in "su"
        return word[:-1] if ends_in_s or word.endswith("e") else word
    for ending, put in _ENDINGS:
        left = word[: -len(ending)]
        if word.endswith(ending) and len(left) >= 3 and _VOWEL.search(left) and word[-2:] != "ss":
            return _DOUBLED.sub(r"\1", left + put).removesuffix("e")
    return word.removesuffix("e")
