"""Where what was said goes on beyond the clause that the parse gives to its cue."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from .cues import VERBS
from .venues import is_venue_noun

_JOINING = frozenset({"and", "but", "or", "so", "nor", "yet"})
_DEPENDENT = frozenset(
    {"until", "unless", "because", "if", "than", "for", "despite", "without", "not", "before"}
)
_CLOSING = frozenset({",", ";"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_TAIL = 14
"""Tokens that the rest of a cue's own clause may have: "said in Graz on Friday"."""


def after_cue(verb: Token, end: int) -> tuple[int, int] | None:
    """What follows a cue that what it reports precedes: "It held, she said, but the road did not".

    A clause that "and", "but" or a semicolon joins to the cue, that has a subject of its own and
    no cue, is held to be the same speaker's. `end` is where the cue's sentence ends.

    Misses:
        A remark of the article's own in such a clause; a sentence of its own.
    """
    doc = verb.doc
    close = clause_close(doc, verb.i + 1, end)
    if close is None:
        return None
    first = close + 1
    is_dependent = first < end and doc[first].lower_ in _DEPENDENT
    is_joined = first < end and doc[first].lower_ in _JOINING
    if doc[close].text == "," and not (is_dependent or is_joined):
        return None
    last = end - 1
    while last > first and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    if last <= first or is_told(doc, first, last):
        return None
    return (first, last) if is_dependent or is_own_clause(doc, first, last) else None


def clause_close(doc: Doc, first: int, end: int) -> int | None:
    """The comma or semicolon that ends a cue's own clause: ", she told me on Friday,"."""
    for index in range(first, min(end, first + _TAIL)):
        word = doc[index]
        if word.text in _CLOSING:
            return index
        if word.tag_ in _FINITE or word.tag_ == "VBG" or word.is_quote or word.text in (":", "("):
            return None
    return None


def is_own_clause(doc: Doc, first: int, last: int) -> bool:
    """Whether a subject and then a finite verb stand there."""
    verb = next((w.i for w in doc[first : last + 1] if w.tag_ in _FINITE), None)
    return verb is not None and any(w.dep_ in _SUBJECTS for w in doc[first : verb + 2])


def is_told(doc: Doc, first: int, last: int) -> bool:
    """Whether a cue or a quotation mark stands there."""
    return any(word.is_quote or _is_cue(word) for word in doc[first : last + 1])


def _is_cue(word: Token) -> bool:
    if word.text in (":", "according"):
        return True
    frame = VERBS.get(word.lemma_) if word.pos_ == "VERB" and word.tag_ != "VB" else None
    return frame is not None and not frame.is_attitude


def after_venue(verb: Token, end: int) -> tuple[int, int] | None:
    """'said in a statement that it held', where the parse hangs the clause on "statement".

    Misses:
        Words between that are not all of a place, a channel or a day.
    """
    doc = verb.doc
    index = verb.i + 1
    while index < min(end, verb.i + _TAIL) and doc[index].lower_ != "that":
        word = doc[index]
        if word.is_punct or word.pos_ in ("VERB", "AUX", "SCONJ", "PRON"):
            return None
        index += 1
    is_led = index + 2 < end and doc[index].lower_ == "that" and index > verb.i + 1
    if not is_led or not any(is_venue_noun(word) for word in doc[verb.i + 1 : index]):
        return None
    last = end - 1
    while last > index and (doc[last].is_punct or doc[last].is_space) and not doc[last].is_quote:
        last -= 1
    last = min(last, _next_cue(doc, index, last))
    return (index, last) if is_own_clause(doc, index + 1, last) else None


def _next_cue(doc: Doc, first: int, last: int) -> int:
    """Where ", adding ..." or "and implying ..." begins something else that is reported."""
    for word in doc[first + 2 : last]:
        if word.tag_ == "VBG" and word.lemma_ in VERBS and word.nbor(-1).lower_ in (",", "and"):
            return int(word.i) - 2
    return last


def and_that(doc: Doc, last: int, end: int) -> int:
    """Where a clause ends that goes on with "and that ...", "but that ...", else `last`."""
    for _ in range(3):
        index = last + 1
        if index < end and doc[index].text == ",":
            index += 1
        is_joined = index + 2 < end and doc[index].lower_ in ("and", "but", "or")
        if not is_joined or doc[index + 1].lower_ != "that" or doc[index + 1].dep_ != "mark":
            return last
        last = max(index + 1, min(int(doc[index + 1].head.right_edge.i), end - 1))
        while (
            last > index and (doc[last].is_punct or doc[last].is_space) and not doc[last].is_quote
        ):
            last -= 1
    return last
