"""Workbooks, read back by openpyxl: typed, split where Excel has no room, never a formula."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from dateline.cli import main
from dateline.export import workbook
from dateline.export.table import About, Table
from dateline.export.tables import TABLES
from dateline.export.workbook import MOST_UNITS, write_workbook

ABOUT = About(
    "rivers", "Panjshir", "place=g1", "2026-01-02T03:04:05Z", "dateline 9, machine: rules"
)
HOSTILE = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "'=1", "http://evil.example", "mailto:a@b.c", "1.5"),
    *("TRUE", "#REF!", "2021-08-19", "<r>x</r>", "<r><t>x</t></r>", "a\nb", "a\r\nb", "שלום =1"),
    *("👩‍👩‍👧 wow", "e\u0301", " edges ", "_x0041_", "nul\0nul", "{=1}", "internal:Sheet1!A1"),
)


def book_of(*tables: Table) -> Any:
    file = io.BytesIO()
    write_workbook(tables, ABOUT, file)
    file.seek(0)
    return openpyxl.load_workbook(file)


def cells(name: str, **values: Any) -> tuple[Any, ...]:
    book = book_of(Table(name, tuple(values), [values]))
    return tuple(book[name][2][: len(values)])


@pytest.mark.parametrize("text", HOSTILE)
def test_cell_when_text_looks_like_something_else_then_it_stays_text(text: str):
    (cell,) = cells("quotations", content=text)
    assert cell.data_type == "s"
    assert unescape(cell.value) == text
    assert cell.hyperlink is None


@settings(max_examples=60)
@given(st.text(st.characters(exclude_characters="\ufffe\uffff"), min_size=1, max_size=30))
def test_cell_when_any_text_then_it_is_read_back_but_for_halves_of_pairs(text: str):
    (cell,) = cells("quotations", content=text)
    assert cell.data_type == "s"
    expected = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    assert unescape(cell.value) == expected


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("2021-08-19", datetime(2021, 8, 19)),
        ("2021-08-19T17:42:00Z", datetime(2021, 8, 19, 17, 42)),
        ("2021-08-19T17:42Z", datetime(2021, 8, 19, 17, 42)),
        ("2021-08", "2021-08"),
        ("2021", "2021"),
        ("1900-03-01", datetime(1900, 3, 1)),
        ("1900-02-28", "1900-02-28"),
        ("1815-06-18", "1815-06-18"),
        ("9999-12-31", datetime(9999, 12, 31)),
        ("2021-02-30", "2021-02-30"),
    ],
)
def test_cell_when_a_time_is_stated_then_a_date_only_where_excel_has_it(stated: str, value: object):
    (cell,) = cells("articles", published=stated)
    assert cell.value == value
    assert cell.is_date == isinstance(value, datetime)


def test_cells_when_typed_then_numbers_are_numbers_and_nothing_is_empty():
    found = cells("places", latitude=-33.5, mentions=7, geonameid=None, yes=True, aliases=["=A"],
                  nan=float("nan"), far=float("inf"), day=datetime(2021, 8, 19, 5))  # fmt: skip
    assert [cell.value for cell in found] == [
        -33.5, 7, None, True, '["=A"]', None, "inf", datetime(2021, 8, 19, 5),
    ]  # fmt: skip


def test_text_when_longer_than_a_cell_then_it_goes_on_whole_in_another_sheet():
    text = "".join(chr(0x1F600 + n % 50) if n % 3 else "x" for n in range(80_000))
    rows = [{"article_id": "a1", "text": text}, {"article_id": "a2", "text": "short"}]
    book = book_of(Table("articles", ("article_id", "text"), rows))
    first, more = book["articles"], list(book["continued"].iter_rows(2, values_only=True))

    assert first["B2"].value + "".join(row[4] for row in more) == text
    assert first["C2"].value == f"text (part 1 of {len(more) + 1})"
    assert first["C3"].value is None
    assert [row[:4] for row in more] == [("articles", 2, "text", n + 2) for n in range(len(more))]
    parts = [first["B2"].value, *(row[4] for row in more)]
    units = [len(part.encode("utf-16-le")) // 2 for part in parts]
    assert max(units) <= MOST_UNITS
    assert any("continued" in str(row[2].value) for row in book["README"].rows)


def test_rows_when_more_than_a_sheet_holds_then_they_go_on_in_further_sheets(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(workbook, "MOST_ROWS", 4)
    rows = [{"a": n} for n in range(8)]
    file = io.BytesIO()
    told = write_workbook([Table("mentions", ("a",), rows)], ABOUT, file)
    book = openpyxl.load_workbook(file)

    assert book.sheetnames == ["README", "mentions", "mentions 2", "mentions 3"]
    found = [row[0] for name in book.sheetnames[1:]
             for row in book[name].iter_rows(2, values_only=True)]  # fmt: skip
    assert found == list(range(8))
    assert told.rows == 8
    assert "2 further sheets" in told.notes[0]


def test_readme_when_written_then_says_what_when_how_many_and_what_each_column_is():
    book = book_of(Table("places", ("place_id", "radius_km"), [{"place_id": "g1", "radius_km": 2}]))
    assert book.sheetnames[0] == "README"
    lines = {tuple(cell.value for cell in row) for row in book["README"].rows}
    assert ("Selection", None, "Panjshir") in lines
    assert ("Made", None, ABOUT.made) in lines
    assert ("Method", None, ABOUT.method) in lines
    assert ("places", None, "1 row") in lines
    assert ("places", "radius_km", "Effective radius, kilometres.") in lines


def test_export_when_all_tables_then_openpyxl_reads_a_sheet_a_table(
    sample_corpus: Path, tmp_path: Path
):
    out = tmp_path / "all.xlsx"
    asked = ["export", "--corpus", str(sample_corpus), "--table", "all", "--format", "xlsx"]
    assert main([*asked, "--out", str(out)]) == 0
    book = openpyxl.load_workbook(out, read_only=True)

    assert book.sheetnames == ["README", *TABLES]
    for name, columns in TABLES.items():
        heads = next(book[name].iter_rows(values_only=True))
        assert heads[: len(columns)] == columns
    said = {row[1]: row[2] for row in book["README"].iter_rows(values_only=True)
            if row[0] in TABLES and row[1]}  # fmt: skip
    assert [name for name, words in said.items() if not words] == []
    at = 1 + TABLES["articles"].index("published")
    dates = [row[0] for row in book["articles"].iter_rows(2, None, at, at, values_only=True)]
    assert dates
    assert {type(one) for one in dates} <= {datetime, str, type(None)}
    assert "externalLink" not in " ".join(zipfile.ZipFile(out).namelist())


def test_workbook_when_rows_are_many_then_memory_stays_small(tmp_path: Path):
    def rows(count: int) -> int:
        tracemalloc.start()
        table = Table("mentions", ("a", "b"), ({"a": n, "b": "x" * 200} for n in range(count)))
        write_workbook([table], ABOUT, tmp_path / f"{count}.xlsx")
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    few, many = rows(1_000), rows(8_000)
    assert many - few < 400_000
