"""Two forms of one statement laid against each other, word by word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Difference = Literal["same", "added", "left_out", "changed"]
LONGEST = 1_500
"""Words of a form that are laid against another's; the rest is shown as it stands."""
_WORD = re.compile(r"[^\W_]+(?:['’\-.,][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of a form, and what the other form has in their place."""

    kind: Difference
    text: str
    """As written here, with the marks and spaces after it; empty where words were left out."""
    other: str = ""
    """As written there."""


def aligned(form: str, longest: str) -> tuple[Stretch, ...]:
    """The form in stretches against the longest; case and marks make no difference.

    Put together, the texts of the stretches are the form.
    """
    ours, theirs = _words(form), _words(longest)
    matcher = SequenceMatcher(None, [w[0] for w in theirs], [w[0] for w in ours], autojunk=False)
    found = list(_stretches(form, longest, ours, theirs, matcher))
    lead = form[: ours[0][1]] if ours else form
    if not ours or lead:
        found.insert(0, Stretch("same", lead))
    return tuple(one for one in found if one.text or one.other)


def _stretches(
    form: str,
    longest: str,
    ours: list[tuple[str, int]],
    theirs: list[tuple[str, int]],
    matcher: SequenceMatcher[str],
) -> Iterator[Stretch]:
    kinds: dict[str, Difference] = {
        "equal": "same", "insert": "added", "delete": "left_out", "replace": "changed",
    }  # fmt: skip
    for tag, first, last, start, end in matcher.get_opcodes():
        text, other = _cut(form, ours, start, end), _cut(longest, theirs, first, last)
        yield Stretch(kinds[tag], text, "" if tag == "equal" else other)


def _words(text: str) -> list[tuple[str, int]]:
    """Words as they are compared, and where each begins."""
    found = list(_WORD.finditer(text))[:LONGEST]
    return [(_folded(match[0]), match.start()) for match in found]


def _folded(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold().replace("’", "'")


def _cut(text: str, words: list[tuple[str, int]], first: int, last: int) -> str:
    """Words as written, with what stands after each up to the next."""
    if first == last:
        return ""
    end = words[last][1] if last < len(words) else len(text)
    return text[words[first][1] : end]
