"""The quick ways to a selection, a stretch of days and few passages, against a plain count."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta, tzinfo
from random import Random
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from seeded_corpus import CORPORA, Made, counted_rows, index_of, originators
from test_query import ENTITIES, FIRST_DAY, PLACES, Row, left, looked_up, passages_inside

from dateline.brush import Brush, Clause, clause
from dateline.query import Index, Recent, in_zone, select
from dateline.query.dated import OfDays
from dateline.query.select import selection
from dateline.query.selected import Kind, Selection

KINDS: tuple[Kind, ...] = ("mentions", "toponyms", "quotations")
ENDS = [(3, 12), (5, 13), (8, 11), (0, 20), (1, 19), (-400, 400), (-30, 8), (9, 60)]
ENDS += [(0, 0), (9, 9), (20, 20), (6, 6), (15, 18), (-9, -1), (21, 40)]
"""First and last day since the first of the corpora; the last four have no article in UTC."""


def days(first: int, last: int) -> Clause:
    ends = (FIRST_DAY + timedelta(days=n) for n in (first, last))
    return clause("published", *(day.isoformat() for day in ends))


COMMON = [clause("place", "g1"), clause("entity", "person.a"), clause("speaker", "person.a")]
RARE = [clause("place", "g3"), clause("entity", "place.d"), clause("speaker", "person.b")]
BESIDE = {
    "place": [clause("role", "about"), clause("confidence", "sure"), clause("region", "PK")],
    "entity": [clause("kind", "place"), clause("outlet", "Sound")],
    "speaker": [clause("mode", "direct"), clause("about", "person.a"), clause("family", "deny")],
}
"""Facets of the rows that a clause on a record is about."""
OF_DAYS = [(days(*ends),) for ends in ENDS]
NAMED = [
    *((one,) for one in COMMON + RARE),
    *((one, other) for one in RARE for other in COMMON + RARE if one.field != other.field),
    *((one, days(*ends)) for one in COMMON + RARE for ends in [(3, 12), (9, 9), (6, 6)]),
    *((one, facet) for one in COMMON + RARE for facet in BESIDE[one.field]),
    *((one, facet, days(1, 19)) for one in RARE for facet in BESIDE[one.field]),
    (clause("place", "g2", "g3"), clause("entity", "place.d", "organisation.c"), days(0, 14)),
    (clause("place", "g9"),),
    (clause("speaker", "person.x"), days(3, 12)),
]
OTHERS = [(), (clause("outlet", "Sound"),), (days(3, 12), clause("mode", "direct", "mixed"))]


def brushed(clauses: list[tuple[Clause, ...]]) -> pytest.MarkDecorator:
    """The Brushes of these clauses, in both scopes."""
    brushes = [Brush(some, scope) for some in clauses for scope in ("passage", "article")]
    return pytest.mark.parametrize("brush", brushes, ids=Brush.to_query)


def anew(index: Index) -> Index:
    """The index, none of whose selections was asked for."""
    return replace(index, recent=Recent(), clauses=Recent(), once=Recent())


def agrees(index: Index, made: Made, brush: Brush, zone: tzinfo = UTC) -> Selection:
    """The selection, all of whose answers are those of a plain count."""
    rows, chosen = counted_rows(made, zone), selection(index, brush)
    inside = passages_inside(rows, brush)
    is_inside = [passage in inside for passage, _ in rows["passages"]]
    assert chosen.size == sum(is_inside)
    assert chosen.is_whole == all(is_inside)
    assert chosen.passages.tolist() == np.flatnonzero(is_inside).tolist()
    assert chosen.mask.tolist() == is_inside
    found = {article for passage, article in rows["passages"] if passage in inside}
    is_found = [article in found for article, _ in rows["articles"]]
    assert chosen.articles().tolist() == is_found
    assert sorted(chosen.article_codes().tolist()) == np.flatnonzero(is_found).tolist()
    told = {row[0] for row, is_in in zip(rows["stories"], is_found, strict=True) if is_in}
    assert chosen.stories() == len(told)
    assert chosen.origins() == len({originators(made)[article] for article in found})
    for kind in KINDS:
        agrees_on_rows(chosen, kind, rows, inside, brush)
    return chosen


def agrees_on_rows(
    chosen: Selection, kind: Kind, rows: dict[str, list[Row]], inside: set[str], brush: Brush
) -> None:
    place = {passage: n for n, (passage, _) in enumerate(rows["passages"])}
    in_order = sorted(rows[kind], key=lambda row: place[row[0]])
    kept = [row[0] in inside and bool(left({kind: [row]}, kind, brush)) for row in in_order]
    places = np.flatnonzero(kept).tolist()
    assert np.arange(len(kept))[chosen.rows(kind)].tolist() == places
    assert chosen.holds(kind).tolist() == kept
    some = Random(len(kept)).sample(range(len(kept)), len(kept) // 2)
    assert chosen.having(kind, np.array(some, dtype=np.int64)).tolist() == [kept[n] for n in some]
    assert chosen.number(kind) == len(places)
    named = [in_order[n][2] for n in places]
    records = PLACES if kind == "toponyms" else ENTITIES
    assert chosen.count(kind).tolist() == [named.count(record) for record in records]


@brushed(OF_DAYS + NAMED + OTHERS)
def test_selection_when_brushed_then_each_answer_is_that_of_a_plain_count(brush: Brush) -> None:
    for made in CORPORA:
        agrees(anew(index_of(made)), made, brush)


@brushed(OF_DAYS + NAMED + OTHERS)
def test_selection_when_all_is_looked_up_by_passage_then_its_answers_stay(brush: Brush) -> None:
    with looked_up(by_passage=True):
        for made in CORPORA:
            chosen = agrees(anew(index_of(made)), made, brush)
            assert chosen.is_few != chosen.is_whole


@brushed(OF_DAYS)
def test_selection_when_its_days_are_of_another_zone_then_they_are_counted_there(
    brush: Brush,
) -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    for made in CORPORA:
        index = anew(index_of(made))
        agrees(index, made, brush)
        assert isinstance(agrees(in_zone(index, tokyo), made, brush, tokyo), OfDays)


@pytest.fixture
def without_mask(monkeypatch: pytest.MonkeyPatch) -> None:
    """No clause may be put to all of the passages."""
    monkeypatch.setattr(select, "_mask", lambda *_: pytest.fail("a mask was made"))


@brushed(OF_DAYS)
@pytest.mark.usefixtures("without_mask")
def test_selection_when_its_brush_has_only_days_then_it_is_a_stretch_of_them(brush: Brush) -> None:
    for made in CORPORA:
        chosen = selection(anew(index_of(made)), brush)
        assert isinstance(chosen, OfDays)
        articles = len(chosen.article_codes())
        assert max(chosen.stories(), chosen.origins()) <= articles <= chosen.size


@pytest.mark.parametrize("rare", RARE, ids=lambda rare: rare.field)
@pytest.mark.usefixtures("without_mask")
def test_selection_when_a_record_is_rare_then_it_is_looked_up_by_passage(rare: Clause) -> None:
    for made in CORPORA:
        chosen = selection(anew(index_of(made)), Brush((rare,)))
        assert chosen.is_few
        assert 0 < chosen.size == len(set(chosen.passages.tolist()))
