"""A briefing as 16:9 slides: what stands on each, and where, before any file is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...briefing import MapShown, Presentation, Shown, TimelineShown
from ..deck.words import direction
from ..deck.words import shown as clean
from .blocks import blocks_of, citation_block, headline_of, words_of
from .citations import Citation, appendix_words, citations, footnotes, found_alike
from .flow import Block, Box, Paragraph, Run, fitted, flowed, height, paged
from .grids import Grid, grids_of
from .measure import LINE
from .words import map_words, origin_words, timeline_words, used_words

WIDTH, HEIGHT = 13.333, 7.5
"""Of a slide, in inches."""
LEFT, TOP, WIDE, BOTTOM = 0.6, 0.4, 12.13, 6.6
FOOTER = Box(LEFT, 6.74, 11.2, 0.56)
NUMBER = Box(LEFT + 11.2, 6.74, 0.93, 0.56)
GAP = 0.4
_COLUMN = 4.2
_STRIP = 1.35
_LARGEST = 1.3
_COUNT = " (10 of 10)"
"""What stands behind the headline of a slide that is continued, as wide as it gets."""
_TITLE = (28, 25, 22, 20)
_FOOTER = (10, 9, 8, 7)
SOURCES = "Sources"
NOTHING = "This briefing rests on no article."


@dataclass(frozen=True, slots=True)
class Text:
    box: Box
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A map or a timeline, drawn when the file is written."""

    box: Box
    shown: MapShown | TimelineShown
    alternative: str
    is_strip: bool = False
    """Whether only the density of a timeline is drawn, without its lanes."""


Part = Text | Picture | Grid


@dataclass(frozen=True, slots=True)
class Page:
    """One slide of the file."""

    headline: str
    title: Box
    points: float
    """Of its headline."""
    number: str
    """Of the slide in the briefing that it shows; of the appendix its page."""
    words: str
    """The Brush in words."""
    words_points: float
    under: Box
    """Where they stand."""
    footer: tuple[str, ...] = ()
    footer_points: float = _FOOTER[0]
    notes: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def body(self) -> Box:
        top = self.under.top + self.under.height + 0.2
        return Box(LEFT, top, WIDE, BOTTOM - top)


def pages(presentation: Presentation) -> tuple[Page, ...]:
    """The slides in their order, each as long as it needs, and the appendix of citations."""
    cited = citations(presentation)
    shown = [
        page
        for number, one in enumerate(presentation.slides, start=1)
        for page in _slide(presentation, one, number, cited)
    ]
    return (*shown, *_appendix(presentation, cited))


def _slide(
    presentation: Presentation, shown: Shown, number: int, cited: Sequence[Citation]
) -> Iterator[Page]:
    for room in ("", _COUNT):
        empty = _footed(_empty(shown, number, room), _footing(shown, number, cited), presentation)
        found = list(_parts(shown, empty.body, cited))
        if len(found) == 1:
            break
    for at, parts in enumerate(found, start=1):
        yield _counted(replace(empty, parts=parts), at, len(found))


def _empty(shown: Shown, number: int, room: str) -> Page:
    """The slide without its body; what is cut in its head stands in its notes."""
    headline, words = headline_of(shown), words_of(shown)
    empty = _headed(headline, words, str(number), room)
    told = [shown.slide.notes.strip()]
    told += [
        full for full, cut in ((headline, empty.headline), (words, empty.words)) if full != cut
    ]
    return replace(empty, notes="\n\n".join(part for part in told if part))


def _appendix(presentation: Presentation, cited: Sequence[Citation]) -> Iterator[Page]:
    empty = _footed(_headed(SOURCES, appendix_words(cited), "A"), (), presentation)
    nothing = Block((Paragraph((Run(NOTHING, 18),)),))
    says_how = not found_alike(cited)
    blocks = [citation_block(one, says_how=says_how) for one in cited] or [nothing]
    found = paged(blocks, lambda _page: _columns(empty.body))
    for at, columns in enumerate(found, start=1):
        parts = tuple(_texts(_columns(empty.body), columns))
        yield _counted(replace(empty, parts=parts), at, len(found))


