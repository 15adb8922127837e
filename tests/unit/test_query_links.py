"""Rows joined on their passage: in order, whatever their number and order in the frame."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.query.links import Links, in_order, starts_of

CODES = st.lists(st.integers(-1, 70) | st.integers(65_530, 200_000) | st.just(2**31 - 2))
PAIRS = st.lists(st.tuples(st.integers(-1, 5), st.integers(-1, 4)))


@given(CODES)
def test_in_order_when_codes_are_many_then_is_a_stable_sort(codes: list[int]) -> None:
    numbers = np.array(codes, dtype=np.int32)
    found = in_order(numbers)
    assert found.tolist() == sorted(range(len(codes)), key=codes.__getitem__)
    assert found.dtype == np.int32


@given(st.lists(st.integers(-1, 6)))
def test_starts_of_when_owners_have_none_then_begin_where_the_next_does(owners: list[int]) -> None:
    ordered = np.array(sorted(owners), dtype=np.int32)
    expected = np.searchsorted(ordered, np.arange(8)).tolist()
    assert starts_of(ordered, 7).tolist() == expected


@given(PAIRS)
def test_links_when_rows_are_in_any_order_then_each_is_found_both_ways(
    pairs: list[tuple[int, int]],
) -> None:
    passage, target = (np.array([pair[n] for pair in pairs], dtype=np.int32) for n in (0, 1))
    links = Links.of(passage, target, 6, 5)
    inside = sorted((p, row) for row, (p, _) in enumerate(pairs) if p >= 0)
    assert links.rows.tolist() == [row for _, row in inside]
    for code in range(6):
        assert links.rows[links.within(code)].tolist() == [row for p, row in inside if p == code]
    for code in range(5):
        expected = [row for _, row in inside if pairs[row][1] == code]
        assert links.rows[links.rows_with(code)].tolist() == expected
        assert links.passages_with(code).tolist() == [pairs[row][0] for row in expected]
        assert links.totals[code] == len(expected)
