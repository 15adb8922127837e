"""Who speaks, as the sentence says it: the phrase that is the subject of a cue."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from ...records import Span
from ..naming.linked import LONGEST, linked
from ..naming.vocabulary import MONTHS_DAYS
from .coordination import near_subject, told_beside
from .cues import VERBS
from .stretches import Stretch

MAX_CLIMB = 5
_RELATIVES = frozenset({"who", "which", "that"})
_EDGES = frozenset(" \t\r\n\"'“”‘’«»„`,;:.-–—―(•*")
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True)
class Speaker(Span):
    """The words that name a speaker at one cue."""

    parsed: Stretch
    head: Token
    """The phrase's main word, in which a name or a common noun is looked for."""
    is_relative: bool = False
    """The words are "who" or "which"; `head` is then the noun they stand for."""

    @property
    def surface(self) -> str:
        return self.parsed.slice(self)


def speaker_at(parsed: Stretch, verb: Token) -> Speaker | None:
    """The phrase that is the logical subject of a verb, or None.

    Misses:
        A subject that another sentence names; the object that controls an infinitive two
        clauses down.
    """
    head = _subject(verb, MAX_CLIMB)
    return phrase(parsed, head, verb) if head is not None else None


def phrase(parsed: Stretch, head: Token, verb: Token | None = None) -> Speaker | None:
    """The noun phrase of a head, without the clauses that hang on it."""
    if head.lower_ in _RELATIVES and head.dep_.startswith("nsubj") and head.head.dep_ == "relcl":
        where = parsed.span(head)
        return Speaker(where.start, where.end, parsed, head.head.head, is_relative=True)
    first, last = head.left_edge.i, _last(head)
    if verb is not None and first <= verb.i <= last:
        first, last = (first, verb.i - 1) if head.i < verb.i else (verb.i + 1, last)
    return between(parsed, first, last, head)


def between(parsed: Stretch, first: int, last: int, head: Token) -> Speaker | None:
    """The speaker that tokens `first` to `last` name, its edges trimmed, or None."""
    while first < last and _is_day(parsed.doc[first]):
        first += 1
    if first > last:
        return None
    text, offset = parsed.text, parsed.start
    where = parsed.span(parsed.doc[first : last + 1])
    start, end = where.start - offset, where.end - offset
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES and not _is_abbreviated(text, end):
        end -= 1
    start, end = _whole_name(text, start, end)
    return Speaker(start + offset, end + offset, parsed, head) if start < end else None


def _is_day(word: Token) -> bool:
    """Whether it is the day that the parse takes for part of a name: "On Monday Ann Roe said"."""
    return word.lower_ in MONTHS_DAYS and word.ent_type_ in ("DATE", "TIME") and word.i > 0


def _whole_name(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the rest of a hyphened name that the parse cut: "Pul-e", "-Khumri"."""
    if start < end and text[end : end + 1] == "-":
        first = max(text.rfind(" ", start, end) + 1, start, end - LONGEST)
        hyphen = text.find("-", first, end)
        grown = linked(text, start, hyphen if hyphen > 0 else end)
        return grown if grown[1] > end else (start, end)
    return start, end


def noun_phrase(parsed: Stretch, first: int, last: int) -> Speaker | None:
    """The first noun phrase among tokens `first` to `last`, or None."""
    for index in range(first, last + 1):
        head = parsed.doc[index]
        if head.pos_ in _NOMINAL:
            while head.dep_ in ("compound", "nmod", "poss") and first <= head.head.i <= last:
                head = head.head
            added = [c.right_edge.i for c in head.rights if c.dep_ in ("prep", "appos")]
            return between(
                parsed, max(first, head.left_edge.i), min(last, max([head.i, *added])), head
            )
    return None


def _is_abbreviated(text: str, end: int) -> bool:
    return text[end - 1] == "." and text[max(0, end - 3) : end - 2] in (".", " ")


def _last(head: Token) -> int:
    for child in head.rights:
        if child.dep_ in _CLAUSES and child.left_edge.i > head.i:
            return int(child.left_edge.i) - 1
    return int(head.right_edge.i)


def subject_token(verb: Token) -> Token | None:
    """The verb's own grammatical subject in the active, or its agent in the passive."""
    if not is_passive(verb):
        own = near_subject(verb)
        if own is not None:
            return own
    return agent_of(verb)


def is_passive(verb: Token) -> bool:
    """Whether the verb has a passive subject or auxiliary."""
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)


def agent_of(verb: Token) -> Token | None:
    """The noun after the "by" of a passive, or None."""
    for child in verb.children:
        if child.dep_ == "agent" and child.lower_ == "by":
            return next((word for word in child.children if word.dep_ == "pobj"), None)
    return None


def possessor(noun: Token) -> Token | None:
    """Whose it is: "the minister's" in "the minister's call", or None."""
    return next((child for child in noun.children if child.dep_ == "poss"), None)


def _subject(verb: Token, climbs: int) -> Token | None:
    own = subject_token(verb)
    if own is not None:
        return own
    above = verb.head
    if climbs == 0 or is_passive(verb) or above.i == verb.i:
        return None
    if verb.dep_ == "acl":
        return None if verb.tag_ == "VBN" else above
    if verb.dep_ in ("pcomp", "xcomp", "advcl", "conj", "ccomp"):
        return _inherited(verb, above, climbs)
    return None


def _inherited(verb: Token, above: Token, climbs: int) -> Token | None:
    if verb.dep_ == "ccomp" and verb.tag_ not in ("VBG", "VB"):
        return None
    beside = told_beside(verb)
    if beside is not None:
        return _passive_subject(beside) or _subject(beside, climbs - 1)
    if verb.dep_ == "xcomp":
        controlled = _controller(above)
        if controlled is not None:
            return controlled
    if above.pos_ == "ADP":
        above = above.head
    if above.pos_ not in ("VERB", "AUX"):
        return possessor(above)
    if verb.dep_ == "advcl":
        above = _reporting(verb, above)
    return _passive_subject(above) or _subject(above, climbs - 1)


def _reporting(verb: Token, above: Token) -> Token:
    """The cue above a clause: in "Roe said it was late, adding ...", "adding" goes with "said"."""
    outer = above.head
    is_set_off = verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).text == ","
    is_cue = outer.lemma_ in VERBS and not VERBS[outer.lemma_].is_attitude
    return outer if is_set_off and above.dep_ == "ccomp" and is_cue and outer.i < verb.i else above


def _passive_subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ == "nsubjpass"), None)


def _controller(verb: Token) -> Token | None:
    frame = VERBS.get(verb.lemma_)
    if frame is None or not (frame.has_addressee or frame.takes_object):
        return None
    return next((child for child in verb.children if child.dep_ in ("dobj", "dative")), None)
