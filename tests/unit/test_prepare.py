"""What must stand before the first article is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import prepare as room
from dateline.store import Store


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gazetteer: object) -> Path:
    path = tmp_path / "new" / "mine.db"
    monkeypatch.setenv("DATELINE_CORPUS", str(path))
    return path


def articles(path: Path) -> int:
    with Store.open(path, readonly=True) as store:
        return len(store.frames()["articles"])


def test_prepare_when_the_user_named_a_new_corpus_then_it_starts_empty(corpus: Path) -> None:
    room.prepare(lambda _words, _share: None)
    assert room.is_prepared()
    assert articles(corpus) == 0


def test_prepare_when_the_default_corpus_is_missing_then_holds_the_bundled_articles(
    corpus: Path, ingested_sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "DEFAULT_CORPUS", corpus)
    said: list[tuple[str, float]] = []
    room.prepare(lambda words, share: said.append((words, share)))
    assert [path.name for path in corpus.parent.iterdir()] == ["mine.db"]
    assert articles(corpus) == articles(ingested_sample) > 10
    shares = [share for _, share in said]
    assert shares == sorted(shares)
    assert said[-1] == ("Ready", 1.0)


def test_prepare_when_all_stands_then_changes_nothing(corpus: Path) -> None:
    room.prepare(lambda _words, _share: None)
    before = corpus.stat().st_mtime_ns
    room.prepare(lambda _words, _share: None)
    assert corpus.stat().st_mtime_ns == before
