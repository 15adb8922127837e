"""Exports of the screens: what is offered, in which formats and parts, and what is in the files."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any, get_args

import openpyxl
import pandas as pd
import pytest
import shapely.geometry
from lxml import etree
from pyarrow import parquet
from streamlit.testing.v1 import AppTest

from components import brushbar, taking
from data.access import entities, files, placing, voices
from data.access.written import Wanted, forms_of
from dateline.brush import Brush, clause
from dateline.export.provenance import COLUMNS
from dateline.export.read_back import read_records
from dateline.store import Store

BASIC = ("csv", "xlsx", "jsonl", "parquet")
OFFERED = {
    "map": (*BASIC, "geojson", "kml"),
    "toponyms": (*BASIC, "geojson", "kml", "annotations"),
    "timeline": BASIC,
    "mentions": (*BASIC, "annotations"),
    "quotations": (*BASIC, "annotations", "timelinejs"),
    "passages": BASIC,
    "articles": (*BASIC, "timelinejs"),
}


@pytest.fixture
def corpus(rivers: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_CORPUS", str(rivers))
    return rivers


def read_back(form: str, content: bytes) -> int:
    """Rows, as a reader that is not ours counts them."""
    file = io.BytesIO(content)
    if form in ("csv", "timelinejs"):
        return len(list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))) - 1
    if form == "jsonl":
        return len(pd.read_json(file, lines=True))
    if form == "parquet":
        return int(parquet.read_table(file).num_rows)
    if form == "xlsx":
        book = openpyxl.load_workbook(file)
        return sum(book[name].max_row - 1 for name in book.sheetnames[1:])
    if form == "geojson":
        features = json.loads(content)["features"]
        assert all(shapely.geometry.shape(one["geometry"]).is_valid
                   for one in features if one["geometry"])  # fmt: skip
        return len(features)
    if form == "kml":
        return len(list(etree.fromstring(content).iter("{*}Placemark")))
    return len(json.loads(content)["first"]["items"])


def test_forms_when_a_view_is_asked_then_are_those_that_make_sense():
    assert {view: files.forms(view) for view in get_args(files.View)} == OFFERED
    assert set(brushbar.FILES) == set(OFFERED)


@pytest.mark.parametrize(("view", "form"), [(v, f) for v, forms in OFFERED.items() for f in forms])
def test_file_of_when_read_back_then_has_every_row_of_the_view(
    corpus: Path, view: files.View, form: files.Form
):
    brush = Brush((clause("entity", "e-0"),))
    rows = files.rows_of(view, brush)
    found = read_back(form, files.file_of(view, Wanted(form, brush, False)))
    assert rows > 0
    if form == "timelinejs":
        undated = pd.read_csv(io.BytesIO(files.file_of(view, Wanted("csv", brush, False))))
        rows = int(undated["published"].notna().sum()) + 1
    assert found == rows


@pytest.mark.parametrize("view", ["toponyms", "mentions", "quotations", "passages", "articles"])
def test_file_of_when_in_parts_then_together_they_are_the_whole(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, view: files.View
):
    wanted = Wanted("jsonl", Brush(), False)
    whole = files.file_of(view, wanted).splitlines()
    monkeypatch.setattr(files, "PART_ROWS", 17)
    parts = -(-files.rows_of(view, Brush()) // 17)
    found = [line for part in range(parts) for line in
             files.file_of(view, wanted, part).splitlines()]  # fmt: skip
    assert parts > 3
    assert found == whole
    assert files.file_of(view, wanted, parts) == b""


def test_file_of_when_articles_then_they_are_equal_to_those_of_the_corpus(corpus: Path):
    lines = files.file_of("articles", Wanted("jsonl", Brush(), False)).splitlines()
    found = list(read_records(lines, "articles"))
    with Store.open(corpus, readonly=True) as store:
        assert found == [store.article(one.article_id) for one in found]
    assert len(found) == files.rows_of("articles", Brush()) > 50
    assert {json.loads(line)["method_version"] for line in lines} == {"made"}


@pytest.mark.parametrize("view", ["toponyms", "mentions", "quotations"])
@pytest.mark.parametrize("form", BASIC)
def test_file_of_when_rows_are_findings_then_any_format_has_their_provenance(
    corpus: Path, view: files.View, form: files.Form
):
    file = io.BytesIO(files.file_of(view, Wanted(form, Brush(), False)))
    if form == "xlsx":
        frame = pd.read_excel(file, sheet_name=view)
    else:
        readers = {"csv": pd.read_csv, "parquet": pd.read_parquet,
                   "jsonl": lambda one: pd.read_json(one, lines=True)}  # fmt: skip
        frame = readers[form](file)
    assert set(COLUMNS) <= set(frame)
    assert set(frame["version"]) == {"made"}
    assert frame["passage"].ne("").all()


def test_file_of_when_a_mark_is_wanted_then_a_csv_begins_with_it(corpus: Path):
    assert files.file_of("map", Wanted("csv", Brush(), True)).startswith(b"\xef\xbb\xbf")


def test_file_of_when_places_are_drawn_then_have_the_time_of_their_articles(corpus: Path):
    content = files.file_of("map", Wanted("kml", Brush((clause("entity", "e-0"),)), False))
    spans = list(etree.fromstring(content).iter("{*}TimeSpan"))
    assert len(spans) > 3
    assert all(span.findtext("{*}begin") <= span.findtext("{*}end") for span in spans)


@pytest.mark.parametrize("outcome", ["resolved", "ambiguous", "unplaced"])
def test_placing_file_of_when_any_format_then_is_read_back(corpus: Path, outcome: Any):
    for form in placing.forms(outcome):
        read_back(form, placing.file_of(Wanted(form, Brush(), False), outcome))
    assert ("kml" in placing.forms(outcome)) == (outcome == "resolved")


@pytest.mark.parametrize("table", entities.FILED)
def test_profile_file_of_when_any_format_then_is_read_back(corpus: Path, table: Any):
    counted = {form: read_back(form, entities.file_of(Wanted(form, Brush(), False), "e-0", table))
               for form in entities.forms(table) if form != "timelinejs"}  # fmt: skip
    assert len(set(counted.values())) == 1
    assert set(BASIC) <= counted.keys()


@pytest.mark.parametrize("form", forms_of("quotations"))
def test_voices_files_when_any_format_then_are_read_back(corpus: Path, form: files.Form):
    wanted = Wanted(form, Brush((clause("entity", "e-0"),)), False)
    assert read_back(form, voices.quotations_file(wanted)) > 3
    assert read_back(form, voices.pairs_file(wanted)) >= 0


def drawn(parts: int) -> None:
    """A page with one popover, its tables in so many parts."""
    from components import taking
    from data.access import files
    from dateline.brush import Brush

    rows = parts * files.PART_ROWS - 1
    made = taking.Table("Mentions", "dateline-mentions", files.forms("mentions"),
                        lambda _wanted, _part: b"x", lambda: rows,
                        lambda form: f"python -m dateline export --format {form}")  # fmt: skip
    other = taking.Table("Lanes", "dateline-lanes", files.forms("timeline"),
                         lambda _wanted, _part: b"y")  # fmt: skip
    taking.popover("exports", {"mentions": made, "lanes": other}, Brush(), "What is shown")


def take_button(app: AppTest) -> Any:
    return app.get("download_button")[0].proto


def test_popover_when_a_table_fits_then_offers_one_file():
    app = AppTest.from_function(drawn, args=(1,)).run()
    assert not app.exception
    assert [box.label for box in app.selectbox] == ["What"]
    assert take_button(app).label == "Download CSV"
    app.segmented_control(key="exports_form_mentions").set_value("xlsx").run()
    assert take_button(app).label == "Download Excel"
    assert not app.checkbox
    assert any("1,048,576" in one.value for one in app.caption)
    app.selectbox(key="exports_what").set_value("lanes").run()
    assert take_button(app).label == "Download CSV"
    assert [box.label for box in app.checkbox] == ["Byte order mark"]


def test_popover_when_a_table_is_longer_than_a_part_then_offers_parts_and_the_command():
    app = AppTest.from_function(drawn, args=(3,)).run()
    part = app.selectbox(key="exports_part_mentions")
    assert part.options == [
        "1 of 3: rows 1 to 100,000",
        "2 of 3: rows 100,001 to 200,000",
        "3 of 3: rows 200,001 to 299,999",
    ]
    part.set_value(2).run()
    assert take_button(app).label == "Download CSV, part 3 of 3"
    assert app.code[0].value == "python -m dateline export --format csv"
    assert any("100,000 rows at the most" in one.value for one in app.caption)


def test_file_name_when_in_parts_then_says_which():
    table = taking.Table("x", "dateline-x", ("csv",), lambda _wanted, _part: b"")
    assert taking._file_name(table, "csv", 1, 3) == "dateline-x-2-of-3.csv"
    assert taking._file_name(table, "timelinejs", 0, 1) == "dateline-x.timeline.csv"


def test_command_when_run_then_makes_what_the_screen_is_made_from(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    import shlex

    from dateline.cli import main

    brush = Brush((clause("entity", "e-0"), clause("outlet", "The Ledger")))
    told = shlex.split(files.command("quotations", brush, "jsonl"))
    assert told[:3] == ["python", "-m", "dateline"]
    monkeypatch.chdir(tmp_path)
    assert main([*told[3:], "--corpus", str(corpus)]) == 0
    lines = (tmp_path / "quotations.jsonl").read_bytes().splitlines()
    shown = files.file_of("quotations", Wanted("jsonl", brush, False)).splitlines()
    ids = [{json.loads(line)["quotation_id"] for line in some} for some in (lines, shown)]
    assert ids[0] == ids[1] != set()


@pytest.mark.parametrize(
    ("page", "key"),
    [("", "exports"), ("voices", "voices_exports"), ("places", "placed_exports"),
     ("entities", "entities_exports"), ("notebook", "notebook_exports"), ("articles", "exports")],
)  # fmt: skip
def test_screen_when_opened_then_offers_its_export(rivers: Path, opened: Any, page: str, key: str):
    app = opened(rivers, page)
    assert not app.exception
    keys = [button.proto.id for button in app.get("download_button")]
    assert any(one.endswith(f"{key}_take") for one in keys)
