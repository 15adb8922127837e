"""The gate sees what is wrong, and our own gold holds on the seed and the bundled articles."""

from __future__ import annotations

import copy
import hashlib
import json
from pathlib import Path
from typing import Any

import figures
import gate
import pytest
from own_gold import read_gold, score, source_document

from dateline.read import read_path
from dateline.records import Article

HERE = Path(__file__).parent
GOLD = {
    "entities": [
        {"span": [0, 4], "labels": ["PERSON"], "entity": 1},
        {"span": [10, 14], "labels": ["ORG", "NORP"], "entity": 2},
        {"span": [20, 24], "labels": ["PERSON"], "entity": 1},
    ],
    "absent": [[30, 40]],
    "quotations": [{"span": [50, 60], "modes": ["direct"], "speaker": [20, 24], "entity": 1}],
    "timexes": [{"span": [70, 76], "first": "2021-08-19", "last": "2021-08-19"}],
    "places": [
        {"span": [80, 85], "precisions": ["point"], "latitude": 1, "longitude": 2, "within_km": 20}
    ],
    "relations": [{"kind": "child_of", "subject": 1, "object": 2}],
}
FOUND = {
    "entities": [
        {"start": 0, "end": 4, "label": "PERSON"},
        {"start": 10, "end": 14, "label": "NORP"},
        {"start": 20, "end": 24, "label": "PERSON"},
    ],
    "mentions": [
        {"start": 0, "end": 4, "entity": "a"},
        {"start": 10, "end": 14, "entity": "b"},
        {"start": 20, "end": 24, "entity": "a"},
    ],
    "quotes": [
        {"start": 51, "end": 60, "type": "direct", "speaker": {"entity": "a", "name": "A"},
         "addressee": None, "venue": None}
    ],
    "timexes": [{"start": 70, "end": 76, "first": "2021-08-19", "last": "2021-08-19"}],
    "toponyms": [{"start": 80, "end": 85, "lat": 1.1, "lon": 2, "precision": "point"}],
    "relations": [{"kind": "child_of", "subject": "a", "object": "b"}],
}  # fmt: skip


def test_score_when_all_is_found_then_all_is_right():
    results = score(GOLD, FOUND)
    assert all(right == asked > 0 for right, asked in results.values())
    assert results["identity"] == (3, 3)


@pytest.mark.parametrize(
    ("kind", "field", "value", "broken"),
    [
        ("entities", "label", "GPE", {"entities"}),
        ("entities", "start", 1, {"entities"}),
        ("entities", "start", -1, {"entities"}),
        ("mentions", "entity", "b", {"identity", "speakers", "relations"}),
        ("quotes", "type", "indirect", {"modes"}),
        ("quotes", "speaker", None, {"speakers"}),
        ("quotes", "speaker", {"entity": "b", "name": "B"}, {"speakers"}),
        ("quotes", "end", 90, {"modes", "speakers"}),
        ("timexes", "last", "2021-08-20", {"dates"}),
        ("toponyms", "lat", 1.3, {"places"}),
        ("toponyms", "lat", None, {"places"}),
        ("toponyms", "precision", "country", {"places"}),
        ("relations", "object", "a", {"relations"}),
    ],
)
def test_score_when_one_field_is_wrong_then_its_target_falls(
    kind: str, field: str, value: Any, broken: set[str]
):
    found = copy.deepcopy(FOUND)
    found[kind][0][field] = value
    assert {name for name, (right, asked) in score(GOLD, found).items() if right < asked} == broken


def test_score_when_furniture_is_an_entity_then_it_is_seen():
    found = copy.deepcopy(FOUND)
    found["entities"].append({"start": 39, "end": 45, "label": "ORG"})
    assert score(GOLD, found)["no entity in furniture"] == (0, 1)


def test_source_document_when_the_source_was_changed_then_the_gold_is_refused(tmp_path: Path):
    (tmp_path / "a.txt").write_text("changed")
    with pytest.raises(ValueError, match="SHA-256"):
        source_document({"source": "a.txt", "sha256": "0" * 64}, tmp_path)


def test_source_document_when_it_is_a_row_then_the_text_is_as_read_and_its_day_is_known(
    tmp_path: Path,
):
    text = "The bridge at Harrow was closed on Monday, the council said."
    (tmp_path / "a.csv").write_text(f'title,text,publish_date\nBridge,"{text}",2024-05-06\n')
    article = next(iter(read_path(tmp_path / "a.csv", "2026-01-01T00:00:00Z")))
    assert isinstance(article, Article)
    gold = {"source": "a.csv", "article": article.article_id}
    gold["sha256"] = hashlib.sha256(article.text.encode()).hexdigest()
    found = source_document(gold, tmp_path)
    assert (found["text"], found["dct"]) == (article.text, "2024-05-06")
    with pytest.raises(ValueError, match="no article"):
        source_document(gold | {"article": "a0"}, tmp_path)


def test_under_when_a_result_falls_or_has_no_floor_then_it_fails():
    floors = {"a": 0.5, "b": 0.5, "absent": 0.9}
    results = {"a": 0.5, "b": 0.49, "new": 0.99}
    assert gate.under(results, floors) == ["b", "new"]
    shown = gate.table(results, floors)
    assert shown.count("UNDER ITS FLOOR") == 2
    assert "absent" in shown


def test_table_when_a_target_is_missed_then_it_stands_beside_floor_and_result():
    floors = {"quotes: direct F1": 0.9, "quotes: indirect F1": 0.8}
    line, without, *_ = gate.table(
        {"quotes: direct F1": 0.95, "quotes: indirect F1": 0.81}, floors
    ).splitlines()[1:]
    assert line.split()[-6:] == ["0.970", "0.900", "0.950", "under", "its", "target"]
    assert without.split()[-3:] == ["-", "0.800", "0.810"]


def test_floors_when_read_then_each_is_a_target_of_the_gate():
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    names = {target.name for target in gate.TARGETS}
    assert {name for name in floors if not name.startswith("own: ")} == names | {gate.WORLD_NAMES}
    assert all(0 < floor <= 1 for floor in floors.values())


def test_figures_when_written_then_read_back_and_the_rest_of_the_readme_stays(tmp_path: Path):
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{figures.BEGIN}{figures.END}after\n")
    figures.write(readme, {"quotes: direct F1": 0.8931, "unknown": 0.1})
    figures.write(readme, {"dates: WikiWars, value F1": 0.5})
    text = readme.read_text()
    assert dict(figures.read(text)) == {
        "quotes: direct F1": 0.893,
        "dates: WikiWars, value F1": 0.5,
    }
    assert text.startswith("before\n")
    assert text.endswith("after\n")


def test_figures_when_the_readme_has_no_place_for_them_then_it_is_refused(tmp_path: Path):
    (tmp_path / "README.md").write_text("nothing here")
    with pytest.raises(ValueError, match="no place"):
        figures.write(tmp_path / "README.md", {})


def test_readme_when_read_then_its_figures_are_the_gates_and_above_the_floors(project: Path):
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    said = dict(figures.read((project / "README.md").read_text(encoding="utf-8")))
    assert set(said) == set(figures.SAID) <= set(floors)
    assert {name: value for name, value in said.items() if value + 0.0005 < floors[name]} == {}


def test_gold_when_read_then_it_holds_offsets_and_labels_and_no_text_of_the_seed(shared: Path):
    gold = (HERE / "seed.json").read_text(encoding="utf-8")
    words = source_document(read_gold(HERE / "seed.json")[0], shared)["text"].split()
    names = {word for word in words if word[:1].isupper() and len(word) > 3}
    assert names
    assert not [name for name in names if name in gold]
