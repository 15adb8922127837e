"""Cues with what they report and who speaks, by the parse alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from ...records import Span
from .assertions import is_norm, is_received, is_unsaid
from .clauses import content_of
from .cues import ADJECTIVES, FAMILY_BY_PREPOSITION, NOUNS, VERBS, Frame
from .extents import Content, has_finite, sentence_around
from .speakers import Speaker, between, phrase, possessor, speaker_at
from .stretches import Stretch
from .venues import is_venue_noun

_ACCORDING = Frame("say")
_LIGHT_VERBS = (
    "make issue give offer raise voice repeat reiterate renew level have release express deliver "
    "send post publish lodge file"
)
_SOURCES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_LIGHT = frozenset(_LIGHT_VERBS.split())
_CUES = frozenset(map(get_string_id, (*VERBS, *NOUNS, *ADJECTIVES)))
_LEADING = frozenset(map(get_string_id, ("according", "per", "words")))
"""Words that lead to a report whatever their lemma, as spaCy numbers them."""


@dataclass(frozen=True, slots=True)
class Report:
    """One cue: its content, speaker and the words of the cue."""

    parsed: Stretch
    pieces: tuple[Span, ...]
    """Content, in order, in the article's offsets."""
    frame: Frame
    cue: Span | None
    speaker: Speaker | None
    anchor: Token | None
    """The token that the cue hangs on."""
    basis: str
    """How the content was found: clause, infinitive, object, preposition, aside, noun, ..."""


def find_reports(parsed: Stretch, quoted: Set[int]) -> list[Report]:
    """The reports of one parse whose cue stands outside quotation marks.

    Misses:
        Cues that are not in the tables; content that a sentence after the cue carries; a
        speaker named by "sources close to the matter" and no noun phrase.
    """
    found: list[Report] = []
    words = parsed.doc.to_array(["LOWER", "LEMMA"]).tolist()
    for number, (lower, lemma) in enumerate(words):
        if (lemma in _CUES or lower in _LEADING) and number not in quoted:
            reports = _at(parsed, parsed.doc[number])
            found.extend(r for r in reports if not _repeats(found, r))
    return found


def _repeats(found: Sequence[Report], report: Report) -> bool:
    """Whether it is part of the report before it and by the same speaker: "she said she hoped"."""
    if found and _is_declined(found[-1], report):
        return True
    if not found or report.basis in ("clause", "aside") or report.speaker is None:
        return False
    if report.speaker.head.pos_ != "PRON" or report.speaker.is_relative:
        return False
    outer = found[-1].pieces[-1]
    return outer.start < report.pieces[0].start < outer.end and not found[-1].frame.is_attitude


def _is_declined(outer: Report, report: Report) -> bool:
    """Whether it is what someone will not, or offers to, say: "declined to say when"."""
    verb = report.anchor
    is_under = verb is not None and verb.tag_ == "VB" and verb.dep_ == "xcomp"
    if verb is None or not is_under or outer.anchor is None or outer.basis != "infinitive":
        return False
    return verb.head.i == outer.anchor.i and not outer.frame.is_attitude


def _at(parsed: Stretch, token: Token) -> Iterable[Report]:
    if token.lower_ in ("according", "per"):
        return _according(parsed, token)
    if token.lower_ == "words" and possessor(token) is not None:
        return _in_words_of(parsed, token)
    if token.pos_ in ("VERB", "AUX") and token.lemma_ in VERBS:
        return _verbal(parsed, token, VERBS[token.lemma_])
    if token.pos_ == "NOUN" and token.lemma_ in NOUNS:
        return _nominal(parsed, token, NOUNS[token.lemma_])
    if token.pos_ == "ADJ" and token.lemma_ in ADJECTIVES:
        return _adjectival(parsed, token, ADJECTIVES[token.lemma_])
    return ()


