"""Documents annotated line by line, as the benchmark contract has it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotation_file import annotated_lines
from dateline.places.gazetteer import Gazetteer

TEXT = (
    "Mayor Ines Caldera said on Monday that the ferry would run again.\n\n"
    '"The river is open," Caldera told reporters in Kabul.'
)


def annotated(gazetteer: Gazetteer, *rows: object) -> list[dict[str, Any]]:
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    return [json.loads(line) for line in annotated_lines(lines, gazetteer)]


def spans(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for kind in ("entities", "mentions", "quotes", "timexes", "toponyms", "relations"):
        yield from row[kind]
    for quote in row["quotes"]:
        yield from (quote[part] for part in ("speaker", "cue") if quote[part])


def test_lines_when_a_document_is_given_then_has_every_list(gazetteer: Gazetteer) -> None:
    (row,) = annotated(gazetteer, {"id": "d1", "text": TEXT, "dct": "2021-08-19"})
    assert row["id"] == "d1"
    assert {"Ines Caldera", "Caldera", "Kabul"} <= {m["text"] for m in row["entities"]}
    assert len({m["entity"] for m in row["mentions"] if "Caldera" in m["text"]}) == 1
    direct = next(q for q in row["quotes"] if q["type"] == "direct")
    assert direct["speaker"]["name"] == "Ines Caldera"
    assert (direct["cue"]["text"], direct["addressee"]) == ("told", "reporters")
    assert [t["value"] for t in row["timexes"]] == ["2021-08-16"]
    kabul = next(t for t in row["toponyms"] if t["text"] == "Kabul")
    assert (round(kabul["lat"]), round(kabul["lon"]), kabul["kind"]) == (35, 69, "city")


def test_lines_when_a_country_is_named_only_by_its_people_then_it_is_a_toponym(
    gazetteer: Gazetteer,
) -> None:
    text = "The Libyan envoy and a Peruvian guide left Lima. Peru and Chad had invited both."
    (row,) = annotated(gazetteer, {"id": 1, "text": text})
    assert [t["text"] for t in row["toponyms"]] == ["Libyan", "Lima", "Peru", "Chad"]


def test_lines_when_annotated_then_every_span_slices_the_text_as_given(
    gazetteer: Gazetteer,
) -> None:
    text = "   \t" + TEXT.replace("\n\n", "\r\n\r\n  • ") + "\n(Photo: Alder Press)\n"
    (row,) = annotated(gazetteer, {"id": 1, "text": text})
    found = [span for span in spans(row) if "start" in span]
    assert found
    assert all(text[span["start"] : span["end"]] == span["text"] for span in found)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{broken", "not JSON"),
        ("[1, 2]", "not a JSON object"),
        ('{"id": "d1"}', "no text"),
        ('{"id": "d1", "text": 5}', "no text"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_lines_when_one_is_unusable_then_it_is_written_with_its_error(
    line: str, said: str, gazetteer: Gazetteer
) -> None:
    bad, good = annotated(gazetteer, line, {"id": "d2", "text": TEXT})
    assert said in bad["error"]
    assert good["id"] == "d2"
    assert "error" not in good


@settings(max_examples=25)
@given(text=st.text(max_size=200), title=st.text(max_size=30), day=st.text(max_size=10))
def test_lines_when_any_text_then_one_line_without_error(
    gazetteer: Gazetteer, text: str, title: str, day: str
) -> None:
    (row,) = annotated(gazetteer, {"id": 1, "text": text, "title": title, "dct": day})
    assert "error" not in row
