"""What the reader sends to the browser: the whole text, with marks that nest and overlap."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.reader.blocks import LONGEST, blocks_of
from components.reader.payload import LETTERS, reader_payload
from components.typeset.text import nested, plain
from data.access.articles import Reading
from dateline.brush import Brush, clause
from dateline.records import (
    ANALYSED_PARTS,
    Analysis,
    Article,
    Candidate,
    Entity,
    Findings,
    Mention,
    Part,
    Place,
    Quotation,
    Span,
    Story,
    Timex,
    Toponym,
    passages_of,
)

TEXT = """Share this page
Gates stay shut
BASRA - Mara Okafor, head of the Basra Water Board, said on Thursday “the gates of Basra stay \
shut”, she added.
(Photo: The Ledger)
The figures follow."""
KINDS = ("title", "deck", "body", "dateline", "byline", "caption", "credit", "share_bar")


def at(words: str, within: str = TEXT) -> tuple[int, int]:
    start = within.index(words)
    return start, start + len(words)


def part(words: str, kind: Any) -> Part:
    return Part(*at(words), kind)


def article(**given_: Any) -> Article:
    return Article(**{
        "article_id": "a1", "text": TEXT, "title": "Gates stay shut", "outlet": "The Ledger",
        "published": "2021-08-19T17:10:00Z", "source_file": "water.csv:3", "language": "en",
        "raw_times": (("published", "19/8/21 17.10"), ("published_zone", "assumed UTC")),
        "parts": (
            part("Share this page", "share_bar"), part("Gates stay shut", "title"),
            part("BASRA - ", "dateline"), Part(at("Mara")[0], at("(Photo")[0], "body"),
            part("(Photo: The Ledger)", "credit"), part("The figures follow.", "body"),
        ),
    } | given_)  # fmt: skip


def findings() -> Findings:
    said = at("the gates of Basra stay shut")
    speaker, cue = at("Mara Okafor, head of the Basra Water Board"), at("said")
    body, inner = at("Basra Water Board"), at("gates of Basra")[1] - len("Basra")
    return Findings(
        passages=passages_of(article()),
        mentions=(
            Mention(*at("Mara Okafor"), "m1", "a1", "p.a1.1", "Mara Okafor", "PERSON",
                    "person.mara", "head of the Basra Water Board", 0.95),
            Mention(*body, "m2", "a1", "p.a1.1", "Basra Water Board", "ORG", "org.board", "", 0.4),
            Mention(body[0], body[0] + 5, "m3", "a1", "p.a1.1", "Basra", "GPE", "place.basra"),
            Mention(inner, inner + 5, "m4", "a1", "p.a1.1", "Basra", "GPE", "place.basra"),
        ),
        entities=(Entity("person.mara", "Mara Okafor", "person"),
                  Entity("org.board", "Basra Water Board", "organisation"),
                  Entity("place.basra", "Basra", "place")),
        quotations=(
            Quotation(*said, "q1", "a1", "p.a1.1", "the gates of Basra stay shut", "direct",
                      (Span(*said),), "person.mara", "Mara Okafor", "Mara Okafor", *speaker,
                      cue="said", cue_start=cue[0], cue_end=cue[1], addressee="reporters",
                      venue="a hall", said_on="2021-08-19", confidence=0.7),
        ),
        timexes=(
            Timex(*at("Thursday"), "t1", "a1", "p.a1.1", "Thursday", "DATE", "2021-08-19",
                  "2021-08-19", "2021-08-19", "2021-08-19"),
        ),
        toponyms=(
            Toponym("g4", "m4", "a1", "p.a1.1", "g2", "about", "", "point", 8, 9, 0.9,
                    "the largest", (Candidate("g2", "Basra, Iraq", 9, ""),
                                    Candidate("g9", "Basra, Texas", 1, ""))),
        ),
        places=(Place("g2", "Basra", "city", 30.5, 47.8, "point", 8, country="IQ"),),
    )  # fmt: skip


def reading(**given_: Any) -> Reading:
    own = article(**given_)
    analysis = Analysis("dateline 9", "2021-08-20T08:00:00Z")
    return Reading(own, findings(), analysis, (own,), None, ())


def shown(payload: dict[str, Any]) -> dict[str, str]:
    """Each piece that is marked, and its kinds as they stand."""
    marked = [p for block in payload["blocks"] for p in block["pieces"] if not isinstance(p, str)]
    return {piece["text"]: piece["kinds"] for piece in marked}


def test_blocks_when_parts_are_set_aside_then_they_are_folded_with_their_kind() -> None:
    blocks = [(TEXT[b.start : b.end], b.kinds, b.is_folded) for b in blocks_of(article())]

    assert [(text[:12], kinds, folded) for text, kinds, folded in blocks] == [
        ("Share this p", ("share_bar",), True),
        ("Gates stay s", ("title",), False),
        ("BASRA - Mara", ("body",), False),
        ("(Photo: The ", ("credit",), True),
        ("The figures ", ("body",), False),
    ]


def test_blocks_when_neighbours_are_set_aside_then_they_fold_as_one() -> None:
    text = "A caption\n(Photo)\n\nThe text."
    parts = (Part(0, 9, "caption"), Part(10, 17, "credit"), Part(19, 28, "body"))

    assert [b.kinds for b in blocks_of(Article("a", text, parts=parts))] == [
        ("caption", "credit"), ("body",)
    ]  # fmt: skip


@given(
    st.text(st.sampled_from("ab \n\t“”\u202eé😀"), max_size=200),
    st.lists(st.tuples(st.integers(0, 210), st.integers(0, 210), st.sampled_from(KINDS))),
)
def test_blocks_when_parts_are_any_then_nothing_but_white_space_is_left_out(text, cut) -> None:
    parts = tuple(Part(min(a, b), max(a, b), kind) for a, b, kind in cut)
    blocks = blocks_of(Article("a", text, parts=parts))
    spans = [(block.start, block.end) for block in blocks]
    between = "".join(text[i] for i in range(len(text)) if not any(s <= i < e for s, e in spans))

    assert between.strip() == ""
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(text[s:e] == text[s:e].strip() != "" for s, e in spans)
    assert all(set(b.kinds).isdisjoint(ANALYSED_PARTS) for b in blocks if b.is_folded)


def test_blocks_when_the_text_is_one_line_of_a_million_then_each_is_short_and_cut_between_words():
    text = "word " * 200_000
    blocks = blocks_of(Article("a", text))

    assert max(b.end - b.start for b in blocks) <= LONGEST
    assert all(text[b.start : b.end].startswith("word") for b in blocks)


@given(
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=60),
    st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=12),
)
def test_pieces_when_marks_nest_and_overlap_then_every_letter_keeps_all_shortest_first(
    text: str, spans: list[tuple[int, int]]
) -> None:
    marks = [(start, end, f"k{number}") for number, (start, end) in enumerate(spans)]
    lengths = {kind: min(e, len(text)) - max(s, 0) for s, e, kind in marks}
    found = [p if isinstance(p, dict) else {"text": p, "kinds": ""} for p in nested(text, marks)]

    if any("unseen" in piece["kinds"] for piece in found):
        return
    assert "".join(piece["text"] for piece in found) == text
    position = 0
    for piece in found:
        kinds = piece["kinds"].split()
        middle = range(position, position + len(piece["text"]))
        assert all({k for s, e, k in marks if s <= i < e} == set(kinds) for i in middle)
        assert [lengths[kind] for kind in kinds] == sorted(lengths[kind] for kind in kinds)
        position = middle.stop


def test_payload_when_marks_nest_then_each_piece_carries_all_of_them_innermost_first() -> None:
    marked = shown(reader_payload(reading(), Brush()))

    assert marked["Mara Okafor"] == "m0 q0:speaker"
    assert marked[", head of the "] == "q0:speaker"
    assert marked[" Water Board"] == "m2 q0:speaker"
    assert marked["the gates of "] == "q0:content"
    assert marked["said"] == "q0:cue"
    assert marked["BASRA - "] == "dateline"


def test_payload_when_a_place_lies_in_a_name_and_in_a_quotation_then_both_are_kept() -> None:
    blocks = reader_payload(reading(), Brush())["blocks"]
    named = [
        p["kinds"] for b in blocks for p in b["pieces"] if p != str(p) and p["text"] == "Basra"
    ]

    assert named == ["m1 m2 q0:speaker", "m3 q0:content"]


def test_payload_when_joined_then_gives_the_text_back_whole() -> None:
    payload = reader_payload(reading(), Brush())

    assert "\n".join(plain(block["pieces"]) for block in payload["blocks"]) == TEXT
    assert json.loads(json.dumps(payload))["blocks"] == payload["blocks"]


def test_records_when_shown_then_their_cards_say_what_is_known() -> None:
    records = reader_payload(reading(), Brush())["records"]
    cards = {key: {label: plain(v) for label, v in r["lines"]} for key, r in records.items()}

    assert cards["m0"] == {"role": "head of the Basra Water Board", "recognised": "95% sure"}
    assert cards["m3"] == {
        "recognised": "100% sure", "place": "Basra, Iraq, city",
        "precision": "a point, within 8 km", "in this text": "what is reported is there",
        "why": "the largest", "others": "Basra, Texas", "placed": "90% sure",
    }  # fmt: skip
    assert cards["q0"] == {
        "mode": "direct", "cue": "said", "to": "reporters", "where": "a hall",
        "said on": "19 Aug 2021", "confidence": "70% sure",
    }  # fmt: skip
    assert cards["t0"] == {
        "written": "Thursday", "value": "2021-08-19", "kind": "date", "read against": "19 Aug 2021",
    }  # fmt: skip
    assert [key for key, record in records.items() if record["doubtful"]] == ["m2"]
    assert "below the 60% of the settings" in cards["m2"]["recognised"]


def test_records_when_clicked_then_the_choice_is_what_they_stand_for() -> None:
    records = reader_payload(reading(), Brush())["records"]

    assert {key: record["choice"] for key, record in records.items()} == {
        "m0": {"field": "entity", "value": "person.mara"},
        "m1": {"field": "entity", "value": "place.basra"},
        "m2": {"field": "entity", "value": "org.board"},
        "m3": {"field": "place", "value": "g2"},
        "q0": {"field": "speaker", "value": "person.mara"},
        "t0": {"field": "published", "values": ["2021-08-19", "2021-08-19"]},
    }


@pytest.mark.parametrize(
    ("chosen", "keys"),
    [
        (clause("entity", "person.mara", "x"), ["m0"]),
        (clause("speaker", "person.mara"), ["m0", "q0"]),
        (clause("place", "g2"), ["m3"]),
        (clause("entity", "place.basra"), ["m1", "m3"]),
        (clause("published", "2021-08-19", "2021-08-19"), ["t0"]),
        (clause("published", "2021-08-01", "2021-08-31"), []),
    ],
)
def test_chosen_when_a_clause_is_in_the_brush_then_all_its_marks_are(chosen, keys) -> None:
    assert sorted(reader_payload(reading(), Brush((chosen,)))["chosen"]) == keys


def test_findings_when_they_are_open_then_nothing_is_there_to_choose() -> None:
    own = findings()
    undated = replace(own.timexes[0], first="", last="", value="PXD", surface="days")
    unknown = replace(own.quotations[0], speaker_id="", speaker="", speaker_surface="",
                      speaker_start=-1, speaker_end=-1, cue_start=-1, cue_end=-1)  # fmt: skip
    unplaced = replace(own.toponyms[0], place_id="", confidence=0.0, reason="no such place")
    bare = replace(own.mentions[3], entity_id="")
    changed = replace(own, timexes=(undated,), quotations=(unknown,), toponyms=(unplaced,),
                      mentions=(bare,), entities=())  # fmt: skip
    records = reader_payload(replace(reading(), findings=changed), Brush())["records"]

    assert [record["choice"] for record in records.values()] == [None, None, None]
    assert plain(records["q0"]["name"]) == "Speaker not stated"
    assert records["m0"]["kind"] == "place"
    assert not records["m0"]["doubtful"]
    assert ("place", ["not placed: no such place"]) in records["m0"]["lines"]
    assert ("calendar", ["no days that could be plotted"]) in records["t0"]["lines"]


def test_index_when_built_then_lists_each_once_with_its_marks() -> None:
    sections = {s["title"]: s["entries"] for s in reader_payload(reading(), Brush())["index"]}
    said = {
        title: [(plain(e["name"]), plain(e["note"]), e["keys"]) for e in entries]
        for title, entries in sections.items()
    }

    assert said == {
        "People": [("Mara Okafor", "head of the Basra Water Board", ["m0"])],
        "Organisations": [("Basra Water Board", "", ["m2"])],
        "Places": [("Basra", "Iraq, city", ["m1", "m3"])],
        "Dates": [("19 Aug 2021", "Thursday", ["t0"])],
        "Quotations": [("“the gates of Basra stay shut”", "Mara Okafor", ["q0"])],
    }


def test_inside_when_a_passage_is_inside_then_its_block_is() -> None:
    payload = reader_payload(reading(), Brush(), frozenset({"p.a1.1"}))

    assert payload["inside"] == [2]
    assert reader_payload(reading(), Brush(), frozenset({"p.a1.9"}))["inside"] == []


def test_head_when_drawn_then_states_times_source_and_provenance() -> None:
    own = reading(url="https://www.ledger.example/gates", agency="AFP", source_sha256="ab12")
    head = reader_payload(own, Brush())["head"]

    assert plain(head["source"]["origin"]) == "The Ledger (AFP)"
    assert head["source"]["published"] == "19 Aug 2021, 17:10 UTC"
    assert head["printed"] == [("published", ["19/8/21 17.10"], ["assumed UTC"])]
    assert head["source"]["link"]["host"] == ["ledger.example"]
    facts = {label: plain(value) for label, value in head["facts"]}
    assert facts["File"] == "water.csv:3"
    assert facts["SHA-256 of the file"] == "ab12"
    assert facts["Read by"] == "dateline 9"
    assert (head["versions"], head["carriers"], head["note"]) == ([], [], "")


def test_head_when_there_are_versions_and_carriers_then_names_them_and_warns_of_an_old_one() -> (
    None
):
    old, new = article(version=1), article(article_id="a2", version=2, updated="2021-08-20")
    other = article(article_id="a3", outlet="", published="")
    carried = Reading(old, findings(), None, (new, old), Story("a1", "a1", 2, 1), (other,))
    head = reader_payload(carried, Brush())["head"]

    assert [(plain(v["name"]), plain(v["note"]), v["here"]) for v in head["versions"]] == [
        ("Version 2", "20 Aug 2021", False),
        ("Version 1", "19 Aug 2021, 17:10 UTC", True),
    ]
    assert [plain(carrier["name"]) for carrier in head["carriers"]] == ["Outlet not stated"]
    assert head["story"] == "2 articles carry this story, from one origin"
    assert "older version" in head["note"]


def test_head_when_nothing_was_looked_for_yet_then_says_what_to_do() -> None:
    bare = Reading(article(), Findings(), None, (article(),), None, ())

    assert "reanalyse" in reader_payload(bare, Brush())["head"]["note"]


def test_payload_when_the_text_is_long_then_a_part_is_sent_and_the_next_begins_where_it_ends():
    text = "Mara Okafor speaks. " * 50_000
    mentions = tuple(
        Mention(n * 20, n * 20 + 11, f"m{n}", "a1", "p", "Mara Okafor", "PERSON", "person.mara")
        for n in range(50_000)
    )
    long = Reading(article(text=text, parts=()), Findings(mentions=mentions), None, (), None, ())
    seen, at_ = "", -1
    for _ in range(30):
        payload = reader_payload(long, Brush(), at=at_)
        assert len(json.dumps(payload)) < 2_000_000
        seen += "".join(f"{plain(block['pieces'])} " for block in payload["blocks"])
        at_ = payload["part"]["after"]
        if at_ is None:
            break

    assert seen == text
    assert payload["part"]["before"] == 1_000_000 // LETTERS * LETTERS - LETTERS
    assert reader_payload(reading(), Brush())["part"] is None


@pytest.mark.parametrize("at_", [-1, 0, 10**9])
def test_payload_when_the_text_is_empty_or_its_place_unknown_then_stands(at_: int) -> None:
    empty = Reading(article(text="", parts=()), Findings(), None, (), None, ())

    assert reader_payload(empty, Brush(), at=at_)["blocks"] == []
    assert len(reader_payload(reading(), Brush(), at=at_)["blocks"]) == 5
