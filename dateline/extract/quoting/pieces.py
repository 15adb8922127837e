"""What a marked stretch brings with it of its sentence, and which report it goes with."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from ...records import Span
from .attributions import Attribution, Quoted, sentence_start
from .cues import VERBS
from .reports import Report


def adds_own(word: Token) -> bool:
    """Whether it is a cue of its own after another: "she said, adding later, ..."."""
    return word.tag_ in ("VBG", "VBD") and word.pos_ == "VERB" and _reports(word.lemma_)


def meets(report: Report, mark: Span) -> bool:
    """Whether a stretch overlaps what a report holds."""
    return any(mark.overlaps(piece) for piece in report.pieces)


def leads_to(report: Report, quote: Quoted) -> bool:
    """Whether a cue's clause leads to a stretch: 'said there was one choice: "Go home."'."""
    doc, words = quote.parsed.doc, quote.parsed.tokens(report.pieces[-1])
    if report.basis != "clause" or words is None or report.anchor is None:
        return False
    is_between = report.anchor.i < words.start < quote.first and doc[quote.first - 1].text == ":"
    return is_between and words.end >= quote.first - 1


def stretched(pieces: Sequence[Span], mark: Span) -> tuple[Span, ...]:
    """The pieces, grown over a stretch that overlaps them."""
    return merged(
        [
            Span(min(p.start, mark.start), max(p.end, mark.end)) if mark.overlaps(p) else p
            for p in pieces
        ]
    )


def whole(quote: Quoted) -> Span:
    """The stretch with its marks."""
    return Span(quote.mark.start, quote.mark.end)


def piece_of(quote: Quoted, stop: int, beside: Attribution) -> Span:
    """The stretch, with the words of its own sentence that stand before it unmarked."""
    doc = quote.parsed.doc
    if beside.anchor.i < quote.first:
        return whole(quote)
    index = max(stop, sentence_start(doc, quote.first, stop))
    colon = next((i for i in range(quote.first - 1, index - 1, -1) if doc[i].text == ":"), -1)
    index = max(index, colon + 1)
    while index < quote.first and _is_edge(doc[index]):
        index += 1
    lead = doc[index : quote.first]
    has_cue = any(w.tag_ in ("VBD", "VBZ", "VBP") and _reports(w.lemma_) for w in lead)
    if not len(lead) or has_cue:
        return whole(quote)
    return Span(quote.parsed.span(doc[index]).start, quote.mark.end)


def _is_edge(word: Token) -> bool:
    return bool(word.is_space or (word.is_punct and not word.is_quote))


def _reports(lemma: str) -> bool:
    return lemma in VERBS and not VERBS[lemma].is_attitude


def merged(pieces: Sequence[Span]) -> tuple[Span, ...]:
    """The pieces in order, those that touch or overlap made one."""
    joined: list[Span] = []
    for piece in sorted(pieces, key=lambda p: (p.start, p.end)):
        if joined and piece.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, piece.end))
        else:
            joined.append(Span(piece.start, piece.end))
    return tuple(joined)
