"""Rows as plain values: the same as the frame has them, whatever its columns are."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from made_corpus import made_corpus

from components.quotations import quotation_payload
from dateline.brush import Brush, clause
from dateline.query import build_index, quotations_view, rows
from dateline.query.days import NO_DAY
from dateline.query.plain import Plain, records
from dateline.store import Store

ROWS = pd.DataFrame(
    {
        "name": ["Kabul", "Herat", None],
        "kind": pd.Categorical(["city", None, "city"]),
        "count": [3, 1, 2],
        "ends": pd.Series([[1, 2], [], [3]], dtype=pd.ArrowDtype(pa.list_(pa.int64()))),
        "seen": pd.to_datetime(["2021-08-15T23:30:00Z", None, "1969-12-31T01:00:00Z"]),
    }
)


def test_plain_when_rows_are_taken_then_each_is_as_the_frame_has_it():
    taken = Plain(ROWS).at(np.array([2, 0, 1]))
    assert records(taken) == [
        {"name": None, "kind": "city", "count": 2, "ends": [3], "seen": ROWS["seen"][2]},
        {"name": "Kabul", "kind": "city", "count": 3, "ends": [1, 2], "seen": ROWS["seen"][0]},
        {"name": "Herat", "kind": None, "count": 1, "ends": [], "seen": None},
    ]


def test_plain_when_days_are_taken_then_none_stands_for_no_day():
    days = Plain(ROWS).days_at("seen", np.array([0, 1, 2]))
    assert days.tolist() == [18854, NO_DAY, -1]


@pytest.mark.parametrize("brush", [Brush(), Brush((clause("mode", "direct"),))])
def test_quotations_when_page_is_short_then_says_what_a_long_one_says(
    tmp_path, monkeypatch, brush: Brush
):
    with Store.open(tmp_path / "corpus.db") as store:
        for article, findings in made_corpus(60):
            store.add(article, findings, "test")
        index = build_index(store.frames())
    short = quotations_view(index, brush, limit=40)
    monkeypatch.setattr(rows, "SHORT", 0)
    long = quotations_view(index, brush, limit=40)
    assert short.rows()
    assert quotation_payload(short, brush) == quotation_payload(long, brush)
    assert short.frame.columns.tolist() == long.frame.columns.tolist()
