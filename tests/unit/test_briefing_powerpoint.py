"""A briefing as PPTX, read back by python-pptx: real text, real tables, pictures with words."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pptx
import pytest
from exported_briefing import ARABIC, FIRST, MAPPED, METHOD, PRESENTATION, STEP, WRITTEN, coloured
from lxml import etree
from PIL import Image
from pptx.oxml.ns import qn

from components.theme import DARK, LIGHT, Palette
from dateline.drawing import Ground, Look, look_of
from dateline.export.briefing.powerpoint import pptx_bytes
from dateline.settings import PROJECT, VERSION


def look(palette: Palette = LIGHT) -> Look:
    return look_of(coloured(palette), 16)


@pytest.fixture(scope="module")
def made(ground: Ground) -> bytes:
    return pptx_bytes(PRESENTATION, look(), ground)


@pytest.fixture(scope="module")
def slides(made: bytes):
    return list(pptx.Presentation(io.BytesIO(made)).slides)


def texts(slide) -> str:
    return "\n".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)


def pictures(slide) -> list:
    return [shape for shape in slide.shapes if shape._element.tag == qn("p:pic")]


def test_file_when_opened_then_it_is_wide_and_each_slide_has_its_own_headline(made, slides):
    file = pptx.Presentation(io.BytesIO(made))
    assert round(file.slide_width / file.slide_height, 3) == round(16 / 9, 3)
    titles = [slide.shapes.title.text for slide in slides]
    assert titles[:2] == [shown.slide.headline for shown in PRESENTATION.slides[:2]]
    assert titles[-1] == "Sources"
    assert len(set(titles)) == len(titles)


def test_footers_when_read_then_they_have_sources_origin_and_numbers(slides):
    for slide in slides[:-1]:
        footer = next(s for s in slide.placeholders if s.placeholder_format.type == 15)
        assert "Published 20 to 21 Jul 1969 (UTC)" in footer.text_frame.text
        assert f"by A. Analyst · Dateline {VERSION}" in footer.text_frame.text
        assert "of the appendix" in footer.text_frame.text
    assert "frozen at 22 Nov 2026, 10:05 UTC" in texts(slides[-1])


def test_quotation_when_read_then_its_footnote_leads_to_the_appendix(slides):
    assert f"“{STEP}” [2]" in texts(slides[1])
    last = texts(slides[-1])
    assert "2\tReport a1 on the landing" in last
    assert "retrieved 20 Nov 2026, 08:00 UTC · slides 1–7" in last
    assert f"4 sources, numbered as they are first used · {METHOD}" in last


def test_addresses_when_listed_then_those_of_the_web_are_links(ground: Ground):
    bad = replace(FIRST, article_id="bad", url="javascript:alert(1)")
    told = replace(PRESENTATION, slides=(replace(WRITTEN, sources=(FIRST, bad)),))
    last = pptx.Presentation(io.BytesIO(pptx_bytes(told, look(), ground))).slides[-1]
    frames = [shape.text_frame for shape in last.shapes if shape.has_text_frame]
    runs = [run for frame in frames for p in frame.paragraphs for run in p.runs]
    assert [run.hyperlink.address for run in runs if run.hyperlink.address] == [FIRST.url]
    assert "javascript:alert(1)" in texts(last)


def test_pictures_when_opened_then_they_are_fine_not_blank_and_told_in_words(slides):
    shapes = pictures(slides[1]) + pictures(slides[2])
    assert len(shapes) == 3
    for shape in shapes:
        image = Image.open(io.BytesIO(shape.image.blob))
        assert image.width == pytest.approx(shape.width / 914400 * 192, abs=2)
        assert image.height == pytest.approx(shape.height / 914400 * 192, abs=2)
        assert len(image.convert("RGB").getcolors(1 << 24)) > 20
    told = [shape._element.nvPicPr.cNvPr.get("descr") for shape in shapes]
    assert told[0].startswith("Map of 3 places by mentions: Houston 12")
    assert told[1].startswith("Timeline from 18 Jul 1969")


def test_table_when_read_then_it_is_a_table_with_a_head(slides):
    tables = [s.table for slide in slides for s in slide.shapes if s.has_table]
    assert len(tables) > 1
    assert all(table.first_row for table in tables)
    cells = [table.cell(row, 0).text for table in tables for row in range(1, len(table.rows))]
    assert cells == [f"Station {at}" for at in range(1, 41)]


def test_notes_when_read_then_each_slide_has_its_own(slides):
    assert slides[0].notes_slide.notes_text_frame.text == "Notes on judgments."
    assert not slides[-1].has_notes_slide


def test_arabic_when_set_then_it_runs_from_the_right(slides):
    frames = [s.text_frame for s in slides[3].shapes if s.has_text_frame]
    paragraph = next(p for f in frames for p in f.paragraphs if ARABIC in p.text)
    form = paragraph._p.pPr
    assert (form.get("rtl"), form.get("algn")) == ("1", "r")


def test_shapes_when_placed_then_all_are_on_the_slide_with_ids_of_their_own(made, slides):
    file = pptx.Presentation(io.BytesIO(made))
    for slide in slides:
        ids = [shape.shape_id for shape in slide.shapes]
        assert len(set(ids)) == len(ids)
        for shape in slide.shapes:
            assert 0 <= shape.left <= shape.left + shape.width <= file.slide_width
            assert 0 <= shape.top <= shape.top + shape.height <= file.slide_height


def test_file_when_unpacked_then_it_says_nothing_of_its_maker_but_dateline(made: bytes):
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        whole = "".join(
            archive.read(name).decode("utf-8", "replace")
            for name in names
            if name.endswith((".xml", ".rels"))
        )
    assert not re.search(r"python-pptx|Steve Canny|Macintosh|4:3|screen4x3", whole)
    assert str(PROJECT) not in whole
    assert not [name for name in names if "thumbnail" in name or "printerSettings" in name]
    assert len([name for name in names if name.startswith("ppt/slideLayouts/slide")]) == 1


def test_file_when_described_then_it_has_name_analyst_corpus_and_moment(made: bytes):
    about = pptx.Presentation(io.BytesIO(made)).core_properties
    assert (about.title, about.author, about.subject) == ("The first landing", "A. Analyst", "moon")
    assert about.comments.startswith("corpus moon · frozen at 22 Nov 2026, 10:05 UTC")
    assert about.created.isoformat() == "2026-11-22T10:05:00"


def test_file_when_its_names_are_long_then_its_properties_are_cut_and_it_opens(ground: Ground):
    briefing = replace(PRESENTATION.briefing, name="N" * 400, who="W" * 400)
    told = replace(PRESENTATION, briefing=briefing, corpus="C" * 400, slides=(WRITTEN,))
    about = pptx.Presentation(io.BytesIO(pptx_bytes(told, look(), ground))).core_properties
    assert (len(about.title), len(about.author), len(about.comments)) == (255, 255, 255)


@pytest.mark.parametrize("at", ["", "soon", "2026-11-22T10:05:00+02:00", "0001-01-01T00:00:00Z"])
def test_moment_when_odd_then_the_file_is_made_all_the_same(at: str, ground: Ground):
    told = replace(PRESENTATION, at=at, slides=(WRITTEN,))
    assert pptx.Presentation(io.BytesIO(pptx_bytes(told, look(), ground))).slides


def test_text_when_hostile_then_the_file_opens_and_shows_it_as_letters(ground: Ground):
    bad = "=cmd\x00\x0b\x1b[31m<b>&amp;\ud800\u2028]]> \ufffe _x000D_"
    slide = replace(WRITTEN.slide, headline=bad, text=bad, notes=bad)
    told = replace(PRESENTATION, slides=(replace(WRITTEN, slide=slide, words=bad),))
    read = pptx.Presentation(io.BytesIO(pptx_bytes(told, look(), ground))).slides[0]
    assert read.shapes.title.text == "=cmd [31m<b>&amp; ]]> _x000D_"
    assert "<b>&amp;" in read.notes_slide.notes_text_frame.text


def test_look_when_dark_then_its_colours_are_the_theme(ground: Ground):
    dark = pptx_bytes(replace(PRESENTATION, slides=(WRITTEN,)), look(DARK), ground)
    with zipfile.ZipFile(io.BytesIO(dark)) as archive:
        name = next(name for name in archive.namelist() if name.startswith("ppt/theme/theme1"))
        theme = etree.fromstring(archive.read(name))
    hues = {slot: theme.find(f".//{qn(f'a:{slot}')}")[0].get("val") for slot in ("dk1", "lt1")}
    assert hues == {"dk1": DARK.ink[1:].upper(), "lt1": DARK.paper[1:].upper()}
    fonts = [one.get("typeface") for one in theme.iter(qn("a:latin"))][:2]
    assert fonts == ["Georgia", "Arial"]


def test_briefing_when_it_has_no_slides_then_there_is_the_appendix_alone(ground: Ground):
    empty = replace(PRESENTATION, slides=())
    only = pptx.Presentation(io.BytesIO(pptx_bytes(empty, look(), ground))).slides
    assert [slide.shapes.title.text for slide in only] == ["Sources"]
    assert "rests on no article" in texts(only[0])


def test_map_when_it_has_no_place_then_its_slide_says_so_to_all(ground: Ground):
    bare = replace(MAPPED, map=replace(MAPPED.map, marks=(), beside=()), timeline=None)
    told = replace(PRESENTATION, slides=(bare,))
    slide = pptx.Presentation(io.BytesIO(pptx_bytes(told, look(), ground))).slides[0]
    words = pictures(slide)[0]._element.nvPicPr.cNvPr.get("descr")
    assert words == "Map without a place in the selection."
