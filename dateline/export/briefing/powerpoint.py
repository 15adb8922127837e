"""A briefing as a PowerPoint file: its text as text, maps and timelines as pictures with words."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, cast

from lxml import etree
from pptx.dml.color import ColorFormat
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as File
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Emu, Inches, Pt

from ...briefing import Presentation
from ...drawing import Ground, Look
from ..deck.words import direction, lines_of
from ..deck.words import shown as clean
from .flow import Block, Paragraph, Run
from .grids import PADDING, Grid
from .master import SANS, SERIF, add_from_layout, empty_file, placed
from .pages import Page, Picture, Text, pages
from .pictures import image_of
from .words import origin_words

_HUES: Mapping[str, Any] = {"ink": MSO_THEME_COLOR.TEXT_1, "faint": MSO_THEME_COLOR.TEXT_2}
_FACES = {"serif": ("+mj-lt", SERIF), "sans": ("+mn-lt", SANS)}
_PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_SUPERSCRIPT = "30000"
LONGEST = 255
"""Letters that a property of a file may have."""


def pptx_bytes(presentation: Presentation, look: Look, ground: Ground) -> bytes:
    """The briefing as PPTX, 16:9: a slide as long as it needs, then the appendix of citations.

    Args:
        look: its colours are hexes.
        ground: what lies under the places of its maps.

    Raises:
        PictureError: a map or timeline cannot be drawn.
    """
    file = empty_file(look)
    _describe(file, presentation)
    for page in pages(presentation):
        _add(file, page, look, ground)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _describe(file: File, presentation: Presentation) -> None:
    about, briefing = file.core_properties, presentation.briefing
    name, who, corpus, origin = (
        clean(text)[:LONGEST]
        for text in (
            briefing.name, briefing.who, presentation.corpus, origin_words(presentation)
        )
    )  # fmt: skip
    about.title, about.author, about.last_modified_by = name, who, who
    about.subject, about.comments, about.keywords = corpus, origin, ""
    about.created = about.modified = _moment(presentation.at)


def _moment(at: str) -> datetime:
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        moment = datetime.now(UTC)
    return (moment.astimezone(UTC) if moment.tzinfo else moment).replace(tzinfo=None)


def _add(file: File, page: Page, look: Look, ground: Ground) -> None:
    slide = file.slides.add_slide(file.slide_layouts[0])
    title = placed(slide.shapes.title, page.title)
    _write(title.text_frame, [Block((Paragraph((Run(page.headline, page.points, "serif"),)),))])
    if page.words:
        small = Run(page.words, page.words_points, hue="faint")
        _text(slide, Text(page.under, (Block((Paragraph((small,)),)),)), "Selection")
    for part in page.parts:
        if isinstance(part, Text):
            _text(slide, part, "Text")
        elif isinstance(part, Grid):
            _table(slide, part)
        else:
            _picture(slide, part, look, ground)
    _foot(slide, page)
    if page.notes:
        slide.notes_slide.notes_text_frame.text = "\n".join(lines_of(page.notes))


def _foot(slide: Slide, page: Page) -> None:
    points = page.footer_points
    lines = [Paragraph((Run(line, points, hue="faint"),)) for line in page.footer]
    _write(add_from_layout(slide, "ftr").text_frame, [Block(tuple(lines))])
    number = Paragraph((Run(page.number, 12, hue="faint"),))
    _write(add_from_layout(slide, "sldNum").text_frame, [Block((number,))], PP_ALIGN.RIGHT)


def _text(slide: Slide, part: Text, name: str) -> None:
    shape = slide.shapes.add_textbox(*[Emu(0)] * 4)
    shape.name = name
    _write(placed(shape, part.box).text_frame, part.blocks)


def _write(frame: TextFrame, blocks: Sequence[Block], align: PP_ALIGN | None = None) -> None:
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    paragraphs = [paragraph for block in blocks for paragraph in block.paragraphs]
    for at, paragraph in enumerate(paragraphs):
        made = frame.paragraphs[0] if at == 0 else cast(Any, frame).add_paragraph()
        _set(made, paragraph, align, is_first=at == 0)


def _set(made: _Paragraph, paragraph: Paragraph, align: PP_ALIGN | None, is_first: bool) -> None:
    own = direction(paragraph.text) == "rtl"
    rtl = own if paragraph.is_rtl is None else paragraph.is_rtl
    made.alignment = align or (PP_ALIGN.RIGHT if rtl else PP_ALIGN.LEFT)
    made.space_before = Pt(0 if is_first else paragraph.before)
    made.space_after = Pt(0)
    form = made._p.get_or_add_pPr()
    form.set("rtl", "1" if rtl else "0")
    if paragraph.indent:
        form.set("marL", str(Pt(paragraph.indent)))
        form.set("indent", str(-Pt(paragraph.indent)) if paragraph.label else "0")
    if paragraph.label:
        _run(made, Run(f"{paragraph.label}\t", paragraph.points, paragraph.runs[0].face, "faint"))
    for run in paragraph.runs:
        _run(made, run)


def _run(owner: _Paragraph, run: Run) -> None:
    made = owner.add_run()
    made.text = run.text
    font = made.font
    font.size, font.bold = Pt(run.points), run.is_bold or None
    _colour(font.color, run.hue)
    theme, family = _FACES[run.face]
    font.name = theme
    etree.SubElement(font._element, qn("a:cs")).set("typeface", family)
    if run.is_raised:
        font._element.set("baseline", _SUPERSCRIPT)
    if run.link:
        made.hyperlink.address = run.link


def _colour(colour: ColorFormat, hue: str) -> None:
    colour.theme_color = _HUES[hue]


def _picture(slide: Slide, part: Picture, look: Look, ground: Ground) -> None:
    png = image_of(part, look, ground)
    made = placed(slide.shapes.add_picture(io.BytesIO(png), Emu(0), Emu(0)), part.box)
    made.name = part.alternative.partition(" ")[0]
    made._element.find(".//" + qn("p:cNvPr")).set("descr", part.alternative)


def _table(slide: Slide, part: Grid) -> None:
    rows = (part.columns, *part.rows)
    box = part.box
    frame = slide.shapes.add_table(len(rows), len(part.columns), Inches(box.left), Inches(box.top),
                                   Inches(box.width), Inches(sum(part.heights)))  # fmt: skip
    table = frame.table
    frame._element.find(".//" + qn("a:tableStyleId")).text = _PLAIN_TABLE
    table.horz_banding = False
    for at, width in enumerate(part.widths):
        table.columns[at].width = Inches(width)
    for at, (row, tall) in enumerate(zip(rows, part.heights, strict=True)):
        table.rows[at].height = Inches(tall)
        for cell, text in zip(table.rows[at].cells, row, strict=True):
            _cell(cell, text, part.points, is_head=at == 0)


def _cell(cell: _Cell, text: str, points: float, is_head: bool) -> None:
    run = Run(text, points, hue="faint" if is_head else "ink", is_bold=is_head)
    _set(cell.text_frame.paragraphs[0], Paragraph((run,)), None, is_first=True)
    cell.margin_left = cell.margin_right = cell.margin_top = cell.margin_bottom = Inches(PADDING)
    line = etree.SubElement(
        cell._tc.get_or_add_tcPr(), qn("a:lnB"), w="9525" if is_head else "6350"
    )
    fill = etree.SubElement(line, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:schemeClr"), val="tx1" if is_head else "bg2")
