"""Where a row comes from: the last columns of every file."""

from __future__ import annotations

import pandas as pd
import pytest

from dateline.export.provenance import with_provenance

MADE = {"a1": "dateline 1, model 2", "a2": "dateline 0"}


def test_with_provenance_when_rows_are_findings_then_each_says_what_made_it():
    frame = pd.DataFrame(
        {"start": [3, 5], "published": [1, 2], "published_iso": ["2021", ""], "said": ["x", "y"],
         "article_id": ["a1", "a2"], "passage_text": ["p", "q"]}
    )  # fmt: skip
    told = with_provenance(frame, MADE)
    assert list(told) == [
        "said",
        "article_id",
        "published",
        "start",
        "passage",
        "method",
        "version",
    ]
    assert told["published"].tolist() == ["2021", ""]
    assert told["method"].tolist() == ["machine: rules and model 2", "machine: rules"]
    assert told["version"].tolist() == ["dateline 1", "dateline 0"]


@pytest.mark.parametrize(("made", "version"), [(MADE, "dateline 0; dateline 1"), ({}, "")])
def test_with_provenance_when_rows_are_counts_then_all_that_made_them_are_named(
    made: dict[str, str], version: str
):
    told = with_provenance(pd.DataFrame({"name": ["x"], "quotations": [4]}), made)
    assert list(told) == ["name", "quotations", "method", "version"]
    assert told["version"].tolist() == [version]
