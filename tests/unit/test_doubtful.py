"""Findings of a low confidence: paler, and said to be so in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_corpus import stored

from components.evidence import passage_payload
from components.quotations import quotation_payload
from components.typeset import frontend
from data import access
from dateline.brush import Brush
from dateline.settings import write_settings

STATED = 0.9
"""The confidence of every quotation of the made corpus; its mentions are sure."""


@pytest.fixture(autouse=True)
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_SETTINGS", str(tmp_path / "dateline.toml"))
    monkeypatch.setenv("DATELINE_CORPUS", str(stored(tmp_path / "made.db", articles=8)))


@pytest.mark.parametrize(
    ("dim_below", "words"), [(0.6, ""), (STATED, ""), (0.91, "confidence 90%")]
)
def test_quotation_when_below_the_limit_then_says_its_confidence(
    dim_below: float, words: str
) -> None:
    write_settings(dim_below=dim_below)
    rows = quotation_payload(access.quotations_view(Brush()))["rows"]
    assert {row["doubt"] for row in rows} == {words}


def test_passage_when_a_finding_is_below_the_limit_then_only_its_words_are_doubtful() -> None:
    write_settings(dim_below=0.95)
    payload = passage_payload(access.passages_view(Brush()))
    assert payload["doubtful"] == "doubtful: confidence under 95%"
    for row in payload["rows"]:
        kinds = [piece["kinds"].split() for piece in row["text"] if isinstance(piece, dict)]
        assert ["doubtful", "quotation"] in kinds
        assert all(("doubtful" in kind) == ("quotation" in kind) for kind in kinds)


def test_passage_when_all_is_sure_enough_then_nothing_is_said_of_doubt() -> None:
    payload = passage_payload(access.passages_view(Brush()))
    assert payload["doubtful"] == ""
    assert all("doubtful" not in row["kinds"] for row in payload["rows"])


def test_style_when_doubtful_then_is_told_by_more_than_colour() -> None:
    css = (frontend.HERE / "typeset.css").read_text(encoding="utf-8")
    script = (frontend.HERE / "quoted.js").read_text(encoding="utf-8")
    assert ".is-doubtful { font-style: italic; }" in css
    assert 'row.doubt ? " doubtful" : ""' in script
    assert 'make("bdi", "doubt", row.doubt)' in script
