"""Parquet, read back by pyarrow and pandas: typed, with its provenance, in constant memory."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from dateline.cli import main
from dateline.export.parquet import GROUP, write_parquet
from dateline.export.table import About, Table
from dateline.export.tables import TABLES

ABOUT = About(
    "rivers", "Panjshir", "place=g1", "2026-01-02T03:04:05Z", "dateline 9, machine: rules"
)


def read(*rows: dict[str, Any]) -> pa.Table:
    file = io.BytesIO()
    write_parquet(Table("own", tuple(rows[0]), rows, is_of_corpus=False), ABOUT, file)
    file.seek(0)
    return parquet.read_table(file)


@pytest.mark.parametrize("table", TABLES)
def test_export_when_parquet_then_pandas_reads_what_json_lines_hold(
    sample_corpus: Path, tmp_path: Path, table: str
):
    for form in ("parquet", "jsonl"):
        asked = ["export", "--corpus", str(sample_corpus), "--table", table, "--format", form]
        assert main([*asked, "--out", str(tmp_path / form)]) == 0
    found = parquet.read_table(tmp_path / "parquet")
    told = [json.loads(line) for line in (tmp_path / "jsonl").read_text("utf-8").splitlines()]

    assert found.select(list(TABLES[table])).to_pylist() == told
    assert len(pd.read_parquet(tmp_path / "parquet")) == len(told)
    about = json.loads(found.schema.metadata[b"dateline"])
    assert (about["table"], about["selection"]) == (table, "Everything")
    assert about["method"].startswith("dateline ")
    described = [field.metadata[b"description"] for field in found.schema]
    assert all(described)


def test_schema_when_records_are_typed_then_so_are_columns(sample_corpus: Path, tmp_path: Path):
    for table in ("articles", "quotations", "toponyms", "places"):
        asked = ["export", "--corpus", str(sample_corpus), "--table", table, "--format", "parquet"]
        assert main([*asked, "--out", str(tmp_path / table)]) == 0
    kinds = {table: {field.name: str(field.type) for field in parquet.read_schema(tmp_path / table)}
             for table in ("articles", "quotations", "toponyms", "places")}  # fmt: skip

    assert kinds["articles"]["parts"].startswith("list<")
    assert kinds["articles"]["published"] == "string"
    assert kinds["articles"]["published_at"] == "timestamp[us, tz=UTC]"
    assert kinds["articles"]["version"] == "int64"
    assert kinds["quotations"]["start"] == "int64"
    assert kinds["quotations"]["confidence"] == "double"
    assert kinds["quotations"]["version"] == "string"
    assert kinds["toponyms"]["end"] == "int64"
    assert kinds["places"]["geonameid"] == kinds["places"]["mentions"] == "int64"
    assert kinds["places"]["outline"] == "list<element: list<element: double>>"


def test_moment_when_less_exact_than_a_time_then_is_null_beside_what_is_stated():
    rows = [{"published": stated} for stated in ("2021", "2021-08-19", "2021-08-19T17:42:00Z", "")]
    file = io.BytesIO()
    blank = dict.fromkeys(TABLES["relations"], "") | {"start": 0, "end": 0}
    table = Table("relations", TABLES["relations"], [blank | row for row in rows])
    write_parquet(table, ABOUT, file)
    found = parquet.read_table(file)
    assert found["published"].to_pylist() == ["2021", "2021-08-19", "2021-08-19T17:42:00Z", ""]
    assert found["published_at"].to_pylist() == [
        None, None, pd.Timestamp("2021-08-19T17:42Z").to_pydatetime(), None,
    ]  # fmt: skip


@settings(max_examples=60)
@given(st.text(max_size=30))
def test_text_when_any_then_is_read_back_but_for_halves_of_pairs(text: str):
    found = read({"a": text, "b": [text]}).to_pylist()[0]
    expected = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    assert found == {"a": expected, "b": [expected]}


def test_columns_when_values_have_no_type_in_common_then_are_text():
    found = read({"a": 1, "b": None, "c": 2}, {"a": "x", "b": None, "c": 2.5})
    assert found.to_pylist() == [{"a": "1", "b": None, "c": 2.0}, {"a": "x", "b": None, "c": 2.5}]


def test_rows_when_many_then_come_in_row_groups(tmp_path: Path):
    blank = dict.fromkeys(TABLES["relations"], "") | {"start": 0, "end": 0}
    rows = (blank for _ in range(GROUP + 5))
    told = write_parquet(Table("relations", TABLES["relations"], rows), ABOUT, tmp_path / "r")
    found = parquet.ParquetFile(tmp_path / "r").metadata
    assert (found.num_row_groups, found.num_rows, told.rows) == (2, GROUP + 5, GROUP + 5)


def test_table_when_it_has_no_rows_then_has_its_columns():
    file = io.BytesIO()
    write_parquet(Table("mentions", TABLES["mentions"], []), ABOUT, file)
    assert set(TABLES["mentions"]) < set(parquet.read_table(file).column_names)
