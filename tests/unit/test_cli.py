"""The commands that answer: export, stats, geocode."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.export.tables import TABLES
from dateline.store import Store

SPANNED = ("mentions", "relations", "quotations", "timexes", "toponyms")
GEOCODED = {
    *("name", "kind", "latitude", "longitude", "precision", "radius_km"),
    *("country", "geonameid", "score", "reason"),
}


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    return capsys.readouterr().out


def articles(corpus: Path) -> int:
    with Store.open(corpus, readonly=True) as store:
        return len(store.frames()["articles"])


@pytest.mark.parametrize("table", TABLES)
def test_export_when_asked_for_a_table_then_both_formats_have_the_same_rows(
    table: str, sample_corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("export", "--corpus", str(sample_corpus), "--table", table, "--format")
    lines = [json.loads(line) for line in said(capsys, *asked, "jsonl").splitlines()]
    rows = list(csv.DictReader(io.StringIO(said(capsys, *asked, "csv"), newline="")))
    assert lines
    assert len(rows) == len(lines)
    assert list(rows[0]) == list(lines[0])
    if table in SPANNED:
        assert all(row["article_id"] and row["passage"] for row in rows)


def test_export_when_places_then_each_has_its_number_of_mentions(
    sample_corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("export", "--corpus", str(sample_corpus), "--format", "jsonl", "--table")
    places = [json.loads(line) for line in said(capsys, *asked, "places").splitlines()]
    toponyms = [json.loads(line) for line in said(capsys, *asked, "toponyms").splitlines()]
    kabul = next(place for place in places if place["name"] == "Kabul")
    assert kabul["mentions"] == sum(t["place_id"] == kabul["place_id"] for t in toponyms) > 5


def test_export_when_a_file_is_named_then_is_written_there(
    sample_corpus: Path, tmp_path: Path
) -> None:
    out = tmp_path / "articles.csv"
    corpus = str(sample_corpus)
    asked = ["export", "--corpus", corpus, "--table", "articles", "--format", "csv"]
    assert main([*asked, "--out", str(out)]) == 0
    with out.open(newline="", encoding="utf-8") as file:
        assert len(list(csv.DictReader(file))) == articles(sample_corpus) > 10
    assert main([*asked, "--out", str(tmp_path / "no" / "such" / "folder.csv")]) == 2


def test_stats_when_asked_as_json_then_counts_every_kind(
    sample_corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stats = json.loads(said(capsys, "stats", "--corpus", str(sample_corpus), "--json"))
    assert stats["articles"] == articles(sample_corpus) > 10
    assert min(stats[kind] for kind in ("mentions", "quotations", "timexes", "places")) > 20


def test_geocode_when_asked_as_json_then_gives_a_list_an_item_a_name(
    gazetteer: object, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("Panjshir Valley", "Kiev", "Nowhere at All")
    answers = json.loads(said(capsys, "geocode", *names, "--json"))
    assert [answer["query"] for answer in answers] == list(names)
    valley, kyiv, nowhere = (answer["candidates"] for answer in answers)
    assert set(valley[0]) >= GEOCODED
    assert (valley[0]["kind"], valley[0]["precision"]) == ("valley", "feature")
    assert (valley[0]["acled_precision"], valley[0]["ucdp_precision"]) == (2, 5)
    assert valley[0]["radius_km"] > 10
    assert (kyiv[0]["name"], kyiv[0]["country"]) == ("Kyiv", "UA")
    assert [c["score"] for c in kyiv] == sorted((c["score"] for c in kyiv), reverse=True)
    assert nowhere == []


def test_geocode_when_a_country_is_given_then_all_candidates_lie_there(
    gazetteer: object, capsys: pytest.CaptureFixture[str]
) -> None:
    (answer,) = json.loads(said(capsys, "geocode", "Tripoli", "--country", "LB", "--json"))
    assert {candidate["country"] for candidate in answer["candidates"]} == {"LB"}
    assert "not known" in said(capsys, "geocode", "Nowhere at All")
