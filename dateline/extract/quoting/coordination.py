"""Verbs that one "and" joins: which cue a later one goes with."""

from __future__ import annotations

from spacy.tokens import Token

from .cues import VERBS

_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def told_beside(verb: Token) -> Token | None:
    """The cue that a verb stands beside, where the parse hangs it on what that cue reports.

    "Roe said that the dam would hold and called for calm": a finite verb cannot go on from the
    bare infinitive or participle of the clause ("would hold and call"), so it goes on from
    "said", whose tense it has. So does a participle with an object after a passive: "said that
    the road had been shut and advised drivers to wait".

    Misses:
        Clauses with a simple verb ("said that the dam held and called for calm"): both
        readings are grammatical, and the nearer is taken.
    """
    inner = verb.head
    is_active = verb.tag_ == "VBN" and any(c.dep_ == "dobj" for c in verb.rights)
    if verb.dep_ != "conj" or inner.dep_ != "ccomp" or not (verb.tag_ in _FINITE or is_active):
        return None
    if any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "mark") for c in verb.children):
        return None
    outer = inner.head
    is_cue = outer.pos_ == "VERB" and outer.lemma_ in VERBS and outer.i < inner.i
    is_bare = inner.tag_ in ("VB", "VBG", "VBN") and any(
        c.dep_ in ("aux", "auxpass") for c in inner.children
    )
    is_passive = any(c.dep_ == "auxpass" for c in inner.children)
    agrees = outer.tag_ == verb.tag_ or (is_active and is_passive)
    return outer if is_cue and is_bare and agrees else None


def near_subject(verb: Token) -> Token | None:
    """The subject of a verb: of two that a parse gives it, the one that a comma sets off.

    In "About 300 people left by noon, the mayor reported" and "the group it calls Blue" the
    nearer is its own.
    """
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "expl")]
    for subject in reversed(subjects[1:]):
        before = verb.doc[max(0, subject.left_edge.i - 1)]
        is_listed = any(c.dep_ == "conj" for c in subject.rights)
        if subject.i < verb.i and not is_listed and (before.text == "," or subject.pos_ == "PRON"):
            return subject
    return next(iter(subjects), None)
