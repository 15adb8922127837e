"""The table for TimelineJS, read back as its reader does: by its heads, cells as HTML."""

from __future__ import annotations

import csv
import html
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.cli import main
from dateline.export.table import About, Table
from dateline.export.tables import TABLES, restore_cell
from dateline.export.timelinejs import HEADS, LONGEST, dated, write_timeline

ABOUT = About("rivers", "Panjshir", "place=g1", "2026-01-02T03:04:05Z", "dateline 9")
BLANK = dict.fromkeys(TABLES["quotations"], "")


def events(table: str, *rows: dict[str, Any]) -> tuple[list[dict[str, str]], tuple[str, ...]]:
    file = io.BytesIO()
    columns = TABLES[table]
    told = write_timeline(Table(table, columns, rows), ABOUT, file)
    title, *found = csv.DictReader(io.StringIO(file.getvalue().decode(), newline=""))
    assert title["Type"] == "title"
    assert (title["Year"], title["Headline"] != "") == ("", True)
    assert told.rows == len(found)
    return found, told.notes


def quotation(**fields: Any) -> dict[str, Any]:
    return BLANK | {"published": "2021-08-19T17:42:00Z", "content": "x", "speaker": "A"} | fields


@pytest.mark.parametrize(
    ("stated", "cells"),
    [
        ("2021", ("2021", "", "", "")),
        ("2021-08", ("2021", "8", "", "")),
        ("2021-08-09", ("2021", "8", "9", "")),
        ("2021-08-19T17:42:00Z", ("2021", "8", "19", "17:42:00")),
        ("-0044-03-15", ("-44", "3", "15", "")),
        ("", ()),
        ("2021-W33", ()),
        ("XXXX-08", ()),
    ],
)
def test_dated_when_a_time_is_stated_then_only_what_it_says(stated: str, cells: tuple[str, ...]):
    assert dated(stated) == cells


def test_event_when_a_quotation_then_the_day_on_which_it_was_said_wins():
    (said,), _ = events("quotations", quotation(said_on="2021-08-18", outlet="The Ledger"))
    assert [said[name] for name in ("Year", "Month", "Day", "Time")] == ["2021", "8", "18", ""]
    assert said["Display Date"] == "said on 18 Aug 2021"
    assert said["Text"] == "“x” The Ledger"
    (written,), _ = events("quotations", quotation())
    assert written["Display Date"] == "published 19 Aug 2021, 17:42 UTC"


def test_event_when_dates_have_two_ends_then_both_are_told():
    row = dict.fromkeys(TABLES["timexes"], "") | {"first": "2021-08-16", "last": "2021-08-18"}
    (found,), _ = events("timexes", row | {"surface": "this week"})
    assert (found["Day"], found["End Day"], found["Headline"]) == ("16", "18", "this week")


def test_rows_when_undated_then_are_counted_and_not_written():
    found, notes = events("quotations", quotation(), quotation(published=""))
    assert len(found) == 1
    assert notes == ("1 without a date, which TimelineJS cannot show, are left out",)


@given(st.text(max_size=40) | st.sampled_from(["<img src=x>", "&lt;b>", "=1+1", "<!--"]))
def test_event_when_text_is_hostile_then_html_shows_it_letter_by_letter(text: str):
    (found,), _ = events("quotations", quotation(speaker=text or "A", content=text))
    expected = " ".join((text or "A").split()).replace("\0", "\ufffd")
    expected = expected.encode("utf-8", "replace").decode()
    headline = restore_cell(found["Headline"])
    assert html.unescape(headline) == expected or "&" in expected
    assert "<" not in headline + found["Text"]
    assert not found["Headline"].startswith(("=", "+", "-", "@"))


def test_event_when_text_is_long_then_it_says_that_there_is_more():
    (found,), _ = events("quotations", quotation(content="word " * 400))
    assert len(found["Text"]) <= LONGEST
    assert found["Text"].endswith("…")


@pytest.mark.parametrize("table", ["articles", "quotations", "timexes"])
def test_export_when_timelinejs_then_each_event_says_where_it_comes_from(
    sample_corpus: Path, tmp_path: Path, table: str
):
    out = tmp_path / "events.csv"
    asked = ["export", "--corpus", str(sample_corpus), "--table", table, "--format", "timelinejs"]
    assert main([*asked, "--out", str(out), "--bom"]) == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        _title, *found = reader
    assert reader.fieldnames is not None
    assert tuple(reader.fieldnames[: len(HEADS)]) == HEADS
    assert out.read_bytes().startswith(b"\xef\xbb\xbfYear,")
    assert len(found) > 50
    for one in found:
        assert int(one["Year"])
        assert one["Headline"]
        assert one["article_id"]
        assert one["version"].startswith("dateline ")
        assert not one["Media"]
