"""The grammar of a search: words, phrases, AND OR NOT, parentheses, beginnings and fields.

    search   = either
    either   = all (OR all)*
    all      = one ((AND)? one)*
    one      = NOT one | "(" either ")" | (field ":")? (word "*"? | phrase "*"?)

What is wrong is said with its place, counted from 1. Length, depth and the number of terms are
bounded, so that no search costs more to read than a short one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ..errors import WrongSearch
from .days import days_of
from .marking import words_of
from .tree import WORDED, All, Either, Not, Term, Tree

MOST_CHARACTERS = 1_000
MOST_TERMS = 50
MOST_DEEP = 20
FEWEST_LETTERS = 2
"""Letters that a word needs before it may go on."""
FIELDS = ("speaker", "about", "names", "place", "outlet", "said", "mode", "date")
_MODES = ("direct", "mixed", "indirect")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_UNTYPED = re.compile("[\x00-\x1f\x7f-\x9f]")
_BROKEN = re.compile("[\ud800-\udfff]")
_PIECE = re.compile(r'[()]|(?P<field>[A-Za-z]+):|"(?P<phrase>[^"]*)(?P<end>"\*?)?|[^\s()"]+')
_OPERATORS = ("AND", "OR", "NOT")


class _Piece(NamedTuple):
    kind: str
    """A parenthesis, an operator, `field`, `phrase` or `word`."""
    text: str
    at: int
    end: int
    is_begun: bool = False


@lru_cache(maxsize=256)
def parse(text: str) -> Tree:
    """The tree of a search.

    Raises:
        WrongSearch: it makes no sense, or is too long; the message says where.
    """
    if len(text) > MOST_CHARACTERS:
        said = f"a search has at most {MOST_CHARACTERS:,} characters and this one {len(text):,}"
        raise WrongSearch(said, MOST_CHARACTERS)
    if broken := _BROKEN.search(text):
        raise WrongSearch("half a character stands here", broken.start())
    return _Reading(text).tree()


class _Reading:
    """One search on its way to a tree."""

    def __init__(self, text: str) -> None:
        self._pieces = _pieces(_UNTYPED.sub(" ", text).translate(_QUOTES))
        self._end = len(text)
        self._next = 0
        self._terms = 0

    def tree(self) -> Tree:
        if not self._pieces:
            raise WrongSearch("there is no word to search for", 0)
        found = self._either(0)
        if self._next < len(self._pieces):
            raise WrongSearch("there is no parenthesis to close", self._at())
        return found

    def _either(self, depth: int) -> Tree:
        parts = [self._all(depth)]
        while self._is_next("OR"):
            parts.append(self._all(depth, "OR"))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _all(self, depth: int, after: str = "") -> Tree:
        parts = [self._one(depth, after)]
        while not self._ends_all():
            joined = "AND" if self._is_next("AND") else ""
            parts.append(self._one(depth, joined))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _ends_all(self) -> bool:
        return self._next == len(self._pieces) or self._pieces[self._next].kind in ("OR", ")")

    def _one(self, depth: int, after: str = "") -> Tree:
        if depth > MOST_DEEP:
            raise WrongSearch(f"more than {MOST_DEEP} parentheses or NOTs deep", self._at())
        if self._next == len(self._pieces):
            raise WrongSearch(f"expected a word after {after}", self._end)
        piece = self._taken()
        if piece.kind == "NOT":
            return Not(self._one(depth + 1, "NOT"))
        if piece.kind == "(":
            return self._inner(depth, piece)
        if piece.kind in ("AND", "OR", ")"):
            place = f"after {after}" if after else f"before {piece.text}"
            raise WrongSearch(f"expected a word {place}", piece.at)
        return self._term(piece)

    def _inner(self, depth: int, opened: _Piece) -> Tree:
        if self._next == len(self._pieces):
            raise WrongSearch("expected a word after (", self._end)
        found = self._either(depth + 1)
        if not self._is_next(")"):
            raise WrongSearch("this parenthesis is not closed", opened.at)
        return found

    def _term(self, piece: _Piece) -> Tree:
        self._terms += 1
        if self._terms > MOST_TERMS:
            raise WrongSearch(f"more than {MOST_TERMS} words and phrases", piece.at)
        if piece.kind != "field":
            return _checked(Term("", piece.text, piece.is_begun, piece.at))
        field = _field(piece)
        if self._next == len(self._pieces) or self._pieces[self._next].at != piece.end:
            raise WrongSearch(f"expected a word right after {field}:", piece.end)
        value = self._taken()
        if value.kind not in ("word", "phrase", *_OPERATORS):
            raise WrongSearch(f"expected a word right after {field}:", value.at)
        if field == "date":
            return days_of(value.text, value.at)
        return _checked(Term(field, value.text, value.is_begun, value.at))

    def _is_next(self, kind: str) -> bool:
        if self._next < len(self._pieces) and self._pieces[self._next].kind == kind:
            self._next += 1
            return True
        return False

    def _taken(self) -> _Piece:
        self._next += 1
        return self._pieces[self._next - 1]

    def _at(self) -> int:
        return self._pieces[self._next].at if self._next < len(self._pieces) else self._end


def _pieces(text: str) -> list[_Piece]:
    """The text cut up; a word without a letter or digit is left out where it stands alone."""
    found: list[_Piece] = []
    for match in _PIECE.finditer(text):
        piece = _piece(match)
        is_value = bool(found) and found[-1].kind == "field" and found[-1].end == piece.at
        if piece.kind != "word" or is_value or piece.is_begun or words_of(piece.text):
            found.append(piece)
    return found


def _piece(match: re.Match[str]) -> _Piece:
    text, at, end = match[0], match.start(), match.end()
    if match["field"]:
        return _Piece("field", match["field"], at, end)
    if match["phrase"] is not None:
        if match["end"] is None:
            raise WrongSearch("this quotation mark is not closed", at)
        return _Piece("phrase", match["phrase"], at, end, match["end"] == '"*')
    if text in ("(", ")", *_OPERATORS):
        return _Piece(text, text, at, end)
    word = text.removesuffix("*")
    if "*" in word:
        raise WrongSearch("* stands at the end of a word only", at + word.index("*"))
    return _Piece("word", word, at, end, word != text)


def _field(piece: _Piece) -> str:
    name = piece.text.lower()
    if name in FIELDS:
        return name
    said = f"there is no field {piece.text!r}, only {', '.join(FIELDS)}; to search for it as words"
    raise WrongSearch(f"{said} put it in quotation marks", piece.at)


def _checked(term: Term) -> Term:
    words = words_of(term.words)
    if not words:
        raise WrongSearch("expected a word with a letter or a digit", term.at)
    if term.where in WORDED and term.is_begun and len(words[-1]) < FEWEST_LETTERS:
        raise WrongSearch(f"expected {FEWEST_LETTERS} letters or more before *", term.at)
    if term.where == "mode" and term.words.lower() not in _MODES:
        raise WrongSearch(f"a mode is {', '.join(_MODES[:-1])} or {_MODES[-1]}", term.at)
    return term
