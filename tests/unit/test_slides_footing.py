"""The footing of a slide, as tables: sources, days, retrieval, method, review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from slide_corpus import opened, shown

from dateline.briefing import Footing
from dateline.query import in_zone
from dateline.records import Article, Findings, Part, Passage, Quotation, Review, Span
from dateline.slides.words import between, counted, date_text, listed
from dateline.store import Store
from dateline.store.notebook import Entry

SAID = "The water in the harbour rises by a hand every single year"


def kept(
    path: Path, articles: Sequence[dict[str, str]], extractors: Sequence[str] = ("made 1, model 2",)
) -> Path:
    """A corpus of articles with these fields, each with a quotation of its own."""
    with Store.open(path / "footing.db") as store:
        for number, stated in enumerate(articles):
            key, text = f"a{number}", f"{SAID} {number}."
            article = Article(
                key, text, parts=(Part(0, len(text), "body"),), title=f"Report {number}"
            )
            end = len(text) - 1
            quotation = Quotation(
                0, end, f"q{number}", key, f"{key}.0", text[:end], "direct", (Span(0, end),)
            )
            found = Findings(
                passages=(Passage(0, len(text), f"{key}.0", key),), quotations=(quotation,)
            )
            store.add(replace(article, **stated), found, extractors[number % len(extractors)])
    return path / "footing.db"


def footing(path: Path, *articles: dict[str, str]) -> Footing:
    return shown(opened(kept(path, articles)), "judgments").footing


def outlets(*names: str) -> list[dict[str, str]]:
    return [{"outlet": name} for name in names]


@pytest.mark.parametrize(
    ("articles", "said"),
    [
        (outlets("Ledger"), "Ledger"),
        (outlets("Ledger", "Post", "Ledger"), "Ledger and Post"),
        (outlets("C", "B", "A"), "A, B and C"),
        (outlets("C", "C", "B", "A", "D", "E"), "C, A, B and 2 more"),
        ([{"outlet": "Ledger", "agency": "AFP"}, {"agency": "AFP"}], "AFP and Ledger"),
        (outlets("Ledger", ""), "Ledger; 1 article states none"),
        (outlets("Ledger", "", ""), "Ledger; 2 articles state none"),
        (outlets("", ""), "Source not stated"),
    ],
)
def test_sources_when_told_then_the_most_frequent_lead(
    tmp_path: Path, articles: list[dict[str, str]], said: str
):
    assert footing(tmp_path, *articles).sources == said


@pytest.mark.parametrize(
    ("published", "said"),
    [
        (["2021-08-16T10:00:00Z", "2021-08-19T09:00:00Z"], "Published 16 to 19 Aug 2021 (UTC)"),
        (["2021-08-19T17:10:00Z"], "Published 19 Aug 2021, 17:10 (UTC)"),
        (["2021-08-19T17:42:00Z", "2021-08-19T17:10:00Z"],
         "Published 19 Aug 2021, 17:10 to 17:42 (UTC)"),
        (["2021-08-19", "2021-08-19T17:10:00Z"], "Published 19 Aug 2021 (UTC)"),
        (["2021-08-19"], "Published 19 Aug 2021 (UTC)"),
        (["2021-08"], "Published Aug 2021 (UTC)"),
        (["2021"], "Published 2021 (UTC)"),
        (["2021", "2021-08-19"], "Published 2021 to 19 Aug 2021 (UTC)"),
        (["2021-07-30", "2021-08-02"], "Published 30 Jul to 2 Aug 2021 (UTC)"),
        (["2020-12-30", "2021-01-02"], "Published 30 Dec 2020 to 2 Jan 2021 (UTC)"),
        (["2021-08-19", "", ""], "Published 19 Aug 2021 (UTC); 2 undated"),
        (["", ""], "Date of publication not stated"),
    ],
)  # fmt: skip
def test_published_when_told_then_it_is_as_precise_as_stated(
    tmp_path: Path, published: list[str], said: str
):
    assert footing(tmp_path, *({"published": one} for one in published)).published == said


def test_published_when_another_zone_is_set_then_days_and_hours_are_of_it(tmp_path: Path):
    corpus = opened(kept(tmp_path, [{"published": "2021-08-19T21:10:00Z"}]))
    moved = replace(corpus, index=in_zone(corpus.index, ZoneInfo("Asia/Kabul")))
    told = shown(moved, "judgments").footing.published
    assert told == "Published 20 Aug 2021, 01:40 (Asia/Kabul)"


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (["2021-08-20T10:00:00Z"], "Retrieved 20 Aug 2021 (UTC)"),
        (["2021-08-20T10:00:00Z", "2021-09-01T00:00:00Z"],
         "Retrieved 20 Aug to 1 Sep 2021 (UTC)"),
        (["2021-08-20T10:00:00Z", ""], "Retrieved 20 Aug 2021 (UTC); 1 article states none"),
        ([""], "Time of retrieval not stated"),
    ],
)  # fmt: skip
def test_retrieved_when_told_then_it_is_when_articles_were_collected(
    tmp_path: Path, seen: list[str], said: str
):
    assert footing(tmp_path, *({"seen": one} for one in seen)).retrieved == said


@pytest.mark.parametrize(
    ("articles", "said"),
    [
        ([{"outlet": "Ledger", "agency": "AFP"}, {"outlet": "Post", "agency": "AFP"}],
         "2 articles, 2 outlets, 1 origin"),
        ([{"outlet": "Ledger"}], "1 article, 1 outlet, 1 origin"),
        ([{}], "1 article, 0 outlets, 1 origin"),
    ],
)  # fmt: skip
def test_counts_when_told_then_origins_are_told_from_outlets(
    tmp_path: Path, articles: list[dict[str, str]], said: str
):
    assert footing(tmp_path, *articles).counts == said


@pytest.mark.parametrize(
    ("extractors", "said"),
    [
        (("dateline 1, model 2",), "Found by machine: dateline 1, rules and model 2"),
        (("dateline 1",), "Found by machine: dateline 1"),
        (("b, m", "a, m", "a, m"), "Found by machine: a, rules and m; b, rules and m"),
        (tuple("abcde"), "Found by machine: a; b; c; 2 more"),
    ],
)
def test_method_when_told_then_extractors_are_named_the_most_used_first(
    tmp_path: Path, extractors: tuple[str, ...], said: str
):
    corpus = opened(kept(tmp_path, [{}] * len(extractors), extractors))
    assert shown(corpus, "judgments").footing.method == said


def noted(subject: str, **fields: object) -> tuple[Entry, Entry]:
    return Entry(subject), replace(Entry(subject, who="Nour"), **fields)


@pytest.mark.parametrize(
    ("decisions", "kind", "said"),
    [
        ([], "quotations", "none reviewed by an analyst"),
        ([("quotation:q9", {"note": "gone"})], "quotations", "none reviewed by an analyst"),
        ([("quotation:q0", {"is_bookmarked": True})], "quotations",
         "1 of 3 quotations bookmarked by an analyst"),
        ([("quotation:q0", {"is_bookmarked": True}), ("quotation:q1", {"note": "check"})],
         "quotations", "2 of 3 quotations bookmarked and noted by an analyst"),
        ([("quotation:q0", {"note": "check", "who": "Ana"}),
          ("quotation:q1", {"tags": ("a",), "who": "Ben"})],
         "quotations", "2 of 3 quotations tagged and noted by 2 analysts"),
        ([("quotation:q0", {"note": "check"}), ("passage:a1.0", {"note": "so"})],
         "judgments", "1 quotation noted, 1 passage noted by an analyst"),
        ([("passage:a1.0", {"note": "so"})], "quotations", "none reviewed by an analyst"),
        ([("passage:gone", {"note": "so"})], "judgments", "none reviewed by an analyst"),
    ],
)  # fmt: skip
def test_review_when_told_then_it_says_what_of_the_slide_was_looked_at(
    tmp_path: Path, decisions: list[tuple[str, dict[str, object]]], kind: str, said: str
):
    path = kept(tmp_path, [{}] * 3)
    with Store.open(path) as store:
        for subject, fields in decisions:
            store.decide(*noted(subject, **fields))
    told = shown(opened(path), kind).footing.review  # type: ignore[arg-type]
    assert told == f"Machine findings{'; ' if said[0].isdigit() else ', '}{said}"


def test_review_when_taken_back_then_it_is_told_no_more(tmp_path: Path):
    path = kept(tmp_path, [{}] * 2)
    with Store.open(path) as store:
        (kept_one,) = store.decide(*noted("quotation:q0", is_bookmarked=True))
        other = store.add_review(Review("", "quotation:q1", "correct", "{}", "{}", "Nour", ""))
        assert shown(opened(path), "quotations").footing.review.startswith("Machine findings; 2 of")
        store.undo_review(kept_one.review_id)
        told = shown(opened(path), "quotations").footing.review
        assert told == "Machine findings; 1 of 2 quotations corrected by an analyst"
        store.undo_review(other.review_id)
    assert "none reviewed" in shown(opened(path), "quotations").footing.review


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (counted(1, "article"), "1 article"),
        (counted(1200, "entity", "entities"), "1,200 entities"),
        (listed([]), ""),
        (listed(["A"]), "A"),
        (listed(["A", "B"]), "A and B"),
        (listed(["A", "B", "C"]), "A, B and C"),
        (listed(["A", "B", "C", "D"]), "A, B, C and 1 more"),
        (date_text("2021"), "2021"),
        (date_text("2021-08"), "Aug 2021"),
        (date_text("2021-08-19T17:10:00Z"), "19 Aug 2021"),
        (between("2021-08-19", "2021-08-19"), "19 Aug 2021"),
        (between("2021-08-16", "2021-08-19"), "16 to 19 Aug 2021"),
    ],
)
def test_words_when_written_then_they_read_as_a_newspaper_has_them(told: str, said: str):
    assert told == said
