"""What facets, regions and cells offer, against a plain recount."""

from __future__ import annotations

from hypothesis import given, settings
from test_query import FACETED, Row, brushes, corpora, frames, left, lies_in, passages_inside

from dateline.brush import FACETS, Brush
from dateline.query import build_index
from dateline.query.facets import cells_view, facet_view, facets_of, regions_view


@settings(max_examples=60)
@given(corpora(), brushes())
def test_facets_when_brushed_then_each_counts_all_but_its_own_clause(
    rows: dict[str, list[Row]], brush: Brush
) -> None:
    index = build_index(frames(rows))
    assert set(facets_of(index)) <= set(FACETS)
    for field in FACETS:
        choices = facet_view(index, brush, field)
        assert not choices or field in facets_of(index)
        seen = brush.without(field)
        inside = passages_inside(rows, seen)
        clause = brush.clause_on(field)
        for choice in choices:
            assert choice.is_selected == bool(clause and choice.value in clause.values)
            if field == "outlet":
                article_of = dict(rows["passages"])
                told = dict(zip(dict(rows["articles"]), rows["stories"], strict=True))
                articles = {article_of[p] for p in inside}
                assert choice.count == sum(told[a][1] == choice.value for a in articles)
                continue
            found = [
                row[0]
                for table, facets in FACETED.items()
                if field in facets
                for row in left(rows, table, seen)
                if facets[field](row) == choice.value
            ]
            assert choice.count == sum(passage in inside for passage in found)
        counts = [choice.count for choice in choices]
        assert counts == sorted(counts, reverse=True)


@settings(max_examples=60)
@given(corpora(), brushes())
def test_regions_when_brushed_then_count_the_place_mentions_in_them(
    rows: dict[str, list[Row]], brush: Brush
) -> None:
    index, seen = build_index(frames(rows)), brush.seen_by("map")
    inside = passages_inside(rows, seen)
    shown = [row for row in left(rows, "toponyms", seen) if row[0] in inside]
    for choices, field in (
        (regions_view(index, brush), "region"),
        (cells_view(index, brush), "cell"),
    ):
        for choice in choices:
            assert choice.count == sum(choice.value in lies_in(row[2], field) for row in shown)
