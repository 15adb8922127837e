"""The screens that were shown, and the way back."""

from __future__ import annotations

Stop = tuple[str, str]
"""A screen by the name of its page, and the article in its reader."""
LONGEST_TRAIL = 50


def onward(trail: tuple[Stop, ...], place: Stop) -> tuple[Stop, ...]:
    """The trail after a place is shown: a step on, or one back where it is the one before."""
    if trail[-1:] == (place,):
        return trail
    if trail[-2:-1] == (place,):
        return trail[:-1]
    return (*trail, place)[-LONGEST_TRAIL:]
