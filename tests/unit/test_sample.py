"""The bundled articles are those that data/SOURCES.md names, and say where they come from."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.read import read_path
from dateline.records import Article, Rejected
from dateline.store import Store

DATA = Path(__file__).resolve().parents[2] / "data"
FILES = sorted(path for path in (DATA / "sample").iterdir() if path.suffix != ".md")
MARK = "Written for this project."


def articles(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        rows = map(json.loads, text.splitlines())
        yield from (row.get("text") or row["body"] for row in rows)
    elif path.suffix == ".csv":
        rows = csv.DictReader(text.splitlines(keepends=True))
        yield from (row.get("text") or row["body"] for row in rows)
    else:
        yield text


def listed() -> dict[str, str]:
    sources = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| `([\w.-]+)` \|.*\| `([0-9a-f]{64})` \|$", sources, re.MULTILINE))


def test_sample_files_when_hashed_then_as_sources_says() -> None:
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FILES}
    known = listed()
    assert hashes == {name: known.get(name, "not listed") for name in hashes}


def test_sample_when_read_then_as_many_articles_as_promised_and_none_is_rejected() -> None:
    read = [item for path in FILES for item in read_path(path, "2026-01-01T00:00:00Z")]
    assert [item for item in read if isinstance(item, Rejected)] == []
    found = [item for item in read if isinstance(item, Article)]
    assert 80 <= len(found) <= 120
    assert len({article.outlet for article in found if article.outlet}) >= 12
    assert [article.title for article in found if not article.title] == []
    days = [article.published[:10] for article in found if article.published]
    assert min(days) >= "2021-07-10"
    assert max(days) <= "2021-09-10"


def test_sample_when_stored_then_it_is_as_rich_as_promised(ingested_sample: Path) -> None:
    with Store.open(ingested_sample, readonly=True) as store:
        stats = store.stats()
    assert stats["places"] >= 60
    assert stats["entities_by_kind"]["person"] >= 60
    assert min(stats["quotations_by_mode"].values()) >= 5
    assert stats["quotations"] >= 200
    assert len(stats["places_by_kind"]) >= 8
    assert stats["articles_superseded"] >= 6


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_sample_article_when_read_then_it_says_that_it_was_written_for_the_project(
    path: Path,
) -> None:
    for text in articles(path):
        assert text.count(MARK) == 1
        if path.suffix != ".html":
            assert text.rstrip().endswith(MARK)


def test_sample_when_addresses_are_given_then_none_can_be_reached() -> None:
    for path in FILES:
        for host in re.findall(r"https?://([\w.-]+)", path.read_text(encoding="utf-8")):
            assert host.endswith(".example") or host == "schema.org"


@pytest.mark.shared
def test_sample_when_set_beside_the_seed_then_no_sentence_is_shared(shared: Path) -> None:
    seed = (shared / "seed" / "article.txt").read_text(encoding="utf-8")
    sentences = {s.strip() for s in re.split(r"[.\n]", seed) if len(s.split()) > 5}
    for path in FILES:
        for text in articles(path):
            assert not [sentence for sentence in sentences if sentence in text]
