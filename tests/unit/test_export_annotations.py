"""Web Annotations, checked against the model's rules and the articles that they point into."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.cli import main
from dateline.export.table import About, Table
from dateline.export.web_annotations import annotation, time_state, write_annotations
from dateline.store import Store

MOTIVATIONS = {"assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
               "highlighting", "identifying", "linking", "moderating", "questioning", "replying",
               "tagging"}  # fmt: skip
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z")
IRI = re.compile(r"(https?://|urn:)[^\s<>\"{}|\\^`]+")


def mention(start: int, end: int, **fields: Any) -> dict[str, Any]:
    source = {"article_id": "a1", "url": "", "published": "2021-08", "updated": ""}
    found = {
        "mention_id": f"m.{start}",
        "entity_id": "",
        "label": "GPE",
        "role": "",
        "start": start,
    }
    return {**source, **found, "end": end, "method": "rules", "version": "1"} | fields


def selectors(made: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["type"]: one for one in made["target"]["selector"]}


TEXTS = st.text(st.sampled_from("ab \u0301\u200d👩👧🇦🇫\n\r\u0e33שl=<&\0"), min_size=1, max_size=40)


@settings(max_examples=200)
@given(TEXTS, st.data())
def test_annotation_when_any_span_then_selectors_agree_and_no_letter_is_split(
    text: str, data: st.DataObject
):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, len(text)))
    found = selectors(annotation(mention(start, end), "mentions", text))
    quoted, place = found["TextQuoteSelector"], found["TextPositionSelector"]
    edges = {0, *(letter.end() for letter in regex.finditer(r"\X", text))}

    assert place["start"] <= start <= end <= place["end"]
    assert text[place["start"] : place["end"]] == quoted["exact"]
    assert text[: place["start"]].endswith(quoted["prefix"])
    assert text[place["end"] :].startswith(quoted["suffix"])
    around = (place["start"], place["end"], place["start"] - len(quoted["prefix"]),
              place["end"] + len(quoted["suffix"]))  # fmt: skip
    assert edges.issuperset(around)


def test_annotation_when_a_letter_would_be_split_then_its_own_span_is_told():
    made = annotation(mention(0, 1), "mentions", "e\u0301t")
    assert selectors(made)["TextPositionSelector"] == {
        "type": "TextPositionSelector", "start": 0, "end": 2,
    }  # fmt: skip
    assert (made["dateline:start"], made["dateline:end"]) == (0, 1)


@pytest.mark.parametrize(
    ("stated", "state"),
    [
        ("2021-08-19T17:42:00Z", {"sourceDate": "2021-08-19T17:42:00Z"}),
        ("2021-08-19", {"sourceDateStart": "2021-08-19T00:00:00Z",
                        "sourceDateEnd": "2021-08-19T23:59:59Z"}),
        ("2024-02", {"sourceDateStart": "2024-02-01T00:00:00Z",
                     "sourceDateEnd": "2024-02-29T23:59:59Z"}),
        ("2021", {"sourceDateStart": "2021-01-01T00:00:00Z",
                  "sourceDateEnd": "2021-12-31T23:59:59Z"}),
    ],
)  # fmt: skip
def test_time_state_when_a_time_is_stated_then_as_exact(stated: str, state: dict[str, str]):
    assert time_state(stated) == {"type": "TimeState", **state}


@pytest.mark.parametrize("stated", ["", "yesterday", "2021-13", "0000"])
def test_time_state_when_no_time_is_stated_then_there_is_none(stated: str):
    assert time_state(stated) == {}


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://a.example/1", "https://a.example/1"),
        ("javascript:alert(1)", "urn:dateline:article:a1"),
    ],
)
def test_source_when_no_web_address_then_is_a_name(url: str, source: str):
    assert annotation(mention(0, 1, url=url), "mentions", "x")["target"]["source"] == source


def test_write_annotations_when_text_is_hostile_then_is_json_still():
    text = '"}]\u2028\0<script>\ud83d'
    file = io.BytesIO()
    table = Table("mentions", (), [mention(0, len(text))])
    write_annotations([table], lambda _article: text, About("a b"), file)
    page = json.loads(file.getvalue())["first"]
    assert selectors(page["items"][0])["TextQuoteSelector"]["exact"] == text


def check(made: dict[str, Any], text: str) -> None:
    """The rules of the model that are MUST, and ours."""
    found = selectors(made)
    quoted, place = found["TextQuoteSelector"], found["TextPositionSelector"]
    assert made["type"] == "Annotation"
    assert IRI.fullmatch(made["id"])
    assert IRI.fullmatch(made["target"]["source"])
    assert made["motivation"] in MOTIVATIONS
    assert {body["purpose"] for body in made["body"]} <= MOTIVATIONS
    assert text[place["start"] : place["end"]] == quoted["exact"]
    for name in ("sourceDate", "sourceDateStart", "sourceDateEnd"):
        stated = made["target"].get("state", {}).get(name)
        assert stated is None or MOMENT.fullmatch(stated)
    assert {"dateline:article_id", "dateline:method", "dateline:version"} <= made.keys()


def test_export_when_all_annotations_then_each_is_one_finding_of_its_article(
    sample_corpus: Path, tmp_path: Path
):
    out = tmp_path / "all.jsonld"
    asked = ["export", "--corpus", str(sample_corpus), "--table", "all", "--format", "annotations"]
    assert main([*asked, "--out", str(out)]) == 0
    found = json.loads(out.read_bytes())
    items = found["first"]["items"]

    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (found["type"], found["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert found["total"] == len(items) == len({one["id"] for one in items})
    with Store.open(sample_corpus, readonly=True) as store:
        texts = {row["article_id"]: row["text"] for row in store.rows("articles")}
        rows = sum(1 for table in ("mentions", "quotations", "timexes", "toponyms")
                   for _ in store.rows(table))  # fmt: skip
    assert rows == len(items)
    for one in items:
        check(one, texts[one["dateline:article_id"]])
