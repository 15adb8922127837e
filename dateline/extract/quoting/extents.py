"""How far what a cue reports reaches in its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from .coordination import told_beside
from .cues import NOUNS, VERBS

MAX_WORDS = 200
"""Tokens that a sentence, and what it reports, may have: the rest of a longer one is left."""
OBJECTS = ("dobj", "oprd", "attr")


@dataclass(frozen=True, slots=True)
class Content:
    """Token ranges, last included, that a cue reports."""

    ranges: tuple[tuple[int, int], ...]
    basis: str
    """clause, infinitive, object, preposition or aside."""


def is_apart(verb: Token, run: tuple[int, int]) -> bool:
    """Whether a semicolon stands between the cue's clause and what it would report."""
    first, last = (run[1] + 1, verb.i) if run[0] < verb.i else (verb.i + 1, run[0])
    return any(word.text == ";" for word in verb.doc[first:last])


def end_of(token: Token) -> int:
    """Where a complement ends, before a participle that reports something else."""
    last = min(token.right_edge.i, token.i + MAX_WORDS)
    for word in token.doc[token.i + 1 : last + 1]:
        is_next = word.tag_ == "VBG" and word.lemma_ in VERBS and word.dep_ == "advcl"
        if is_next and word.nbor(-1).text == ",":
            return int(word.i) - 2
        if _names_the_saying(word):
            return int(word.left_edge.i) - 2
        if word.dep_ == "cc" and any(told_beside(c) is not None for c in word.head.rights):
            return int(word.i) - 1
    return int(last)


def _names_the_saying(word: Token) -> bool:
    """'..., a remark that was heard in Graz': what the article says of the words themselves."""
    frame = NOUNS.get(word.lemma_) if word.pos_ == "NOUN" else None
    if frame is None or frame.is_attitude or word.left_edge.i < 2:
        return False
    is_new = any(c.lower_ in ("a", "an") for c in word.lefts)
    is_told_of = any(c.dep_ in ("relcl", "acl") for c in word.rights)
    return is_new and is_told_of and word.doc[word.left_edge.i - 1].text == ","


def trimmed(verb: Token, first: int, last: int) -> tuple[int, int]:
    """A range of tokens without the punctuation at its ends."""
    doc = verb.doc
    while first < last and (doc[first].text in ",:;–—-―" or doc[first].is_space):
        first += 1
    while last > first and (
        doc[last].text in ",:;.–—-―" or doc[last].is_space or doc[last].pos_ == "CCONJ"
    ):
        last -= 1
    return first, last


def sentence_around(token: Token) -> tuple[int, int]:
    """First token of a token's sentence and the one after its last, `MAX_WORDS` off at most."""
    sentence = token.sent
    return max(sentence.start, token.i - MAX_WORDS), min(sentence.end, token.i + MAX_WORDS)


def has_finite(doc: Doc, first: int, last: int) -> bool:
    """Whether tokens `first` to `last` hold the verb of a main clause."""
    return any(
        word.tag_ in ("VBD", "VBZ", "VBP", "MD") and word.dep_ not in ("relcl", "advcl", "acl")
        for word in doc[first : last + 1]
    )
