"""Coarse word classes, features and base forms of tokens, as the model's own rules give them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, cast

import numpy as np
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc
from thinc.types import Ints2d

from .model import language_model

RULED = ("attribute_ruler", "lemmatizer")
"""The components of the model whose work `WordClasses` does."""
_ASKED: list[int | str] = ["ORTH", "TAG", "DEP", "LOWER", "IS_SPACE"]
_GIVEN: list[int | str] = ["TAG", "DEP", "POS", "MORPH", "LEMMA"]
_LONE = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})

Given = tuple[int, int, int, int, int]


@lru_cache(maxsize=1)
def word_classes() -> WordClasses:
    """Those of the language model."""
    return WordClasses(language_model())


class WordClasses:
    """What the model's attribute ruler and lemmatizer make of a document, token for token.

    The ruler tries its 180 patterns at every token, and nearly all of them look at that token
    alone: at its tag, its dependency, whether it is blank, and whether it is one of some hundred
    words. What it says of such a token is asked once and kept. A document where a pattern of
    another kind matches ("let's", "there is") goes to the ruler itself.
    """

    def __init__(self, model: Language) -> None:
        self._vocab = model.vocab
        self._ruler: Any = model.get_pipe(RULED[0])
        self._lemmatizer: Any = model.get_pipe(RULED[1])
        self._words: set[int] = set()
        self._others = Matcher(model.vocab)
        self._classes: dict[tuple[int, int, int, int], Given] = {}
        self._bases: dict[tuple[int, int, int], int] = {}
        self._sort_patterns()

    def give(self, doc: Doc) -> Doc:
        """The document with the class, the features and the base form of its tokens."""
        if self._others(doc, allow_missing=True):
            self._ruler(doc)
            self._lemmatizer(doc)
            return doc
        rows = [self._given(*token) for token in doc.to_array(_ASKED).tolist()]
        if rows:
            doc.from_array(_GIVEN, _values(rows))
        return doc

    def _given(self, orth: int, tag: int, dep: int, lower: int, blank: int) -> Given:
        key = tag, dep, lower if lower in self._words else 0, blank
        if key not in self._classes:
            self._classes[key] = self._asked(orth, tag, dep)
        tag, dep, pos, morph, lemma = self._classes[key]
        return tag, dep, pos, morph, lemma or self._base(orth, pos, morph)

    def _asked(self, orth: int, tag: int, dep: int) -> Given:
        """What the ruler says of one token."""
        given = (
            self._ruler(self._lone(orth, ["TAG", "DEP"], (tag, dep))).to_array(_GIVEN)[0].tolist()
        )
        return given[0], given[1], given[2], given[3], given[4]

    def _base(self, orth: int, pos: int, morph: int) -> int:
        key = orth, pos, morph
        if key not in self._bases:
            doc = self._lemmatizer(self._lone(orth, ["POS", "MORPH"], (pos, morph)))
            self._bases[key] = doc[0].lemma
        return self._bases[key]

    def _lone(self, orth: int, names: list[int | str], values: tuple[int, int]) -> Doc:
        """A document of one token, with what is known of it."""
        doc = Doc(self._vocab, words=[self._vocab.strings[orth]])
        return doc.from_array(names, _values([values]))

    def _sort_patterns(self) -> None:
        """Tells the words that patterns of one token name from the patterns of another kind."""
        strings = self._vocab.strings
        for rule in self._ruler.patterns:
            for pattern in rule["patterns"]:
                if len(pattern) == 1 and all(_is_plain(*item) for item in pattern[0].items()):
                    self._words.update(strings.add(word) for word in _listed(pattern[0]))
                else:
                    self._others.add("other", [pattern])


def _values(rows: Sequence[Sequence[int]]) -> Ints2d:
    return cast(Ints2d, np.array(rows, dtype=np.uint64))


def _is_plain(name: str, wanted: object) -> bool:
    """Whether a condition is decided by a token's tag, dependency, word and blankness."""
    listed = not isinstance(wanted, Mapping) or wanted.keys() <= {"IN", "NOT_IN"}
    return name in _LONE and listed


def _listed(token: Mapping[str, Any]) -> Iterator[str]:
    """The words that one token's conditions name."""
    wanted = token.get("LOWER", ())
    if isinstance(wanted, str):
        yield wanted
    elif isinstance(wanted, Mapping):
        for words in wanted.values():
            yield from words
