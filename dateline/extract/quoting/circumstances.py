"""To whom something was said, and where or through what."""

from __future__ import annotations

from spacy.tokens import Token

from ...records import Span
from .cues import VERBS
from .speakers import agent_of
from .stretches import Stretch
from .venues import is_venue_noun

_VENUE_PREPOSITIONS = frozenset({"in", "on", "at", "during", "via", "through", "to", "by"})
_ADDRESSED = frozenset({"say", "write", "speak", "explain", "talk", "complain", "suggest", "admit"})
_TELLING = frozenset({"tell", "remind", "assure", "inform", "notify", "brief"})
_ASKING = frozenset(
    {"ask", "urge", "warn", "advise", "caution", "order", "implore", "exhort", "promise"}
)
_CALLED_ON = frozenset({("call", "on"), ("call", "upon"), ("appeal", "to")})
_SPEAKING = frozenset({"speak", "talk", "write", "appear", "testify"})
_TOPICAL = frozenset({"of", "about"})
_ON_TOPIC = frozenset({"ask", "question", "press", "quiz", "speak", "talk"})
_TIMES = ("DATE", "TIME")
_CLAUSES = ("relcl", "acl", "advcl", "ccomp")
_KEPT = frozenset({"in", "of", "at", "on", "with", "to", "'s"})
_HEARERS = frozenset({"in", "of", "with", "for", "from", "to", "'s"})


def addressee_of(parsed: Stretch, verb: Token | None) -> str:
    """Whom the words were said to, as written, or empty.

    Misses:
        An addressee named outside the cue's own clause, but for "asked by a reporter".
    """
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return ""
    for child in verb.children:
        noun = child if _is_addressee(verb, child) else _called_on(verb, child)
        if noun is not None:
            return _words(parsed, noun, _HEARERS)
        if child.lower_ == "to" and child.dep_ in ("prep", "dative") and verb.lemma_ in _ADDRESSED:
            noun = _object(child)
            if noun is not None and noun.ent_type_ not in _TIMES and not is_venue_noun(noun):
                return _words(parsed, noun, _HEARERS)
    told = _told(verb)
    return _words(parsed, told, _HEARERS) if told is not None else ""


def _object(preposition: Token) -> Token | None:
    return next((c for c in preposition.children if c.dep_ == "pobj"), None)


def _is_addressee(verb: Token, child: Token) -> bool:
    if child.i < verb.i or child.dep_ not in ("dobj", "dative") or child.lower_ == "to":
        return False
    if verb.lemma_ in _TELLING:
        return child.pos_ in ("NOUN", "PROPN", "PRON") and child.ent_type_ not in _TIMES
    if verb.lemma_ in _ASKING:
        return any(c.dep_ in ("xcomp", "ccomp") and c.i > child.i for c in verb.children)
    return False


def _called_on(verb: Token, child: Token) -> Token | None:
    """'called on the mayor to resign', 'appealed to donors to give'."""
    if (verb.lemma_, child.lower_) not in _CALLED_ON or child.i < verb.i:
        return None
    noun = _object(child)
    is_asked = any(c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > child.i for c in verb.children)
    return noun if is_asked and noun is not None and noun.ent_type_ not in _TIMES else None


def _told(verb: Token) -> Token | None:
    """Who was told, of a passive cue; who asked, of "asked by a reporter, she replied ..."."""
    if verb.lemma_ in ("tell", "ask") and agent_of(verb) is not None:
        return next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    asked = (c for c in verb.lefts if c.dep_ == "advcl" and c.lower_ == "asked")
    return next(filter(None, map(agent_of, asked)), None)


def venue_of(parsed: Stretch, verb: Token | None) -> str:
    """Where or through what the words were said, as written and without the day, or empty.

    Misses:
        A place of speaking that the sentence does not tie to the cue, or that is only a town;
        outlets named only as the addressee ("told the Gazette").
    """
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return ""
    for preposition in _prepositions(verb):
        noun = _object(preposition)
        if noun is not None and _is_venue(preposition, noun):
            return _words(parsed, noun, _KEPT)
    return ""


def topics_of(parsed: Stretch, verb: Token | None) -> list[Span]:
    """The phrases that say whom or what the words are about: "said of Roe", "asked about Roe".

    Misses:
        Topics that another sentence names; "turning to" and other turns of phrase.
    """
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return []
    led = [c for c in verb.children if c.dep_ == "advcl" and c.lemma_ in _ON_TOPIC]
    found = [c for word in (verb, *led) for c in word.children if c.lower_ in _TOPICAL]
    objects = [_object(preposition) for preposition in found if preposition.dep_ == "prep"]
    nouns = [noun for noun in objects if noun is not None and noun.ent_type_ not in _TIMES]
    return [parsed.span(parsed.doc[noun.left_edge.i : noun.right_edge.i + 1]) for noun in nouns]


def _prepositions(verb: Token) -> list[Token]:
    frame = VERBS.get(verb.lemma_)
    leading = frame.prepositions if frame is not None else frozenset()
    own = [c for c in verb.children if c.dep_ == "prep" and c.lower_ not in leading]
    speaking = [c for c in verb.children if c.dep_ == "advcl" and c.lemma_ in _SPEAKING]
    own += [c for word in speaking for c in word.children if c.dep_ == "prep"]
    objects = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i]
    found = own + [c for o in objects for c in o.children if c.dep_ == "prep"]
    return [c for c in found if c.lower_ in _VENUE_PREPOSITIONS]


def _is_venue(preposition: Token, noun: Token) -> bool:
    if preposition.lower_ == "to":
        return False
    if is_venue_noun(noun):
        return True
    if preposition.lower_ == "at":
        return noun.pos_ == "PROPN" and noun.ent_type_ not in (*_TIMES, "PERSON")
    return preposition.lower_ == "on" and noun.ent_type_ in ("ORG", "WORK_OF_ART", "PRODUCT")


def _words(parsed: Stretch, noun: Token, kept: frozenset[str]) -> str:
    last = noun.i
    for child in noun.rights:
        if child.dep_ in _CLAUSES or child.is_punct or child.ent_type_ in _TIMES:
            break
        if child.dep_ == "prep" and not _stays(child, kept):
            break
        last = _before_clause(child, kept)
    words = parsed.slice(parsed.span(parsed.doc[noun.left_edge.i : last + 1]))
    return " ".join(words.split()).strip(" ,.;:\"“”'")


def _stays(preposition: Token, kept: frozenset[str]) -> bool:
    noun = _object(preposition)
    return preposition.lower_ in kept and (noun is None or noun.ent_type_ not in _TIMES)


def _before_clause(child: Token, kept: frozenset[str]) -> int:
    for word in child.subtree:
        is_clause = word.dep_ in ("relcl", "acl", "advcl") or word.ent_type_ in _TIMES
        is_other = word.dep_ == "prep" and not _stays(word, kept) and word.i > child.i
        if (is_clause or is_other) and word.left_edge.i > child.i:
            return int(word.left_edge.i) - 1
    return int(child.right_edge.i)
