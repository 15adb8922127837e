"""A briefing as one HTML file: it asks for nothing, and no text of it becomes markup."""

from __future__ import annotations

import base64
import io
import json
import re
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from exported_briefing import (
    ARMSTRONG,
    FIRST,
    JUDGMENTS,
    MAPPED,
    PRESENTATION,
    TIMELINE,
    WRITTEN,
    coloured,
)
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from components.theme import DARK, LIGHT
from dateline.briefing import Lane, Presentation
from dateline.drawing import Ground
from dateline.export.briefing.fonts import FACES, woff
from dateline.export.briefing.handed import handed_deck
from dateline.export.briefing.page import html_bytes, json_in_html
from dateline.settings import FONTS, PROJECT, VERSION

HOSTILE = "</script><script>alert(1)</script><!-- \u2028 & <img src=x onerror=alert(2)> {deck}"


class Read(HTMLParser):
    """Elements of a page with their attributes, and the text of scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.inside = tag

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts.setdefault(self.inside, []).append(data)

    @property
    def scripts(self) -> list[str]:
        return self.texts["script"]


def page_of(presentation: Presentation, ground: Ground) -> str:
    return html_bytes(presentation, ground, coloured(LIGHT), coloured(DARK)).decode()


@pytest.fixture(scope="module")
def page(ground: Ground) -> str:
    return page_of(PRESENTATION, ground)


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"


def test_policy_when_read_then_it_lets_in_the_files_own_script_and_style_alone(page: str):
    read = Read(page)
    policy = next(a["content"] for tag, a in read.elements if "http-equiv" in a)
    rules = dict(rule.split(" ", 1) for rule in (policy or "").split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == hashed(read.scripts[1])
    assert rules["style-src"] == hashed(read.texts["style"][0])
    assert not re.search(r"unsafe|https?:|\*", policy or "")


def test_page_when_read_then_nothing_in_it_is_fetched(page: str):
    read = Read(page)
    assert {tag for tag, _ in read.elements} == {
        "html", "head", "meta", "title", "style", "body", "noscript", "script"
    }  # fmt: skip
    assert not [a for _, a in read.elements if {"src", "href", "style"} & a.keys()]
    style = read.texts["style"][0]
    assert "@import" not in style
    assert {link[:5] for link in re.findall(r'url\("?(.{5})', style)} == {"data:"}
    assert not re.search(r"\bfetch\(|XMLHttpRequest|innerHTML|WebSocket|\beval\(", read.scripts[1])


def test_page_when_read_then_it_tells_its_name_moment_analyst_and_version(page: str):
    assert "<title>The first landing</title>" in page
    assert f"frozen at 22 Nov 2026, 10:05 UTC · by A. Analyst · Dateline {VERSION}" in page
    assert str(PROJECT) not in page


def test_page_of_seven_slides_when_written_then_it_is_under_two_megabytes(page: str):
    assert len(page.encode()) < 2_000_000


@pytest.mark.parametrize("file", FACES.values())
def test_font_when_packed_then_it_is_shorter_and_its_letters_are_the_same(file: str):
    font = (FONTS / file).read_bytes()
    packed = woff(font)
    assert len(packed) < 0.6 * len(font)
    whole, again = (ImageFont.truetype(io.BytesIO(data), 100) for data in (font, packed))
    assert whole.getbbox("Kabul, 19 Aug 2021 “ä”") == again.getbbox("Kabul, 19 Aug 2021 “ä”")


def test_page_when_read_then_it_has_its_typefaces_with_it(page: str):
    assert page.count("@font-face") == len(FACES)


def test_texts_when_hostile_then_they_stay_letters(ground: Ground):
    slide = replace(WRITTEN.slide, headline=HOSTILE, text=HOSTILE, notes=HOSTILE)
    bad = replace(FIRST, title=HOSTILE, outlet=HOSTILE, url=f"javascript:{HOSTILE}")
    briefing = replace(PRESENTATION.briefing, name=HOSTILE, who=HOSTILE)
    shown = replace(WRITTEN, slide=slide, sources=(bad,))
    read = Read(page_of(replace(PRESENTATION, briefing=briefing, slides=(shown,)), ground))
    assert len(read.scripts) == 2
    assert "img" not in {tag for tag, _ in read.elements}
    told = json.loads(read.scripts[0])
    assert told["slides"][0]["headline"].startswith("</script><script>alert(1)")
    assert told["slides"][-1]["addresses"] == [""]


@given(st.text())
def test_json_when_put_into_html_then_it_is_read_back_and_ends_no_element(text: str):
    put = json_in_html({"text": text})
    assert not re.search("[<>&\u2028\u2029]", put)
    assert json.loads(put) == {"text": text}


def test_quotations_when_handed_over_then_they_carry_the_footnote_of_their_source(ground: Ground):
    told = handed_deck(PRESENTATION, ground)
    mapped = told["slides"][1]
    assert [said["facts"][-1] for said in mapped["quotations"]] == ["[2]", "[1]"]
    moved = told["slides"][4]["reversals"][0]
    assert [moved[side]["facts"][-1] for side in ("earlier", "later")] == ["[3]", "[2]"]


def test_quotation_when_longer_than_a_slide_then_its_pieces_have_all_its_words(ground: Ground):
    long = " ".join(f"word{at}" for at in range(400))
    slide = replace(MAPPED.slide, text=f"{long}\nshort")
    one = replace(
        MAPPED,
        slide=slide,
        quotations=(replace(ARMSTRONG, content=long, change="anew", carried=2), ARMSTRONG),
    )
    told = handed_deck(replace(PRESENTATION, slides=(one,)), ground)["slides"][0]
    pieces = told["quotations"][:-1]
    assert len(pieces) > 3
    assert all(len(said["words"]) < 620 for said in pieces)
    assert re.findall(r"word\d+", " ".join(said["words"] for said in pieces)) == long.split()
    assert [said["change"] for said in pieces] == ["anew"] + [""] * (len(pieces) - 1)
    assert all(said["facts"][-1] == "[1]" for said in told["quotations"])
    assert " ".join(told["lines"]) == f"{long} short"
    assert told["links"]["p1"]["quotations"] == list(range(len(pieces) + 1))


def test_appendix_when_handed_over_then_it_is_the_last_slide_and_numbered_alike(ground: Ground):
    last = handed_deck(PRESENTATION, ground)["slides"][-1]
    assert last["id"] == "appendix"
    assert [row[0] for row in last["table"]["rows"]] == ["1", "2", "3", "4"]
    assert last["table"]["rows"][1][1:4] == [
        "Report a1 on the landing · The Example Courier (NASA) · https://courier.example/a1",
        "21 Jul 1969, 03:15 UTC",
        "20 Nov 2026, 08:00 UTC",
    ]
    assert last["addresses"][1] == "https://courier.example/a1"


def test_appendix_when_there_is_no_source_then_it_says_so(ground: Ground):
    bare = replace(PRESENTATION, slides=(replace(JUDGMENTS, sources=()),))
    last = handed_deck(bare, ground)["slides"][-1]
    assert (last["table"], last["empty"]) == (None, "This briefing rests on no article.")


def test_footing_when_handed_over_then_each_slide_says_where_the_file_comes_from(ground: Ground):
    told = handed_deck(PRESENTATION, ground)
    assert all(f"Dateline {VERSION}" in slide["footing"][-1] for slide in told["slides"])
    assert told["slides"][1]["footing"][-2] == "sources 1–2 of the appendix"
    assert told["slides"][2]["footing"][-2] == "source 2 of the appendix"


@pytest.mark.parametrize(
    ("passage", "place", "belongs"),
    [
        ("He spoke to Houston from there.", "", [0]),
        ("They were at HOUSTON's station.", "", [0]),
        ("Houstonians heard it.", "", []),
        ("Nothing of the kind.", "houston", [0]),
        ("Nothing of the kind.", "", []),
    ],
)
def test_place_when_a_passage_names_it_then_the_quotation_belongs_to_it(
    passage: str, place: str, belongs: list[int], ground: Ground
):
    said = replace(ARMSTRONG, passage=passage, place=place)
    told = replace(PRESENTATION, slides=(replace(MAPPED, quotations=(said,)),))
    assert handed_deck(told, ground)["slides"][0]["links"]["p1"]["quotations"] == belongs


def test_lane_when_its_name_speaks_then_its_quotations_belong_to_it(ground: Ground):
    lanes = (*TIMELINE.lanes, Lane("e3", "Houston", "place", 4, (1, 1, 1, 1), (0, 0, 0, 0)))
    mapped = replace(MAPPED, timeline=replace(TIMELINE, lanes=lanes))
    links = handed_deck(replace(PRESENTATION, slides=(mapped,)), ground)["slides"][0]["links"]
    assert links["e1"]["quotations"] == [0, 1]
    assert links["e2"]["quotations"] == []
    assert links["p1"]["lanes"] == ["e3"]
