"""Quotations of any text at all: offsets that hold, and time in proportion to its length."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from cpu_seconds import Work, least_seconds
from hypothesis import given, settings
from hypothesis import strategies as st
from quotation_cases import article_of, quotations_of

from dateline.extract.parse import parse
from dateline.extract.quoting.quotations import find_quotations
from dateline.records import Article, Part

TOKENS = (
    "Ann Roe said that the dam would hold , . : \" “ ” ' — \n according to she told reporters "
    "warned of floods Minister says call for who is which ? ! ... '' „ « » ROE: - he"
)
WORDS = st.sampled_from(TOKENS.split(" "))


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_when_read_then_spans_hold(text: str) -> None:
    quotations, attitudes = quotations_of(text)

    for found in (*quotations, *attitudes):
        assert 0 <= found.start < found.end <= len(text)
        assert found.fragments[0].start == found.start
        assert found.fragments[-1].end == found.end
        assert all(a.end <= b.start for a, b in pairwise(found.fragments))
        if found.cue_start >= 0:
            assert " ".join(text[found.cue_start : found.cue_end].split()) == found.cue
        if found.speaker_start >= 0:
            assert text[found.speaker_start : found.speaker_end] == found.speaker_surface
    ids = [q.quotation_id for q in (*quotations, *attitudes)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "piece", ['He said "yes" and "no". ', '"A," he said, ', '"a\n', "he said that ", '"', "“a "]
)
def test_article_when_full_of_marks_then_time_grows_no_faster_than_text(piece: str) -> None:
    def finding(times: int) -> Work:
        article = article_of(piece * times)
        return partial(find_quotations, article, parse(article), (), ())

    third, whole = finding(1600), finding(4800)
    limit = 5 * least_seconds(lambda: third) + 0.2
    assert least_seconds(lambda: whole, under=limit) < limit


@pytest.mark.shared
def test_seed_when_read_then_its_attributions(shared: Path) -> None:
    text = (shared / "seed" / "article.txt").read_text(encoding="utf-8")
    body = text.index("AFP |")
    lines = [line for line in text[:body].split("\n") if len(line.split()) > 7]
    parts = [Part(text.index(line), text.index(line) + len(line), "title") for line in lines]
    article = Article("seed", text, parts=(*parts, Part(body, len(text), "body")))
    quotations, _ = find_quotations(article, parse(article), (), ())

    assert [(q.mode, q.cue, q.speaker_surface.split()[-1]) for q in quotations] == [
        ("indirect", "says", "Russia"),
        ("indirect", "says", "Lavrov"),
        ("indirect", "said", "Lavrov"),
        ("direct", "told", "Lavrov"),
        ("direct", "said", "he"),
        ("mixed", "reiterated", "Lavrov"),
        ("indirect", "According to", "media"),
        ("indirect", "said", "Russia"),
        ("mixed", "hailing", "Zhirnov"),
    ]
