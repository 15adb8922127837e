"""A presentation as a deck: plain values, nothing hidden in a text, nothing lost of it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_briefing import (
    ARABIC,
    LONG_HEADLINE,
    map_shown,
    presentation,
    said,
    shown,
    slides,
    source,
    timeline_shown,
    worst_slides,
)
from made_corpus import HOSTILE

from dateline.briefing import MapShown, TableShown
from dateline.drawing import Ground, read_ground
from dateline.export.deck import SCRIPTS, STYLE, deck
from dateline.export.deck.said import said_of
from dateline.export.deck.words import day_words, lines_of, moment_words
from dateline.export.deck.words import shown as fit
from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP

KINDS = ("judgments", "map", "timeline", "quotations", "position", "table", "text")


@pytest.fixture(scope="module")
def ground() -> Ground:
    build_basemap(BASEMAP)
    return read_ground(BASEMAP)


def test_deck_when_made_then_is_plain_json_with_every_kind(ground: Ground) -> None:
    made = deck(presentation(slides()), ground)
    assert json.loads(json.dumps(made)) == made | {"slides": json.loads(json.dumps(made["slides"]))}
    assert tuple(one["kind"] for one in made["slides"]) == KINDS
    assert [one["number"] for one in made["slides"]] == list(range(1, 8))
    assert made["badge"] == {"live": False, "words": "Frozen 23 Nov 2026, 05:10 UTC"}


def test_badge_when_the_presentation_is_live_then_says_so(ground: Ground) -> None:
    badge = deck(presentation(slides()[:1], is_live=True), ground)["badge"]
    assert badge == {"live": True, "words": "Live 23 Nov 2026, 05:10 UTC"}


def test_deck_when_there_are_no_slides_then_has_none(ground: Ground) -> None:
    assert deck(presentation(()), ground)["slides"] == []


def test_text_when_hostile_then_stays_text_and_no_markup_is_made(ground: Ground) -> None:
    made = deck(presentation(worst_slides(), name=HOSTILE), ground)
    texts = json.dumps(made, ensure_ascii=False)
    assert made["name"] == HOSTILE
    assert "&lt;" not in re.sub(r'"svg": "(?:[^"\\]|\\.)*"', "", texts)
    for one in made["slides"]:
        for drawing in filter(None, (one["map"], one["timeline"])):
            tags = {
                node.tag.partition("}")[2] for node in ElementTree.fromstring(drawing["svg"]).iter()
            }
            assert not tags & {"script", "foreignObject", "image", "a", "use"}


def test_place_when_its_name_is_hostile_then_the_drawing_has_it_as_text(ground: Ground) -> None:
    first, *others = map_shown().marks
    named = MapShown((replace(first, name=HOSTILE), *others))
    svg = deck(presentation((shown("map", "x", map=named),)), ground)["slides"][0]["map"]["svg"]
    assert "<script" not in svg
    assert "evil.example" in svg


def test_drawings_when_made_then_their_colours_are_variables(ground: Ground) -> None:
    made = deck(presentation(slides()), ground)["slides"][1]
    for part in ("map", "timeline"):
        assert "var(--ink)" in made[part]["svg"]
        assert not re.search(r'(?:fill|stroke)="#', made[part]["svg"])
    assert made["map"]["words"].startswith("Map of 7 places by mentions: Baghdad (80), Basra (44)")
    assert made["timeline"]["words"] == "Timeline of 34 articles by week"
    assert made["beside"] == "3 articles without a date"


@pytest.mark.parametrize("kind", KINDS)
def test_slide_when_there_is_nothing_in_it_then_says_what_is_missing(
    kind: str, ground: Ground
) -> None:
    one = deck(presentation((shown(kind, ""),)), ground)["slides"][0]  # type: ignore[arg-type]
    assert one["empty"].endswith(".")
    assert one["headline"] == ""


def test_quotation_when_told_then_all_that_is_stated_stands_with_it() -> None:
    told = said_of(said(1))
    assert told["words"].startswith("“We will publish")
    assert (told["speaker"], told["role"]) == (
        "Idris Lindqvist",
        "spokesman of the Rivers Commission",
    )
    assert told["facts"] == [
        "told reporters", "Basra", "on 8 Jan 2024", "published 9 Jan 2024",
        "Al-Furat Daily / Delta Press",
    ]  # fmt: skip
    assert (told["article"], told["at"], told["on"]) == ("article1", 41, "8 Jan 2024")
    assert (told["label"], told["carried"]) == ("", "carried by 2 articles")


@pytest.mark.parametrize(
    ("mode", "content", "passage", "words", "label"),
    [
        ("direct", "We stay,", "“We stay,” he said.", "“We stay”", ""),
        ("indirect", "that they stay", "He said that they stay.", "that they stay", "Indirect"),
        (
            "mixed",
            "the figure of 20,000 a headline with a waiting list",
            'He called the figure of 20,000 "a headline with a waiting list".',
            "the figure of 20,000 “a headline with a waiting list”",
            "Partly quoted",
        ),
        ("mixed", "a new phase", "Nothing of it stands here.", "a new phase", "Partly quoted"),
        ("mixed", "gone", 'It is "gone', "gone", "Partly quoted"),
        ("odd", "that they stay", "", "that they stay", "Indirect"),
    ],
)
def test_words_when_quoted_then_are_set_as_they_were_printed(
    mode: str, content: str, passage: str, words: str, label: str
) -> None:
    told = said_of(replace(said(0, content, mode), passage=passage))
    assert (told["words"].replace('"', ""), told["label"]) == (words, label)


def test_quotation_when_its_speaker_is_not_stated_then_says_so() -> None:
    assert said_of(said(3))["speaker"] == "Speaker not stated"


def test_quotation_when_it_runs_from_the_right_then_says_so() -> None:
    assert said_of(said(1, ARABIC))["direction"] == "rtl"
    assert said_of(said(1))["direction"] == "ltr"


@pytest.mark.parametrize(
    ("iso", "day", "moment"),
    [
        ("2021-08-19T17:10:00Z", "19 Aug 2021", "19 Aug 2021, 17:10 UTC"),
        ("2021-08-19T17:10:00+04:30", "19 Aug 2021", "19 Aug 2021, 12:40 UTC"),
        ("2021-08-19", "19 Aug 2021", "19 Aug 2021"),
        ("2021-08", "Aug 2021", "Aug 2021"),
        ("2021", "2021", "2021"),
        ("", "", ""),
        ("2021-13-40", "", ""),
        ("yesterdayT", "", ""),
    ],
)
def test_date_when_shown_then_is_as_precise_as_stated(iso: str, day: str, moment: str) -> None:
    assert (day_words(iso), moment_words(iso)) == (day, moment)


@given(st.text(max_size=3000))
def test_text_when_cut_into_lines_then_nothing_of_it_is_lost(text: str) -> None:
    lines = lines_of(text)
    assert "".join("".join(lines).split()) == "".join("".join(map(fit, text.splitlines())).split())
    assert all(line and len(line) <= 1000 for line in lines)


@given(st.text(st.characters(), max_size=200))
def test_text_when_shown_then_is_one_line_that_json_can_hold(text: str) -> None:
    told = fit(text)
    assert not re.search("[\x00-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", told)
    assert json.loads(json.dumps(told).encode()) == told


def test_paragraph_when_it_is_long_then_is_parted_after_a_sentence() -> None:
    first, second = "The water is low. " * 20, "Nobody knows why. " * 20
    assert [line[-1] for line in lines_of(first + second)] == [".", "."]


def test_table_when_rows_are_left_out_then_they_are_counted(ground: Ground) -> None:
    table = TableShown(("Name", "Count"), (("Basra", "1,204"), ("Mosul", "")), 30)
    told = deck(presentation((shown("table", "x", table=table),)), ground)["slides"][0]["table"]
    assert told["more"] == "and 28 rows more"
    assert told["numeric"] == [False, True]


def test_citations_when_articles_are_shared_then_each_is_told_once(ground: Ground) -> None:
    twice = (
        shown("quotations", "a", quotations=(said(0), said(1)), sources=(source(2),)),
        shown("quotations", "b", quotations=(said(1),)),
    )
    made = deck(presentation(twice), ground)
    assert [one["article"] for one in made["citations"]] == ["article2", "article0", "article1"]
    assert [one["citations"] for one in made["slides"]] == [[1, 2, 3], [3]]
    assert made["citations"][2] | {"title": ""} == {
        "number": 3, "article": "article1", "title": "", "outlet": "Al-Furat Daily",
        "agency": "Delta Press", "published": "9 Jan 2024, 17:10 UTC",
        "seen": "3 Mar 2024, 08:15 UTC", "url": "https://news.example/1",
    }  # fmt: skip


def test_notes_when_there_are_some_then_stand_apart_from_what_is_shown(ground: Ground) -> None:
    one = deck(presentation(slides()[:1]), ground)["slides"][0]
    assert one["notes"] == ["Say first what is new.", "Then the confidence."]


def test_address_when_it_has_more_than_the_brush_then_that_is_told_apart(ground: Ground) -> None:
    one = shown("map", LONG_HEADLINE, query="place=g1&map=countries&place=g2", map=map_shown())
    address = deck(presentation((one,)), ground)["slides"][0]["address"]
    assert address["query"] == "place=g1&map=countries&place=g2"
    assert address["brush"] == "place=g1&place=g2"


def test_timeline_when_no_article_is_inside_then_is_left_out(ground: Ground) -> None:
    none = replace(timeline_shown(), density=(0, 0, 0, 0, 0))
    one = deck(presentation((shown("timeline", "x", timeline=none),)), ground)["slides"][0]
    assert one["timeline"] is None
    assert one["empty"] == "No article in this selection states its day."


def test_scripts_when_read_then_no_text_becomes_markup_and_no_colour_is_written() -> None:
    scripts = "\n".join(path.read_text("utf-8") for path in SCRIPTS)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", scripts)
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", STYLE.read_text("utf-8"))
    assert not re.search(r"https?://", scripts + STYLE.read_text("utf-8"))
