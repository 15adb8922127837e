"""Which views a Brush redraws, and what lies over the timeline."""

from __future__ import annotations

from base64 import b64decode
from contextlib import nullcontext
from itertools import count

import numpy as np
import pytest
from made_corpus import stored

from components import brushbar, chips, guarded, state, theme
from components.timeline.inside import MOST, payload
from components.visit import Session
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


def unpacked(packed: dict[str, str]) -> np.ndarray:
    """The numbers as the browser unpacks them."""
    numbers = np.frombuffer(b64decode(packed["bdata"]), dtype=f"<{packed['dtype']}")
    return numbers.reshape([int(side) for side in packed["shape"].split(",")])


@pytest.mark.parametrize("chosen", [Brush(), Brush((clause("entity", "e-1"),))])
def test_inside_when_painted_then_each_lane_and_bin_is_as_the_timeline_counts_it(
    rivers_corpus, chosen
) -> None:
    timeline = access.timeline_view(chosen, theme.LANES)
    made = payload(timeline, theme.LIGHT)
    lanes, bins = timeline.cells.shape
    columns = [np.flatnonzero(lane).tolist() for lane in timeline.speaks]
    assert sum(map(len, columns)) <= MOST
    assert made["diamonds"] == columns
    assert made["names"] == timeline.lanes.name
    assert len(made["bins"]) == len(made["bars"]) == len(made["ends"]) - 1 == bins
    assert made["ends"] == sorted(made["ends"])
    assert (made["ends"][0], made["ends"][-1]) == (0, 1)
    cells = unpacked(made["cells"])
    assert cells.shape == (lanes, bins, 3)
    assert np.array_equal(cells[..., 0], timeline.cells)
    assert np.array_equal(cells[..., 1], timeline.cells_total)
    assert np.array_equal(cells[..., 2], timeline.speaks)
    articles = unpacked(made["articles"])
    assert np.array_equal(articles, np.stack([timeline.density, timeline.density_total], axis=-1))
    assert np.array_equal(np.array(made["bars"]) > 0, timeline.density > 0)
    assert max(made["bars"]) < made["base"] < made["top"]
    shades = unpacked(made["shades"])
    assert np.array_equal(shades == made["empty"], timeline.cells_total == 0)
    assert shades[shades != made["empty"]].max() < made["steps"] * len(made["hues"])


def test_head_when_the_brush_changes_then_each_part_tells_whether_it_does(
    rivers_corpus, monkeypatch
) -> None:
    here = Session()
    monkeypatch.setattr(state, "session", lambda: here)
    seen = []
    for brush in (
        Brush(),
        Brush((clause("entity", "e-1"),)),
        Brush((clause("entity", "e-1"),), scope="article"),
        Brush((clause("entity", "e-2"),)),
    ):
        here.brush = brush
        assert (brushbar._shows(), chips._shows()) == (brushbar._shows(), chips._shows())
        seen.append((brushbar._shows(), chips._shows()))
    counted, chosen = zip(*seen, strict=True)
    assert [one in counted[:at] for at, one in enumerate(counted)] == [False] * 4
    assert [one in chosen[:at] for at, one in enumerate(chosen)] == [False, False, True, False]
    here.page = "entities"
    assert chips._shows() != chosen[-1]


@pytest.fixture
def rivers_corpus(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("DATELINE_CORPUS", str(stored(tmp_path / "rivers.db", articles=40)))
