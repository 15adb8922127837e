"""What the address of a screen names besides the Brush: its mode, a side, a subject."""

from __future__ import annotations

from collections.abc import Sequence

from components import state
from components.memory import FORMS, PROPOSALS, ROWS
from dateline.brush import Brush


def part(key: str) -> tuple[str, ...]:
    """What the address of this screen names under a key."""
    here = state.session()
    return tuple(here.stating.parts.get(here.page, {}).get(key, ()))


def name_parts(brush: Brush | None = None, **named: Sequence[str]) -> None:
    """Let the address name these, under another Brush if one is given, and draw the page anew.

    For callbacks only.
    """
    here = state.session()
    kept = here.stating.parts.get(here.page, {}) | {
        key: list(values) for key, values in named.items()
    }
    here.stating.parts[here.page] = {key: values for key, values in kept.items() if values}
    here.rows, here.stating.proposals, here.stating.forms = ROWS, PROPOSALS, FORMS
    if brush is not None and brush != here.brush:
        state.commit(brush)
    state.pause()
