"""The parts of scraped pages, as tables of (kind, words)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.layout import layout
from dateline.read.scraped import Known, article_from_text
from dateline.records import ANALYSED_PARTS, Rejected

SCRAPED = """The Bay Mail on FacebookThe Bay Mail on X
Fishing boats lie in the harbour at dawn

Harbour town votes for a new bridge, mayor says

The council of the harbour town decided late at night to replace a ferry that has been out of work

Reuters |
Updated: 03.14.22, 18:05
The council of the harbour town voted on Monday to build a new bridge over the river.
    • "We have waited long enough," the mayor told reporters.
    Fishing boats lie in the harbour at dawn
    (Photo: Reuters)
    The ferry has been out of service since the spring.
    (Photo: Reuters)
    Read more: Ferry fails again

    First published: 17:40, 03.14.22
"""


def parts_of(text: str, title: str = "") -> list[tuple[str, str]]:
    return [(part.kind, text[part.start : part.end]) for part in layout(text, title).parts]


def test_layout_when_the_page_is_scraped_whole_tells_its_parts_apart():
    assert [(kind, words.split("\n")[0][:24]) for kind, words in parts_of(SCRAPED)] == [
        ("share_bar", "The Bay Mail on Facebook"),
        ("caption", "Fishing boats lie in the"),
        ("title", "Harbour town votes for a"),
        ("deck", "The council of the harbo"),
        ("byline", "Reuters |"),
        ("body", "The council of the harbo"),
        ("caption", "Fishing boats lie in the"),
        ("credit", "(Photo: Reuters)"),
        ("body", "The ferry has been out o"),
        ("credit", "(Photo: Reuters)"),
        ("related", "Read more: Ferry fails a"),
        ("byline", "First published: 17:40, "),
    ]


def test_layout_when_the_page_is_scraped_whole_reads_its_furniture():
    page = layout(SCRAPED)
    assert (page.outlet, page.agency, page.byline) == ("The Bay Mail", "Reuters", "")
    assert (page.published, page.updated) == ("2022-03-14T17:40:00Z", "2022-03-14T18:05:00Z")
    assert dict(page.raw_times)["published"] == "17:40, 03.14.22"
    assert dict(page.raw_times)["published_zone"] == "assumed UTC"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share", "share_bar"),
        ("Share this article | Tweet | Email", "share_bar"),
        ("4 min read", "share_bar"),
        ("1650 SHARES FacebookTwitter GooglePinterestLinkedin", "share_bar"),
        ("More sharing is needed", "body"),
        ("Advertisement", "share_bar"),
        ("He shared the plan on Facebook.", "body"),
        ("(Photo: AFP)", "credit"),
        ("Photograph: Ana Lima/Reuters", "credit"),
        ("Getty Images", "credit"),
        ("AP Photo/Ana Lima", "credit"),
        ("© 2022 The Bay Mail. All rights reserved.", "credit"),
        ("Copyright law protects the photo, the court said.", "body"),
        ("(c) the third of the points", "body"),
        ("The photo: a story of loss was shown in Lima.", "body"),
        ("FILE - The bridge before the flood in 2019.", "caption"),
        ("Image caption The bridge before the flood", "caption"),
        ("The bridge before the flood. (Photo: Ana Lima)", "caption"),
        ("The bridge before the flood. Photograph: Ana Lima/AP", "caption"),
        ("Read more: Ferry fails again", "related"),
        ("ALSO READ | Ferry fails again", "related"),
        ("Related stories", "related"),
        ("Related work was done in the town by engineers.", "body"),
        ("Correction: the bridge is 90 metres long.", "correction"),
        ("This article was amended on 3 May 2022.", "correction"),
        ("Updated 14 March 2022 at 18:05 GMT", "byline"),
        ("Updated figures will be released on 14 March 2022.", "body"),
    ],
)
def test_layout_when_a_line_stands_in_the_text_tells_what_it_is(line, kind):
    text = f"The council met in the town hall on Monday evening.\n\n{line}\n\nIt will meet again."
    part = next(part for part in layout(text).parts if line in text[part.start : part.end])
    assert part.kind == kind


@pytest.mark.parametrize(
    ("line", "byline", "agency"),
    [
        ("By Ana Ruiz and the international desk", None, ""),
        ("By Ana Ruiz, the world desk", None, ""),
        ("By Reuters and Courier staff", None, "Reuters"),
        ("By Ana Lima", "By Ana Lima", ""),
        ("By ANA LIMA and Jo de Souza, Associated Press", None, "AP"),
        ("Ana Lima | AFP", "Ana Lima | AFP", "AFP"),
        ("AFP", "", "AFP"),
        ("Staff Reporter", "Staff Reporter", ""),
        ("Posted by Ana Lima on 14 March 2022", "by Ana Lima", ""),
        ("Posted by hand on 14 March 2022", "", ""),
        ("By Monday the river had fallen", "", ""),
        ("By Tuesday, all 12 boats had left", "", ""),
    ],
)
def test_layout_when_a_line_signs_the_article_reads_author_and_agency(line, byline, agency):
    text = f"Harbour town votes for a new bridge\n\n{line}\n\n" + "The council met on Monday. " * 4
    page = layout(text)
    assert (page.byline, page.agency) == (line if byline is None else byline, agency)


@pytest.mark.parametrize(
    ("paragraph", "dateline", "agency"),
    [
        ("KABUL, Aug 19 (AFP) - The council met.", "KABUL, Aug 19 (AFP) -", "AFP"),
        ("KABUL, Afghanistan (AP) — The council met.", "KABUL, Afghanistan (AP) —", "AP"),
        ("LIMA (Reuters) - The council met.", "LIMA (Reuters) -", "Reuters"),
        ("(Reuters) - The council met.", "(Reuters) -", "Reuters"),
        ("BEIJING, Aug. 19 (Xinhua) -- The council met.", "BEIJING, Aug. 19 (Xinhua) --", "Xinhua"),
        ("MOSCOW, August 19. /TASS/. The council met.", "MOSCOW, August 19. /TASS/.", "TASS"),
        ("Lima (AFP) – The council met.", "Lima (AFP) –", "AFP"),
        ("LIMA: The council met.", "LIMA:", ""),
        ("LIMA — “We are late,” she said.", "LIMA —", ""),
        ("DeKalb, Ill. — The council met.", "DeKalb, Ill. —", ""),
        ("BREAKING: The council met.", "", ""),
        ("NATO — the alliance of the west — met.", "", ""),
        ("Lima - which is the capital - met.", "", ""),
        ("The council met (AFP) on Monday.", "", ""),
    ],
)
def test_layout_when_a_paragraph_opens_with_place_and_date_parts_them(paragraph, dateline, agency):
    page = layout(paragraph)
    found = [paragraph[part.start : part.end] for part in page.parts if part.kind == "dateline"]
    assert (found, page.agency) == ([dateline] if dateline else [], agency)
    assert paragraph[page.parts[-1].start :].startswith(paragraph[len(dateline) :].lstrip())


def test_layout_when_speakers_take_turns_sees_no_dateline():
    text = "LIMA: We are late.\nSOUZA: We are not.\nLIMA: We are."
    assert parts_of(text) == [("body", text)]


@pytest.mark.parametrize(
    ("head", "published", "kind"),
    [
        ("March 14, 2022", "2022-03-14", "dateline"),
        ("Published on 14 March 2022", "2022-03-14", "byline"),
        (
            "Issued on: 14/03/2022 - 17:40Modified: 14/03/2022 - 18:05",
            "2022-03-14T17:40:00Z",
            "byline",
        ),
        ("Published: 03.04.22", "", "byline"),
        ("March 2022", "", "body"),
        ("2022", "", "body"),
    ],
)
def test_layout_when_the_head_prints_a_date_reads_it(head, published, kind):
    text = f"Harbour town votes for a new bridge\n{head}\nThe council met in the town hall today."
    page = layout(text)
    assert page.published == published
    assert kind in [part.kind for part in page.parts]
    assert not published or dict(page.raw_times)["published"]


def test_layout_when_another_date_proves_the_order_reads_the_open_one():
    text = "Updated: 03.04.22, 18:05\nThe council met in the town hall.\nPublished: 02.28.22, 17:40"
    page = layout(text)
    assert (page.published, page.updated) == ("2022-02-28T17:40:00Z", "2022-03-04T18:05:00Z")
    assert dict(page.raw_times)["updated_order"] == "month first in 03.04.22"


def test_layout_when_the_title_is_given_marks_it_over_two_lines():
    text = "Harbour town votes;\nferry is retired.\n\nThe council met in the town hall on Monday."
    title = "Harbour town votes; ferry is retired"
    assert parts_of(text, title)[0] == ("title", "Harbour town votes;\nferry is retired.")
    assert layout(text, title).title == title


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Monday.\nIt will meet again on Tuesday.",
        "A plain paragraph without anything around it, which is most of what there is to read.",
        "“We are late,” she said.\n\nAccording to the mayor, the bridge is closed.",
    ],
)
def test_layout_when_the_text_is_plain_leaves_all_of_it_as_body(text):
    assert parts_of(text) == [("body", text)]


LINES = st.sampled_from(
    ["Share", "By Ana Lima", "(Photo: AFP)", "AFP |", "Updated: 09.23.21, 08:05", "", "Read more",
     "LIMA (AFP) - The council met.", "The council met on Monday.", "x on X", "• ", "\ufeff",
     "Tags: a"]
)  # fmt: skip


@given(st.lists(LINES | st.text(max_size=60), max_size=12).map("\n".join), st.text(max_size=20))
def test_layout_when_given_anything_keeps_parts_in_order_and_inside(text, title):
    end = 0
    for part in layout(text, title).parts:
        assert end <= part.start < part.end <= len(text)
        assert text[part.start : part.end].strip()
        end = part.end


def test_layout_when_the_seed_is_read_says_what_it_prints(shared):
    text = (shared / "seed" / "article.txt").read_text(encoding="utf-8")
    page = layout(text)
    assert (page.published, page.updated) == ("2021-08-19T17:10:00Z", "2021-08-19T17:42:00Z")
    assert (page.agency, page.outlet) == ("AFP", "ynetnews")
    kinds = [part.kind for part in page.parts]
    assert kinds.count("credit") == 3
    assert kinds.count("caption") == 2
    analysed = " ".join(text[p.start : p.end] for p in page.parts if p.kind in ANALYSED_PARTS)
    assert "AFP" not in analysed
    assert "Facebook" not in analysed
    assert "last month" in analysed


def test_article_when_its_text_prints_the_title_and_not_the_deck_then_the_deck_stands_under_it():
    article = article_from_text(
        "The bridge is closed\n\nIt was shut on Monday.",
        source_file="a.csv",
        source_sha256="",
        seen="2024-05-07T00:00:00Z",
        known=Known(title="The bridge is closed", deck="Ferries run instead"),
    )
    assert not isinstance(article, Rejected)
    assert article.text == "The bridge is closed\n\nFerries run instead\n\nIt was shut on Monday."
    kinds = {article.text[part.start : part.end].strip(): part.kind for part in article.parts}
    assert kinds["The bridge is closed"] == "title"
    assert kinds["Ferries run instead"] == "deck"
