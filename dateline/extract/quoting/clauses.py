"""What a cue reports, by the parse of its sentence: the stretches that are its content."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from .asides import as_told, aside_of, continued, reports_after
from .continuations import after_venue, and_that, is_own_clause
from .coordination import near_subject
from .cues import Frame
from .extents import MAX_WORDS, OBJECTS, Content, end_of, is_apart, sentence_around, trimmed
from .objects import object_of
from .venues import is_venue_noun

_PHRASES = frozenset({"after", "before", "during", "in", "at"})
_PHRASE = 8
"""Tokens among which the pronoun behind such a phrase stands."""
_NOMINATIVE = frozenset({"he", "she", "they", "we", "it"})
_ANSWERS = frozenset({"yes", "no"})
_OPENING = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "NN", "NNS", "JJ", "CD", "EX", "VBG"})


def content_of(verb: Token, frame: Frame) -> Content | None:
    """What a verb of speech or attitude reports, or None.

    Misses:
        Content in another sentence; what a noun phrase reports under a verb that takes none.
    """
    found = (
        aside_of(verb, frame)
        or as_told(verb, frame)
        or _answer(verb)
        or _clause(verb, frame)
        or _infinitive(verb, frame)
        or _prepositional(verb, frame)
        or object_of(verb, frame)
    )
    return found if found is not None and _says_something(verb, found) else None


def _says_something(verb: Token, content: Content) -> bool:
    """Whether there is more to it than a pronoun or a date."""
    return any(
        word.ent_type_ not in ("DATE", "TIME")
        and (word.pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "NUM") or word.lower_ in _ANSWERS)
        for first, last in content.ranges
        for word in verb.doc[first : last + 1]
    )


def _clause(verb: Token, frame: Frame) -> Content | None:
    if not frame.takes_clause:
        return None
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and _is_reported(verb, c)]
    after = [c for c in clauses if c.i > verb.i and not is_apart(verb, (c.i, c.i))]
    if after:
        first = max(min(c.left_edge.i for c in after), verb.i + 1)
        run = trimmed(verb, first, and_that(verb.doc, *_limits(verb, after[-1])))
        return Content((run,), "clause") if not is_apart(verb, run) else None
    before = next((c for c in clauses if c.i < verb.i), None)
    if before is None:
        return _reduced(verb) or _past_venue(verb, frame) or _unparsed(verb, frame)
    if reports_after(verb):
        return None
    runs = tuple(run for run in _runs(before, verb) if not is_apart(verb, run))
    return Content(continued(verb, runs), "clause") if runs else None


def _past_venue(verb: Token, frame: Frame) -> Content | None:
    run = None if frame.is_attitude else after_venue(verb, sentence_around(verb)[1])
    return Content((run,), "clause") if run is not None else None


def _unparsed(verb: Token, frame: Frame) -> Content | None:
    """'said using force was wrong': a clause behind a cue that takes no other, as it stands."""
    subject = near_subject(verb)
    is_open = not (frame.is_attitude or frame.takes_object or frame.has_addressee)
    if not is_open or verb.tag_ not in ("VBD", "VBZ", "VBP") or subject is None:
        return None
    doc, first = verb.doc, verb.i + 1
    _, end = sentence_around(verb)
    while first < end and (doc[first].lower_ == "on" or doc[first].ent_type_ in ("DATE", "TIME")):
        first += 1
    first = _behind_phrase(doc, first, end)
    is_quoting = subject.left_edge.i > 0 and doc[subject.left_edge.i - 1].is_quote
    if is_quoting or subject.i > verb.i or first >= end or doc[first].tag_ not in _OPENING:
        return None
    close = next((i for i in range(first, end) if doc[i].text == ";"), end)
    run = trimmed(verb, first, close - 1)
    return Content((run,), "clause") if is_own_clause(doc, *run) else None


def _behind_phrase(doc: Doc, first: int, end: int) -> int:
    """The pronoun behind "after the vote" in "said after the vote he would go", else `first`."""
    if first >= end or doc[first].lower_ not in _PHRASES:
        return first
    for word in doc[first + 1 : min(end, first + _PHRASE)]:
        if word.is_punct or word.pos_ in ("VERB", "AUX", "SCONJ"):
            return first
        if word.lower_ in _NOMINATIVE:
            return int(word.i)
    return first


def _answer(verb: Token) -> Content | None:
    """'Asked whether it held, she said no.'"""
    if verb.lemma_ not in ("say", "answer", "reply") or verb.i + 1 >= len(verb.doc):
        return None
    word = verb.nbor(1)
    is_end = word.i + 1 == len(verb.doc) or word.nbor(1).is_punct or word.nbor(1).pos_ == "CCONJ"
    if word.lower_ not in _ANSWERS or not is_end or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    return Content(((word.i, word.i),), "clause")


def _limits(verb: Token, clause: Token) -> tuple[int, int]:
    return end_of(clause), sentence_around(verb)[1]


def _reduced(verb: Token) -> Content | None:
    """'Minister says talks stalled': a clause that a headline prints without its auxiliary."""
    if not any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children):
        return None
    said = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if said is None or not any(c.dep_ == "acl" and c.i > said.i for c in said.children):
        return None
    return Content((trimmed(verb, said.left_edge.i, end_of(said)),), "clause")


def _is_reported(verb: Token, clause: Token) -> bool:
    if clause.i > verb.i:
        return not any(c.dep_ == "mark" and c.lower_ in ("as", "because") for c in clause.children)
    return verb.dep_ in ("ROOT", "ccomp", "parataxis", "conj")


def _runs(clause: Token, verb: Token) -> Iterator[tuple[int, int]]:
    first = max(clause.left_edge.i, verb.i - MAX_WORDS)
    last = min(clause.right_edge.i, verb.i + MAX_WORDS)
    indices = [i for i in range(first, last + 1) if _is_under(verb.doc[i], clause, verb)]
    start = previous = indices[0]
    for index in indices[1:]:
        if index != previous + 1:
            yield trimmed(verb, start, previous)
            start = index
        previous = index
    yield trimmed(verb, start, previous)


def _is_under(word: Token, clause: Token, verb: Token) -> bool:
    for _ in range(MAX_WORDS):
        if word.i == clause.i:
            return True
        if word.i in (verb.i, word.head.i):
            return False
        word = word.head
    return False


def _infinitive(verb: Token, frame: Frame) -> Content | None:
    if not frame.takes_infinitive:
        return None
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and child.i > verb.i and _has_to(child):
            first = child.left_edge.i
            if frame.takes_object and not frame.has_addressee:
                objects = [c.left_edge.i for c in verb.children if c.dep_ in OBJECTS]
                first = min([first, *[i for i in objects if i > verb.i]])
            return Content((trimmed(verb, max(first, verb.i + 1), end_of(child)),), "infinitive")
    return None


def _has_to(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ in ("aux", "mark") for c in verb.children)


def _prepositional(verb: Token, frame: Frame) -> Content | None:
    for child in _prepositions(verb):
        is_led = child.lower_ in frame.prepositions and child.i > verb.i
        if is_led and not _is_date(child):
            end = max(end_of(c) for c in (child, *_predicates(verb, child)))
            if end > child.i:
                return Content((trimmed(verb, child.i + 1, end),), "preposition")
    return None


def _prepositions(verb: Token) -> Iterator[Token]:
    """A verb's own, and those that hang on a venue: "called in a speech for peace"."""
    yield from verb.children
    for child in verb.children:
        if child.dep_ == "prep" and child.i == verb.i + 1:
            for noun in child.children:
                yield from noun.rights if is_venue_noun(noun) else ()


def _predicates(verb: Token, after: Token) -> list[Token]:
    return [
        c
        for c in verb.children
        if c.i > after.i and (c.lower_ == "as" or (c.dep_ in ("xcomp", "advcl") and _has_to(c)))
    ]


def _is_date(preposition: Token) -> bool:
    words = preposition.doc[preposition.i + 1 : preposition.right_edge.i + 1]
    return len(words) > 0 and all(w.ent_type_ in ("DATE", "TIME") for w in words)
