"""The tense of the clause in which a date stands, read off the parse."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Doc, Token

Tense = Literal["past", "present", "future", ""]

_FUTURE_AUX = frozenset({"will", "shall", "'ll", "wo", "would", "could", "may", "might", "can"})
_UNREAL_AUX = frozenset({"would", "could", "may", "might", "can", "should", "must"})
_PLANNING = frozenset(
    [
        "expect",
        "schedule",
        "plan",
        "due",
        "set",
        "slate",
        "intend",
        "hope",
        "want",
        "need",
        "aim",
        "ask",
        "urge",
        "order",
        "vow",
    ]
)
_SPEAKING = frozenset(
    ["say", "tell", "report", "announce", "add", "warn", "write", "state", "claim", "show"]
)
_SCHEDULED = frozenset(
    ("open", "begin", "start", "close", "end", "meet", "resume", "arrive", "leave", "expire")
) | {"vote", "return", "travel", "convene"}
_STEPS = 12
_LIST_REACH = 40


def tense_at(doc: Doc, start: int, end: int) -> Tense:
    """past, present or future of the nearest verb above a stretch of the parse, or empty."""
    tokens = doc.char_span(start, end, alignment_mode="expand")
    if tokens is None or len(tokens) == 0:
        return ""
    first, token = tokens.start, tokens.root
    for _ in range(_STEPS):
        if token.pos_ in ("VERB", "AUX") and (tense := _verb_tense(token)):
            return "" if _is_listed(doc, token.i, first) else tense
        if token.head is token:
            break
        token = token.head
    return ""


def lasted(doc: Doc, start: int, end: int) -> bool:
    """Whether "until" before a stretch ends a state of the past: "who until Sunday was mayor".

    So it does where the words open the clause of a past verb, or say how long someone was what.
    """
    tokens = doc.char_span(start, end, alignment_mode="expand")
    if tokens is None or len(tokens) == 0 or tense_at(doc, start, end) != "past":
        return False
    verb = next((t for t in tokens.root.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_ in _SPEAKING:
        return False
    return verb.i > tokens.start or any(child.dep_ == "attr" for child in verb.children)


def _is_listed(doc: Doc, verb: int, first: int) -> bool:
    """Whether a colon parts words from the verb: items without one report ("Lima on Friday")."""
    return verb < first and any(
        token.text == ":" for token in doc[max(verb + 1, first - _LIST_REACH) : first]
    )


def _verb_tense(verb: Token) -> Tense:
    auxiliaries = [t for t in verb.children if t.dep_ in ("aux", "auxpass")]
    words = {t.lower_ for t in auxiliaries}
    if words & _UNREAL_AUX and words & {"have", "'ve"}:
        return "past"
    if words & _FUTURE_AUX:
        return "future"
    if "to" in words:
        return _infinitive_tense(verb)
    if verb.tag_ == "VBD" or words & {"was", "were", "had", "has", "have", "did", "'ve"}:
        return "past"
    if verb.lemma_ in _SPEAKING and verb.tag_ in ("VBZ", "VBP"):
        return "past"
    if verb.lemma_ in ("plan", "schedule", "expect", "set") and words:
        return "future"
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_ in _SCHEDULED:
        return "future"
    if verb.tag_ in ("VBZ", "VBP") or words & {"is", "are", "'re", "'m", "am", "does", "do"}:
        return "present"
    return ""


def _infinitive_tense(verb: Token) -> Tense:
    """An infinitive looks ahead after a word of planning or as a headline; else its head says."""
    head = verb.head
    if head is verb or head.lemma_ in _PLANNING or head.pos_ in ("NOUN", "PROPN", "ADJ"):
        return "future"
    return "future" if head.lemma_ == "be" and head.tag_ != "VBN" else ""
