"""Hedges upon hedges, and words that leave no doubt at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .bands import BANDS, Row, Term
from .finding import UNCERTAINTY, Finding
from .parts import Part
from .rewording import in_case, lead, led

TWICE = "hedged twice"
ABSOLUTE = "no doubt left"
_VERB = r"(?:could|might|(?-i:may))"
_ADVERB = r"(?:possibly|perhaps|maybe|conceivably|potentially)"
_BEFORE = re.compile(rf"\b({_VERB})\s+$", re.I)
_AFTER = re.compile(rf"\s+({_VERB})\b(?!\s+have\b)", re.I)
_THAT = re.compile(rf"\s+(?:that\s+)(?:[\w’'-]+\s+){{1,6}}({_VERB})\b(?!\s+have\b)", re.I)
_BOTH = re.compile(rf"\b(?:(?P<verb>{_VERB})\s+{_ADVERB}|{_ADVERB}\s+(?P<late>{_VERB}))\b", re.I)
_BESIDE_VERB = ("likely", "very likely", "unlikely", "very unlikely", "probably", "improbably",
                "almost certainly", "nearly certainly")  # fmt: skip
_SURE = re.compile(
    r"\b(?:(?P<lead>it is (?:certain|inevitable|undeniable|beyond doubt) that|"
    r"there(?: is|'s|’s) no doubt that)|(?P<never>it is impossible that)|"
    r"(?P<adverb>(?<!almost )(?<!nearly )certainly|definitely|undoubtedly|inevitably|"
    r"unquestionably|without (?:a |any )?doubt|for (?:sure|certain))|"
    r"(?P<adjective>(?<!almost )(?<!nearly )(?<!all but )(?<!virtually )(?<!practically )"
    r"(?<!good as )certain(?= to\b)|guaranteed(?= to\b)|bound(?= to\b)|(?<!make )sure(?= to\b)|"
    r"inevitable|100\s?(?:%|percent|per cent) (?:certain|sure))|"
    r"(?P<none>will never|impossible))(?!\w)",
    re.I,
)


def hedged_twice(part: Part, terms: tuple[Term, ...]) -> Iterator[Finding]:
    """Two hedges on one claim: "very likely may", "could possibly", "it is likely that he may".

    Misses: hedges with other words between them; a hedge in the verb ("seems likely").
    """
    message = "Two hedges on one claim blur how likely it is. Keep the one that names a band."
    for term in terms:
        before = _BEFORE.search(part.own, max(0, term.start - 12), term.start)
        after = _AFTER.match(part.own, term.end)
        further = _THAT.match(part.own, term.end)
        is_beside = term.words.lower() in _BESIDE_VERB
        if before:
            put = f"{in_case('will', before[1])} {term.words}" if is_beside else ""
            yield part.finding((before.start(1), term.end), TWICE, UNCERTAINTY, message, put)
        elif after:
            put = in_case(f"will {term.words.lower()}", term.words) if is_beside else ""
            yield part.finding((term.start, after.end(1)), TWICE, UNCERTAINTY, message, put)
        elif further:
            yield part.finding(further.span(1), TWICE, UNCERTAINTY, message, "will")
    for both in _BOTH.finditer(part.own):
        kept = in_case(both["verb"] or both["late"], both[0])
        yield part.finding(both.span(), TWICE, UNCERTAINTY, message, kept)


def absolutes(part: Part, row: Row) -> Iterator[Finding]:
    """Words that claim certainty, which no band has: "will certainly", "is bound to".

    Misses: certainty by plain statement ("the valley falls on Sunday"); "always" and "all".
    """
    for found in _SURE.finditer(part.own):
        words, nearly = found[0], BANDS[6].terms[row]
        message = f"Nothing is certain: the highest band is {BANDS[6].words(row)}."
        span, put = found.span(), ""
        if found["lead"]:
            put = lead(6, row, words[0].isupper())
        elif found["never"]:
            put = lead(0, row, words[0].isupper())
        elif found["adjective"]:
            put = in_case(nearly, words)
        elif found["adverb"] and row == 0:
            put = in_case("almost certainly", words)
        elif found["adverb"]:
            span, put = led(part, span, 6, row) or (span, "")
        yield part.finding(span, ABSOLUTE, UNCERTAINTY, message, put)
