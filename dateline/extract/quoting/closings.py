"""Where what a cue reports closes behind quotation marks: the rest is the article's own."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from ...records import Span
from .attributions import Quoted
from .reports import Report
from .venues import is_venue_noun

_DASHES = frozenset({"-", "--", "–", "—", "―"})
_WHERE = frozenset({"on", "in", "at", "during"})
_TIMES = frozenset({"DATE", "TIME"})


def closed(report: Report, last: Quoted) -> Report:
    """The report without a remark that a dash sets off behind the last marks in it.

    'called it "unsafe" — a harsh word from a mason': who takes care to quote marks what is not
    quoted. Of a noun phrase, and behind words that are all marked, the day and the venue that
    belong to the cue are cut as well.

    Misses:
        Remarks behind a comma; a dash that opens an aside and is closed by another.
    """
    piece, anchor = report.pieces[-1], report.anchor
    tokens = report.parsed.tokens(piece)
    if anchor is None or tokens is None or not anchor.i < last.first or last.mark.end >= piece.end:
        return report
    tail = report.parsed.doc[last.last + 1 : tokens.end]
    dashes = [word for word in tail if _is_dash(word)]
    is_open = any(_is_dash(word) for word in report.parsed.doc[tokens.start : last.first])
    cut = dashes[0] if len(dashes) == 1 and not is_open else None
    if report.basis == "object" or piece.start >= last.mark.start:
        cut = next((word for word in tail if _is_of_cue(word)), cut)
    if cut is None or cut.i <= last.last:
        return report
    end = report.parsed.span(cut.nbor(-1)).end
    return replace(report, pieces=(*report.pieces[:-1], Span(piece.start, max(end, last.mark.end))))


def _is_dash(word: Token) -> bool:
    return word.text in _DASHES and (word.text != "-" or bool(word.nbor(-1).whitespace_))


def _is_of_cue(word: Token) -> bool:
    if word.ent_type_ in _TIMES:
        return word.dep_ == "npadvmod"
    noun = next((c for c in word.children if c.dep_ == "pobj"), None)
    if word.dep_ != "prep" or word.lower_ not in _WHERE or noun is None:
        return False
    return is_venue_noun(noun) or noun.ent_type_ in _TIMES
