"""The session: the Brush that every view is painted from, its history, and how views rerun."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode

import streamlit as st

from data import access
from dateline.brush import Brush, Clause, Field, from_query
from dateline.errors import DatelineError

VIEWS = ("bar", "quotations", "timeline", "lanes", "places", "map")
"""Fragment keys, in the order in which they are redrawn."""
CHARTS: Mapping[str, Field] = {"map": "place", "timeline": "published"}
"""Charts that keep a selection of their own, and the field that it stands for."""
SETTLED: Mapping[str, tuple[str, ...]] = {"timeline": ("timeline", "lanes")}
"""Views in which nothing changes when a chart is touched."""
MAX_UNDO = 100
ROWS = 40
_KEY = "dateline"


@dataclass
class Session:
    brush: Brush = field(default_factory=Brush)
    past: list[Brush] = field(default_factory=list)
    future: list[Brush] = field(default_factory=list)
    epochs: dict[str, int] = field(default_factory=lambda: dict.fromkeys(CHARTS, 0))
    """How often a chart's own selection was overruled; part of the chart's identity."""
    touched: dict[str, int] = field(default_factory=dict)
    """The epoch in which a chart last reported a selection."""
    homes: int = 0
    """How often the map was asked to go back to its first view."""
    reads: str = "quotations"
    """Which list is shown."""
    rows: int = ROWS
    """Rows shown in a list."""
    address: str | None = None
    """The query of the page's address, as last read or written."""
    dropped: tuple[str, ...] = ()
    """Parts of the address that this corpus does not know."""

    def is_touched(self, chart: str) -> bool:
        """Whether the chart, as it stands, shows a selection of its own."""
        return self.touched.get(chart) == self.epochs[chart]


def session() -> Session:
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Session()
    found: Session = st.session_state[_KEY]
    return found


def widget(key: str) -> Any:  # noqa: ANN401 - a widget may hold anything
    """What a keyed widget holds now."""
    return st.session_state.get(key)


def open_page() -> None:
    """Take the Brush from the address, where the address is not what we last wrote."""
    here, given = session(), st.query_params
    address = urlencode([(key, value) for key in given for value in given.get_all(key)])
    if address == here.address:
        return
    brush, here.dropped = from_query(address, access.is_known)
    if here.address is not None and brush != here.brush:
        here.past.append(here.brush)
    here.address = address
    _settle(brush)


def commit(brush: Brush, touched: str = "") -> None:
    """Make this the Brush and redraw the views that it changes. For callbacks only."""
    here = session()
    if brush == here.brush:
        st.rerun(["bar"])
    if touched:
        here.touched[touched] = here.epochs[touched]
    here.past = [*here.past, here.brush][-MAX_UNDO:]
    here.future.clear()
    _move(brush, touched)


def choose(chosen: Clause, add: bool = False) -> None:
    """Put a clause in; with `add` one value more or less of it; take it out if it is there."""
    brush = session().brush
    if add and chosen.op == "in":
        commit(brush.toggled(chosen.field, chosen.values[0]))
    same = chosen == brush.clause_on(chosen.field)
    commit(brush.without(chosen.field) if same else brush.with_clause(chosen))


def step(back: bool) -> None:
    """Undo, or redo what was undone."""
    here = session()
    source, target = (here.past, here.future) if back else (here.future, here.past)
    if not source:
        st.rerun(["bar"])
    target.append(here.brush)
    _move(source.pop())


def view(key: str) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """A part of the page that is redrawn alone, and whose errors stay its own."""

    def decorate(draw: Callable[[], None]) -> Callable[[], None]:
        @st.fragment(key=key)
        def guarded() -> None:
            with boundary():
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


def _move(brush: Brush, touched: str = "") -> None:
    _settle(brush, touched)
    here = session()
    here.dropped, here.rows, here.address = (), ROWS, brush.to_query()
    st.query_params.from_dict(parse_qs(here.address))
    st.rerun([key for key in VIEWS if key not in SETTLED.get(touched, ())])


def _settle(brush: Brush, touched: str = "") -> None:
    here = session()
    for chart, owned in CHARTS.items():
        if chart != touched and brush.clause_on(owned) != here.brush.clause_on(owned):
            here.epochs[chart] += 1
    here.brush = brush
