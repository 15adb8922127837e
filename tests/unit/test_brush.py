"""The Brush as a value: clauses, words, and the address that keeps them."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.brush import (
    CONFIDENCE,
    OWNERS,
    VALUES,
    Brush,
    Clause,
    Field,
    clause,
    clause_words,
    from_query,
    value_words,
)
from dateline.records import EntityKind, Mode, Precision, ToponymRole

IDS = st.text(alphabet="abcdefgh019.-", min_size=1, max_size=12)
DAYS = st.dates().map(lambda day: day.isoformat())


@st.composite
def clauses(draw: st.DrawFn, field: Field) -> Clause:
    if OWNERS[field][1] == "between":
        return clause(field, *sorted([draw(DAYS), draw(DAYS)]))
    if field == "search":
        return clause(field, f'w{draw(IDS)} OR "at sea" (place:a* NOT said:b)')
    return clause(field, *draw(st.lists(IDS, min_size=1, max_size=5, unique=True)))


@st.composite
def brushes(draw: st.DrawFn) -> Brush:
    fields = draw(st.lists(st.sampled_from(sorted(OWNERS)), unique=True))
    scope = draw(st.sampled_from(["passage", "article"]))
    return Brush(tuple(draw(clauses(field)) for field in fields), scope)


@given(brushes())
def test_query_when_read_back_then_gives_the_same_brush(brush: Brush) -> None:
    assert from_query(brush.to_query()) == (brush, ())


@given(st.text(max_size=300))
def test_query_when_arbitrary_then_never_raises(query: str) -> None:
    brush, dropped = from_query(query)
    assert from_query(brush.to_query()) == (brush, ())
    assert all(isinstance(part, str) for part in dropped)


@given(brushes())
def test_seen_by_when_view_owns_a_clause_then_leaves_it_out(brush: Brush) -> None:
    for source in ("map", "timeline", "quotations"):
        seen = brush.seen_by(source)
        assert all(c.source != source for c in seen.clauses)
        assert all(c in seen.clauses for c in brush.clauses if c.source != source)


@given(brushes(), IDS)
def test_toggled_when_done_twice_then_selects_the_same(brush: Brush, value: str) -> None:
    twice = brush.toggled("place", value).toggled("place", value)
    before, after = brush.clause_on("place"), twice.clause_on("place")
    assert set(before.values if before else ()) == set(after.values if after else ())


@pytest.mark.parametrize(
    ("query", "dropped"),
    [
        ("place=<script>", ("place=<script>",)),
        ("published=2021-08-19", ("published=2021-08-19",)),
        ("published=2021-08-19..2021-08-16", ("published=2021-08-19..2021-08-16",)),
        ("published=20210816..20210819", ("published=20210816..20210819",)),
        ("colour=red&place=g1", ("colour=red",)),
        ("scope=galaxy", ("scope=galaxy",)),
        ("search=war+NOT", ("search=war NOT",)),
        ("search=&place=g1&search=%28", ("search=(",)),
        (f"search={'x' * 1001}", (f"search={'x' * 52}…",)),
        ("&".join(f"p{n}=1" for n in range(1001)), ("an address with too many parts",)),
    ],
)
def test_query_when_wrong_then_names_what_it_dropped(query: str, dropped: tuple[str, ...]) -> None:
    assert from_query(query)[1] == dropped


def test_query_when_id_is_unknown_then_keeps_the_others() -> None:
    brush, dropped = from_query("place=g1&place=g2", lambda _field, value: value == "g2")
    assert brush == Brush((clause("place", "g2"),))
    assert dropped == ("place=g1",)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2021-08-19", "2021-08-19", "19 Aug 2021"),
        ("2021-08-16", "2021-08-19", "16–19 Aug 2021"),
        ("2021-07-30", "2021-08-02", "30 Jul – 2 Aug 2021"),
        ("2020-12-31", "2021-01-01", "31 Dec 2020 – 1 Jan 2021"),
    ],
)
def test_words_when_a_span_then_says_what_both_ends_share_once(
    first: str, last: str, words: str
) -> None:
    assert Brush((clause("published", first, last),)).words(lambda _f, v: v) == words


def test_words_when_several_clauses_then_joins_values_by_or_and_clauses_by_dots() -> None:
    brush = Brush((clause("entity", "e1", "e2"), clause("place", "g1"), clause("speaker", "e1")))
    names = {"e1": "Lavrov", "e2": "Saleh", "g1": "Panjshir"}
    assert brush.words(lambda _f, v: names[v]) == "Lavrov or Saleh · Panjshir · said by Lavrov"
    assert Brush().words(lambda _f, v: v) == "Everything"


@pytest.mark.parametrize(
    ("field", "values", "said"),
    [
        ("outlet", ("The Ledger", "Harbour Post"), "in The Ledger or Harbour Post"),
        ("kind", ("person", "group"), "naming people or groups"),
        ("mode", ("direct",), "quoted: direct"),
        ("role", ("said_at", "filed_from"), "places said at or filed from"),
        ("role", ("about",), "places written about"),
        ("role", ("origin",), "places someone is from"),
        ("precision", ("point", "near"), "placed at a point or near a point"),
        ("precision", ("country",), "placed as a whole country"),
        ("search", ('"no way" kab*',), 'search “"no way" kab*”'),
        ("confidence", ("sure",), "confidence: sure (90% and over)"),
        ("confidence", ("fair",), "confidence: fair (60 to 90%)"),
        ("confidence", ("doubtful",), "confidence: doubtful (under 60%)"),
    ],
)
def test_words_when_a_facet_then_its_values_read_as_words(
    field: Field, values: tuple[str, ...], said: str
) -> None:
    assert clause_words(clause(field, *values), value_words) == said


def test_values_when_fixed_then_all_that_records_can_state_have_words() -> None:
    stated = {"kind": EntityKind, "mode": Mode, "role": ToponymRole, "precision": Precision}
    for field, kinds in stated.items():
        assert set(VALUES[field]) == set(get_args(kinds))  # type: ignore[index]
    assert set(VALUES["confidence"]) == set(CONFIDENCE)


@pytest.mark.parametrize(
    "wrong",
    [
        ("timeline", "place", "in", ("g1",)),
        ("map", "place", "between", ("g1", "g2")),
        ("map", "place", "in", ()),
        ("timeline", "published", "between", ("2021-08-19",)),
        ("search", "search", "in", ("war",) * 2),
        ("search", "search", "in", ("war OR",)),
    ],
)
def test_clause_when_no_view_owns_it_then_raises(wrong: tuple[str, str, str, tuple[str]]) -> None:
    with pytest.raises(ValueError, match=r"clause|date|owns|expected"):
        Clause(*wrong)  # type: ignore[arg-type]


def test_brush_when_two_clauses_on_one_field_then_raises() -> None:
    with pytest.raises(ValueError, match="more than one"):
        Brush((clause("place", "g1"), clause("place", "g2")))
