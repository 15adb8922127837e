"""The fields of a briefing's slides, cut into lines and sentences, with others' words covered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..briefing import Briefing, Slide
from .finding import FIELDS, Field, Finding

Span = tuple[int, int]
COVER = "\N{BULLET}"
"""Stands for each letter of what others said, so that spans stay as they are."""
_QUOTED = re.compile(r"“[^”\n]*(?:”|$)|„[^“”\n]*[“”]|«[^»\n]*»|‘[^’\n]*’(?!\w)|\"[^\"\n]*\"", re.M)
_REPORTED = re.compile(
    r"\b(?:said|says|told|tells|warned|warns|added|adds|claimed|claims|stated|argued|argues|"
    r"denied|denies|announced|suggested|predicted|predicts|threatened|promised|vowed|insisted|"
    r"insists|reportedly|according to)\b",
    re.I,
)
_END = re.compile(r"[.!?]+[”’\")\]]*(?=\s|$)")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|St|No|vs|approx|e\.g|i\.e|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))$"
)
_LONGEST_ABBREVIATION = 8


@dataclass(frozen=True, slots=True)
class Part:
    """One field of one slide."""

    slide: Slide
    field: Field
    text: str
    own: str
    """The text with quoted and reported words covered, letter for letter."""
    sentences: tuple[Span, ...]

    def finding(
        self, span: Span, rule: str, source: str, message: str, proposal: str = ""
    ) -> Finding:
        """A finding on these letters; a proposal that changes nothing is none."""
        words = self.text[span[0] : span[1]]
        told = proposal if proposal != words else ""
        return Finding(self.slide.slide_id, self.field, *span, words, rule, source, message, told)

    def sentence_at(self, at: int) -> Span:
        """The sentence that a letter stands in."""
        return next((one for one in self.sentences if one[0] <= at < one[1]), (at, at))

    def lines(self) -> Iterator[Span]:
        """Its lines that are not empty."""
        for found in re.finditer(r"\S[^\n]*", self.text):
            yield found.start(), found.start() + len(found[0].rstrip())


def parts_of(briefing: Briefing) -> tuple[Part, ...]:
    """All fields that hold words, in the order of the slides."""
    return tuple(
        part_of(slide, field, getattr(slide, field))
        for slide in briefing.slides
        for field in FIELDS
        if getattr(slide, field).strip()
    )


def part_of(slide: Slide, field: Field, text: str) -> Part:
    """A field, cut into sentences.

    Misses: quotations in straight single quotes; a quotation that runs over several lines;
    reports whose verb is not of the list, which are then read as the author's own words.
    """
    unquoted = _QUOTED.sub(lambda found: _covered(found[0]), text)
    sentences = tuple(_sentences(unquoted))
    own = list(unquoted)
    for start, end in sentences:
        for said in _REPORTED.finditer(unquoted, start, end):
            begin = start if said[0].lower() in ("according to", "reportedly") else said.end()
            own[begin:end] = _covered(unquoted[begin:end])
    return Part(slide, field, text, "".join(own), sentences)


def _covered(words: str) -> str:
    return re.sub(r"\S", COVER, words)


def _sentences(text: str) -> Iterator[Span]:
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for stop in _END.finditer(text, line.start(), line.end()):
            before = text[max(start, stop.start() - _LONGEST_ABBREVIATION) : stop.start()]
            if stop[0] == "." and stop.end() < line.end() and _ABBREVIATION.search(before):
                continue
            yield from _stripped(text, start, stop.end())
            start = stop.end()
        yield from _stripped(text, start, line.end())


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    if words.strip():
        yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())
