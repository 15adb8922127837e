"""Headlines: one judgment each, a full sentence of at most two lines; the main one first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..briefing import Briefing
from .finding import ARGUMENT, HOUSE, Finding
from .parts import Part, part_of

MISSING = "no headline"
FRAGMENT = "headline is no full sentence"
LONG = "headline over two lines"
SEVERAL = "headline of several sentences"
LATE = "key judgments not first"
TWO_LINES = 130
"""Letters that two lines of a slide hold in the type of its headlines."""
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|do|did|"
    r"said|told|met|went|came|took|gave|made|held|left|led|lost|won|fell|rose|kept|sent|began|"
    r"broke|fled|grew|put|sought|spoke|stood|struck|became|bought|brought|built|cut|fought|"
    r"found|got|knew|let|meant|paid|ran|saw|set|shot|shut|sold|split|spread|spent|swore|taught|"
    r"think|thought|want|say|see|remain|expect|assess|judge|believe|deny|fear|hope|plan|rely)\b"
    r"|\w+n[’']t\b|\w{2,}ed\b",
    re.I,
)
_PRESENT = re.compile(r"\b[a-z]{2,}s\b")
_NO_VERB = re.compile(
    r"(?:on|of|in|to|by|the|a|an|and|or|with|for|from|over|at|after|before|between|about|against|as|"
    r"its|his|her|their|our|this|these|those|key|all|some|many|most|two|three|more|new)",
    re.I,
)


def headlines(briefing: Briefing, parts: Sequence[Part]) -> Iterator[Finding]:
    """Headlines that are missing, no sentence, several or too long; key judgments that come late.

    Misses: fragments with a plural that could be a verb ("Taliban positions near Kabul").
    """
    told = {part.slide.slide_id: part for part in parts if part.field == "headline"}
    for slide in briefing.slides:
        part = told.get(slide.slide_id)
        if part:
            yield from _shaped(part)
        elif slide.kind != "text":
            empty = part_of(slide, "headline", "")
            message = "Say in a sentence what this slide shows: its one judgment."
            yield empty.finding((0, 0), MISSING, ARGUMENT, message)
    first = briefing.slides[0] if len(briefing.slides) > 1 else None
    if first and first.kind != "judgments":
        part = told.get(first.slide_id, part_of(first, "headline", first.headline))
        message = "The first slide holds the key judgments, so that the main message comes first."
        yield part.finding((0, len(part.text)), LATE, ARGUMENT, message)


def _shaped(part: Part) -> Iterator[Finding]:
    whole = 0, len(part.text)
    if not _is_sentence(part.own):
        message = (
            "A headline says its judgment, with a verb: “Panjshir is very likely to hold "
            "out until winter”, not “Situation in Panjshir”."
        )
        yield part.finding(whole, FRAGMENT, ARGUMENT, message)
    if len(part.text.strip()) > TWO_LINES or "\n" in part.text.strip():
        message = (
            f"{len(part.text.strip())} letters do not stand in two lines of large type; about "
            f"{TWO_LINES} do. Put the rest into the text."
        )
        yield part.finding(whole, LONG, HOUSE, message)
    if len(part.sentences) > 1:
        span = part.sentences[1][0], part.sentences[-1][1]
        message = "One judgment a slide. Put this into the text, or on a slide of its own."
        yield part.finding(span, SEVERAL, HOUSE, message)


def _is_sentence(text: str) -> bool:
    words = text.split()
    if len(words) < 3 or text.rstrip().endswith("?"):
        return False
    if _FINITE.search(text):
        return True
    return any(
        _PRESENT.fullmatch(word.strip(".,;:!")) and not _NO_VERB.fullmatch(before)
        for before, word in pairwise(words)
        if not word.endswith(("ss", "’s", "'s"))
    )
