"""What the lists of quotations and passages send to the browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_corpus import made_corpus

from components.evidence import passage_payload
from components.quotations import clause_from_event, quotation_payload
from components.typeset.source import days_of, link_of, origin_of, time_of
from components.typeset.text import around, direction, pieces, plain
from components.typeset.words import manner, words
from dateline.brush import Brush, clause
from dateline.query import Page, build_index, passages_view, quotations_view
from dateline.store import Store

PASSAGE = "Mara Okafor said the gates “stay shut”, though “not for long”."


def row(**given: Any) -> dict[str, Any]:
    """A quotation as its view has it."""
    content = given.get("content", "the gates stay shut")
    passage = given.get("passage_text", f"Mara Okafor said {content}.")
    start = 100 + max(0, passage.find(content))
    return {
        "quotation_id": "q1", "mode": "indirect", "content": content, "start": start,
        "end": start + len(content), "fragments": [{"start": start, "end": start + len(content)}],
        "speaker_id": "person.mara-okafor", "speaker": "Mara Okafor",
        "speaker_surface": "Mara Okafor", "speaker_start": 100, "speaker_end": 111, "role": "",
        "cue": "said", "cue_start": 112, "cue_end": 116, "addressee": "", "venue": "",
        "said_on": pd.NaT, "confidence": 0.9, "passage_start": 100, "passage_text": passage,
        "outlet": "The Ledger", "agency": "", "title": "Gates", "url": "", "inside": True,
        "published": pd.Timestamp("2021-08-19T17:10:00Z"), "updated": pd.NaT, "places": [],
        "spoken": [],
    } | given  # fmt: skip


def page(*rows: dict[str, Any], total: int | None = None) -> Page:
    frame = pd.DataFrame(list(rows))
    inside = sum(r["inside"] for r in rows)
    return Page(frame, len(rows) if total is None else total, inside)


@pytest.mark.parametrize(
    ("mode", "content", "shown"),
    [
        ("direct", "The gates stay shut,", "“The gates stay shut”"),
        ("direct", "Will they open?", "“Will they open?”"),
        ("indirect", "the gates stay shut", "the gates stay shut"),
        ("direct", "x" * 2000, "“" + "x" * 700 + " …”"),
    ],
)
def test_words_when_mode_is_given_then_only_direct_speech_has_marks(
    mode: str, content: str, shown: str
) -> None:
    assert plain(words(row(mode=mode, content=content))) == shown


@pytest.mark.parametrize(
    ("fragment", "shown"),
    [
        ("the gates “stay shut”, though “not for long”",
         ["the gates ", "[“stay shut”]", ", though ", "[“not for long”]"]),
        ("stay shut", ["[“stay shut”]"]),
        ('they "stay shut" and', ["they ", "[“stay shut”]", " and"]),
        ("«stay shut», he", ["[“stay shut”]", ", he"]),
    ],
)  # fmt: skip
def test_words_when_mixed_then_what_is_quoted_is_marked(fragment: str, shown: list[str]) -> None:
    passage = PASSAGE if fragment in PASSAGE else f"He said {fragment} waits."
    start = 100 + passage.index(fragment)
    spans = [{"start": start, "end": start + len(fragment)}]
    found = words(row(mode="mixed", content="c", passage_text=passage, fragments=spans))

    assert [p if isinstance(p, str) else f"[{p['text']}]" for p in found] == shown


def test_words_when_a_mixed_quotation_leaves_its_passage_then_the_content_is_shown() -> None:
    spans = [{"start": 100, "end": 9999}]

    assert words(row(mode="mixed", content="the gates", fragments=spans)) == ["the gates"]


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ({"mode": "direct"}, ["said"]),
        ({"mode": "direct", "cue": "told", "addressee": "reporters"}, ["told reporters"]),
        ({"mode": "direct", "addressee": "reporters"}, ["said to reporters"]),
        ({"mode": "direct", "addressee": "to the council"}, ["said to the council"]),
        ({"venue": "a press conference in Basra"},
         ["indirect", "said", "a press conference in Basra"]),
        ({"mode": "direct", "venue": "Basra", "places": [{"place_id": "g2", "name": "Basra"}]},
         ["said"]),
        ({"cue": "", "mode": "direct"}, []),
        ({"mode": "direct", "said_on": pd.Timestamp("2021-08-17", tz="UTC")},
         ["said", "on 17 Aug 2021"]),
        ({"mode": "direct", "said_on": pd.Timestamp("2021-08-19", tz="UTC")}, ["said"]),
    ],
)  # fmt: skip
def test_manner_when_fields_are_stated_then_it_reads_as_english(
    given_: dict[str, Any], said: list[str]
) -> None:
    assert manner(row(**given_)) == said


@pytest.mark.parametrize(
    ("published", "words_", "first", "last"),
    [
        ("2021-08-19T17:10:00Z", "19 Aug 2021", "2021-08-19", "2021-08-19"),
        ("2021-08-19", "19 Aug 2021", "2021-08-19", "2021-08-19"),
        ("2021-02", "Feb 2021", "2021-02-01", "2021-02-28"),
        ("2021", "2021", "2021-01-01", "2021-12-31"),
        (pd.Timestamp("2021-08-19T23:59:00Z"), "19 Aug 2021", "2021-08-19", "2021-08-19"),
    ],
)
def test_days_when_a_date_is_stated_then_its_precision_decides(
    published: Any, words_: str, first: str, last: str
) -> None:
    days = {"words": words_, "first": first, "last": last}

    assert days_of({"published": published}, "published") == days


@pytest.mark.parametrize("published", ["", "0000-00-00", "2021-13", "soon", pd.NaT, None, 7])
def test_days_when_no_date_is_stated_then_none(published: Any) -> None:
    assert days_of({"published": published}, "published") is None


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        ({"updated": "2021-08-19T17:42:00Z"}, "19 Aug 2021, 17:42 UTC"),
        ({"updated": "2021-08-19T19:42:00+02:00"}, "19 Aug 2021, 17:42 UTC"),
        ({"updated": pd.Timestamp("2021-08-19", tz="UTC")}, "19 Aug 2021"),
        ({"updated": pd.Timestamp("2021-08-01", tz="UTC"), "updated_iso": "2021-08"}, "Aug 2021"),
        ({"updated": "2021-08-19Tlate in the day"}, "19 Aug 2021"),
        ({}, ""),
    ],
)
def test_time_when_stated_then_it_is_said_no_more_exactly(
    stated: dict[str, Any], shown: str
) -> None:
    assert time_of(stated, "updated") == shown


@pytest.mark.parametrize(
    ("outlet", "agency", "shown"),
    [
        ("The Ledger", "AFP", "The Ledger (AFP)"),
        ("AFP", "AFP", "AFP"),
        ("", "AFP", "AFP"),
        ("The Ledger", "", "The Ledger"),
        (float("nan"), "", ""),
    ],
)
def test_origin_when_outlet_or_agency_is_stated_then_both_are_named(
    outlet: Any, agency: str, shown: str
) -> None:
    assert plain(origin_of({"outlet": outlet, "agency": agency})) == shown


@pytest.mark.parametrize("address", ["https://www.ledger.example/a?b=c#d", "HTTP://ledger.example"])
def test_link_when_the_address_is_a_web_page_then_it_opens(address: str) -> None:
    assert link_of(address) == {"href": address, "host": ["ledger.example"]}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)",
        "data:text/html,<script>", "vbscript:x", "file:///etc/passwd", " https://a.example",
        "https://a.example/\nx", "https://user@b.example", "https://", "https://[", "//a.example",
        "https:\\\\a.example",
    ],
)  # fmt: skip
def test_link_when_the_address_is_anything_else_then_it_is_shown_as_text(address: str) -> None:
    link = link_of(address)

    assert "href" not in link
    assert plain(link["refused"])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb\u202cc", ["a", "RLO", "b", "PDF", "c"]),
        ("a\u200b\u200b\u200bb", ["a", "ZWSP ×3", "b"]),
        ("می\u200cخواهیم", ["می\u200cخواهیم"]),
        ("\N{WOMAN}\u200d\N{PERSONAL COMPUTER}", ["\N{WOMAN}\u200d\N{PERSONAL COMPUTER}"]),
        ("ad\u200cmin", ["ad", "ZWNJ", "min"]),
        ("می\u200c\u200cخواهیم", ["می", "ZWNJ ×2", "خواهیم"]),
        ("x\ud800", ["x", "U+D800"]),
        ("x\x00y", ["x", "NUL", "y"]),
        ("x\U000e0041", ["x", "U+E0041"]),
        ("co\u00adop", ["co", "SHY", "op"]),
        ("two\nlines\tand 한글 ไทย é", ["two\nlines\tand 한글 ไทย é"]),
        ("", []),
    ],
)
def test_pieces_when_characters_are_unseen_then_they_are_named(text: str, shown: list[str]) -> None:
    assert [p if isinstance(p, str) else p["text"] for p in pieces(text)] == shown


@given(
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=60),
    st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70), st.sampled_from("abc"))),
)
def test_pieces_when_marks_overlap_then_every_letter_keeps_its_kinds(
    text: str, marks: list[tuple[int, int, str]]
) -> None:
    found = pieces(text, marks)
    letters = [
        (letter, "" if isinstance(piece, str) else piece["kinds"].removesuffix("unseen").strip())
        for piece in found
        if isinstance(piece, str) or "unseen" not in piece["kinds"]
        for letter in (piece if isinstance(piece, str) else piece["text"])
    ]
    kinds = [" ".join(sorted({k for s, e, k in marks if s <= at < e})) for at in range(len(text))]

    if not any("unseen" in p["kinds"] for p in found if not isinstance(p, str)):
        assert letters == list(zip(text, kinds, strict=True))


@given(st.integers(0, 400), st.integers(0, 60), st.integers(1, 200))
def test_around_when_a_text_is_long_then_the_focus_stays_in_sight(
    start: int, length: int, limit: int
) -> None:
    text = "".join(chr(0x4E00 + at) for at in range(460))
    shown = plain(around(text, [], (start, start + length), limit)).strip("…")

    assert len(shown) <= limit
    assert shown in text
    assert text[start : start + min(length, limit)] in shown


def test_around_when_the_passage_has_five_million_letters_then_it_is_quick() -> None:
    text = "“word” " * 700_000
    marks = [(at, at + 4, "person") for at in range(0, len(text), 700)]

    assert len(plain(around(text, marks, (3_000_000, 3_000_050), 2400))) <= 2402


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Water", "ltr"),
        ("«مياه»", "rtl"),
        ("“שלום” Shalom", "rtl"),
        ("12:30 …", "ltr"),
        ("", "ltr"),
    ],
)
def test_direction_when_the_first_letter_is_read_then_it_decides(text: str, runs: str) -> None:
    assert direction(text) == runs


@pytest.mark.parametrize(
    ("event", "chosen"),
    [
        ({"field": "speaker", "value": "person.mara-okafor", "add": False},
         clause("speaker", "person.mara-okafor")),
        ({"field": "place", "value": "g1", "add": True}, clause("place", "g1")),
        ({"field": "published", "values": ["2021-08-19", "2021-08-19"]},
         clause("published", "2021-08-19", "2021-08-19")),
        ({"field": "more"}, None),
        ({"field": "speaker", "value": ""}, None),
        ({"field": "speaker", "value": ["a"]}, None),
        ({"field": "place"}, None),
        ({"field": "published", "values": ["2021-08-19"]}, None),
        ({"field": "published", "values": ["2021-08-19", "soon"]}, None),
        ({"field": "published", "values": "2021-08-19"}, None),
        ({"field": "entity", "value": "x"}, None),
        ({}, None),
    ],
)  # fmt: skip
def test_clause_when_an_event_arrives_then_only_sense_becomes_a_clause(
    event: dict[str, Any], chosen: object
) -> None:
    assert clause_from_event(event) == chosen


def test_payload_when_rows_lie_outside_then_they_are_told_apart() -> None:
    payload = quotation_payload(page(row(), row(inside=False), total=7))

    assert [r["inside"] for r in payload["rows"]] == [True, False]
    assert payload["count"] == "1 of 7"
    assert payload["outside"] == "Not in the selection: 6"
    assert payload["more"] == "Show more (2 of 7)"


def test_payload_when_nothing_is_inside_then_it_says_what_to_do() -> None:
    assert "Take a part of it out" in quotation_payload(page())["empty"]
    assert "Take a part of it out" in passage_payload(page())["empty"]


def test_payload_when_a_speaker_is_brushed_then_its_name_is_chosen() -> None:
    brush = Brush((clause("speaker", "person.mara-okafor"),))
    shown = quotation_payload(page(row(), row(speaker_id="person.other")), brush)["rows"]

    assert [r["speaker"]["chosen"] for r in shown] == [True, False]


@pytest.mark.parametrize(("sure", "shown"), [(0.9, ""), (0.6, ""), (0.45, "confidence 45%")])
def test_payload_when_confidence_is_low_then_it_is_shown(sure: float, shown: str) -> None:
    assert quotation_payload(page(row(confidence=sure)))["rows"][0]["doubt"] == shown


def test_payload_when_speaker_and_cue_stand_in_the_passage_then_they_are_marked() -> None:
    (shown,) = quotation_payload(page(row()))["rows"]
    marked = {p["kinds"]: p["text"] for p in shown["passage"] if not isinstance(p, str)}

    assert marked == {"speaker": "Mara Okafor", "cue": "said", "content": "the gates stay shut"}


def test_payload_when_speaker_stands_in_another_passage_then_it_is_not_marked() -> None:
    (shown,) = quotation_payload(page(row(speaker_start=5, speaker_end=9, cue_start=-1)))["rows"]

    assert [p["kinds"] for p in shown["passage"] if not isinstance(p, str)] == ["content"]


def test_payloads_when_a_corpus_is_read_then_they_are_json_and_passages_are_whole(
    tmp_path: Path,
) -> None:
    with Store.open(tmp_path / "corpus.db") as store:
        for article, findings in made_corpus(20, hostile=True):
            store.add(article, findings, "test")
        index = build_index(store.frames())
    quoted, read = quotations_view(index, Brush()), passages_view(index, Brush())
    quotations, passages = quotation_payload(quoted), passage_payload(read)

    assert json.loads(json.dumps([quotations, passages])) == [quotations, passages]
    assert [plain(r["passage"]) for r in quotations["rows"]] == list(quoted.frame["passage_text"])
    assert [plain(r["text"]) for r in passages["rows"]] == list(read.frame["text"])
    assert {"person", "place", "quotation"} <= set(passages["kinds"])
