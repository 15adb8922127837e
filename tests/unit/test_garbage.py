"""Objects that no one needs are collected while the server rests, and not before."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from data.access.garbage import FEW, MANY, look_again


class Loop:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def uncollected() -> Iterator[None]:
    """No collection but those that are asked for."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def left_behind(number: int) -> weakref.ref[Loop]:
    loops = [Loop() for _ in range(number)]
    return weakref.ref(loops[-1])


@pytest.mark.usefixtures("uncollected")
def test_garbage_when_hardly_more_came_since_then_is_collected() -> None:
    last = left_behind(MANY)
    left = look_again(gc.get_count()[0], 1)
    assert last() is None
    assert left < MANY


@pytest.mark.usefixtures("uncollected")
def test_garbage_when_much_came_since_then_waits() -> None:
    known = gc.get_count()[0]
    last = left_behind(MANY + FEW)
    assert look_again(known, 1) > MANY
    assert last() is not None


@pytest.mark.usefixtures("uncollected")
def test_garbage_when_little_lies_about_then_waits() -> None:
    last = left_behind(FEW)
    look_again(gc.get_count()[0], 1)
    assert last() is not None
