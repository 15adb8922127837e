"""Exported tables: formula-safe, correctly quoted, whole or not there, and reversible."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import threading
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import CorpusError, UsageError
from dateline.export.codes import CODED, CODED_TABLES
from dateline.export.provenance import COLUMNS
from dateline.export.tables import (
    RECORDS,
    TABLES,
    csv_bytes,
    restore_cell,
    safe_cell,
    write_rows,
)
from dateline.store import TABLES as STORED

ROOT = Path(__file__).parents[2]


def as_csv(rows: list[dict[str, object]], columns: tuple[str, ...] = ()) -> list[list[str]]:
    file = io.BytesIO()
    write_rows(rows, "csv", file, columns)
    return list(csv.reader(io.StringIO(file.getvalue().decode(), newline="")))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("\0=1", "'\ufffd=1"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠A1", "'＠A1"),
        ("'=1", "''=1"),
        ("''+1", "'''+1"),
        ("'tis", "'tis"),
        ("a=1", "a=1"),
        ("mid\0dle", "mid\ufffddle"),
        ("", ""),
        ("— dash", "— dash"),
    ],
)
def test_safe_cell_when_risky_then_an_apostrophe_stands_before_it(text: str, cell: str):
    assert safe_cell(text) == cell
    assert restore_cell(cell) == text.replace("\0", "\ufffd")


@given(st.text("'=+-@\t\r\n\0＝a é;,\"", max_size=8) | st.text(max_size=20))
def test_safe_cell_when_any_text_then_it_is_restored(text: str):
    cell = safe_cell(text)
    assert restore_cell(cell) == text.replace("\0", "\ufffd")
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠"))


@given(st.lists(st.text(max_size=10), min_size=1, max_size=4))
def test_write_rows_when_csv_is_read_back_then_cells_are_equal(texts: list[str]):
    rows = as_csv([{"id": "x", "text": text} for text in texts])
    assert [restore_cell(row[1]) for row in rows[1:]] == [t.replace("\0", "\ufffd") for t in texts]


def test_write_rows_when_cells_hold_marks_then_quoting_follows_rfc_4180():
    file = io.BytesIO()
    write_rows([{"a": 'He said "no",\nthen; left', "b": 1}], "csv", file)
    assert file.getvalue() == b'a,b\r\n"He said ""no"",\nthen; left",1\r\n'


def test_write_rows_when_values_are_numbers_then_they_are_untouched():
    row = {"latitude": -33.5, "count": -2, "none": None, "nan": float("nan"), "yes": True}
    assert as_csv([row])[1] == ["-33.5", "-2", "", "", "true"]


def test_write_rows_when_values_are_lists_then_a_cell_is_json():
    cells = as_csv([{"aliases": ["=A", 'B "C"'], "outline": [[-1.5, 2.0]], "none": []}])[1]
    assert [json.loads(cell) for cell in cells] == [["=A", 'B "C"'], [[-1.5, 2.0]], []]


def test_write_rows_when_a_mark_is_asked_for_then_only_a_csv_begins_with_it():
    for form, begins in (("csv", b"\xef\xbb\xbfa\r\n"), ("jsonl", b'{"a":1}')):
        file = io.BytesIO()
        write_rows([{"a": 1}], form, file, has_bom=True)
        assert file.getvalue().startswith(begins)


def test_write_rows_when_half_a_pair_is_in_a_text_then_json_lines_keep_it():
    file = io.BytesIO()
    write_rows([{"text": "a\ud83d b"}], "jsonl", file)
    assert json.loads(file.getvalue()) == {"text": "a\ud83d b"}


def test_write_rows_when_there_are_none_then_csv_has_its_header_and_jsonl_is_empty():
    assert as_csv([], ("article_id", "text")) == [["article_id", "text"]]
    file = io.BytesIO()
    assert write_rows([], "jsonl", file, ("article_id",)) == 0
    assert file.getvalue() == b""


def test_write_rows_when_jsonl_then_values_are_as_they_were():
    rows = [{"text": "=1\0é", "parts": [{"start": 0}], "geonameid": None, "n": -1.5}]
    file = io.BytesIO()
    assert write_rows(rows, "jsonl", file) == 1
    assert [json.loads(line) for line in file.getvalue().splitlines()] == rows


def test_write_rows_when_the_format_is_unknown_then_the_known_are_named(tmp_path: Path):
    with pytest.raises(UsageError, match="jsonl"):
        write_rows([], "xlsx", tmp_path / "out.xlsx")
    assert list(tmp_path.iterdir()) == []


def failing() -> Iterator[dict[str, str]]:
    yield {"a": "1"}
    raise CorpusError("the corpus went away")


def test_write_rows_when_it_fails_midway_then_the_file_is_as_it_was(tmp_path: Path):
    out = tmp_path / "out.csv"
    out.write_text("before")
    with pytest.raises(CorpusError, match="went away"):
        write_rows(failing(), "csv", out)
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]
    assert out.read_text() == "before"


def test_write_rows_when_the_file_is_there_then_it_is_replaced_whole(tmp_path: Path):
    out = tmp_path / "out.csv"
    out.write_text("before" * 100)
    assert write_rows([{"a": "1"}], "csv", out) == 1
    assert out.read_bytes() == b"a\r\n1\r\n"
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


def test_write_rows_when_out_is_a_link_then_what_it_points_to_is_written(tmp_path: Path):
    (tmp_path / "link.csv").symlink_to(tmp_path / "out.csv")
    write_rows([{"a": "1"}], "csv", tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "out.csv").read_bytes() == b"a\r\n1\r\n"


@pytest.mark.parametrize("place", ["", "nowhere/out.csv", "a.txt/out.csv"])
def test_write_rows_when_out_cannot_be_written_then_it_says_where(tmp_path: Path, place: str):
    (tmp_path / "a.txt").write_text("a")
    with pytest.raises(UsageError, match="choose another place"):
        write_rows([{"a": "1"}], "csv", tmp_path / place)


def test_write_rows_when_out_is_a_pipe_then_it_is_written_and_not_replaced(tmp_path: Path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    heard: list[bytes] = []
    reader = threading.Thread(target=lambda: heard.append(pipe.read_bytes()))
    reader.start()
    write_rows([{"a": "1"}], "jsonl", pipe)
    reader.join(10)
    assert heard == [b'{"a":"1"}\n']
    assert pipe.is_fifo()


def test_write_rows_when_out_is_left_out_then_standard_output_gets_bytes():
    script = "from dateline.export.tables import write_rows; write_rows([{'a': 'é'}], 'csv')"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, timeout=60)
    assert (done.stdout, done.stderr) == ("a\r\né\r\n".encode(), b"")


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_write_rows_when_rows_are_many_then_memory_stays_small(tmp_path: Path, form: str):
    tracemalloc.start()
    written = write_rows(({"a": n, "b": "x" * 100} for n in range(30_000)), form, tmp_path / "out")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert written == 30_000
    assert peak < 1_000_000


def test_csv_bytes_when_a_frame_is_typed_then_cells_read_as_the_analyst_expects():
    frame = pd.DataFrame(
        {
            "name": pd.Categorical(["=cmd", "Ana"]),
            "published": pd.to_datetime(["2021-08-19T17:10:00Z", None], utc=True),
            "latitude": [-1.5, float("nan")],
            "geonameid": pd.array([7, None], dtype="Int64"),
            "aliases": [["=A"], []],
            "selected": [True, False],
        }
    )
    rows = list(csv.reader(io.StringIO(csv_bytes(frame).decode(), newline="")))
    assert rows == [
        ["name", "published", "latitude", "geonameid", "aliases", "selected"],
        ["'=cmd", "2021-08-19T17:10:00Z", "-1.5", "7", '["=A"]', "true"],
        ["Ana", "", "", "", "[]", "false"],
    ]


def test_csv_bytes_when_the_frame_is_empty_then_the_header_stands():
    assert csv_bytes(pd.DataFrame({"a": [], "b": []})) == b"a,b\r\n"


@pytest.mark.parametrize("table", TABLES)
def test_tables_when_exported_then_they_are_those_of_the_store_with_their_provenance(table: str):
    coded = CODED if table in CODED_TABLES else ()
    made = ("method", "method_version" if table == "articles" else "version")
    stored = [name for name in STORED[table] if name != "extractor"]
    assert sorted(TABLES[table]) == sorted((*stored, *coded, *made))
    assert len(set(TABLES[table])) == len(TABLES[table])
    assert list(TABLES) == list(STORED) == list(RECORDS)


@pytest.mark.parametrize("table", ["mentions", "relations", "quotations", "timexes", "toponyms"])
def test_tables_when_found_in_an_article_then_end_with_where_a_row_comes_from(table: str):
    known = [name for name in COLUMNS if name in TABLES[table]]
    assert TABLES[table][-len(known) :] == tuple(known)
    assert [*known, "confidence"][: len(COLUMNS)] == list(COLUMNS)