def _verbal(parsed: Stretch, verb: Token, frame: Frame) -> Iterator[Report]:
    content = content_of(verb, frame)
    if content is None:
        return
    speaker = speaker_at(parsed, verb)
    if is_received(verb):
        yield _report(parsed, content, frame, cue_words(parsed, verb), None, verb)
        return
    if is_unsaid(verb, frame, content, speaker):
        return
    if content.basis == "preposition":
        frame = _by_preposition(verb, frame, content)
    yield _report(parsed, content, frame, cue_words(parsed, verb), speaker, verb)


def _by_preposition(verb: Token, frame: Frame, content: Content) -> Frame:
    leading = verb.doc[content.ranges[0][0] - 1].lower_
    family = FAMILY_BY_PREPOSITION.get((verb.lemma_, leading), frame.family)
    return replace(frame, family=family)


def _report(
    parsed: Stretch,
    content: Content,
    frame: Frame,
    cue: Span,
    speaker: Speaker | None,
    anchor: Token,
) -> Report:
    pieces = tuple(parsed.span(parsed.doc[a : z + 1]) for a, z in content.ranges)
    return Report(parsed, pieces, frame, cue, speaker, anchor, content.basis)


def cue_words(parsed: Stretch, verb: Token) -> Span:
    """The cue as written: the verb with its negation, particle and the preposition it takes."""
    first = last = verb.i
    for child in verb.children:
        if child.dep_ == "prt" and child.i == last + 1:
            last = child.i
        elif child.dep_ == "neg" and child.i < verb.i:
            first = min(first, *(c.i for c in verb.children if c.dep_ == "aux"), child.i)
    frame = VERBS.get(verb.lemma_)
    following = verb.doc[last + 1] if last + 1 < len(verb.doc) else None
    if frame and following is not None and following.lower_ in frame.prepositions:
        last = last if following.dep_ == "mark" else following.i
    return parsed.span(parsed.doc[first : last + 1])


def _nominal(parsed: Stretch, noun: Token, frame: Frame) -> Iterator[Report]:
    content = _noun_content(noun, frame)
    if content is None:
        return
    owner = possessor(noun)
    if owner is not None and owner.ent_type_ in ("DATE", "TIME"):
        return
    speaker = phrase(parsed, owner) if owner is not None else _giver(parsed, noun)
    if speaker is not None:
        yield _report(parsed, content, frame, parsed.span(noun), speaker, noun)


def _noun_content(noun: Token, frame: Frame) -> Content | None:
    for child in noun.rights:
        if frame.takes_clause and child.dep_ in ("acl", "ccomp") and _has_that(child):
            return Content(((child.left_edge.i, child.right_edge.i),), "noun")
        if frame.takes_infinitive and _is_infinitive(child):
            return Content(((child.left_edge.i, child.right_edge.i),), "noun")
        if child.lower_ in frame.prepositions and child.right_edge.i > child.i:
            return Content(((child.i + 1, child.right_edge.i),), "noun")
    return None


def _is_infinitive(clause: Token) -> bool:
    return clause.dep_ in ("acl", "xcomp", "advcl") and any(
        c.lower_ == "to" and c.dep_ == "aux" for c in clause.children
    )


def _has_that(clause: Token) -> bool:
    return any(c.lower_ in ("that", "whether") and c.dep_ == "mark" for c in clause.children)


def _giver(parsed: Stretch, noun: Token) -> Speaker | None:
    verb = noun.head
    if noun.dep_ == "dobj" and verb.pos_ == "VERB" and verb.lemma_ in _LIGHT:
        return speaker_at(parsed, verb)
    return None


def _adjectival(parsed: Stretch, adjective: Token, frame: Frame) -> Iterator[Report]:
    verb = adjective.head
    if adjective.dep_ != "acomp" or verb.pos_ not in ("AUX", "VERB"):
        return
    speaker = speaker_at(parsed, verb)
    for child in adjective.rights:
        is_clause = child.dep_ in ("ccomp", "xcomp")
        if is_clause or child.lower_ in frame.prepositions:
            first = child.left_edge.i if is_clause else child.i + 1
            if first <= child.right_edge.i and speaker is not None:
                content = Content(((first, child.right_edge.i),), "adjective")
                yield _report(parsed, content, frame, parsed.span(adjective), speaker, adjective)
                return


