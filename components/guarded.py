"""Parts of a page that are redrawn alone, and whose errors stay their own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import streamlit as st

from dateline.errors import DatelineError


def view(
    key: str, drawing: Callable[[], AbstractContextManager[None]]
) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """A part of the page that is redrawn alone, and whose errors stay its own.

    Args:
        drawing: what stands around each drawing of it.
    """

    def decorate(draw: Callable[[], None]) -> Callable[[], None]:
        @st.fragment(key=key)
        def guarded() -> None:
            with drawing(), boundary():
                draw()

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
