"""Which views a Brush redraws, and what lies over the timeline."""

from __future__ import annotations

from contextlib import nullcontext
from itertools import count

import numpy as np
import pytest
from made_corpus import stored

from components import guarded, theme
from components.timeline.speaks import MOST, payload
from data import access
from dateline.brush import Brush, clause
from dateline.errors import CorpusError

NAMES = (f"view {number}" for number in count())


def shown(drawn: guarded.Marks, shows) -> str:
    """The key of a view that has been drawn once."""
    key = next(NAMES)
    guarded.view(key, shows, lambda: drawn, nullcontext)(lambda: None)
    drawn[key] = shows() if shows else None
    return key


def test_view_when_it_shows_what_it_did_then_is_not_redrawn() -> None:
    drawn, now = guarded.Marks(), ["a"]
    key = shown(drawn, lambda: now[0])
    assert not guarded.is_stale(key, drawn)
    now[0] = "b"
    assert guarded.is_stale(key, drawn)


def test_view_when_it_says_nothing_of_itself_or_was_not_drawn_then_is_redrawn() -> None:
    drawn = guarded.Marks()
    assert guarded.is_stale(shown(drawn, None), drawn)
    key = shown(drawn, lambda: 1)
    del drawn[key]
    assert guarded.is_stale(key, drawn)


def test_view_when_the_corpus_fails_it_then_is_redrawn_to_say_so() -> None:
    drawn, fails = guarded.Marks(), [False]

    def shows() -> int:
        if fails[0]:
            raise CorpusError("gone")
        return 1

    key = shown(drawn, shows)
    fails[0] = True
    assert guarded.is_stale(key, drawn)


def test_same_when_results_are_equal_but_not_the_very_same_then_tells_them_apart() -> None:
    one, other = np.arange(3), np.arange(3)
    assert guarded.Same(one) == guarded.Same(one)
    assert guarded.Same(one) != guarded.Same(other)


@pytest.mark.parametrize("chosen", [Brush(), Brush((clause("entity", "e-1"),))])
def test_diamonds_when_drawn_then_stand_where_an_entity_speaks(rivers_corpus, chosen) -> None:
    timeline = access.timeline_view(chosen, theme.LANES)
    made = payload(timeline)
    columns = [np.flatnonzero(lane).tolist() for lane in timeline.speaks]
    assert sum(map(len, columns)) <= MOST
    assert made["lanes"] == columns
    assert len(made["middles"]) == len(timeline.edges)
    assert all(0 < middle < 1 for middle in made["middles"])
    assert made["middles"] == sorted(made["middles"])


@pytest.fixture
def rivers_corpus(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("DATELINE_CORPUS", str(stored(tmp_path / "rivers.db", articles=40)))