def _according(parsed: Stretch, according: Token) -> Iterator[Report]:
    doc = parsed.doc
    to = according.i + 1 if according.lower_ == "according" else according.i
    if to >= len(doc) or (doc[to].lower_ != "to" and not _opens_clause(doc[to])):
        return
    source = next((c for c in doc[to].children if c.dep_ == "pobj"), None)
    if source is None or is_norm(source):
        return
    named = _source_end(source)
    last = _past_aside(source, named)
    speaker = between(parsed, to + 1, named, source)
    pieces = tuple(_rest_of_sentence(parsed, according.i, last))
    if speaker is not None and pieces:
        cue = parsed.span(doc[according.i : to + 1])
        yield Report(parsed, pieces, _ACCORDING, cue, speaker, according, "according")


def _opens_clause(per: Token) -> bool:
    """'Per a statement from the ministry, ...' and '..., per Reuters', not "4 euros per head"."""
    before = per.nbor(-1).text if per.i > 0 and not per.is_sent_start else ","
    source = next((c for c in per.children if c.dep_ == "pobj"), None)
    is_source = source is not None and (source.ent_type_ in _SOURCES or is_venue_noun(source))
    return per.lower_ == "per" and before == "," and is_source


def _in_words_of(parsed: Stretch, words: Token) -> Iterator[Report]:
    """'In the minister's words, the dam was a joke'."""
    owner, preposition = possessor(words), words.head
    if owner is None or preposition.lower_ != "in" or words.i + 1 >= len(parsed.doc):
        return
    pieces = tuple(_rest_of_sentence(parsed, preposition.i, words.i))
    speaker = between(parsed, owner.left_edge.i, owner.i, owner)
    if speaker is not None and pieces and words.nbor(1).text == ",":
        cue = parsed.span(words)
        yield Report(parsed, pieces, _ACCORDING, cue, speaker, words, "according")


def _source_end(source: Token) -> int:
    last = int(source.right_edge.i)
    start, sent_end = sentence_around(source)
    is_first = source.i - start < 4
    for word in source.doc[source.i + 1 : min(last + 1, sent_end)]:
        if word.text == "," and is_first:
            return int(word.i) - 1
        if word.dep_ in ("relcl", "advcl", "ccomp") and word.left_edge.i > source.i:
            return int(word.left_edge.i) - 1
    return last


def _past_aside(source: Token, named: int) -> int:
    """Where what commas set off behind a source ends: "according to Roe, the mayor, it held"."""
    doc = source.doc
    aside = next(
        (c for c in source.rights if c.dep_ in ("appos", "relcl") and c.left_edge.i == named + 2),
        None,
    )
    end = aside.right_edge.i if aside is not None and doc[named + 1].text == "," else named
    is_closed = end + 1 < len(doc) and doc[end + 1].text == ","
    return int(end) if is_closed else named


def _rest_of_sentence(parsed: Stretch, first: int, last: int) -> Iterator[Span]:
    doc = parsed.doc
    start, end = sentence_around(doc[first])
    left = _trimmed(doc, start, first - 1) if first == 0 or doc[first - 1].text != ";" else None
    right = _trimmed(doc, last + 1, end - 1)
    if left is not None:
        yield parsed.span(doc[left[0] : left[1] + 1])
    if right is not None and (left is None or not has_finite(doc, *left)):
        yield parsed.span(doc[right[0] : right[1] + 1])


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    while start <= end and not doc[start].is_quote and _is_edge(doc[start]):
        start += 1
    while end >= start and not doc[end].is_quote and _is_edge(doc[end]):
        end -= 1
    return (start, end) if end > start else None


def _is_edge(word: Token) -> bool:
    return bool(word.is_punct or word.is_space)
