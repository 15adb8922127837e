"""What a cue reports as a noun phrase: "condemned the raid", "called it a farce"."""

from __future__ import annotations

from spacy.tokens import Token

from .cues import Frame
from .extents import OBJECTS, Content, end_of, is_apart, trimmed

_ACTS = ("ment", "tion", "sion", "ance", "ence", "ing", "sis", "iry", "ure")
_NAMING = frozenset({"call", "term", "dub", "brand", "label", "nickname"})
_PREDICATED = frozenset({"as", "for", "of", "to", "with", "about", "over", "against"})


def object_of(verb: Token, frame: Frame) -> Content | None:
    """The noun phrase that a verb reports, with what is predicated of it, or None."""
    if not frame.takes_object or (frame.needs_clause and not _has_act(verb)):
        return None
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    is_by = any(c.dep_ == "agent" for c in verb.children)
    if verb.lemma_ in _NAMING and _is_summons(verb, passive):
        return None
    if passive is not None and is_by and not frame.needs_reason:
        return Content(((passive.left_edge.i, passive.right_edge.i),), "object")
    parts = [c for c in verb.children if c.i > verb.i and _is_object_part(c)]
    if frame.needs_reason and not any(c.lower_ in ("as", "for", "over") for c in parts):
        return None
    if not any(c.dep_ in (*OBJECTS, "ccomp", "xcomp") for c in parts):
        return None
    first = min(c.left_edge.i for c in parts)
    last = max(end_of(c) for c in parts)
    run = trimmed(verb, max(first, verb.i + 1), last)
    return Content((run,), "object") if not is_apart(verb, run) else None


def _has_act(verb: Token) -> bool:
    return any(
        (c.dep_ == "dobj" and c.lemma_.endswith(_ACTS)) or (c.dep_ == "xcomp" and c.tag_ == "VBG")
        for c in verb.rights
    )


def _is_summons(verb: Token, passive: Token | None) -> bool:
    """'called the envoys to Graz', 'the meeting was called by Graz': no one is given a name."""
    is_predicated = any(c.dep_ in ("oprd", "ccomp", "xcomp") for c in verb.rights)
    is_sent = any(c.dep_ in ("prep", "dative") and c.lower_ == "to" for c in verb.rights)
    return not is_predicated and (passive is not None or is_sent)


def _is_object_part(child: Token) -> bool:
    if child.dep_ in (*OBJECTS, "ccomp", "xcomp"):
        return child.ent_type_ not in ("DATE", "TIME")
    return child.dep_ == "prep" and child.lower_ in _PREDICATED and not _is_when(child)


def _is_when(preposition: Token) -> bool:
    return any(c.ent_type_ in ("DATE", "TIME") for c in preposition.children)
