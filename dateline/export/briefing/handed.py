"""The deck of a file that is handed over: with footnotes, links between its views, an appendix."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ...briefing import MapShown, Presentation, Said, Shown
from ...drawing import Ground
from ..deck import Deck, deck
from ..deck.words import shown
from .blocks import KIND_NAMES
from .citations import Citation, appendix_words, citations, footnotes, found_alike
from .pieces import in_pieces
from .words import origin_words, ranges, used_words

SOURCES = "Sources"
APPENDIX = "appendix"
"""The id of the slide that lists the sources."""
_HOW = "How it was found"
_COLUMNS = ("No.", "Source", "Published", "Retrieved", "Slides", _HOW)
_NOTHING = "This briefing rests on no article."


def handed_deck(presentation: Presentation, ground: Ground) -> Deck:
    """The deck with what a file needs beside it, whose last slide is the appendix of citations.

    Each quotation has the number of its source among its facts, and each slide `links`: for a
    place or lane, by its id, the quotations that belong to it, by their order on the slide, and
    the lanes.
    """
    cited, presentation = citations(presentation), in_pieces(presentation)
    made = deck(presentation, ground)
    origin, numbers = origin_words(presentation), footnotes(cited)
    for told, one in zip(made["slides"], presentation.slides, strict=True):
        used = used_words([one.number for one in cited if told["number"] in one.slides])
        told["headline"] = told["headline"] or KIND_NAMES[one.slide.kind]
        told["footing"] += [part for part in (used, origin) if part]
        told["links"] = _links(one)
        _number(told, numbers)
    number = len(made["slides"]) + 1
    return made | {"slides": [*made["slides"], _appendix(number, cited, origin)], "citations": []}


def _number(told: dict[str, Any], numbers: Mapping[str, int]) -> None:
    """Put the footnote behind the facts of each quotation."""
    checked = [found[side] for found in told["reversals"] for side in ("earlier", "later")]
    for said in (*told["quotations"], *checked):
        if said["article"] in numbers:
            said["facts"].append(f"[{numbers[said['article']]}]")


def _links(one: Shown) -> dict[str, dict[str, list[Any]]]:
    named = [(mark.place_id, mark.name) for mark in _marks(one.map)]
    lanes = [(lane.entity_id, lane.name) for lane in one.timeline.lanes] if one.timeline else []
    return {
        **{key: _linked(name, one.quotations, lanes) for key, name in named},
        **{key: _linked(name, one.quotations, []) for key, name in lanes},
    }


def _marks(found: MapShown | None) -> list[Any]:
    return [mark for mark in found.marks if mark.count] if found else []


def _linked(
    name: str, said: Sequence[Said], lanes: Sequence[tuple[str, str]]
) -> dict[str, list[Any]]:
    """The quotations whose passage, place or speaker has the name, and the lanes that have it."""
    word = re.compile(rf"(?<!\w){re.escape(name.casefold())}(?!\w)")
    return {
        "quotations": [
            at
            for at, one in enumerate(said)
            if name.casefold() in (one.place.casefold(), one.speaker.casefold())
            or word.search(one.passage.casefold())
        ],
        "lanes": [key for key, other in lanes if other.casefold() == name.casefold()],
    }


def _appendix(number: int, cited: Sequence[Citation], origin: str) -> dict[str, Any]:
    kept = [name for name in _COLUMNS if name != _HOW or not found_alike(cited)]
    rows = [[_cells(one)[name] for name in kept] for one in cited]
    table = {"columns": kept, "rows": rows, "numeric": [False] * len(kept), "more": ""}
    return {
        "number": number, "id": APPENDIX, "kind": "table", "headline": SOURCES,
        "words": appendix_words(cited), "lines": [], "notes": [], "map": None, "timeline": None,
        "beside": "", "quotations": [], "reversals": [], "table": table if cited else None,
        "footing": [shown(origin)], "dropped": [], "empty": "" if cited else _NOTHING,
        "address": None, "citations": [], "links": {},
        "addresses": [one.link for one in cited],
    }  # fmt: skip


def _cells(one: Citation) -> dict[str, str]:
    told = f"{one.title} · {one.origin} · {one.address}"
    cells = (str(one.number), told, one.published, one.retrieved, ranges(one.slides), one.found)
    return dict(zip(_COLUMNS, cells, strict=True))
