"""What a cue reports, by the parse of its sentence: the stretches that are its content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from .coordination import told_beside
from .cues import VERBS, Frame

_OBJECTS = ("dobj", "oprd", "attr")
MAX_WORDS = 200
"""Tokens that a sentence, and what it reports, may have: the rest of a longer one is left."""
_SET_OFF = (",", "--", "–", "—")
_PREDICATED = frozenset({"as", "for", "of", "to", "with", "about", "over", "against"})


@dataclass(frozen=True, slots=True)
class Content:
    """Token ranges, last included, that a cue reports."""

    ranges: tuple[tuple[int, int], ...]
    basis: str
    """clause, infinitive, object, preposition or aside."""


def content_of(verb: Token, frame: Frame) -> Content | None:
    """What a verb of speech or attitude reports, or None.

    Misses:
        Content in another sentence; what a noun phrase reports under a verb that takes none.
    """
    found = (
        _aside(verb, frame)
        or _clause(verb, frame)
        or _infinitive(verb, frame)
        or _prepositional(verb, frame)
        or _object(verb, frame)
    )
    return found if found is not None and _says_something(verb, found) else None


def _says_something(verb: Token, content: Content) -> bool:
    """Whether there is more to it than a pronoun or a date."""
    return any(
        word.ent_type_ not in ("DATE", "TIME")
        and word.pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV")
        for first, last in content.ranges
        for word in verb.doc[first : last + 1]
    )


def _clause(verb: Token, frame: Frame) -> Content | None:
    if not frame.takes_clause:
        return None
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and _is_reported(verb, c)]
    after = [c for c in clauses if c.i > verb.i]
    if after:
        first = max(min(c.left_edge.i for c in after), verb.i + 1)
        run = _trimmed(verb, first, _end(after[-1]))
        return Content((run,), "clause") if not _is_apart(verb, run) else None
    before = next(iter(clauses), None)
    if before is None:
        return _reduced(verb)
    if _reports_after(verb):
        return None
    runs = tuple(run for run in _runs(before, verb) if not _is_apart(verb, run))
    return Content(runs, "clause") if runs else None


def _reduced(verb: Token) -> Content | None:
    """'Minister says talks stalled': a clause that a headline prints without its auxiliary."""
    if not any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children):
        return None
    said = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if said is None or not any(c.dep_ == "acl" and c.i > said.i for c in said.children):
        return None
    return Content((_trimmed(verb, said.left_edge.i, _end(said)),), "clause")


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
            yield _trimmed(verb, start, previous)
            start = index
        previous = index
    yield _trimmed(verb, start, previous)


def _is_apart(verb: Token, run: tuple[int, int]) -> bool:
    """Whether a semicolon stands between the cue's clause and what it would report."""
    first, last = (run[1] + 1, verb.i) if run[0] < verb.i else (verb.i + 1, run[0])
    return any(word.text == ";" for word in verb.doc[first:last])


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
                objects = [c.left_edge.i for c in verb.children if c.dep_ in _OBJECTS]
                first = min([first, *[i for i in objects if i > verb.i]])
            return Content((_trimmed(verb, max(first, verb.i + 1), _end(child)),), "infinitive")
    return None


def _has_to(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ in ("aux", "mark") for c in verb.children)


def _prepositional(verb: Token, frame: Frame) -> Content | None:
    for child in verb.children:
        is_led = child.lower_ in frame.prepositions and child.i > verb.i
        if is_led and not _is_date(child):
            end = max(_end(c) for c in (child, *_predicates(verb, child)))
            if end > child.i:
                return Content((_trimmed(verb, child.i + 1, end),), "preposition")
    return None


def _predicates(verb: Token, after: Token) -> list[Token]:
    return [
        c
        for c in verb.children
        if c.i > after.i and (c.lower_ == "as" or (c.dep_ in ("xcomp", "advcl") and _has_to(c)))
    ]


