"""A large corpus read as columns gives the frames that its rows give, and never an older state."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from made_corpus import stored

from dateline.records import Article, Findings
from dateline.store import Store, columns
from dateline.store.frames import frames_of


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    return stored(tmp_path / "corpus.db", 40)


def _of_columns(corpus: Path) -> dict[str, pd.DataFrame]:
    with Store.open(corpus, readonly=True) as store:
        tables = columns.open_tables(corpus, store.fingerprint())
    assert tables is not None
    return frames_of(tables)


def test_columns_when_a_corpus_is_large_then_its_frames_are_those_of_its_rows(corpus: Path):
    with Store.open(corpus, readonly=True) as store:
        rows = store.frames()
    read = _of_columns(corpus)
    assert read.keys() == rows.keys()
    for name, frame in rows.items():
        pd.testing.assert_frame_equal(read[name], frame, check_categorical=True)


def test_columns_when_the_corpus_is_empty_then_types_are_the_same(corpus: Path, tmp_path: Path):
    Store.open(tmp_path / "empty.db").close()
    empty = _of_columns(tmp_path / "empty.db")
    for name, frame in _of_columns(corpus).items():
        assert [str(kind) for kind in empty[name].dtypes] == [str(kind) for kind in frame.dtypes]
        assert empty[name].empty


def test_columns_when_the_corpus_has_changed_then_the_old_ones_are_gone(
    corpus: Path, tmp_path: Path
):
    before = _of_columns(corpus)["articles"]
    with Store.open(corpus) as store:
        store.add(Article("new", text="Rain fell."), Findings(), "x")
    assert len(before) == 40
    assert len(_of_columns(corpus)["articles"]) == 41
    assert len([path for path in (tmp_path / "cache" / "columns").iterdir() if path.is_dir()]) == 1


def test_columns_when_a_file_is_cut_off_then_they_are_made_again(corpus: Path, tmp_path: Path):
    _of_columns(corpus)
    (broken,) = (tmp_path / "cache" / "columns").glob("*/mentions.arrow")
    broken.write_bytes(broken.read_bytes()[:100])
    with Store.open(corpus, readonly=True) as store:
        assert columns.open_tables(corpus, store.fingerprint()) is None
    assert len(_of_columns(corpus)["articles"]) == 40


def test_frames_when_columns_cannot_be_made_then_rows_are_read(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    (tmp_path / "a file").write_text("")
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "a file"))
    monkeypatch.setattr("dateline.store.reader.LARGE", 10)
    with Store.open(corpus, readonly=True) as store:
        assert len(store.frames()["articles"]) == 40
    assert "no columns" in caplog.text
