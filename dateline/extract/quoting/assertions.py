"""Cues that put no words into anyone's mouth, though their form is that of a report."""

from __future__ import annotations

from spacy.tokens import Token

from .cues import NOUNS, VERBS, Frame
from .extents import Content
from .speakers import Speaker, agent_of, is_passive

_NOBODY = frozenset({"nobody", "none", "neither", "nothing"})
_NO = frozenset({"no", "neither"})
_EMPTY = frozenset({"it", "this", "that", "these", "those", "what"})
_RECEIVED = frozenset({"tell", "ask", "urge"})
_RECEIVED_BY_SUBJECT = frozenset({"ask", "question", "press", "challenge"})
_TOLD_TO = frozenset(
    {"tell", "order", "urge", "advise", "instruct", "command", "encourage", "remind", "exhort"}
)
_ANONYMITY = frozenset({"named", "identified", "anonymous", "called", "quoted"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_INFORMANTS = frozenset(
    {"official", "police", "ministry", "source", "witness", "expert", "media", "report", "agency"}
)
_NORMS = frozenset(
    [
        "rule",
        "rules",
        "law",
        "laws",
        "sharia",
        "custom",
        "customs",
        "tradition",
        "traditions",
        "principle",
        "principles",
        "standard",
        "standards",
        "need",
        "needs",
        "ability",
        "schedule",
        "plan",
        "size",
        "wishes",
        "taste",
        "preference",
        "terms",
        "calendar",
        "procedure",
        "procedures",
        "criteria",
    ]
)


def is_unsaid(verb: Token, frame: Frame, content: Content, speaker: Speaker | None) -> bool:
    """Whether no one is reported to have said the content of a verb.

    So where nobody speaks ("nobody said why"), where only who was told is named ("was asked to
    leave", and in a headline "Farmers told to leave"), and in "asked not to be named".

    Misses:
        What someone may, must or hopes to say; the same formulas in other words.
    """
    if speaker is None:
        return not (is_passive(verb) and _is_hearsay(frame, content))
    if is_nobody(speaker) or _is_received(verb, content) or _is_anonymous(verb, content):
        return True
    if _is_plural(verb) or _is_source(verb, content):
        return True
    return frame.family == "show" and speaker.head.lower_ in _EMPTY


def is_received(verb: Token) -> bool:
    """Whether it is a participle of being asked or told by no one named: "Asked why, Roe said"."""
    is_bare = verb.tag_ == "VBN" and verb.dep_ == "advcl" and agent_of(verb) is None
    is_alone = not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in verb.lefts)
    return is_bare and is_alone and verb.lemma_ in _RECEIVED_BY_SUBJECT


def is_nobody(speaker: Speaker) -> bool:
    """Whether the words name no one: "nobody", "no official", "neither side"."""
    head = speaker.head
    return head.lower_ in _NOBODY or any(
        child.dep_ == "det" and child.lower_ in _NO for child in head.lefts
    )


def is_norm(source: Token) -> bool:
    """Whether what something accords with is a rule or a measure, and no one's account."""
    return source.lower_ in _NORMS


def _is_hearsay(frame: Frame, content: Content) -> bool:
    if frame.is_attitude:
        return content.basis in ("clause", "infinitive")
    return content.basis in ("clause", "infinitive") and frame.family not in _RECEIVED


def _is_received(verb: Token, content: Content) -> bool:
    """'Farmers told to leave': verbs that need a hearer, without one, are passive."""
    if verb.lemma_ not in _TOLD_TO or content.basis != "infinitive" or verb.tag_ == "VB":
        return False
    first = content.ranges[0][0]
    return verb.doc[first].lower_ in ("to", "not") and first == verb.i + 1


def _is_plural(verb: Token) -> bool:
    """'Roe rejects calls to go': a headline's noun that the parse takes for its verb."""
    before = verb.nbor(-1) if verb.i > 0 else None
    is_noun = verb.lemma_ in NOUNS and verb.tag_ == "VBZ"
    return is_noun and before is not None and before.tag_ == "NNS" and before.lemma_ in VERBS


def _is_source(verb: Token, content: Content) -> bool:
    """'Roe, citing the ministry, said ...': from whom it was heard, and nothing that was said."""
    is_citing = verb.tag_ == "VBG" and verb.lemma_ in ("cite", "quote")
    objects = [c for c in verb.rights if c.dep_ == "dobj"]
    if not is_citing or content.basis != "object" or not objects:
        return False
    head = objects[0]
    first, last = content.ranges[0]
    is_plain = not any(w.is_quote or w.pos_ == "VERB" for w in verb.doc[first : last + 1])
    return is_plain and (head.ent_type_ in _NAMED or head.lemma_ in _INFORMANTS)


def _is_anonymous(verb: Token, content: Content) -> bool:
    if verb.lemma_ != "ask" or content.basis != "infinitive":
        return False
    first = content.ranges[0][0]
    return any(word.lower_ in _ANONYMITY for word in verb.doc[first : first + 5])