def _object(verb: Token, frame: Frame) -> Content | None:
    if not frame.takes_object:
        return None
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    is_by = any(c.dep_ == "agent" for c in verb.children)
    if passive is not None and is_by and not frame.needs_reason:
        return Content(((passive.left_edge.i, passive.right_edge.i),), "object")
    parts = [c for c in verb.children if c.i > verb.i and _is_object_part(c)]
    if frame.needs_reason and not any(c.lower_ in ("as", "for", "over") for c in parts):
        return None
    if not any(c.dep_ in (*_OBJECTS, "ccomp", "xcomp") for c in parts):
        return None
    first = min(c.left_edge.i for c in parts)
    last = max(_end(c) for c in parts)
    return Content((_trimmed(verb, max(first, verb.i + 1), last),), "object")


def _is_object_part(child: Token) -> bool:
    if child.dep_ in (*_OBJECTS, "ccomp", "xcomp"):
        return child.ent_type_ not in ("DATE", "TIME")
    return child.dep_ == "prep" and child.lower_ in _PREDICATED and not _is_when(child)


def _is_date(preposition: Token) -> bool:
    words = preposition.doc[preposition.i + 1 : preposition.right_edge.i + 1]
    return len(words) > 0 and all(w.ent_type_ in ("DATE", "TIME") for w in words)


def _is_when(preposition: Token) -> bool:
    return any(c.ent_type_ in ("DATE", "TIME") for c in preposition.children)


def _end(token: Token) -> int:
    """Where a complement ends, before a participle that reports something else."""
    last = min(token.right_edge.i, token.i + MAX_WORDS)
    for word in token.doc[token.i + 1 : last + 1]:
        is_next = word.tag_ == "VBG" and word.lemma_ in VERBS and word.dep_ == "advcl"
        if is_next and word.nbor(-1).text == ",":
            return int(word.i) - 2
        if word.dep_ == "cc" and any(told_beside(c) is not None for c in word.head.rights):
            return int(word.i) - 1
    return int(last)


def _trimmed(verb: Token, first: int, last: int) -> tuple[int, int]:
    doc = verb.doc
    while first < last and (doc[first].text in ",:;–—-―" or doc[first].is_space):
        first += 1
    while last > first and (doc[last].text in ",:;.–—-―" or doc[last].is_space):
        last -= 1
    return first, last


def _aside(verb: Token, frame: Frame) -> Content | None:
    """ "The bridge, officials said, is shut": what stands around a cue between commas."""
    if not frame.takes_clause or frame.is_attitude or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or _reports_after(verb):
        return None
    doc = verb.doc
    first = min(subject.left_edge.i, verb.i)
    if first == 0 or doc[first - 1].text not in (*_SET_OFF, "”", '"'):
        return None
    sentence_start, sentence_end = sentence_around(verb)
    if first <= sentence_start:
        return None
    last = max(subject.right_edge.i, verb.i)
    left = _trimmed(verb, _aside_start(verb, sentence_start), first - 1)
    if has_finite(doc, *left):
        return Content((left,), "aside")
    if last + 2 < sentence_end and doc[last + 1].text in _SET_OFF:
        return Content((left, _trimmed(verb, last + 2, sentence_end - 1)), "aside")
    return None


def _reports_after(verb: Token) -> bool:
    return any(
        c.dep_ in ("ccomp", "xcomp", "dobj", "oprd")
        and c.i > verb.i
        and c.right_edge.i > verb.i + 1
        for c in verb.children
        if c.dep_ != "nsubj"
    )


def _aside_start(verb: Token, start: int) -> int:
    doc = verb.doc
    while start < verb.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    return start


def sentence_around(token: Token) -> tuple[int, int]:
    """First token of a token's sentence and the one after its last, `MAX_WORDS` off at most."""
    doc = token.doc
    lowest, highest = max(0, token.i - MAX_WORDS), min(len(doc), token.i + MAX_WORDS)
    start = next((i for i in range(token.i, lowest, -1) if doc[i].is_sent_start), lowest)
    end = next((i for i in range(token.i + 1, highest) if doc[i].is_sent_start), highest)
    return start, end


def has_finite(doc: Doc, first: int, last: int) -> bool:
    """Whether tokens `first` to `last` hold the verb of a main clause."""
    return any(
        word.tag_ in ("VBD", "VBZ", "VBP", "MD") and word.dep_ not in ("relcl", "advcl", "acl")
        for word in doc[first : last + 1]
    )
