"""One visit without a browser: its history, and which views a click has to redraw."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import visit
from components.visit import Session
from dateline.brush import Brush, clause

VIEWS = ("bar", "timeline", "lanes", "map")
KABUL = Brush((clause("place", "g1"),))
MAY = Brush((clause("published", "2024-05-01", "2024-05-31"),))


def sitting(**given: object) -> Session:
    return Session(views=VIEWS, **given)  # type: ignore[arg-type]


def test_view_when_a_later_click_cut_its_drawing_off_then_the_next_redraws_it_too():
    here = sitting()
    assert here.owe(VIEWS) == [*VIEWS]
    here.drawn_at = {}
    with here.draws("bar"):
        pass
    with pytest.raises(KeyboardInterrupt), here.draws("lanes"):
        raise KeyboardInterrupt
    here.drawn_at["bar"] -= visit.SENT_S
    assert here.owe(["map"]) == ["timeline", "lanes", "map"]


def test_view_when_it_was_drawn_just_before_then_it_is_drawn_again():
    here = sitting()
    with here.draws("timeline"):
        pass
    assert here.owe(["map"]) == ["timeline", "map"]
    here.drawn_at["timeline"] -= visit.SENT_S
    assert here.owe() == ["map"]


def test_view_when_drawn_just_before_and_the_page_says_it_rests_then_is_not_drawn_again():
    here = sitting()
    with here.draws("timeline"):
        pass
    with here.rested(True):
        assert here.owe(["map"]) == ["timeline", "map"]
        here.drawn_at["timeline"] -= visit.RESTED_S
        assert here.owe() == ["map"]
    assert here.owe() == ["timeline", "map"]


def test_page_when_what_it_asked_for_raises_then_the_next_is_not_taken_to_rest():
    here = sitting()
    with pytest.raises(KeyboardInterrupt), here.rested(True):
        raise KeyboardInterrupt
    assert not here.is_rested


def test_view_when_of_another_screen_then_is_not_asked_for():
    here = sitting(owed={"placed_names"})
    assert here.owe(["bar"]) == ["bar"]


def test_drawing_when_one_view_stands_in_another_then_each_is_named_in_turn():
    here = sitting()
    with here.draws("bar"):
        with here.draws("map"):
            assert here.drawing == "map"
        assert here.drawing == "bar"
    assert here.drawing == ""


def test_charts_when_the_brush_changes_elsewhere_then_only_the_overruled_ones_begin_anew():
    here = sitting()
    here.settle(KABUL)
    assert here.epochs == {"map": 1}
    here.settle(MAY, touched="timeline")
    assert here.epochs == {"map": 2}
    here.settle(KABUL, touched="map")
    assert here.epochs == {"map": 2}


@given(st.lists(st.sampled_from([KABUL, MAY, Brush()]), max_size=130))
def test_history_when_brushes_follow_each_other_then_the_last_hundred_are_kept(brushes):
    here = sitting(future=[KABUL])
    for brush in brushes:
        here.remember()
        here.settle(brush)
    assert here.past == [Brush(), *brushes][:-1][-visit.MAX_UNDO :]
    assert here.future == ([] if brushes else [KABUL])
