"""Analysts' decisions: kept apart, in order, undone at will, never overwritten unseen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from store_records import made_article, made_findings

from dateline.errors import ReviewClash
from dateline.records import Findings, Review
from dateline.store import Store

RENAME = Review(
    "",
    "entity:person.ilse-brandvold",
    "rename",
    '{"name":"Brandvold"}',
    '{"name":"Ilse B."}',
    "Nour",
    "",
)


@pytest.fixture
def store(tmp_path: Path):
    with Store.open(tmp_path / "corpus.db") as opened:
        yield opened


def test_add_review_when_kept_then_id_and_time_are_given(store: Store):
    kept = store.add_review(RENAME)
    assert kept == replace(RENAME, review_id=kept.review_id, at=kept.at)
    assert kept.review_id
    assert kept.at.endswith("Z")
    assert store.reviews(RENAME.subject) == store.reviews() == (kept,)
    assert store.reviews("entity:other") == ()


def test_add_review_when_someone_decided_meanwhile_then_it_clashes_and_names_them(store: Store):
    shown = store.add_review(RENAME)
    newer = store.add_review(replace(RENAME, who="Ana"), last_seen=shown.review_id)
    for last_seen in ("", shown.review_id):
        with pytest.raises(ReviewClash, match="Ana"):
            store.add_review(RENAME, last_seen=last_seen)
    assert store.reviews() == (shown, newer)


def test_add_review_when_two_connections_save_then_the_later_clashes(store: Store):
    with Store.open(store.path) as other:
        store.add_review(RENAME)
        with pytest.raises(ReviewClash):
            other.add_review(RENAME)


def test_undo_review_when_done_twice_then_the_first_time_stands(store: Store):
    kept = store.add_review(RENAME)
    undone = store.undo_review(kept.review_id)
    assert undone is not None
    assert undone.undone_at
    assert store.undo_review(kept.review_id) == undone
    assert store.reviews() == (undone,)
    assert store.stats()["reviews"] == 0


def test_undo_review_when_unknown_then_none_and_the_fingerprint_stands(store: Store):
    before = store.fingerprint()
    assert store.undo_review("v99") is None
    assert store.fingerprint() == before


def test_reviews_when_an_article_is_analysed_anew_then_they_stay(store: Store):
    article = made_article()
    store.add(article, made_findings(article), "x")
    kept = store.add_review(RENAME)
    store.replace_findings(article.article_id, Findings(), "y")
    assert store.reviews() == (kept,)


def test_fingerprint_when_a_decision_is_made_or_undone_then_it_changes(store: Store):
    marks = [store.fingerprint()]
    kept = store.add_review(RENAME)
    marks.append(store.fingerprint())
    store.undo_review(kept.review_id)
    marks.append(store.fingerprint())
    assert len(set(marks)) == 3