def _headed(headline: str, words: str, number: str, room: str = "") -> Page:
    """Its head, with room behind the headline."""
    points, held = fitted(headline, Box(LEFT, TOP, WIDE, 1.12), _TITLE)
    title = Paragraph((Run(held + room, points),))
    tall = height(Block((title,)), WIDE)
    under = Box(LEFT, TOP + tall + 0.06, WIDE, 0.44 if words else 0)
    small, told = fitted(words, under, (13, 12, 11, 10)) if words else (13, "")
    lines = height(Block((Paragraph((Run(told, small),)),)), WIDE) if told else 0
    box = Box(LEFT, TOP, WIDE, tall)
    return Page(held, box, points, number, told, small, replace(under, height=lines))


def _footed(page: Page, told: tuple[str, ...], presentation: Presentation) -> Page:
    name = clean(presentation.briefing.name)
    origin = " · ".join(part for part in (name, origin_words(presentation)) if part)
    points, held = fitted(" · ".join(told), replace(FOOTER, height=0.36), _FOOTER)
    small, kept = fitted(origin, replace(FOOTER, height=points * LINE / 72), (points, 8, 7, 6))
    full = [text for text, cut in ((" · ".join(told), held), (origin, kept)) if text != cut]
    notes = "\n\n".join(part for part in (page.notes, *full) if part)
    lines = tuple(line for line in (held, kept) if line)
    return replace(page, footer=lines, footer_points=min(points, small), notes=notes)


def _footing(shown: Shown, number: int, cited: Sequence[Citation]) -> tuple[str, ...]:
    used = used_words([one.number for one in cited if number in one.slides])
    return tuple(filter(None, (*map(clean, shown.footing.lines()), used)))


def _counted(page: Page, at: int, count: int) -> Page:
    if count == 1:
        return page
    counted = f"{at}/{count}" if direction(page.headline) == "rtl" else f"{at} of {count}"
    return replace(
        page,
        headline=f"{page.headline} ({counted})",
        number=f"{page.number}.{at}",
        notes=page.notes if at == 1 else "",
    )


def _parts(shown: Shown, body: Box, cited: Sequence[Citation]) -> Iterator[tuple[Part, ...]]:
    blocks = blocks_of(shown, footnotes(tuple(cited)))
    pictures, room = _pictures(shown, body, has_text=bool(blocks))
    is_wide = shown.slide.kind in ("judgments", "text") or (len(blocks) < 3 and not pictures)
    later: Sequence[Box] = [body] if is_wide else _columns(body)

    def boxes(page: int) -> Sequence[Box]:
        return (room if pictures else later) if page == 0 else later

    found = flowed(blocks, boxes, most=1.0 if pictures else _LARGEST)
    grids = list(grids_of(shown.table, body)) if shown.table else []
    if not found and (pictures or not grids):
        found = [[[] for _ in boxes(0)]]
    for at, columns in enumerate(found):
        yield (*(pictures if at == 0 else ()), *_texts(boxes(at), columns))
    yield from ((grid,) for grid in grids)


def _pictures(shown: Shown, body: Box, has_text: bool) -> tuple[tuple[Picture, ...], Sequence[Box]]:
    """The drawings of a slide, and the boxes that they leave to its text."""
    if shown.map is None:
        return _timeline(shown, body, has_text)
    wide = body.width - _COLUMN - GAP if has_text else body.width
    tall = body.height - (_STRIP + 0.1 if shown.timeline else 0)
    drawn = [Picture(Box(LEFT, body.top, wide, tall), shown.map, map_words(shown.map))]
    if shown.timeline:
        strip = Box(LEFT, body.top + tall + 0.1, wide, _STRIP)
        drawn.append(Picture(strip, shown.timeline, timeline_words(shown.timeline), is_strip=True))
    return tuple(drawn), [Box(LEFT + wide + GAP, body.top, _COLUMN, body.height)]


def _timeline(shown: Shown, body: Box, has_text: bool) -> tuple[tuple[Picture, ...], Sequence[Box]]:
    if shown.timeline is None:
        return (), []
    tall = body.height * (0.66 if has_text else 1)
    drawn = Picture(replace(body, height=tall), shown.timeline, timeline_words(shown.timeline))
    left = replace(body, top=body.top + tall + 0.1, height=body.height - tall - 0.1)
    return (drawn,), _columns(left)


def _columns(box: Box) -> tuple[Box, Box]:
    wide = (box.width - GAP) / 2
    return replace(box, width=wide), replace(box, left=box.left + wide + GAP, width=wide)


def _texts(boxes: Sequence[Box], columns: Sequence[Sequence[Block]]) -> Iterator[Text]:
    for box, blocks in zip(boxes, columns, strict=True):
        if blocks:
            yield Text(box, tuple(blocks))
