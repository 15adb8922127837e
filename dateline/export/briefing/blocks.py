"""The text of a slide as blocks: judgments, paragraphs, quotations with evidence, citations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ...briefing import Said, Shown, SlideKind
from ..deck.said import said_of
from ..deck.words import lines_of
from ..deck.words import shown as clean
from .citations import Citation
from .flow import Block, Paragraph, Run

KIND_NAMES: Mapping[SlideKind, str] = {
    "judgments": "Key judgments",
    "map": "Map",
    "timeline": "Timeline",
    "quotations": "Quotations",
    "position": "Position over time",
    "table": "Table",
    "text": "Text",
}
_LARGE: Mapping[SlideKind, float] = {"judgments": 26, "text": 22}
Numbers = Mapping[str, int]
"""The footnote of each source, by its article."""


def headline_of(shown: Shown) -> str:
    """The headline on one line; the kind of the slide where it has none."""
    return clean(shown.slide.headline) or KIND_NAMES[shown.slide.kind]


def words_of(shown: Shown) -> str:
    """The Brush in words; of a table also how many of its rows are shown, where not all are."""
    told, table = clean(shown.words), shown.table
    if table is None or table.rows_in_all <= len(table.rows):
        return told
    rows = f"the first {len(table.rows):,} of {table.rows_in_all:,} rows"
    return " · ".join(part for part in (told, rows) if part)


def blocks_of(shown: Shown, numbers: Numbers) -> list[Block]:
    """All text of the body of a slide, in the order in which it is read."""
    beside = shown.map is not None or shown.timeline is not None
    words = 17.0 if beside else 22.0
    return [
        *_lines(shown, 18.0 if beside else _LARGE.get(shown.slide.kind, 20.0)),
        *(_quotation(said, numbers, words, shown.slide.kind) for said in shown.quotations),
        *(_reversal(found, numbers, words) for found in shown.reversals),
        *(Block((_small(f"Not known to this corpus: {clean(part)}", 12, 6),))
          for part in shown.dropped),
    ]  # fmt: skip


def citation_block(citation: Citation, *, says_how: bool = True) -> Block:
    """A source as the appendix sets it, under its number, and how it was found where asked."""
    title = Run(citation.title, 12.5, "serif")
    origin = Run(f"  {citation.origin}", 11)
    small = [f"{citation.times} · {citation.cited}", *[citation.found] * says_how]
    return Block(
        (
            Paragraph((title, origin), before=9, label=f"{citation.number}", indent=26),
            *(_small(text, 10.5, 1, 26) for text in small),
            Paragraph((Run(citation.address, 10.5, hue="faint", link=citation.link),), 1, "", 26),
        )
    )


def _lines(shown: Shown, points: float) -> Iterator[Block]:
    is_judged = shown.slide.kind == "judgments"
    for number, line in enumerate(lines_of(shown.slide.text), start=1):
        run = Run(line, points, "serif" if is_judged else "sans")
        label, indent = (f"{number}", points * 1.6) if is_judged else ("", 0)
        yield Block((Paragraph((run,), points * 0.5, label, indent),))


def _quotation(said: Said, numbers: Numbers, points: float, kind: SlideKind) -> Block:
    head = [_small(said_of(said)["on"], 12, 14)] if kind == "position" else []
    return Block((*head, *_said(said, numbers, points, before=3 if head else 14)))


def _said(said: Said, numbers: Numbers, points: float, before: float) -> Iterator[Paragraph]:
    told, number = said_of(said), numbers.get(said.source.article_id)
    is_rtl, small = told["direction"] == "rtl", max(12.0, points * 0.68)
    words = Run(told["words"], points, "serif")
    note = (Run(f" [{number}]", points * 0.9, hue="faint", is_raised=True),) if number else ()
    yield Paragraph((words, *note), before, is_rtl=is_rtl)
    role = (Run(f", {told['role']}", small),) if told["role"] else ()
    yield Paragraph((Run(told["speaker"], small, is_bold=True), *role), 3, is_rtl=is_rtl)
    facts = " · ".join(filter(None, [told["label"], *told["facts"]]))
    yield replace(_small(facts, small, 0), is_rtl=is_rtl)
    after = " · ".join(filter(None, [told["change"], told["carried"]]))
    if after:
        yield Paragraph((Run(after, small),), 2, is_rtl=is_rtl)


def _reversal(found: tuple[Said, Said, str], numbers: Numbers, points: float) -> Block:
    earlier, later, why = found
    head = Paragraph((Run(f"To check: {clean(why)}", 14, is_bold=True),), 16)
    smaller = points * 0.85
    both = (*_said(earlier, numbers, smaller, 4), *_said(later, numbers, smaller, 8))
    return Block((head, *both))


def _small(text: str, points: float, before: float, indent: float = 0) -> Paragraph:
    return Paragraph((Run(text, points, hue="faint"),), before, "", indent)
