"""The attribution beside a marked stretch: the cue and the speaker before or after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ...records import Span
from .cues import OPEN_CLASS, VERBS, Frame
from .quote_marks import Marked
from .reports import cue_words
from .speakers import (
    Speaker,
    noun_phrase,
    phrase,
    possessor,
    speaker_at,
    subject_token,
)
from .stretches import Stretch

REACH = 45
_ENDS = frozenset(".?!;")
_DASHES = frozenset(("-", "--", "–", "—", "―"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_NAMING = frozenset(("NOUN", "PROPN", "DET", "PRON", "ADJ"))
_SIGNED = 14
_UNINVERTED = frozenset({"praise", "condemn", "deny", "defend", "describe", "express"})
"""Families whose verbs never stand before who speaks: not '"...", praised the minister'."""
_SUBORDINATORS = frozenset(
    {"while", "which", "that", "because", "when", "where", "if", "although", "since", "who"}
)
_GOES_ON = re.compile(r"[,?!\-–—―…]\W*$")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A marked stretch within one parse."""

    mark: Marked
    parsed: Stretch
    first: int
    """Token at which it opens."""
    last: int
    """Token at which it closes."""
    words: int

    @property
    def inner(self) -> str:
        return self.parsed.slice(self.mark.inner)

    @property
    def is_sentence(self) -> bool:
        """Whether it reads as something said, and not as a name or a word in doubt."""
        text = self.inner.strip()
        if not text or self.words < 2:
            return bool(text) and text[-1] in "?!.,"
        starts = text[0].isupper() or not text[0].isalpha()
        return (starts and text[-1] in ".,?!…-–—―") or self.words > 6

    @property
    def is_ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.inner.strip()[-1:] in (".", "?", "!", "…", "-", "–", "—")

    @property
    def has_finite_verb(self) -> bool:
        return any(
            word.tag_ in _FINITE or word.tag_ == "MD"
            for word in self.parsed.doc[self.first : self.last + 1]
        )


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue and its speaker beside a stretch."""

    anchor: Token
    frame: Frame
    cue: Span
    speaker: Speaker | None
    lead: Span | None = None
    """Words of the same saying that stand before the cue, unmarked."""
    basis: str = "marks"


def after(quote: Quoted, until: int) -> Attribution | None:
    """The attribution that follows a stretch, before token `until`: '"...," said the minister'.

    Misses:
        An attribution after a stretch that ends in a full stop and no dash.
    """
    doc, index = quote.parsed.doc, quote.last + 1
    goes_on = bool(_GOES_ON.search(quote.inner)) or not quote.inner.strip()
    is_loose = False
    while index < until and (doc[index].text == "," or doc[index].text in _DASHES):
        is_loose = not goes_on
        goes_on, index = True, index + 1
    if not goes_on or index >= until or (is_loose and doc[index].pos_ == "CCONJ"):
        return None
    limit = min(until, index + REACH)
    end = next((i for i in range(index, limit) if doc[i].text in _ENDS), limit)
    verb = _following_cue(quote, index, end)
    if verb is None:
        return _signed(quote.parsed, quote.last + 1, index, end)
    subject = subject_token(verb)
    if not _opens(quote) and _goes_with_before(verb, subject, quote.first):
        return None
    speaker = _speaker_after(quote.parsed, verb, index, end)
    return Attribution(verb, _frame(verb), cue_words(quote.parsed, verb), speaker)


def _goes_with_before(verb: Token, subject: Token | None, first: int) -> bool:
    """Whether who does it stands before a stretch: 'called it "old", praised the dam and left'."""
    if subject is not None:
        return subject.i < first
    return verb.dep_ == "conj" and verb.head.i < first


def _signed(parsed: Stretch, dash: int, first: int, end: int) -> Attribution | None:
    """'"..." - Ann Roe': a dash and a name that end the passage."""
    doc = parsed.doc
    if doc[dash].text not in _DASHES or end < len(doc) - 1 or end - first > _SIGNED:
        return None
    speaker = noun_phrase(parsed, first, end - 1)
    if speaker is None or not doc[first].text[0].isupper():
        return None
    return Attribution(doc[dash], OPEN_CLASS, parsed.span(doc[dash]), speaker)


def _opens(quote: Quoted) -> bool:
    """Whether no word of its own sentence stands before it."""
    doc = quote.parsed.doc
    start = sentence_start(doc, quote.first, max(0, quote.first - REACH))
    return not any(word.is_alpha for word in doc[start : quote.first])


def _following_cue(quote: Quoted, first: int, end: int) -> Token | None:
    doc = quote.parsed.doc
    can_be_any = quote.has_finite_verb or _opens(quote)
    if doc[first].lower_ in _SUBORDINATORS or (
        doc[first].pos_ == "CCONJ" and first + 1 < end and doc[first + 1].pos_ in ("VERB", "ADV")
    ):
        return None
    for index in range(first, end):
        word = doc[index]
        is_tight = can_be_any and word.tag_ in _FINITE and _is_tight(doc, first, index)
        if word.pos_ not in ("VERB", "AUX") or word.dep_ in ("aux", "auxpass"):
            continue
        if word.dep_ in ("relcl", "acl") and not is_tight:
            continue
        if index == first and (word.tag_ == "VBG" or _frame(word).family in _UNINVERTED):
            return None
        if is_tight or _is_speech(word):
            return word
        if word.tag_ in _FINITE:
            return None
    return None


def _is_speech(word: Token) -> bool:
    frame = VERBS.get(word.lemma_)
    if frame is not None:
        return not frame.is_attitude
    return _puts_it(word)


def _puts_it(word: Token) -> bool:
    return word.lemma_ == "put" and word.i + 1 < len(word.doc) and word.nbor(1).lower_ == "it"


def _is_tight(doc: Doc, first: int, index: int) -> bool:
    """Subject and verb and nothing else: only a verb of speech stands so after a quotation."""
    if index == first:
        return index + 1 < len(doc) and doc[index + 1].pos_ in ("PROPN", "PRON", "DET")
    return index - first <= 5 and all(doc[i].pos_ in _NAMING for i in range(first, index))


def _speaker_after(parsed: Stretch, verb: Token, first: int, end: int) -> Speaker | None:
    subject = subject_token(verb)
    if subject is not None and first <= subject.i < end:
        return phrase(parsed, subject, verb)
    if verb.i > first:
        return noun_phrase(parsed, first, verb.i - 1)
    return noun_phrase(parsed, verb.i + 1, end - 1) or speaker_at(parsed, verb)


def before(quote: Quoted, stop: int) -> Attribution | None:
    """The attribution that leads to a stretch, from token `stop` on: 'The minister said: "..."'.

    Misses:
        A comma after a clause whose verb is not in the tables.
    """
    doc, parsed = quote.parsed.doc, quote.parsed
    index = quote.first - 1
    while index >= stop and doc[index].is_space:
        index -= 1
    if index < stop:
        return None
    word = doc[index]
    start = sentence_start(doc, index, stop)
    if word.text == ":":
        verb = _leading_cue(doc, start, index, is_colon=True)
        return _led(parsed, verb, start) if verb is not None else _by_colon(parsed, start, index)
    if not quote.is_sentence:
        return None
    if word.text != ",":
        return _led(parsed, word, start) if word.pos_ == "VERB" and _is_speech(word) else None
    verb = _leading_cue(doc, start, index, is_colon=False)
    if verb is None or not _frame(verb).takes_clause:
        return _in_words_of(parsed, doc[index - 1]) if index > stop else None
    led = _led(parsed, verb, start)
    return _with_lead(quote, led, start) if quote.inner.strip()[:1].islower() else led


def introduced(parsed: Stretch) -> Attribution | None:
    """The attribution of a passage that ends in a colon and so leads to the next."""
    doc = parsed.doc
    index = len(doc) - 1
    while index >= 0 and doc[index].is_space:
        index -= 1
    if index < 1 or doc[index].text != ":":
        return None
    start = sentence_start(doc, index, 0)
    verb = _leading_cue(doc, start, index, is_colon=True)
    return _led(parsed, verb, start) if verb is not None else _by_colon(parsed, start, index)


def sentence_start(doc: Doc, index: int, stop: int) -> int:
    """The token after the last sentence end before `index`, not before `stop`."""
    for i in range(index - 1, stop - 1, -1):
        if doc[i].text in _ENDS or (doc[i].is_space and "\n" in doc[i].text):
            return i + 1
    return stop


def _leading_cue(doc: Doc, start: int, index: int, is_colon: bool) -> Token | None:
    for i in range(index - 1, max(start, index - REACH) - 1, -1):
        word = doc[i]
        if word.pos_ in ("VERB", "AUX") and word.dep_ != "relcl" and _is_speech(word):
            return word
        if not is_colon and (word.tag_ in _FINITE or word.lower_ == "that"):
            return None
    return None


def _led(parsed: Stretch, verb: Token, start: int) -> Attribution:
    speaker = speaker_at(parsed, verb) or _first_subject(parsed, start, verb.i)
    return Attribution(verb, _frame(verb), cue_words(parsed, verb), speaker)


def _first_subject(parsed: Stretch, start: int, end: int) -> Speaker | None:
    for word in parsed.doc[start:end]:
        if word.dep_ == "nsubj" and word.head.dep_ not in ("relcl", "advcl"):
            return phrase(parsed, word)
    return None


def _by_colon(parsed: Stretch, start: int, index: int) -> Attribution | None:
    doc = parsed.doc
    for i in range(start, index):
        if doc[i].lower_ == "read" and i + 1 == index > start + 1:
            writer = noun_phrase(parsed, start, i - 1)
            return Attribution(doc[i], _frame(doc[i]), parsed.span(doc[i]), writer)
        if doc[i].tag_ in _FINITE and doc[i].dep_ not in ("relcl", "advcl"):
            return _led(parsed, doc[i], start)
    words = [word.lower_ for word in doc[start:index]]
    is_led = words[:1] == ["from"] and "to" not in words
    is_phrase = start < index and doc[start].pos_ == "ADP" and not is_led
    named = None if is_phrase else noun_phrase(parsed, start, index - 1)
    return Attribution(doc[index], OPEN_CLASS, parsed.span(doc[index]), named) if named else None


def _in_words_of(parsed: Stretch, noun: Token) -> Attribution | None:
    owner = possessor(noun) if noun.lower_ in ("words", "view", "telling") else None
    if owner is None:
        return None
    return Attribution(noun, OPEN_CLASS, parsed.span(noun), phrase(parsed, owner))


def _with_lead(quote: Quoted, led: Attribution, start: int) -> Attribution:
    """'If it rains, Roe said, "the dam will go"': what was said begins before the cue."""
    doc, speaker = quote.parsed.doc, led.speaker
    first = led.anchor.i if speaker is None else min(led.anchor.i, speaker.head.left_edge.i)
    if first - 1 <= start or doc[first - 1].text != ",":
        return led
    if first - start < 4 and doc[start].pos_ in ("CCONJ", "ADV", "SCONJ"):
        return led
    lead = quote.parsed.span(doc[start : first - 1])
    return Attribution(led.anchor, led.frame, led.cue, speaker, lead)


def _frame(verb: Token) -> Frame:
    return VERBS.get(verb.lemma_, OPEN_CLASS)
