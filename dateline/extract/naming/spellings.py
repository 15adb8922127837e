"""Spellings of one name in Latin letters led to one key: "Sergei" and "Sergey"."""

from __future__ import annotations

import re
from functools import lru_cache

SHORTEST = 4
LETTERS = (
    (re.compile("^ye"), "e"),
    (re.compile("x"), "ks"),
    (re.compile("ct"), "kt"),
    (re.compile("andr$"), "ander"),
    (re.compile(r"^abd[aeu]ll?ah?$"), "abdula"),
    (re.compile("(?<=[^aeiou])([ou])e(?=[^aeiou])"), r"\1"),
    (re.compile("e[iy]|a[iy]|i[iy]|yi|ij|ee"), "i"),
    (re.compile("ou|oo|w"), "u"),
    (re.compile("ph"), "f"),
    (re.compile("kh|ck|q"), "k"),
    (re.compile("([dg])h"), r"\1"),
    (re.compile("y|j"), "i"),
    (re.compile("^u"), "o"),
)
DOUBLED = re.compile(r"(.)\1+")
QAF = re.compile("q|[gk].*dh|kh.*d")


@lru_cache(maxsize=50_000)
def spelling(word: str) -> str:
    """A key that is equal for the usual transliterations of one folded word.

    "sergei" and "sergey", "massoud" and "masood", "ahmad" and "ahmed", "alexei" and "aleksey"
    share a key; a difference in the last vowel ("maria", "mario") keeps them apart.
    """
    key = word
    for pattern, letter in LETTERS:
        key = pattern.sub(letter, key)
    key = DOUBLED.sub(r"\1", key)
    inner = key[1:-1].replace("e", "a").replace("o", "u")
    return key[:1] + inner + key[-1:] if len(word) >= SHORTEST else word


@lru_cache(maxsize=50_000)
def spellings(word: str) -> tuple[str, ...]:
    """The key of a folded word, and the one it has where the Arabic letter qaf is written "g".

    Only a word whose own letters show such a spelling ("qaddafi", "kadhafi") has a second key, so
    that "gates" and "kates" stay apart.
    """
    key = spelling(word)
    other = {"k": "g", "g": "k"}.get(key[:1])
    if other is None or len(word) <= SHORTEST or not QAF.match(word):
        return (key,)
    return (key, other + key[1:])
