"""Parts of a page that are redrawn alone, and whose errors stay their own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

import streamlit as st

from dateline.errors import DatelineError

Marks = dict[str, object]
"""For each view what it showed when it was last drawn, as its `shows` says it."""
_SHOWS: dict[str, Callable[[], object]] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Same:
    """A mark of a result that is shared as it is: the same where it is the very same."""

    result: object

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.result is self.result

    def __hash__(self) -> int:
        return id(self.result)


def view(
    key: str,
    shows: Callable[[], object] | None,
    drawn: Callable[[], Marks],
    drawing: Callable[[], AbstractContextManager[None]],
) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """A part of the page that is redrawn alone, and whose errors stay its own.

    Args:
        shows: what tells one drawing from another; where it is as it was, `is_stale` says so.
        drawn: the marks of the session.
        drawing: what stands around each drawing of it.
    """
    if shows:
        _SHOWS[key] = shows

    def decorate(draw: Callable[[], None]) -> Callable[[], None]:
        @st.fragment(key=key)
        def guarded() -> None:
            with drawing(), boundary():
                marks = drawn()
                marks.pop(key, None)
                mark = shows() if shows else None
                draw()
                marks[key] = mark

        return guarded

    return decorate


def is_stale(key: str, drawn: Marks) -> bool:
    """Whether the view would show something else than when it was last drawn."""
    if key not in _SHOWS or key not in drawn:
        return True
    try:
        return _SHOWS[key]() != drawn[key]
    except DatelineError:
        return True


@contextmanager
def boundary() -> Iterator[None]:
    """Errors as a sentence on the page; the log has the rest."""
    try:
        yield
    except DatelineError as error:
        st.error(error.public_message)
    except Exception:
        logging.getLogger("dateline").exception("a screen failed")
        st.error("Dateline met an error that it did not expect. The log says more.")
