"""To whom something was said, and where or through what."""

from __future__ import annotations

from spacy.tokens import Token

from .speakers import agent_of
from .stretches import Stretch

_VENUE_PREPOSITIONS = frozenset({"in", "on", "at", "during", "via", "through", "to"})
_VENUE_NOUNS = (
    "statement interview conference briefing speech tweet post letter email e-mail twitter "
    "facebook instagram telegram youtube tiktok x television tv radio hearing rally debate event "
    "meeting memo report book article ad video clip broadcast show program programme podcast "
    "address testimony court parliament phone call forum hall convention op-ed column message "
    "release blog website media magazine newspaper remark sermon lecture session summit "
    "appearance stop visit press affidavit filing document documentary essay note news"
)
_VENUES = frozenset(_VENUE_NOUNS.split())
_ADDRESSED = frozenset({"say", "write", "speak", "explain", "talk", "complain", "suggest", "admit"})
_KEPT = frozenset({"in", "of", "at", "on", "with", "for", "to", "'s"})


def addressee_of(parsed: Stretch, verb: Token | None) -> str:
    """Whom the words were said to, as written, or empty.

    Misses:
        An addressee named outside the cue's own clause.
    """
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return ""
    for child in verb.children:
        if _is_addressee(verb, child):
            return _words(parsed, child)
        if child.lower_ == "to" and child.dep_ in ("prep", "dative") and verb.lemma_ in _ADDRESSED:
            noun = next((c for c in child.children if c.dep_ == "pobj"), None)
            is_time = noun is not None and noun.ent_type_ in ("DATE", "TIME")
            if noun is not None and not is_time and noun.lemma_.lower() not in _VENUES:
                return _words(parsed, noun)
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    told = passive if verb.lemma_ in ("tell", "ask") and agent_of(verb) is not None else None
    return _words(parsed, told) if told is not None else ""


def _is_addressee(verb: Token, child: Token) -> bool:
    if child.i < verb.i or child.dep_ not in ("dobj", "dative") or child.lower_ == "to":
        return False
    if verb.lemma_ in ("tell", "remind", "assure", "inform", "notify", "brief"):
        return child.pos_ in ("NOUN", "PROPN", "PRON") and child.ent_type_ not in ("DATE", "TIME")
    if verb.lemma_ in ("ask", "urge", "warn", "advise", "caution", "order", "implore", "exhort"):
        return any(c.dep_ in ("xcomp", "ccomp") and c.i > child.i for c in verb.children)
    return False


def venue_of(parsed: Stretch, verb: Token | None) -> str:
    """Where or through what the words were said, as written, or empty.

    Misses:
        A place of speaking that the sentence does not tie to the cue; outlets named only as
        the addressee ("told the Gazette").
    """
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return ""
    for preposition in _prepositions(verb):
        noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
        if noun is not None and _is_venue(preposition, noun):
            return _words(parsed, noun)
    return ""


def _prepositions(verb: Token) -> list[Token]:
    own = [c for c in verb.children if c.dep_ == "prep"]
    objects = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i]
    found = own + [c for o in objects for c in o.children if c.dep_ == "prep"]
    return [c for c in found if c.lower_ in _VENUE_PREPOSITIONS]


def _is_venue(preposition: Token, noun: Token) -> bool:
    if preposition.lower_ == "to":
        return False
    if noun.lemma_.lower() in _VENUES or noun.lower_ in _VENUES:
        return True
    return preposition.lower_ == "on" and noun.ent_type_ in ("ORG", "WORK_OF_ART", "PRODUCT")


def _words(parsed: Stretch, noun: Token) -> str:
    last = noun.i
    for child in noun.rights:
        if child.dep_ in ("relcl", "acl", "advcl", "ccomp") or child.is_punct:
            break
        if child.dep_ == "prep" and child.lower_ not in _KEPT:
            break
        last = _before_clause(child)
    words = parsed.slice(parsed.span(parsed.doc[noun.left_edge.i : last + 1]))
    return " ".join(words.split()).strip(" ,.;:\"“”'")


def _before_clause(child: Token) -> int:
    for word in child.subtree:
        is_clause = word.dep_ in ("relcl", "acl", "advcl")
        is_other = word.dep_ == "prep" and word.lower_ not in _KEPT and word.i > child.i
        if (is_clause or is_other) and word.left_edge.i > child.i:
            return int(word.left_edge.i) - 1
    return int(child.right_edge.i)
