"""Cues as headlines print them: "Talks stall, minister says", "Minister: talks stall"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from ...records import Mention
from .attributions import Attribution, Quoted
from .cues import OPEN_CLASS, VERBS
from .extents import has_finite
from .reports import Report, cue_words
from .speakers import Speaker, between, noun_phrase
from .stretches import Stretch
from .wording import is_name

MAX_WORDS = 30
_ENDS_SENTENCE = re.compile(r"[.?!;:]\W*$")
_SPEAKING_NOUNS = (
    "minister president official officials police report study poll survey source sources "
    "government spokesman spokeswoman spokesperson ministry army military court judge mayor "
    "governor senator lawmaker lawmakers envoy ambassador analyst analysts expert experts "
    "scientists researchers doctors union regulator prosecutor prosecutors witness witnesses "
    "unions survivor survivors lawyer lawyers chief leader pm premier chancellor king queen pope "
    "commander general admiral agency media"
)
_SPEAKING = frozenset(_SPEAKING_NOUNS.split())
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_DASHES = frozenset({"-", "--", "–", "—", "―"})
_SAYS = frozenset({"says", "say", "said"})
_NAMING = frozenset({"NOUN", "PROPN", "DET", "ADJ", "PART"})
_PARTS = frozenset({":", ";", "|", ","})
_SIGNED = 8
"""Tokens at the end of a headline among which an inverted cue stands."""
_NAME_WORDS = 3
Named = Callable[[int], bool]


def is_headline(parsed: Stretch) -> bool:
    """Whether a passage has the shape of a headline: short, one line, no full stop."""
    text = parsed.text
    return 3 <= len(text.split()) <= MAX_WORDS and not _ENDS_SENTENCE.search(text)


def find_headline_reports(parsed: Stretch, is_named: Named) -> list[Report]:
    """The report that a headline makes by its punctuation, where it makes one.

    Args:
        is_named: whether a name of a person, body or people begins at an offset of the article.

    Misses:
        A speaker in front of a colon or behind a dash who is neither named nor of a common
        office; the first of two speakers ("Roe, Doe say"); headlines printed with a full stop;
        cues that are no verb of the tables.
    """
    return [
        report
        for report in (_closing(parsed), *_by_mark(parsed, is_named))
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


def find_bare_reports(parsed: Stretch) -> list[Report]:
    """The report of a headline whose cue the parse does not see to have a content, if any.

    Misses:
        Cues that may be nouns ("claims", "calls"), unless a comma stands before them.
    """
    found = (_inverted(parsed), _plain(parsed), _accused(parsed))
    return [report for report in found if report is not None][:1]


def _inverted(parsed: Stretch) -> Report | None:
    """'Dam not safe, says minister'."""
    doc = parsed.doc
    for word in doc[max(2, len(doc) - _SIGNED) : -1]:
        frame = VERBS.get(word.lemma_)
        if frame is None or frame.is_attitude or doc[word.i - 1].text != ",":
            continue
        if not any(w.pos_ in ("VERB", "AUX") for w in doc[word.i + 1 :]):
            speaker = noun_phrase(parsed, word.i + 1, len(doc) - 1)
            return _report(parsed, 0, word.i - 1, word, speaker)
    return None


def _plain(parsed: Stretch) -> Report | None:
    """'Minister says dam "a danger"': "says" is never a noun, whatever the parse makes of it."""
    doc = parsed.doc
    said = next((w for w in doc[1:-1] if w.lower_ in _SAYS), None)
    if said is None or doc[said.i - 1].text == ",":
        return None
    first = max((w.i + 1 for w in doc[: said.i] if w.text in _PARTS), default=0)
    speaker = noun_phrase(parsed, first, said.i - 1)
    end = next((w.i for w in doc[said.i + 1 :] if w.text == ";"), len(doc))
    return _report(parsed, said.i + 1, end, said, speaker)


def _accused(parsed: Stretch) -> Report | None:
    """'Minister accused of "fraud" by auditors': a passive without its auxiliary."""
    for verb in parsed.doc[1:-2]:
        frame = VERBS.get(verb.lemma_)
        if frame is None or not frame.takes_object or verb.tag_ not in ("VBN", "VBD"):
            continue
        preposition = parsed.doc[verb.i + 1]
        by = next((w for w in parsed.doc[verb.i + 2 : -1] if w.lower_ == "by"), None)
        is_active = any(c.dep_ in ("dobj", "ccomp", "auxpass") for c in verb.children)
        if preposition.pos_ != "ADP" or by is None or is_active:
            continue
        speaker = noun_phrase(parsed, by.i + 1, len(parsed.doc) - 1)
        words = tuple(parsed.span(parsed.doc[a:z]) for a, z in ((0, verb.i), (verb.i + 1, by.i)))
        if speaker is not None:
            return Report(parsed, words, frame, cue_words(parsed, verb), speaker, verb, "headline")
    return None


def _by_mark(parsed: Stretch, is_named: Named) -> Iterator[Report | None]:
    doc = parsed.doc
    for word in doc[1:-1]:
        if word.text == ":" and word.i <= 6 and _can_speak(parsed, doc[0], word, is_named):
            head = doc[word.i - 1]
            speaker = between(parsed, 0, word.i - 1, head)
            yield _report(parsed, word.i + 1, len(doc), word, speaker)
    for word in doc[-5:-1]:
        is_set_off = word.text != "-" or (word.i > 0 and bool(doc[word.i - 1].whitespace_))
        is_mark = (word.text in _DASHES and is_set_off) or (
            word.text == ":" and _tells(parsed, word)
        )
        if is_mark and word.i > 2 and _can_speak(parsed, doc[word.i + 1], None, is_named):
            speaker = between(parsed, word.i + 1, len(doc) - 1, doc[-1])
            yield _report(parsed, 0, word.i, word, speaker)


def headed(quote: Quoted, until: int) -> Attribution | None:
    """'"No way back": Roe rejects plan': words that head a line, and who is said to act.

    Misses:
        One word; words that are all capitalised, as titles are; a speaker who is not the first
        that the rest of the line names.
    """
    doc, colon = quote.parsed.doc, quote.last + 1
    is_head = quote.first == 0 and colon + 1 < until and doc[colon].text == ":"
    if not is_head or quote.words < 2 or is_name(quote.inner.strip()):
        return None
    end = colon + 1
    while end < until and doc[end].pos_ in _NAMING and not _acts(doc[end], colon):
        end += 1
    head = doc[end - 1]
    is_one = head.pos_ == "PROPN" or head.ent_type_ in _NAMED or head.lower_ in _SPEAKING
    can_speak = end > colon + 1 and is_one
    speaker = between(quote.parsed, colon + 1, end - 1, head) if can_speak else None
    cue = doc[colon]
    return Attribution(cue, OPEN_CLASS, quote.parsed.span(cue), speaker, None, "heading")


def _acts(word: Token, colon: int) -> bool:
    """Whether it is a verb of a headline that the parse may take for a noun: "Roe rejects"."""
    return word.i > colon + 1 and word.lemma_ in VERBS and word.tag_ in ("NNS", "VBZ")


def _tells(parsed: Stretch, colon: Token) -> bool:
    """Whether a clause stands before a colon: "Talks to resume on Monday: ministry"."""
    words = parsed.doc[: colon.i]
    return colon.i > 3 and any(w.pos_ in ("VERB", "AUX") for w in words)


def _can_speak(parsed: Stretch, first: Token, stop: Token | None, is_named: Named) -> bool:
    """Whether the words are a name or an office and no more: "Minister of water Ann Roe"."""
    last = stop.i if stop is not None else len(first.doc)
    words = first.doc[first.i : last]
    if words[0].pos_ == "ADP" or any(w.pos_ in ("VERB", "AUX") or w.is_punct for w in words):
        return False
    head = _head(words)
    if head.ent_type_ in _PLACES and stop is not None:
        return len(words) == 1 and has_finite(first.doc, last + 1, len(first.doc) - 1)
    if head.ent_type_ in _NAMED or head.lower_ in _SPEAKING:
        return True
    return len(words) <= _NAME_WORDS and is_named(parsed.span(first).start)


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
