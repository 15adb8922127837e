"""The session: the Brush that every view is painted from, its history, and how views rerun."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode

import streamlit as st

from components import guarded, theme
from components.guarded import boundary as boundary
from components.memory import (
    ROWS,
    Adding,
    Charting,
    Listing,
    Narrowing,
    Placed,
    Preferring,
    Timing,
)
from data import access
from dateline.brush import Brush, Clause, Field, from_query

SCREENS: Mapping[str, str] = {
    "explore": "Explore",
    "articles": "Articles",
    "places": "Places",
    "add": "Add",
    "settings": "Settings",
    "help": "Help",
}
"""The screens by the names of their pages, in the order in which they are offered."""
CHARTS: Mapping[str, tuple[Field, ...]] = {"map": ("place",), "timeline": ("published", "spoken")}
"""Charts that keep a selection of their own, and the fields that it may stand for."""
PLAYER = "player"
SETTLED: Mapping[str, tuple[str, ...]] = dict.fromkeys(("timeline", PLAYER), ("timeline", "lanes"))
"""Views in which nothing changes when a chart is touched, or when time plays."""
MAX_UNDO = 100
ARTICLE = "article"
"""The key of the address that names the article in the reader."""
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
    map_px: int = theme.MAP_WIDE_PX
    """The map's width, as far as the browser has told."""
    is_map_read: bool = False
    """Whether the map's places are shown as a table."""
    reads: str = "quotations"
    """Which list is shown."""
    rows: int = ROWS
    """Rows shown in a list."""
    address: str | None = None
    """The query of the page's address, as last read or written."""
    dropped: tuple[str, ...] = ()
    """Parts of the address that this corpus does not know."""
    page: str = ""
    """The screen that is shown."""
    views: tuple[str, ...] = ()
    """Fragment keys of the screen that a new Brush redraws, in that order."""
    drawn: guarded.Marks = field(default_factory=dict)
    """What each of them showed when it was last drawn."""
    article: str = ""
    """The article that is open in the reader."""
    going: str = ""
    """The screen to go to at the next run."""
    carried: dict[str, list[str]] = field(default_factory=dict)
    """The address that goes there with it, where it is not the Brush's."""
    is_entered: bool = False
    """Whether the app has begun this session."""
    corpus: str = ""
    """The corpus that all this is about."""
    charting: Charting = field(default_factory=Charting)
    listing: Listing = field(default_factory=Listing)
    narrowing: Narrowing = field(default_factory=Narrowing)
    placed: Placed = field(default_factory=Placed)
    adding: Adding = field(default_factory=Adding)
    preferring: Preferring = field(default_factory=Preferring)
    timing: Timing = field(default_factory=Timing)

    def is_touched(self, chart: str) -> bool:
        """Whether the chart, as it stands, shows a selection of its own."""
        return self.touched.get(chart) == self.epochs[chart]


def session() -> Session:
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Session()
    found: Session = st.session_state[_KEY]
    return found


def view(
    key: str, shows: Callable[[], object] | None = None
) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """A part of the page that is redrawn alone, if what it `shows` has changed."""
    return guarded.view(key, shows, lambda: session().drawn)


def widget(key: str) -> Any:  # noqa: ANN401 - a widget may hold anything
    """What a keyed widget holds now."""
    return st.session_state.get(key)


def enter() -> None:
    """Begin a run of the app, and go where `go` or a page opened by itself asked to."""
    here = session()
    here.is_entered = True
    if here.going:
        page, here.going = here.going, ""
        carried, here.carried = here.carried, {}
        st.switch_page(f"pages/{page}.py", query_params=carried or address_of(page))


def through_the_app(page: str = "") -> None:
    """Let the app begin where Streamlit ran a page's file by itself.

    It does so for the first visitor of a server who asks for a page, as a folder named pages once
    made an app of its own.
    """
    here = session()
    if not here.is_entered:
        here.going, here.carried = page, _given()
        st.switch_page("app.py")


