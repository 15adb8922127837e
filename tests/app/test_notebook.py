"""The notebook without a browser: what is kept, sought, taken away and taken back."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from columns import payloads
from made_corpus import HOSTILE
from streamlit.testing.v1 import AppTest

from components.keys import screen_of
from components.memory import LONGEST_TRAIL, onward
from components.state import SCREENS
from data import access
from data.access import files, notebook
from data.access.notebook import Sought
from data.access.written import Wanted
from dateline.brush import Brush, clause
from dateline.export.provenance import COLUMNS
from dateline.store import Store


@pytest.fixture
def own(rivers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus to write in, which is in use."""
    path = tmp_path / "own.db"
    with Store.open(rivers) as store:
        store.copy_to(path)
    monkeypatch.setenv("DATELINE_CORPUS", str(path))
    monkeypatch.setenv("DATELINE_SETTINGS", str(tmp_path / "dateline.toml"))
    access.change(analyst="Nour")
    return path


def keep(subject: str, **fields: Any) -> None:
    shown = notebook.entry(subject)
    notebook.keep(shown, replace(shown, **fields))


def subjects() -> tuple[str, str, str]:
    """A quotation, a passage and an entity of the corpus in use."""
    quotation = access.quotations_view(Brush()).frame.iloc[3]
    passage = access.passages_view(Brush()).frame.iloc[1]
    return (
        f"quotation:{quotation['quotation_id']}",
        f"passage:{passage['passage_id']}",
        "entity:e-9",
    )


def listed(app: AppTest) -> dict[str, Any]:
    assert not app.exception
    assert not app.error
    return next(one for one in payloads(app) if one.get("title") == "Notebook")


def test_notebook_when_nothing_is_kept_then_says_how_to_begin(own: Path, opened):
    assert "star" in listed(opened(own, "notebook"))["empty"]


def test_notebook_when_three_kinds_are_kept_then_lists_them_newest_first(own: Path, opened):
    quotation, passage, entity = subjects()
    keep(quotation, is_bookmarked=True)
    keep(passage, tags=("aid", HOSTILE[:50]))
    keep(entity, note=HOSTILE)
    rows = listed(opened(own, "notebook"))["rows"]

    assert [row["id"] for row in rows] == [entity, passage, quotation]
    assert [row["kind"] for row in rows] == ["entity", "passage", "quotation"]
    assert rows[0]["kept"]["note"] == HOSTILE
    assert all("Kept by Nour" in row["decided"] for row in rows)
    assert rows[2]["speaker"]


@pytest.mark.parametrize(
    ("sought", "kinds"),
    [
        (Sought(), ["entity", "passage", "quotation"]),
        (Sought(kind="passage"), ["passage"]),
        (Sought(tags=("aid", "none")), ["passage"]),
        (Sought(who="Ana"), []),
        (Sought(words="RIVER LEVEL"), ["entity"]),
        (Sought(words="aid"), ["passage"]),
    ],
)
def test_noted_when_sought_then_leaves_what_fits(own: Path, sought: Sought, kinds: list[str]):
    quotation, passage, entity = subjects()
    keep(quotation, is_bookmarked=True)
    keep(passage, tags=("aid",))
    keep(entity, note="Ask for the river level")
    found = notebook.noted(sought, Brush())
    assert found["kind"].tolist() == kinds


def test_noted_when_in_the_selection_only_then_follows_the_brush(own: Path):
    quotation, *_ = subjects()
    keep(quotation, is_bookmarked=True)
    keep("quotation:q.gone.1.2", note="what was it?")
    row = access.quotations_view(Brush()).frame.iloc[3]
    inside = Brush((clause("published", *[row["published_iso"][:10]] * 2),))
    within = Sought(is_within=True)

    assert notebook.noted(within, inside)["subject"].tolist() == [quotation]
    assert notebook.noted(within, Brush((clause("published", "1990-01-01", "1990-01-02"),))).empty
    assert len(notebook.noted(Sought(), inside)) == 2


def test_csv_of_when_read_back_then_each_row_says_where_it_comes_from(own: Path):
    quotation, passage, entity = subjects()
    keep(quotation, is_bookmarked=True, tags=("=1+1", "aid"))
    keep(passage, note="see also")
    keep(entity, tags=("who?",))
    table = pd.read_csv(
        io.BytesIO(notebook.file_of(Wanted("csv", Brush()), Sought())), keep_default_na=False
    )
    said = table[table["kind"] == "quotation"].iloc[0]

    assert [name for name in COLUMNS if name not in table] == []
    assert said["words"] == access.quotations_view(Brush()).frame.iloc[3]["content"]
    assert said["article_id"]
    assert json.loads(said["tags"]) == ["=1+1", "aid"]
    assert said["version"].startswith("made")
    assert table["who"].unique().tolist() == ["Nour"]


def test_take_back_when_a_decision_goes_then_the_entry_and_the_history_say_so(own: Path):
    quotation, *_ = subjects()
    shown = notebook.entry(quotation)
    kept = notebook.keep(shown, replace(shown, is_bookmarked=True))
    notebook.take_back(*kept)
    assert not notebook.entry(quotation)
    assert [bool(review.undone_at) for review in notebook.decisions(quotation)] == [True]


@pytest.mark.parametrize("view", ["quotations", "passages", "mentions", "toponyms"])
def test_csv_of_a_view_when_it_lists_findings_then_each_row_has_its_provenance(
    rivers: Path, monkeypatch: pytest.MonkeyPatch, view: access.View
):
    monkeypatch.setenv("DATELINE_CORPUS", str(rivers))
    brush = Brush((clause("entity", "e-9"),))
    table = pd.read_csv(
        io.BytesIO(files.file_of(view, Wanted("csv", brush))), keep_default_na=False
    )
    wanted = [name for name in COLUMNS if (name, view) not in
              {("confidence", "passages"), ("passage", "passages")}]  # fmt: skip

    assert len(table) > 3
    assert table.columns.tolist()[-len(wanted) :] == wanted
    assert table["version"].ne("").all()
    with Store.open(rivers, readonly=True) as store:
        row = table.iloc[2]
        article = store.article(row["article_id"])
    assert article is not None
    words = "text" if view == "passages" else "passage"
    assert row[words] in article.text
    if view in ("mentions", "toponyms"):
        assert article.text[row["start"] : row["end"]] == row["surface"]


def test_screen_of_when_a_digit_is_pressed_then_names_the_screen_in_that_place():
    assert [screen_of(str(digit)) for digit in range(1, 10)] == list(SCREENS)[:9]
    assert screen_of("?") == "help"
    assert screen_of("0") == screen_of("x") == screen_of(str(len(SCREENS) + 1)) == ""


def test_onward_when_a_screen_is_the_one_before_then_the_trail_goes_back():
    first, second = ("explore", ""), ("articles", "a1")
    trail = onward(onward((), first), second)
    assert trail == (first, second)
    assert onward(trail, second) == trail
    assert onward(trail, first) == (first,)
    long = ()
    for at in range(LONGEST_TRAIL + 9):
        long = onward(long, ("articles", str(at)))
    assert len(long) == LONGEST_TRAIL
