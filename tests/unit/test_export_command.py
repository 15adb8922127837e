"""The command export: selections, several tables, what is told, and the way back."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.corpora import make_corpus
from dateline import query
from dateline.brush import from_query
from dateline.cli import main
from dateline.errors import UnreadableSource, UsageError
from dateline.export.formats import FORMATS, forms_of, tables_of
from dateline.export.provenance import COLUMNS
from dateline.export.read_back import read_records
from dateline.export.tables import RECORDS, TABLES, as_line, restore_cell
from dateline.ingest import ingest
from dateline.records import Article, Mention, Part, article_id
from dateline.store import Store

ROOT = Path(__file__).parents[2]


def export(corpus: Path, out: Path, form: str, table: str, *more: str) -> Path:
    asked = ["export", "--corpus", str(corpus), "--format", form, "--table", table, *more]
    assert main([*asked, "--out", str(out)]) == 0
    return out


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


@pytest.mark.parametrize("table", RECORDS)
def test_read_records_when_exported_as_json_lines_then_equal_those_of_the_corpus(
    sample_corpus: Path, tmp_path: Path, table: str
):
    out = export(sample_corpus, tmp_path / "out.jsonl", "jsonl", table)
    with out.open("rb") as file:
        found = set(read_records(file, table))
    with Store.open(sample_corpus, readonly=True) as store:
        ids = [row["article_id"] for row in store.rows("articles")]
        if table == "articles":
            expected = {store.article(one) for one in ids}
        elif table == "entities":
            expected = set(store.known_entities())
        elif table == "places":
            expected = {place for one in ids for place in store.findings(one).places}
            found = {place for place in found if place in expected}
        else:
            expected = {each for one in ids for each in getattr(store.findings(one), table)}
    assert found == expected
    assert len(found) > 50


@given(st.text(max_size=20))
def test_read_records_when_text_is_hostile_then_is_equal(text: str):
    mention = Mention(0, len(text), "m", "a", "p", text, "PERSON", role=text)
    row = {name: getattr(mention, name) for name in Mention.__dataclass_fields__}
    assert list(read_records([as_line(row | {"passage": text}), b"\n"], "mentions")) == [mention]


@pytest.mark.parametrize("line", [b"{", b"[]", b'{"mention_id": 1}', b"\xff"])
def test_read_records_when_a_line_is_none_then_says_which(line: bytes):
    with pytest.raises(UnreadableSource, match="line 1 is no row of mentions"):
        list(read_records([line], "mentions"))
    with pytest.raises(UsageError, match="choose one of"):
        list(read_records([], "passwords"))


def test_ingest_when_articles_were_exported_then_they_are_the_same_again(
    sample_corpus: Path, tmp_path: Path
):
    out = export(sample_corpus, tmp_path / "out.jsonl", "jsonl", "articles")
    with Store.open(tmp_path / "again.db") as store:
        report = ingest([out], store, lambda _done, _total: None)
        again = {row["article_id"]: store.article(row["article_id"])
                 for row in store.rows("articles")}  # fmt: skip
    with out.open("rb") as file:
        told = {article.article_id: article for article in read_records(file, "articles")}
    assert not report.rejected
    assert again.keys() == told.keys()
    for name, article in again.items():
        assert article is not None
        assert bare(article) == bare(told[name])


def bare(article: Article) -> Article:
    """Without what each corpus says anew."""
    return replace(article, batch_id="", story_id="", version=1)


@pytest.mark.parametrize(
    "wrong",
    [{"article_id": "a0"}, {"url": "javascript:alert(1)"}, {"published": "yesterday"},
     {"parts": [{"start": 5, "end": 900, "kind": "body"}]}, {"parts": [{"start": 0}]},
     {"outlet": "half \ud83d"}],
)  # fmt: skip
def test_ingest_when_a_row_only_looks_exported_then_it_is_read_as_any_other(
    tmp_path: Path, wrong: dict[str, Any]
):
    text = "The council met.\n\nIt decided nothing."
    article = Article(article_id(text), text, parts=(Part(0, len(text), "body"),), seen="2021")
    row = {name: getattr(article, name) for name in Article.__dataclass_fields__}
    path = tmp_path / "in.jsonl"
    path.write_bytes(as_line(row | wrong))
    with Store.open(tmp_path / "c.db") as store:
        report = ingest([path], store, lambda _done, _total: None)
        (found,) = store.rows("articles")
    assert report.stored == 1
    assert found["source_file"] == "in.jsonl:1"
    assert found["article_id"] == article_id(found["text"])


SELECTIONS = (
    *("entity=person.joe-biden", "published=2021-08-15..2021-08-20", "confidence=sure"),
    *("mode=direct&scope=article", "search=airport", "kind=person&confidence=doubtful"),
)


@pytest.mark.parametrize("selected", SELECTIONS)
def test_export_when_a_link_is_given_then_has_what_the_screens_count(
    sample_corpus: Path, tmp_path: Path, selected: str
):
    with Store.open(sample_corpus, readonly=True) as store:
        index = query.build_index(store.frames(), sample_corpus)
    brush, dropped = from_query(selected, index.is_known)
    counts = query.counts(index, brush)
    chosen = query.select.selection(index, brush)
    told = {
        table: lines(export(sample_corpus, tmp_path / table, "jsonl", table, "--brush", selected))
        for table in ("articles", "quotations", "places", "mentions", "toponyms", "timexes")
    }
    assert not dropped
    assert len(told["articles"]) == counts.articles > 0
    assert len(told["quotations"]) == counts.quotations
    assert len(told["places"]) == counts.places
    for table in ("mentions", "toponyms"):
        assert len(told[table]) == chosen.number(table)
    passages = set(index.passages.ids_of(chosen.passages))
    assert {row["passage_id"] for row in told["timexes"]} <= passages
    assert sum(row["mentions"] for row in told["places"]) == chosen.count("toponyms").sum()


def test_export_when_places_are_selected_then_times_are_those_of_the_articles_inside(
    sample_corpus: Path, tmp_path: Path
):
    args = ("--brush", "http://localhost:8501/?published=2021-08-15..2021-08-20")
    places = lines(export(sample_corpus, tmp_path / "p", "jsonl", "places", *args))
    names = lines(export(sample_corpus, tmp_path / "t", "jsonl", "toponyms", *args))
    for place in places:
        times = [row["published"] for row in names if row["place_id"] == place["place_id"]]
        assert place["first_published"] == min(times)
        assert place["last_published"] == max(times)
        assert place["mentions"] == len(times)


def test_export_when_a_link_names_what_is_not_there_then_nothing_is_written(
    sample_corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    asked = ["export", "--corpus", str(sample_corpus), "--format", "csv", "--table", "mentions"]
    out = tmp_path / "out.csv"
    assert main([*asked, "--out", str(out), "--brush", "place=atlantis"]) == 2
    assert "does not know place=atlantis" in capsys.readouterr().err
    assert not out.exists()
    assert main([*asked, "--out", str(out), "--brush", "mode=direct&lanes=12"]) == 0
    assert "lanes=12 selects nothing" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--table", "all", "--format", "csv"], "a file of csv holds one table"),
        (["--table", "entities", "--format", "kml"], "choose places or toponyms"),
        (["--table", "places", "--format", "timelinejs"], "articles or quotations or timexes"),
        (["--table", "places", "--format", "xlsx", "--bom"], "a byte order mark is for csv"),
    ],
)
def test_export_when_a_format_cannot_hold_it_then_says_what_can(
    sample_corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    asked: list[str], said: str,
):  # fmt: skip
    out = tmp_path / "out"
    assert main(["export", "--corpus", str(sample_corpus), *asked, "--out", str(out)]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.glob("out*")) == []


def test_help_when_asked_then_each_formats_limit_is_told(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    for form, known in FORMATS.items():
        assert form in said
        assert known.limit in said


@pytest.mark.parametrize("table", TABLES)
def test_export_when_csv_is_read_back_then_cells_are_those_of_json_lines(
    sample_corpus: Path, tmp_path: Path, table: str
):
    told = export(sample_corpus, tmp_path / "out.csv", "csv", table, "--bom")
    with told.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    rows = lines(export(sample_corpus, tmp_path / "out.jsonl", "jsonl", table))
    assert len(found) == len(rows)
    for cells, row in zip(found, rows, strict=True):
        for name, value in row.items():
            assert as_text(value) == restore_cell(cells[name])
    if "passage" in TABLES[table]:
        assert {*COLUMNS} - {"confidence"} <= found[0].keys()
        assert all(row["url"] or row["outlet"] or row["article_id"] for row in rows)
        assert all(row["method"].startswith("machine: ") for row in rows)


def as_text(value: Any) -> str:
    if isinstance(value, list):
        return as_line(value).decode()
    return "" if value is None else str(value).replace("\0", "\ufffd")


@pytest.mark.parametrize("form", FORMATS)
def test_formats_when_asked_for_their_tables_then_both_ways_agree(form: Any):
    for table in tables_of(form):
        assert form in forms_of(table)
    assert ("csv" in forms_of("anything"), "kml" in forms_of("anything")) == (True, False)


MEASURE = """
import re, sys
from dateline.cli import main
status = main(sys.argv[1:])
print(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
raise SystemExit(status)
"""


def peak_kb(*arguments: str) -> int:
    done = subprocess.run([sys.executable, "-c", MEASURE, *arguments], cwd=ROOT, check=True,
                          capture_output=True, timeout=200)  # fmt: skip
    return int(done.stdout.split()[-1])


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in kilobytes on Linux")
@pytest.mark.parametrize("form", ["csv", "parquet", "annotations"])
def test_export_when_the_corpus_is_five_times_larger_then_memory_is_not(tmp_path: Path, form: str):
    peaks = []
    for articles in (1_000, 5_000):
        corpus = tmp_path / f"{articles}.db"
        make_corpus(corpus, articles)
        asked = ("export", "--corpus", str(corpus), "--table", "mentions", "--format", form)
        peaks.append(peak_kb(*asked, "--out", str(tmp_path / f"{articles}.{form}")))
    assert (tmp_path / f"5000.{form}").stat().st_size > 500_000
    assert peaks[1] < 300_000
    assert peaks[1] - peaks[0] < 60_000


def test_progress_when_no_terminal_then_nothing_is_said(sample_corpus: Path, tmp_path: Path):
    asked = ["export", "--corpus", str(sample_corpus), "--table", "places", "--format", "csv"]
    done = subprocess.run([sys.executable, "-m", "dateline", *asked], cwd=ROOT,
                          capture_output=True, timeout=100, check=True)  # fmt: skip
    assert done.stderr == b""
    assert len(list(csv.reader(io.StringIO(done.stdout.decode(), newline="")))) > 50
