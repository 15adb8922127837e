"""Judgments: how likely, how confident, in which row of terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .bands import BANDS, Row, Term
from .finding import CONFIDENCE, LIKELIHOOD, Finding
from .parts import COVER, Part, Span
from .rewording import in_case

UNEXPRESSED = "judgment without a likelihood"
COMBINED = "likelihood and confidence in one sentence"
MIXED = "terms of both rows"
_LEVEL = r"(?P<level>(?:very )?(?:high|moderate|medium|low)(?: to (?:high|moderate|medium))?)"
_CONFIDENT = re.compile(
    rf"\b(?:{_LEVEL} confidence|confidence levels?|(?:highly |moderately |fairly |very )?"
    r"confident(?:ly)?|(?:some|little|great|full) confidence)\b",
    re.I,
)
_WITH = re.compile(rf",? with {_LEVEL} confidence\b,?", re.I)
_HAVE = re.compile(rf"^(?:we|I) have {_LEVEL} confidence that\s+", re.I)
_ASSESS = re.compile(
    r"\b(?:(?:we|I) (?:assess|judge|estimate|believe|expect|anticipate|forecast)\b(?: that\b)?"
    r"|in our (?:view|judge?ment|assessment),?)",
    re.I,
)
_WILL = re.compile(r"\bwill\b(?! certainly| definitely| never| inevitably| undoubtedly)", re.I)
_TOLD = re.compile(
    r"\b(?:confidence|confident|sources?|sourcing|reporting|corroborat\w*|method|by machine|"
    r"same (?:assessment of )?(?:probability|likelihood))\b",
    re.I,
)
_DISCLAIMER = re.compile(r"\bsame (?:assessment of )?(?:probability|likelihood)\b", re.I)
_CHANCE = r"(?:chance|possibility|probability|likelihood)"
_OTHER_ROW: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        (r"(?:is|are) likely to", "will probably"), (r"(?<=will )likely", "probably"),
        (r"likely(?= that)", "probable"), (r"very likely", "highly probable"),
        (r"very unlikely", "highly improbable"), (r"unlikely", "improbable"),
        (r"almost certain", "nearly certain"), (r"almost no chance", "a remote chance"),
        (r"there is a roughly even chance", "there are roughly even odds"),
    ),
    (
        (r"highly probabl[ey]", "very likely"), (r"highly improbabl[ey]", "very unlikely"),
        (r"improbabl[ey]", "unlikely"), (r"probabl[ey]", "likely"),
        (r"nearly certain", "almost certain"), (rf"a remote {_CHANCE}", "almost no chance"),
        (r"there are roughly even odds", "there is a roughly even chance"),
    ),
)  # fmt: skip
"""How terms of each row are said in the other, with the words around them that go with it."""


def unexpressed(part: Part, terms: Sequence[Term], others: Sequence[Finding]) -> Iterator[Finding]:
    """Judgments that say nothing of how likely they are: a line of key judgments; what will be.

    Notes are left alone, and so is what has a hedge or a certainty that another rule speaks of.

    Misses: judgments in the present or the past outside key judgments; forecasts without "will".
    """
    if part.field == "notes":
        return
    hedges = [term.span for term in terms] + [(one.start, one.end) for one in others]
    is_list = part.slide.kind == "judgments" and part.field == "text"
    for start, end in part.lines() if is_list else part.sentences:
        own = part.own[start:end]
        if any(at < end and start < to for at, to in hedges) or _TOLD.search(own):
            continue
        assess, will = _ASSESS.search(own), _WILL.search(own)
        if assess or will or (is_list and COVER not in own):
            yield _unsaid(part, (start, end), assess, will)


def _unsaid(
    part: Part, line: Span, assess: re.Match[str] | None, will: re.Match[str] | None
) -> Finding:
    span, put = line, ""
    if will:
        span, put = (line[0] + will.start(), line[0] + will.end()), f"{will[0]} likely"
    elif assess:
        span = (line[0] + assess.start(), line[0] + assess.end())
        joint = ", " if assess[0].lower().startswith("in ") else " that "
        put = f"{assess[0].removesuffix(' that').rstrip(',')}{joint}it is likely that"
    message = (
        f"Say how likely: a term of the seven bands, from {BANDS[0].words(0)} to "
        f"{BANDS[6].words(0)}. “Likely” is put for the one that you mean."
        if put
        else "Say how likely, in a term of the seven bands; or, if it is reported fact, in a text."
    )
    return part.finding(span, UNEXPRESSED, LIKELIHOOD, message, put)


def combined(part: Part, hedges: Sequence[Span]) -> Iterator[Finding]:
    """Sentences with a degree of likelihood and a level of confidence.

    Misses: confidence told otherwise ("we are sure", "solid reporting").
    """
    message = (
        "A level of confidence is of the judgment, a likelihood of the event: two sentences, "
        "so that neither is taken for the other."
    )
    for start, end in part.sentences:
        own = part.own[start:end]
        if not _CONFIDENT.search(own) or not any(at < end and start < to for at, to in hedges):
            continue
        yield part.finding((start, end), COMBINED, CONFIDENCE, message, _parted(part, (start, end)))


def _parted(part: Part, span: Span) -> str:
    """The sentence without its confidence, and that in a sentence of its own."""
    text, own = part.text[span[0] : span[1]], part.own[span[0] : span[1]]
    said = _HAVE.search(own) or _WITH.search(own)
    if not said or len(_CONFIDENT.findall(own)) > 1:
        return ""
    rest = (text[: said.start()] + text[said.end() :]).strip()
    if not rest[:1].isalnum():
        return ""
    stop = "" if rest[-1] in ".!?" else "."
    rest = in_case(rest, "A") if said.start() == 0 else rest
    return f"{rest}{stop} We have {said['level'].lower()} confidence in this judgment."


def mixed(parts: Sequence[tuple[Part, tuple[Term, ...]]], row: Row) -> Iterator[Finding]:
    """Terms of the row that the briefing uses less; none where it says that they mean the same.

    Misses: nothing that the terms themselves do not miss.
    """
    if any(_DISCLAIMER.search(part.own) for part, _ in parts):
        return
    if len({term.row for _, terms in parts for term in terms}) < 2:
        return
    for part, terms in parts:
        for term in terms:
            if term.row != row:
                message = (
                    f"This briefing speaks in the other row of terms: {BANDS[term.band].words(row)}"
                    " says the same. Keep to one, or say that both mean the same likelihood."
                )
                span, put = _other(part, term)
                yield part.finding(span, MIXED, LIKELIHOOD, message, put)


def _other(part: Part, term: Term) -> tuple[Span, str]:
    """The letters to be replaced, and the other row's words; none where grammar would break."""
    start, end = part.sentence_at(term.start)
    for pattern, words in _OTHER_ROW[term.row]:
        for found in re.compile(rf"\b{pattern}", re.I).finditer(part.own, start, end):
            if found.start() <= term.start < found.end():
                tail = part.text[found.end() : term.end]
                span = found.start(), max(term.end, found.end())
                return span, in_case(words, found[0]) + tail
    return term.span, ""
