"""Facets, regions, cells and days spoken of: in words, in the address, undone and redone."""

from __future__ import annotations

from pathlib import Path

import pytest
from columns import chips, clear, headline, take_out

from components.facets import payload
from components.memory import Narrowing
from data import access
from dateline.brush import Brush, Field, clause
from dateline.store import Store

EVERY = {
    "place": "g1",
    "region": "TR",
    "cell": "N40E025",
    "entity": "e-0",
    "speaker": "e-0",
    "published": "2024-01-15..2024-12-01",
    "spoken": "2024-01-01..2024-12-31",
    "outlet": ["The Ledger", "Harbour Post"],
    "kind": "person",
    "mode": "direct",
    "role": "about",
    "precision": "point",
    "confidence": "sure",
}


def address(app):
    """The query of the page's address, each field with all its values."""
    found = {field: app.query_params[field] for field in app.query_params}
    return {field: [v] if isinstance(v, str) else list(v) for field, v in found.items()}


@pytest.fixture
def of_rivers(rivers: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_CORPUS", str(rivers))
    return rivers


def opened_facet(field: Field, *clauses: tuple[str, ...], **given: object):
    brush = Brush(tuple(clause(*c) for c in clauses))
    return payload(brush, Narrowing(open=field, **given))


def test_address_when_it_names_every_field_then_each_is_a_chip_and_stays_in_the_address(
    rivers, opened
):
    app = opened(rivers, **EVERY)
    assert not app.exception
    assert set(chips(app)) == set(EVERY)
    take_out(app, "place")
    kept = {field: value for field, value in EVERY.items() if field != "place"}
    found = address(app)
    assert set(found) == set(kept)
    assert set(found["outlet"]) == {"The Ledger", "Harbour Post"}
    single = {field: value for field, value in kept.items() if isinstance(value, str)}
    assert {field: found[field] for field in single} == {f: [v] for f, v in single.items()}


@pytest.mark.parametrize("field", [field for field in EVERY if field != "outlet"])
def test_clause_when_taken_out_undone_and_redone_then_address_and_chip_follow(
    rivers, opened, field
):
    app = opened(rivers, **{field: EVERY[field]})
    before = chips(app)
    assert set(before) == {field}
    clear(app)
    assert chips(app) == {}
    assert field not in app.query_params
    app.button(key="undo").click().run()
    assert chips(app) == before
    assert field in app.query_params
    app.button(key="redo").click().run()
    assert chips(app) == {}


def test_facets_when_in_the_brush_then_stand_in_words(rivers, opened):
    app = opened(rivers, outlet="The Ledger", mode="direct", role="about", confidence="sure")
    said = "in The Ledger · quoted: direct · places written about · confidence: sure (90% and over)"
    assert headline(app)["words"] == said


def test_values_when_a_facet_is_closed_then_none_is_counted(of_rivers):
    found = payload(Brush(), Narrowing())
    assert found["open"] is None
    assert [facet["field"] for facet in found["facets"]] == list(access.facets())


def test_values_when_their_own_clause_stands_then_are_not_narrowed_by_it(of_rivers):
    free = {row["value"]: row["count"] for row in opened_facet("outlet")["open"]["rows"]}
    held = opened_facet("outlet", ("outlet", "The Ledger"))["open"]["rows"]
    assert {row["value"]: row["count"] for row in held} == free
    assert [row["value"] for row in held if row["chosen"]] == ["The Ledger"]
    other = opened_facet("outlet", ("place", "g5"))["open"]["rows"]
    assert (
        sum(int(row["count"]) for row in other)
        == access.counts(Brush((clause("place", "g5"),))).articles
    )
    assert all(row["of"] for row in other)


def test_values_when_fixed_then_keep_their_order_whatever_the_brush(of_rivers):
    free = [row["value"] for row in opened_facet("precision")["open"]["rows"]]
    held = [row["value"] for row in opened_facet("precision", ("place", "a1"))["open"]["rows"]]
    assert free == held == ["point", "near", "area1", "feature", "country", "macro"]


def test_values_when_looked_for_then_only_those_with_the_letters_are_listed(of_rivers):
    found = opened_facet("outlet", words="LEDGER")["open"]
    assert [row["value"] for row in found["rows"]] == ["The Ledger"]
    assert opened_facet("outlet", words="zzz")["open"]["empty"]


def test_values_when_there_are_many_then_the_chosen_one_is_in_sight(of_rivers):
    found = opened_facet("outlet", ("outlet", "The Ledger"), rows=1)["open"]
    first = opened_facet("outlet")["open"]["rows"][0]["value"]
    assert [row["value"] for row in found["rows"]] == list(dict.fromkeys([first, "The Ledger"]))
    assert found["more"]


def test_brush_when_it_selects_nothing_then_every_view_says_what_to_do(rivers, opened):
    app = opened(rivers, published="2031-01-01..2031-01-02", place="g1")
    assert not app.exception
    said = [text.value for text in app.text]
    assert any(text.startswith("No place is named") and "undo" in text for text in said)
    app = opened(rivers, place="g5", region="TR")
    assert any(text.value.startswith("No article") for text in app.text)
    full = opened(rivers, place="g1")
    assert not any(text.value.startswith("No ") for text in full.text)


def test_days_in_a_quotation_when_chosen_then_the_quotation_is_inside(ingested_sample, monkeypatch):
    monkeypatch.setenv("DATELINE_CORPUS", str(ingested_sample))
    frame = access.quotations_view(Brush(), 500).frame
    spoken = frame[frame["spoken"].map(len) > 0]
    assert len(spoken)
    with Store.open(ingested_sample, readonly=True) as store:
        dates = store.frames()["timexes"]
    for row in spoken.head(12).to_dict("records"):
        for first, last in row["spoken"]:
            inside = access.quotations_view(Brush((clause("spoken", first, last),)), 500)
            ids = inside.frame["quotation_id"].iloc[: inside.inside]
            assert row["quotation_id"] in set(ids)
            here = dates[dates["article_id"].astype(object) == row["article_id"]]
            within = here[(here["start"] >= row["start"]) & (here["end"] <= row["end"])]
            assert first in {str(day)[:10] for day in within["first"]}
