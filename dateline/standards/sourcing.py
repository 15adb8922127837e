"""Sources: cited for each judgment, described, and found by a machine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..briefing import Briefing, Shown, Slide, Source
from .finding import CITATIONS, FIELDS, OPEN_SOURCES, SOURCES, Field, Finding
from .parts import Part, part_of

UNCITED = "judgment without a source"
UNDESCRIBED = "source without a description"
UNWEIGHED = "quality of sources not told"
UNNAMED = "machine extraction not named"
METHOD = (
    "Method: names, quotations, places and dates were found by machine and were not all checked."
)
_WEIGHED = re.compile(
    r"\b(?:corroborat\w*|credib\w*|reliab\w*|unverified|first[- ]hand|second[- ]hand|biased?|"
    r"single source|independent (?:sources|origins)|state(?:-run| media| agenc\w+)|"
    r"quality of (?:the )?sources)\b",
    re.I,
)
_MACHINE = re.compile(
    r"\b(?:machine|automat\w*|computer|algorithm\w*|Dateline|language model)\b", re.I
)


def sourcing(
    briefing: Briefing, parts: Sequence[Part], shown: Mapping[str, Shown]
) -> Iterator[Finding]:
    """What judgments rest on, where it is not told. Slides that are not shown are left alone.

    Misses: whether a source bears out the judgment above it; a judgment among several of a slide
    that none of its sources speaks of.
    """
    told = [shown[slide.slide_id] for slide in briefing.slides if slide.slide_id in shown]
    judging = [one for one in told if _judgments(one.slide, parts)]
    for one in judging:
        yield from _uncited(one, parts)
        yield from _undescribed(one, parts)
        yield from _by_machine(one, parts)
    if judging and any(one.sources for one in judging) and not _is_said(_WEIGHED, parts):
        yield _unweighed(judging[0], parts)


def _judgments(slide: Slide, parts: Sequence[Part]) -> list[Part]:
    """The fields of a slide that hold judgments."""
    fields: tuple[Field, ...] = FIELDS[:2] if slide.kind == "judgments" else FIELDS[:1]
    return [
        part for part in parts if part.slide.slide_id == slide.slide_id and part.field in fields
    ]


def _uncited(one: Shown, parts: Sequence[Part]) -> Iterator[Finding]:
    if one.sources:
        return
    message = (
        "No article of the corpus stands behind this slide. Capture it from a view that shows "
        "the articles which it rests on, or take the judgment out."
    )
    for part in _judgments(one.slide, parts):
        for span in part.lines():
            yield part.finding(span, UNCITED, CITATIONS, message)


def _undescribed(one: Shown, parts: Sequence[Part]) -> Iterator[Finding]:
    bare = [source for source in one.sources if _lacks(source)]
    if not bare:
        return
    what = sorted({lack for source in bare for lack in _lacks(source)})
    message = (
        f"{len(bare)} of {len(one.sources)} sources are cited without {' or '.join(what)}, such "
        f"as “{bare[0].title or bare[0].url or 'an article without a title'}”. Say what they are."
    )
    part = _judgments(one.slide, parts)[0]
    yield part.finding((0, len(part.text)), UNDESCRIBED, CITATIONS, message)


def _lacks(source: Source) -> list[str]:
    return [
        name
        for name, told in (
            ("an outlet", source.outlet or source.agency),
            ("a publication time", source.published),
        )
        if not told
    ]


def _unweighed(one: Shown, parts: Sequence[Part]) -> Finding:
    counts = one.footing.counts
    rest = f"These judgments rest on {counts}; " if counts else "Sources: "
    message = (
        "Say once how good the sources are: first hand or not, how many origins, corroborated or "
        "not, biased or not. The footing counts them and no more."
    )
    part, at = _end(one.slide, parts)
    put = f"{rest}how reliable these sources are was not assessed."
    return part.finding((at, at), UNWEIGHED, SOURCES, message, _appended(part, put))


def _by_machine(one: Shown, parts: Sequence[Part]) -> Iterator[Finding]:
    if not one.sources or one.footing.method or _is_said(_MACHINE, parts, one.slide.slide_id):
        return
    message = (
        "Its judgments rest on what a machine found in articles, and neither its footing nor its "
        "words say so."
    )
    part, at = _end(one.slide, parts)
    yield part.finding((at, at), UNNAMED, OPEN_SOURCES, message, _appended(part, METHOD))


def _is_said(words: re.Pattern[str], parts: Sequence[Part], slide_id: str = "") -> bool:
    return any(
        words.search(part.own)
        for part in parts
        if part.field != "notes" and slide_id in ("", part.slide.slide_id)
    )


def _end(slide: Slide, parts: Sequence[Part]) -> tuple[Part, int]:
    """The slide's text, and where it ends."""
    own = (one for one in parts if (one.slide.slide_id, one.field) == (slide.slide_id, "text"))
    part = next(own, part_of(slide, "text", slide.text))
    return part, len(slide.text)


def _appended(part: Part, words: str) -> str:
    return f"\n{words}" if part.text.strip() else words
