"""A presentation as a JSON-able dict, which slides.js draws; nothing in it is markup but the SVG.

name, corpus, at        of the briefing; when the corpus answered, UTC ISO 8601
badge                   {live: bool, words: "Frozen 23 Nov 2026, 05:10 UTC"}
slides                  a list of
    number, id, kind    counted from 1; as in `Slide`
    headline, words     the judgment; the Brush in words
    lines               paragraphs of the text, or judgments
    notes               paragraphs for the speaker: never on the slide
    map, timeline       {svg, words} with the words for those who do not see it, or None;
                        colours in the SVG are variables as of `browser_look`
    beside              what is counted beside map and timeline, in words
    quotations          {id, words, mode, label, direction, speaker, role, facts: [..], on,
                        change, carried, article, at}
    reversals           {earlier, later, why}: two of these quotations
    table               {columns, rows, numeric: [bool a column]} or None
    footing, dropped    sentences of the footer
    empty               what is missing, where the slide has nothing to show, else ""
    address             {page, query, brush, camera}: the live view that it was captured
                        from; the part of its query that is the Brush
    citations           numbers in `citations`
citations               {number, article, title, outlet, agency, published, seen, url}:
                        each article once, for an appendix
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...briefing import Presentation, Said, Shown, Source, TableShown
from ...brush import from_query
from ...drawing import Ground
from .drawn import drawings
from .said import said_of
from .words import counted, lines_of, moment_words, shown

Deck = dict[str, Any]
_EMPTY: Mapping[str, str] = {
    "judgments": "No judgment is written yet.",
    "text": "No text is written yet.",
    "map": "No place is named in this selection.",
    "timeline": "No article in this selection states its day.",
    "quotations": "No one is quoted in this selection.",
    "position": "No statement on this subject is in this selection.",
    "table": "No row is in this selection.",
}


def deck(presentation: Presentation, ground: Ground) -> Deck:
    """The presentation as `slides.js` and `keys.js` show it.

    Args:
        ground: what lies under the places of its maps.
    """
    briefing = presentation.briefing
    articles = {s.article_id: s for slide in presentation.slides for s in _sources(slide)}
    numbers = {article: number for number, article in enumerate(articles, start=1)}
    state = "Live" if presentation.is_live else "Frozen"
    return {
        "id": briefing.briefing_id,
        "name": shown(briefing.name),
        "corpus": shown(presentation.corpus),
        "at": presentation.at,
        "badge": {
            "live": presentation.is_live,
            "words": f"{state} {moment_words(presentation.at)}".strip(),
        },
        "slides": [
            _slide(number, one, numbers, ground)
            for number, one in enumerate(presentation.slides, start=1)
        ],
        "citations": [_citation(numbers[key], source) for key, source in articles.items()],
    }


def _slide(number: int, one: Shown, numbers: Mapping[str, int], ground: Ground) -> dict[str, Any]:
    slide = one.slide
    told = {
        "number": number,
        "id": slide.slide_id,
        "kind": slide.kind,
        "headline": shown(slide.headline),
        "words": shown(one.words) if slide.kind not in ("judgments", "text") else "",
        "lines": lines_of(slide.text),
        "notes": lines_of(slide.notes),
        **drawings(one, ground),
        "quotations": [said_of(said) for said in one.quotations],
        "reversals": [_reversal(*found) for found in one.reversals],
        "table": _table(one.table) if one.table else None,
        "footing": [*map(shown, one.footing.lines())],
        "dropped": [f"Not known to this corpus: {shown(part)}" for part in one.dropped],
        "address": {
            "page": slide.page,
            "query": slide.query,
            "brush": from_query(slide.query)[0].to_query(),
            "camera": slide.camera,
        },
        "citations": [numbers[source.article_id] for source in _sources(one)],
    }
    return told | {"empty": "" if _tells(told) else _EMPTY[slide.kind]}


def _tells(told: Mapping[str, Any]) -> bool:
    """Whether there is something under the headline."""
    needed = {
        "judgments": ("lines",),
        "text": ("lines",),
        "map": ("map", "timeline", "quotations"),
        "timeline": ("timeline",),
        "quotations": ("quotations",),
        "position": ("quotations", "reversals"),
        "table": ("table",),
    }
    return any(told[name] for name in needed[told["kind"]])


def _reversal(earlier: Said, later: Said, why: str) -> dict[str, Any]:
    return {"earlier": said_of(earlier), "later": said_of(later), "why": shown(why)}


def _table(table: TableShown) -> dict[str, Any] | None:
    if not table.rows:
        return None
    rest = table.rows_in_all - len(table.rows)
    rows = [[shown(cell) for cell in row] for row in table.rows]
    numeric = [
        all(not row[at] or row[at].replace(",", "").replace(".", "").isdecimal() for row in rows)
        for at in range(len(table.columns))
    ]
    more = f"and {counted(rest, 'row')} more" if rest > 0 else ""
    return {"columns": [*map(shown, table.columns)], "rows": rows, "numeric": numeric, "more": more}


def _sources(one: Shown) -> Sequence[Source]:
    """The articles of a slide, each once: those that it rests on, and those that it quotes."""
    quoted = [said.source for said in one.quotations]
    checked = [said.source for found in one.reversals for said in found[:2]]
    return [*{source.article_id: source for source in (*one.sources, *quoted, *checked)}.values()]


def _citation(number: int, source: Source) -> dict[str, Any]:
    return {
        "number": number,
        "article": source.article_id,
        "title": shown(source.title) or "Title not stated",
        "outlet": shown(source.outlet),
        "agency": shown(source.agency),
        "published": moment_words(source.published) or "date not stated",
        "seen": moment_words(source.seen),
        "url": shown(source.url),
    }
