"""The corpus as frames: the fields of the records, typed, in order, joined by codes."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pandas as pd
import pytest
from store_records import NORSUND, made_article, made_findings

from dateline import records
from dateline.records import Entity, Findings, Review
from dateline.store import Store

KINDS = {
    "articles": records.Article,
    "places": records.Place,
    "entities": records.Entity,
    "passages": records.Passage,
    "mentions": records.Mention,
    "relations": records.Relation,
    "quotations": records.Quotation,
    "attitudes": records.Attitude,
    "timexes": records.Timex,
    "toponyms": records.Toponym,
    "stories": records.Story,
    "reviews": records.Review,
}
LEFT_OUT = {"parts", "raw_times", "candidates"}


@pytest.fixture
def frames(tmp_path: Path) -> dict[str, pd.DataFrame]:
    with Store.open(tmp_path / "corpus.db") as store:
        for article in (made_article(), made_article(made_article().text + " Twice.")):
            store.add(article, made_findings(article), "x")
        store.add(made_article("Undated", published="", updated="soon"), Findings(), "x")
        store.put_entities([Entity("person.a", "A", "person")])
        store.put_places([replace(NORSUND, place_id="g7", geonameid=7)])
        store.add_review(Review("", "entity:person.a", "confirm", "{}", "{}", "Nour", ""))
        return store.frames()


@pytest.mark.parametrize("name", KINDS)
def test_frames_when_read_then_columns_are_the_fields_of_the_record(
    frames: dict[str, pd.DataFrame], name: str
):
    expected = {field.name for field in fields(KINDS[name])} - LEFT_OUT
    extra = {"published_iso", "updated_iso"} if name == "articles" else set()
    assert set(frames[name].columns) == expected | extra


def test_frames_when_the_corpus_is_empty_then_types_are_the_same(
    frames: dict[str, pd.DataFrame], tmp_path: Path
):
    with Store.open(tmp_path / "empty.db") as store:
        empty = store.frames()
    assert all(len(frame) == 0 for frame in empty.values())
    for name, frame in frames.items():
        plain = [str(kind) for kind in frame.dtypes]
        assert [str(kind) for kind in empty[name].dtypes] == plain, name


def test_frames_when_times_differ_in_precision_then_moments_are_utc_and_the_text_is_kept(
    frames: dict[str, pd.DataFrame],
):
    articles = frames["articles"]
    assert articles["published"].dt.tz is not None
    assert articles["published"].iloc[0] == pd.Timestamp("2021-08-23 07:00", tz="UTC")
    assert articles["updated"].iloc[0] == pd.Timestamp("2021-08-01", tz="UTC")
    assert articles["updated_iso"].tolist() == ["2021-08", "2021-08", "soon"]
    assert articles["published"].isna().tolist() == [False, False, True]
    assert articles["updated"].isna().tolist() == [False, False, True]


@pytest.mark.parametrize("word", ["now", "today", "NaT", "-0044-03-15", "99999-01-01", "31 Feb"])
def test_frames_when_a_time_is_no_iso_date_then_it_has_no_moment(tmp_path: Path, word: str):
    with Store.open(tmp_path / "corpus.db") as store:
        store.add(made_article(published=word), Findings(), "x")
        assert store.frames()["articles"]["published"].isna().all()


@pytest.mark.parametrize(
    ("name", "column", "owner", "own"),
    [
        ("mentions", "article_id", "articles", "article_id"),
        ("mentions", "passage_id", "passages", "passage_id"),
        ("mentions", "entity_id", "entities", "entity_id"),
        ("quotations", "speaker_id", "entities", "entity_id"),
        ("attitudes", "speaker_id", "entities", "entity_id"),
        ("relations", "object_id", "entities", "entity_id"),
        ("toponyms", "place_id", "places", "place_id"),
        ("entities", "place_id", "places", "place_id"),
    ],
)
def test_frames_when_ids_are_categories_then_codes_are_rows_of_their_owner(
    frames: dict[str, pd.DataFrame], name: str, column: str, owner: str, own: str
):
    ids, rows = frames[name][column], frames[owner][own].tolist()
    assert len(ids) > 0
    assert (ids.cat.codes >= 0).all()
    assert [([*rows, ""])[code] for code in ids.cat.codes] == ids.tolist()


def test_frames_when_findings_are_read_then_they_stand_in_the_order_of_the_text(
    frames: dict[str, pd.DataFrame],
):
    for name in ("passages", "mentions", "relations", "quotations", "timexes"):
        frame = frames[name]
        places = list(zip(frame["article_id"].cat.codes, frame["start"], strict=True))
        assert len(places) > 1
        assert places == sorted(places)


def test_frames_when_fields_are_lists_then_they_are_lists(frames: dict[str, pd.DataFrame]):
    assert frames["entities"].set_index("entity_id").loc["person.a", "aliases"] == []
    names = frames["entities"].set_index("entity_id").loc["person.ilse-brandvold", "aliases"]
    assert names == ["Brandvold", "Ilse Brandvold"]
    assert frames["quotations"]["about_ids"].iloc[0] == ["place.norsund"]
    assert frames["quotations"]["fragments"].iloc[0][0].keys() == {"start", "end"}
    assert frames["places"]["outline"].iloc[0][0] == [-5.3, 61.4]
    assert frames["places"]["geonameid"].tolist() == [7, pd.NA]
