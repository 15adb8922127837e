"""Well-known places that the language model did not mark."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterator, Sequence

from ..records import Article, Label, Mention, Passage, Span, finding_id
from .gazetteer import Gazetteer, Sense
from .gazetteer.names import normalise, without_possessive
from .lookup import lies_in
from .other_labels import is_at_home
from .surroundings import parent_after, parents_of

CONFIDENCE = 0.6
WELL_KNOWN = 500_000
_WORD = r"[^\W\d_a-z][\w’'.-]*"
_RUN = re.compile(rf"(?<![\w’'-]){_WORD}(?:\s(?:(?:of|the|de|del|al|el|la)\s)?{_WORD}){{0,6}}")
_DISPATCH = re.compile(
    r"(?:(?<![^\n])\W{0,3}|(?<=[.!?\"”]\s))(?P<name>[^\W\d_a-z][^\d_a-z\n(),:;—–]{2,28}?)"
    r"(?:,\s[A-Z][\w. ]{1,24})?\s{0,2}(?:\([^)\n]{2,40}\)\s{0,2}|[—–:]|--|-\s)"
)
_LOCATIVE = re.compile(
    r"\b(?:in|at|from|near|to|into|across|outside|toward|towards|around|through|throughout|within"
    r"|inside|between|via|over|off|leave|left|leaving|reach|reached|visit|visited|visiting|of|north"
    r"|south|east|west|northern|southern|eastern|western|central|downtown)\s(?:the\s)?$|\w–$"
)
_PRECISELY = re.compile(r"\b(?:in|near|outside)\s$")
_OPENING = re.compile(r"(?:^|[.!?:;][\"'”’)]?\s+|[\"“‘(•*-]\s*|\n\s*)$")
_LOCAL_KINDS = frozenset({"country", "admin1", "city", "admin2", "continent", "town"})


def missed_places(
    article: Article,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
) -> tuple[Mention, ...]:
    """Mentions of tier-A places that stand outside every mention given, in order.

    A run of capitalised words is taken where all of it is the chief name of a place, and the
    words about it say that a place is meant: it has two words or more, a locative preposition
    before it, a country or division after it, or it is a country or a city of half a million
    that does not open a sentence. A smaller town is taken after "in", "near" or "outside" where
    the article names the division that it lies in. So are the place in capitals that opens a
    dispatch, and the country or division after the comma of another place.

    **Misses:** towns of under 15,000 people where nothing names their division, alternate names,
    names that are common words, first names or surnames (the stop list), lines in capitals.
    """
    found = _Found(article, mentions)
    for passage in passages:
        for span, sense in _spans(article.text, passage, gazetteer):
            found.add(passage, span, sense)
    by_passage = {passage.passage_id: passage for passage in passages}
    for mention in (*mentions, *found.mentions):
        if mention.label == "GPE" and mention.passage_id in by_passage:
            parent = _parent_span(article.text, mention, gazetteer)
            if parent:
                found.add(by_passage[mention.passage_id], *parent)
    return tuple(sorted(found.mentions, key=lambda mention: mention.start))


class _Found:
    def __init__(self, article: Article, mentions: Sequence[Mention]) -> None:
        self._article = article
        self._taken = sorted((mention.start, mention.end) for mention in mentions)
        self.mentions: list[Mention] = []

    def add(self, passage: Passage, span: Span, sense: Sense) -> None:
        if self._is_free(span):
            insort(self._taken, (span.start, span.end))
            self.mentions.append(_mention(self._article, passage, span, sense))

    def _is_free(self, span: Span) -> bool:
        index = bisect_right(self._taken, (span.start, span.end))
        around = self._taken[max(0, index - 1) : index + 1]
        return all(end <= span.start or start >= span.end for start, end in around)


def _spans(text: str, passage: Passage, gazetteer: Gazetteer) -> Iterator[tuple[Span, Sense]]:
    yield from _dispatches(text, passage, gazetteer)
    if text[passage.start : passage.end].isupper():
        return
    for match in _RUN.finditer(text, passage.start, passage.end):
        written = match[0] if "." in match[0][:-1] else match[0].rstrip(".-")
        written = without_possessive(written)
        span = Span(match.start(), match.start() + len(written))
        sense = _meant(written, span, text, gazetteer)
        if sense:
            yield span, sense


def _dispatches(text: str, within: Span, gazetteer: Gazetteer) -> Iterator[tuple[Span, Sense]]:
    """Places in capitals that open a dispatch: "BEIRUT (AP) -"."""
    for match in _DISPATCH.finditer(text, within.start, within.end):
        name = match["name"].rstrip()
        senses = gazetteer.candidates(name) if name.isupper() and len(name) > 3 else ()
        if senses and gazetteer.stop_scope(name) != "never":
            start = match.start("name")
            yield Span(start, start + len(name)), senses[0]


def _meant(written: str, span: Span, text: str, gazetteer: Gazetteer) -> Sense | None:
    senses = gazetteer.candidates(written)
    if not senses or gazetteer.stop_scope(written) == "never":
        return None
    if len(written) > 3 and parents_of(senses, text, span.end, gazetteer):
        return senses[0]
    if gazetteer.stop_scope(written):
        return None
    before = text[max(0, span.start - 24) : span.start]
    if not _is_well_known(senses[0], written):
        is_used = len(written) > 3 and _PRECISELY.search(before) and not _OPENING.search(before)
        return senses[0] if is_used and is_at_home(senses, text, span.start) else None
    if _LOCATIVE.search(before):
        return senses[0]
    is_known = senses[0].kind == "country" or senses[0].population >= WELL_KNOWN
    has_reason = is_known or " " in written
    return senses[0] if has_reason and not _OPENING.search(before) else None


def _is_well_known(best: Sense, written: str) -> bool:
    if best.tier != "A" or best.weight != 2:
        return False
    return len(normalise(written)) > 3 or (best.kind == "country" and written.isupper())


def _parent_span(text: str, mention: Mention, gazetteer: Gazetteer) -> tuple[Span, Sense] | None:
    parent = parent_after(text, mention.end, gazetteer)
    if parent is None:
        return None
    senses = gazetteer.candidates(without_possessive(mention.surface))
    held = [p for p in parent.senses if any(lies_in(sense, p) for sense in senses)]
    return (Span(parent.start, parent.end), held[0]) if held else None


def _mention(article: Article, passage: Passage, span: Span, sense: Sense) -> Mention:
    label: Label = "GPE" if sense.kind in _LOCAL_KINDS else "LOC"
    return Mention(
        start=span.start,
        end=span.end,
        mention_id=finding_id("m", article.article_id, span.start, span.end),
        article_id=article.article_id,
        passage_id=passage.passage_id,
        surface=article.text[span.start : span.end],
        label=label,
        confidence=CONFIDENCE,
    )
