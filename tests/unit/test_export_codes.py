"""Our classes of precision as ACLED and UCDP code them, in the columns of an export, too."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import get_args

import pytest

from dateline.cli import main
from dateline.export.codes import acled_precision, ucdp_precision, with_codes
from dateline.records import Precision

CODES = [
    # precision, radius in km, kind, ACLED geo_precision, UCDP where_prec
    ("point", 8, "city", 1, 1),
    ("near", 20, "surroundings", 2, 2),
    ("near", 60, "surroundings", 2, 5),
    ("area2", 30, "admin2", 2, 3),
    ("area1", 120, "admin1", 3, 4),
    ("feature", 35, "valley", 2, 5),
    ("feature", 400, "border", 3, 5),
    ("feature", 300, "sea", 3, 7),
    ("feature", 40, "strait", 2, 7),
    ("country", 450, "country", None, 6),
    ("macro", 2500, "region", None, None),
]


@pytest.mark.parametrize(("precision", "radius", "kind", "acled", "ucdp"), CODES)
def test_codes_when_a_class_is_given_then_as_the_code_books_have_it(
    precision: Precision, radius: float, kind: str, acled: int | None, ucdp: int | None
) -> None:
    assert acled_precision(precision, radius) == acled
    assert ucdp_precision(precision, radius, kind) == ucdp


def test_codes_when_all_classes_are_coded_then_none_is_left_out() -> None:
    assert {row[0] for row in CODES} == set(get_args(Precision))


def test_with_codes_when_a_name_has_no_place_then_it_has_no_codes() -> None:
    row = {"place_id": "", "precision": "point", "radius_km": 0.0}
    assert list(with_codes([row])) == [row | {"acled_precision": None, "ucdp_precision": None}]


@pytest.mark.parametrize("table", ["toponyms", "places"])
def test_export_when_read_back_then_each_row_has_the_codes_of_its_precision(
    table: str, sample_corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["export", "--corpus", str(sample_corpus), "--format", "csv", "--table"]
    assert main([*asked, "places"]) == 0
    places = csv.DictReader(io.StringIO(capsys.readouterr().out, newline=""))
    kinds = {row["place_id"]: row["kind"] for row in places}
    assert main([*asked, table]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    assert len(rows) > 50
    for row in rows:
        if not row["place_id"]:
            assert (row["acled_precision"], row["ucdp_precision"]) == ("", "")
            continue
        precision, radius = row["precision"], float(row["radius_km"])
        acled = acled_precision(precision, radius)
        ucdp = ucdp_precision(precision, radius, kinds[row["place_id"]])
        assert row["acled_precision"] == str(acled or "")
        assert row["ucdp_precision"] == str(ucdp or "")
