"""Names that a particle ties together, found from any piece of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.naming.linked import linked


@pytest.mark.parametrize(
    ("text", "marked", "name"),
    [
        ("fled Mazar-i-Sharif at night", "Mazar", "Mazar-i-Sharif"),
        ("fled Mazar-i-Sharif at night", "Sharif", "Mazar-i-Sharif"),
        ("in Pul-e Khumri, traders", "Khumri", "Pul-e Khumri"),
        ("at Kota-e Sangi without", "Kota-e", "Kota-e Sangi"),
        ("in Qala-e-Zaman at night", "Qala-e", "Qala-e-Zaman"),
        ("in Stratford-upon-Avon", "Stratford", "Stratford-upon-Avon"),
        ("to Villeneuve-sur-Lot.", "Villeneuve", "Villeneuve-sur-Lot"),
        ("a Kabul-led plan", "Kabul", "Kabul"),
        ("the Moscow-Washington talks", "Moscow", "Moscow"),
        ("anti-Taliban forces", "Taliban", "Taliban"),
        ("an on-the-record Kabul", "Kabul", "Kabul"),
    ],
)
def test_linked_when_a_piece_is_marked_then_gives_the_whole_name(
    text: str, marked: str, name: str
) -> None:
    start = text.index(marked)
    first, last = linked(text, start, start + len(marked))
    assert text[first:last] == name


@given(st.text(alphabet="Ab-e i", max_size=60), st.data())
def test_linked_when_any_span_then_only_grows_within_the_text(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = linked(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)
