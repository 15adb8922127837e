"""Parts of a page that are redrawn alone, and whose errors stay their own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from dateline.errors import DatelineError


def view(
    key: str, on_drawn: Callable[[], object]
) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """A part of the page that is redrawn alone, and whose errors stay its own.

    Args:
        on_drawn: called once all of it is drawn; not where a later click cut the drawing off.
    """

    def decorate(draw: Callable[[], None]) -> Callable[[], None]:
        @st.fragment(key=key)
        def guarded() -> None:
            with boundary():
                draw()
            on_drawn()

        return guarded

    return decorate


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
