"""Cues as headlines print them: "Talks stall, minister says", "Minister: talks stall"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ...records import Mention
from .cues import OPEN_CLASS, VERBS
from .extents import has_finite
from .reports import Report, cue_words
from .speakers import Speaker, between
from .stretches import Stretch

MAX_WORDS = 30
_ENDS_SENTENCE = re.compile(r"[.?!;:]\W*$")
_SPEAKING_NOUNS = (
    "minister president official officials police report study poll survey source sources "
    "government spokesman spokeswoman spokesperson ministry army military court judge mayor "
    "governor senator lawmaker lawmakers envoy ambassador analyst analysts expert experts "
    "scientists researchers doctors union regulator prosecutor prosecutors witness witnesses "
    "lawyer lawyers chief leader pm premier chancellor king queen pope commander general "
    "admiral agency media"
)
_SPEAKING = frozenset(_SPEAKING_NOUNS.split())
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_DASHES = frozenset({"-", "--", "–", "—", "―"})


def is_headline(parsed: Stretch) -> bool:
    """Whether a passage has the shape of a headline: short, one line, no full stop."""
    text = parsed.text
    return 3 <= len(text.split()) <= MAX_WORDS and not _ENDS_SENTENCE.search(text)


def find_headline_reports(parsed: Stretch) -> list[Report]:
    """The report that a headline makes by its punctuation, where it makes one.

    Misses:
        A speaker in front of a colon or behind a dash who is neither named nor of a common
        office; headlines printed with a full stop; cues that are no verb of the tables.
    """
    return [
        report
        for report in (_closing(parsed), *_by_mark(parsed))
        if report is not None and report.pieces
    ][:1]


def is_place_label(report: Report, mention: Mention | None) -> bool:
    """'Graz: the largest prize': a place before a colon, and after it no sentence."""
    speaker, words = report.speaker, report.parsed.tokens(report.pieces[0])
    if speaker is None or mention is None or words is None or report.cue is None:
        return False
    is_place = mention.label in ("GPE", "LOC", "FAC") and report.parsed.slice(report.cue) == ":"
    is_whole = (mention.start, mention.end) == (speaker.start, speaker.end)
    return is_place and is_whole and not has_finite(words.doc, words.start, words.end)


def _closing(parsed: Stretch) -> Report | None:
    """'Talks on track, minister says'."""
    doc = parsed.doc
    verb = doc[-1] if len(doc) else None
    if verb is None or verb.lemma_ not in VERBS or VERBS[verb.lemma_].is_attitude:
        return None
    commas = [word.i for word in doc[:-2] if word.text in (",", *_DASHES)]
    if not commas or not verb.tag_.startswith("VB") or len(doc) - commas[-1] > 10:
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), doc[-2])
    speaker = between(parsed, commas[-1] + 1, len(doc) - 2, subject)
    return _report(parsed, 0, commas[-1], verb, speaker)


def _by_mark(parsed: Stretch) -> Iterator[Report | None]:
    doc = parsed.doc
    for word in doc[1:-1]:
        if word.text == ":" and word.i <= 6 and _can_speak(doc[0], word):
            head = doc[word.i - 1]
            speaker = between(parsed, 0, word.i - 1, head)
            yield _report(parsed, word.i + 1, len(doc), word, speaker)
    for word in doc[-5:-1]:
        is_set_off = word.text != "-" or (word.i > 0 and bool(doc[word.i - 1].whitespace_))
        if word.text in _DASHES and is_set_off and word.i > 2 and _can_speak(doc[word.i + 1], None):
            speaker = between(parsed, word.i + 1, len(doc) - 1, doc[-1])
            yield _report(parsed, 0, word.i, word, speaker)


def _can_speak(first: Token, stop: Token | None) -> bool:
    """Whether the words are a name or an office and no more: "Minister of water Ann Roe"."""
    last = stop.i if stop is not None else len(first.doc)
    words = first.doc[first.i : last]
    if words[0].pos_ == "ADP" or any(w.pos_ in ("VERB", "AUX") or w.is_punct for w in words):
        return False
    head = _head(words)
    if head.ent_type_ in _PLACES and stop is not None:
        return len(words) == 1 and has_finite(first.doc, last + 1, len(first.doc) - 1)
    return head.ent_type_ in _NAMED or head.lower_ in _SPEAKING


def _head(words: TokenSpan) -> Token:
    """What the words name: the last of them, or what a preposition among them hangs on."""
    preposition = next((w for w in words if w.pos_ == "ADP"), None)
    if preposition is None:
        return words[-1]
    ends_in_person = words[-1].ent_type_ == "PERSON"
    return words[-1] if ends_in_person else preposition.nbor(-1)


def _report(
    parsed: Stretch, first: int, end: int, cue: Token, speaker: Speaker | None
) -> Report | None:
    words = parsed.doc[first:end]
    if speaker is None or len(words) < 2:
        return None
    content = parsed.span(words)
    where = cue_words(parsed, cue) if cue.lemma_ in VERBS else parsed.span(cue)
    frame = VERBS.get(cue.lemma_, OPEN_CLASS)
    return Report(parsed, (content,), frame, where, speaker, cue, "headline")