def open_page(name: str, views: Sequence[str] = ()) -> None:
    """Begin a screen: the Brush is taken from the address, where that is not what we last wrote.

    Args:
        views: the keys of its fragments that a new Brush redraws.
    """
    through_the_app(name)
    here = _of_this_corpus()
    is_new, here.page, here.views = here.page != name, name, tuple(views)
    here.timing.is_playing = here.timing.is_playing and not is_new
    given = _given()
    here.article = (given.pop(ARTICLE, None) or [""])[0]
    address = urlencode(given, doseq=True)
    if address == here.address:
        return
    if is_new and not address and here.address:
        _write_address()
        return
    brush, here.dropped = from_query(address, access.is_known)
    if here.address is not None and brush != here.brush:
        here.past.append(here.brush)
    here.address = address
    _settle(brush)


def go(page: str, article: str = "") -> None:
    """Open another screen under the same Brush. For callbacks only."""
    here = session()
    here.article = article
    if page == here.page:
        _write_address()
        _redraw(here.views)
    here.going = page
    st.rerun()


def show_in(page: str, chosen: Clause) -> None:
    """Open another screen with this clause put in. For callbacks only."""
    here = session()
    brush = here.brush.with_clause(chosen)
    if brush != here.brush:
        here.past = [*here.past, here.brush][-MAX_UNDO:]
        here.future.clear()
        _settle(brush)
    go(page)


def open_article(article_id: str) -> None:
    """Open an article in the reader. For callbacks only."""
    go("articles", article_id)


def close_article() -> None:
    """Go back to the list of articles. For callbacks only."""
    go("articles")


def address_of(page: str) -> dict[str, list[str]]:
    """The query that shows a screen as it is now: the Brush, and in the reader its article."""
    here = session()
    query = parse_qs(here.brush.to_query())
    return query | {ARTICLE: [here.article]} if page == "articles" and here.article else query


def commit(brush: Brush, touched: str = "") -> None:
    """Make this the Brush and redraw the views that it changes. For callbacks only."""
    here = session()
    here.timing.is_playing = False
    if brush == here.brush:
        _redraw(("tools", "time_bar"))
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
    here.timing.is_playing = False
    source, target = (here.past, here.future) if back else (here.future, here.past)
    if not source:
        _redraw(("tools",))
    target.append(here.brush)
    _move(source.pop())


def play(brush: Brush) -> None:
    """Make this the Brush, as a step through time. For callbacks only.

    Steps in a row are one in the history. While time plays the address waits for the last one.
    """
    here = session()
    if here.brush != here.timing.stepped:
        here.past = [*here.past, here.brush][-MAX_UNDO:]
    here.future.clear()
    here.timing.stepped = brush
    here.timing.beats += 1
    _move(brush, "" if here.is_touched("timeline") else PLAYER, not here.timing.is_playing)


def pause(*views: str) -> None:
    """Let time stand still, and redraw what is named besides. For callbacks only."""
    session().timing.is_playing = False
    _write_address()
    _redraw(("time_bar", "span", *views))


def _move(brush: Brush, touched: str = "", is_told: bool = True) -> None:
    _settle(brush, touched)
    here = session()
    here.dropped, here.rows = (), ROWS
    if is_told:
        _write_address()
    _redraw([key for key in here.views if key not in SETTLED.get(touched, ())])


def _redraw(keys: Sequence[str]) -> None:
    known = [key for key in session().views if key in keys]
    drawn = session().drawn
    st.rerun([key for key in known if guarded.is_stale(key, drawn)] or known[:1] or "app")


def _given() -> dict[str, list[str]]:
    return {key: st.query_params.get_all(key) for key in st.query_params}


def _write_address() -> None:
    here = session()
    here.address = here.brush.to_query()
    st.query_params.from_dict(address_of(here.page))


def _of_this_corpus() -> Session:
    """The session, begun anew where another corpus was opened."""
    here, corpus = session(), str(access.corpus_path())
    if here.corpus and here.corpus != corpus:
        here = st.session_state[_KEY] = Session(
            page=here.page, is_entered=True, adding=here.adding, preferring=here.preferring
        )
    here.corpus = corpus
    return here


def _settle(brush: Brush, touched: str = "") -> None:
    here = session()
    for chart, owned in CHARTS.items():
        is_same = all(brush.clause_on(name) == here.brush.clause_on(name) for name in owned)
        if chart != touched and not is_same:
            here.epochs[chart] += 1
    here.brush = brush
