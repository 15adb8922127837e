"""Ids and passages: what a record's span and name promise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Article, Part, Span, article_id, entity_id, passages_of


@given(st.text())
def test_passages_when_any_text_then_are_trimmed_ordered_and_whole(text: str) -> None:
    passages = passages_of(Article("a", text, parts=(Part(0, len(text), "body"),)))
    covered = "".join(text[p.start : p.end] for p in passages)
    assert "".join(covered.split()) == "".join(text.split())
    for passage in passages:
        words = text[passage.start : passage.end]
        assert words == words.strip()
        assert "\n" not in words


def test_passages_when_a_part_is_set_aside_then_leave_it_out() -> None:
    text = "Share this\nRain fell."
    parts = (Part(0, 10, "share_bar"), Part(11, 21, "body"))
    assert [(p.start, p.end) for p in passages_of(Article("a", text, parts=parts))] == [(11, 21)]


@given(st.text(), st.sampled_from([" ", "\n", "  \t"]))
def test_article_id_when_only_white_space_differs_then_is_the_same(text: str, gap: str) -> None:
    assert article_id(gap.join(text.split())) == article_id(" ".join(text.split()))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Sergei Lavrov", "person.sergei-lavrov"),
        ("Recep Tayyip Erdoğan", "person.recep-tayyip-erdogan"),
        ("صالح", "person.صالح"),
    ],
)
def test_entity_id_when_named_then_is_readable(name: str, slug: str) -> None:
    assert entity_id("person", name) == slug


@given(st.text(min_size=1))
def test_entity_id_when_any_name_then_fits_an_address(name: str) -> None:
    assert entity_id("person", name).removeprefix("person.")


@pytest.mark.parametrize("ends", [(-1, 2), (3, 2)])
def test_span_when_not_ordered_then_raises(ends: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="half-open"):
        Span(*ends)


def test_passages_when_a_dateline_heads_a_paragraph_then_belongs_to_it() -> None:
    text = "OSLO, May 3 - Rain fell.\n\nIt went on."
    parts = (Part(0, 13, "dateline"), Part(14, 24, "body"), Part(26, 37, "body"))
    found = passages_of(Article("a", text, parts=parts))
    assert [text[p.start : p.end] for p in found] == ["OSLO, May 3 - Rain fell.", "It went on."]
