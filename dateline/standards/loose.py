"""Likelihood in words that no band has: "could", "a good chance", "70 % likely"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from .bands import BANDS, Row, Term, band_of
from .finding import LIKELIHOOD, Finding
from .parts import Part, Span
from .rewording import in_case, lead, led

RULE = "likelihood word of no band"
OUT_OF_BAND = "percentage outside the term's band"
Form = Literal["term", "adverb", "lead", "drop", "verb", "none"]
_GOOD = r"(?:good|strong|fair|reasonable|decent|real|serious|high)"
_SLIM = r"(?:slim|small|slight|low|faint|outside|poor)"
_CHANCE = r"(?:chance|possibility|likelihood|probability|prospect|odds|risk)"
_THERE = r"there(?: is|'s|’s| remains)"
_WORDS: tuple[tuple[str, int, Form], ...] = (
    (rf"{_THERE} an? {_GOOD} {_CHANCE} that", 4, "lead"),
    (rf"{_THERE} (?:an? {_SLIM}|little) {_CHANCE} that", 1, "lead"),
    (r"it (?:is|remains) (?:quite |entirely |also |very )?(?:possible|conceivable|plausible) that",
     3, "lead"),
    (r"it (?:is|remains) (?:doubtful|questionable) (?:that|whether)", 2, "lead"),
    (r"(?:the )?(?:chances|odds) are that", 4, "lead"),
    (rf"an? {_GOOD} {_CHANCE}", 4, "none"),
    (rf"(?:an? {_SLIM}|little) {_CHANCE}", 1, "none"),
    (r"(?:highly|extremely|quite|exceedingly|overwhelmingly) likely", 5, "term"),
    (r"(?:very|extremely|quite) probable", 5, "term"),
    (r"(?:highly|extremely|quite|exceedingly) unlikely", 1, "term"),
    (r"(?:very|extremely) improbable", 1, "term"),
    (r"(?:fairly|rather|somewhat|reasonably|pretty) likely|more likely than not", 4, "term"),
    (r"less likely than not|not (?:very |at all )?(?:likely|probable)", 2, "term"),
    (r"(?:virtually|practically|all but|as good as) certain", 6, "term"),
    (r"most likely|most probably", 4, "adverb"),
    (r"(?<!roughly )even (?:chance|odds)|toss-up|fifty-fifty|50[-/]50", 3, "none"),
    (r"in all (?:likelihood|probability)", 5, "drop"),
    (r"presumably", 4, "drop"),
    (r"possibly|perhaps|maybe|conceivably|potentially", 3, "drop"),
    (r"(?:may|might|could) well(?! be (?:reached|verified|confirmed))", 4, "verb"),
    (r"(?:could|(?<!military )(?<!naval )(?<!economic )(?<!full )(?<!the )(?<!their )(?<!its )might"
     r"|(?-i:may))(?! not be (?:reached|verified|confirmed|independently|immediately))",
     3, "verb"),
)  # fmt: skip
_LOOSE = re.compile(
    r"\b(?:" + "|".join(f"(?P<w{at}>{one[0]})" for at, one in enumerate(_WORDS)) + r")(?!\w)", re.I
)
_NUMBER = r"(?P<percent>\d{1,3}(?:\.\d{1,2})?)\s?(?:%|percent\b|per cent\b)"
_PERCENT = re.compile(
    rf"(?P<there>{_THERE} (?:an? )?(?:about )?)?\b{_NUMBER}\s?"
    rf"(?:(?P<noun>{_CHANCE}(?P<that> that)?)|(?P<adjective>likely|probable))\b",
    re.I,
)
_BESIDE = re.compile(
    r"\s?[,(]?\s?(?:about |around |roughly |over |some )?(?P<low>\d{1,3})\s?%?"
    r"(?:\s?(?:-|–|to)\s?(?P<high>\d{1,3}))?\s?(?:%|percent\b|per cent\b)",
    re.I,
)
_ADVERBS = ("likely", "probably")


def loose(part: Part, row: Row) -> Iterator[Finding]:
    """Words and percentages of likelihood that are no terms, each with the term proposed for it.

    "Could", "may" and "possibly" name no likelihood at all: the middle band is proposed, and the
    author is asked to choose.

    Misses: "can", "should" and "would"; a month at the head of a sentence ("May"); likelihood
    told by verbs ("threatens to") or nouns ("the danger"); shares written out ("two in three").
    """
    for found in _LOOSE.finditer(part.own):
        _, band, form = _WORDS[int(str(found.lastgroup)[1:])]
        yield _found(part, found.span(), band, form, row)
    for found in _PERCENT.finditer(part.own):
        is_lead = bool(found["there"] and found["that"])
        form = "lead" if is_lead else "term" if found["adjective"] else "none"
        yield _found(part, found.span(), band_of(float(found["percent"])), form, row)


def _found(part: Part, span: Span, band: int, form: Form, row: Row) -> Finding:
    words = part.text[span[0] : span[1]]
    message = f"“{words}” is no term of the standard. Nearest: {BANDS[band].words(row)}"
    message += "; choose the band that you mean." if band == 3 else "."
    if form in ("drop", "verb"):
        put = led(part, span, band, row, "will" if form == "verb" else "")
        at, proposal = put if put else (span, "")
        return part.finding(at, RULE, LIKELIHOOD, message, proposal)
    proposals = {
        "lead": lead(band, row, words[:1].isupper()),
        "term": in_case(BANDS[band].terms[row], words) if band != 3 else "",
        "adverb": in_case(_ADVERBS[row], words),
    }
    return part.finding(span, RULE, LIKELIHOOD, message, proposals.get(form, ""))


def out_of_band(part: Part, terms: tuple[Term, ...]) -> Iterator[Finding]:
    """Terms with a percentage beside them that lies outside their band: "likely (90 %)".

    Misses: a percentage that stands before the term, or elsewhere in the sentence.
    """
    for term in terms:
        beside = _BESIDE.match(part.own, term.end)
        if not beside:
            continue
        low, high = float(beside["low"]), float(beside["high"] or beside["low"])
        band = BANDS[term.band]
        if band.low <= low <= high <= band.high or high > 100:
            continue
        right = BANDS[band_of((low + high) / 2)]
        is_plain = "ly" not in term.words[-3:].lower() or term.words.lower().endswith("likely")
        is_plain = is_plain and {band, right}.isdisjoint((BANDS[0], BANDS[3]))
        message = (
            f"“{term.words}” is {band.low}-{band.high} %; {beside[0].strip(' ,(')} is "
            f"{right.words(term.row)}."
        )
        put = in_case(right.terms[term.row], term.words) if is_plain else ""
        yield part.finding(term.span, OUT_OF_BAND, LIKELIHOOD, message, put)
