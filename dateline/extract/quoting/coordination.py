"""Verbs that one "and" joins: which cue a later one goes with."""

from __future__ import annotations

from spacy.tokens import Token

from .cues import VERBS

_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def told_beside(verb: Token) -> Token | None:
    """The cue that a verb stands beside, where the parse hangs it on what that cue reports.

    "Roe said that the dam would hold and called for calm": a finite verb cannot go on from the
    bare infinitive or participle of the clause ("would hold and call"), so it goes on from
    "said", whose tense it has.

    Misses:
        Clauses with a simple verb ("said that the dam held and called for calm"): both
        readings are grammatical, and the nearer is taken.
    """
    inner = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in _FINITE or inner.dep_ != "ccomp":
        return None
    if any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "mark") for c in verb.children):
        return None
    outer = inner.head
    is_cue = outer.pos_ == "VERB" and outer.lemma_ in VERBS and outer.i < inner.i
    is_bare = inner.tag_ in ("VB", "VBG", "VBN") and any(
        c.dep_ in ("aux", "auxpass") for c in inner.children
    )
    return outer if is_cue and is_bare and outer.tag_ == verb.tag_ else None
