"""The session: the Brush that every view is painted from, its history, and how views rerun."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode
from weakref import WeakKeyDictionary

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components import address, guarded
from components.address import ARTICLE, PARTS
from components.guarded import boundary as boundary
from components.memory import ROWS as ROWS
from components.memory import onward
from components.screens import PRESENT as PRESENT
from components.screens import SCREENS as SCREENS
from components.visit import Session
from data import access
from dateline.brush import Brush, Clause, from_query

ON_TIME = ("timeline", "inside", "lanes")
"""Fragment keys of what shows the timeline."""
SETTLED: Mapping[str, tuple[str, ...]] = {"timeline": ON_TIME}
"""Views in which nothing changes when a chart is touched."""
_KEY = "dateline"
_known: WeakKeyDictionary[object, Session] = WeakKeyDictionary()
"""The sessions of runs that go on: a Brush asks for its own a hundred times, and Streamlit looks
through all that it keeps each time."""


def session() -> Session:
    context = get_script_run_ctx(suppress_warning=True)
    if context is None:
        return _kept()
    found = _known.get(context.session_state)
    if found is None:
        found = _known[context.session_state] = _kept()
    return found


def _kept() -> Session:
    try:
        found: Session = st.session_state[_KEY]
    except KeyError:
        found = st.session_state[_KEY] = Session()
    return found


def view(
    key: str, shows: Callable[[], object] | None = None
) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """A part of the page that is redrawn alone, if what it `shows` has changed."""
    return guarded.view(key, shows, lambda: session().drawn, lambda: session().draws(key))


def widget(key: str) -> Any:  # noqa: ANN401 - a widget may hold anything
    """What a keyed widget holds now."""
    return st.session_state.get(key)


def hold(key: str, value: object) -> None:
    """Let a keyed widget hold this at its next drawing. For callbacks only."""
    st.session_state[key] = value


def enter() -> None:
    """Begin a run of the app, and go where `go` or a page opened by itself asked to."""
    here = session()
    here.is_entered = True
    if here.going:
        page, here.going = here.going, ""
        carried, here.carried = here.carried, None
        query = address.of(here, page) if carried is None else carried
        st.switch_page(f"pages/{page}.py", query_params=query)


def through_the_app(page: str = "") -> None:
    """Let the app begin where Streamlit ran a page's file by itself.

    It does so for the first visitor of a server who asks for a page, as a folder named pages once
    made an app of its own.
    """
    here = session()
    if not here.is_entered:
        here.going, here.carried = page, address.given()
        st.switch_page("app.py")


def open_page(name: str, views: Sequence[str] = ()) -> None:
    """Begin a screen: the Brush is taken from the address, where that is not what we last wrote.

    Args:
        views: the keys of its fragments that a new Brush redraws.
    """
    through_the_app(name)
    here = of_this_corpus()
    is_new, here.page, here.views = here.page != name, name, tuple(views)
    here.timing.is_playing = here.timing.is_playing and not is_new
    given = address.given()
    here.article = (given.pop(ARTICLE, None) or [""])[0]
    here.voicing.read(given, name == "voices" and not is_new)
    if name == "entities":
        here.profiling.read(given, not is_new)
    named = {key: given.pop(key) for key in PARTS.get(name, ()) if key in given}
    if named or not is_new:
        is_left, here.stating.parts[name] = here.stating.parts.get(name) and not named, named
        if is_left:
            _write_address()
    here.trail = onward(here.trail, (name, here.article))
    told = urlencode(given, doseq=True)
    if is_new and not told and not named and here.address is not None:
        _write_address()
        return
    if told == here.address:
        return
    _read_address(given, here.address is None)


def return_to_slide() -> None:
    """Open the presentation that was left, at the slide that was shown. For callbacks only."""
    here = session()
    here.going, here.carried = PRESENT, {PRESENT: [here.presenting.briefing]}
    st.rerun()


def go(page: str, article: str = "") -> None:
    """Open another screen under the same Brush. For callbacks only."""
    here = session()
    here.article = article
    if page == here.page:
        _write_address()
        redraw(*here.views)
    here.going = page
    st.rerun()


def back() -> None:
    """Open the screen that was shown before. For callbacks only."""
    here = session()
    here.trail = onward(here.trail, (here.page, here.article))
    if len(here.trail) > 1:
        page, article = here.trail[-2]
        return_to_slide() if page == PRESENT else go(page, article)


def show_in(page: str, chosen: Clause) -> None:
    """Open another screen with this clause put in. For callbacks only."""
    show_brush(page, session().brush.with_clause(chosen))


def show_brush(page: str, brush: Brush) -> None:
    """Open another screen under this Brush. For callbacks only."""
    here = session()
    if brush != here.brush:
        here.remember()
        here.settle(brush)
    go(page)


def open_article(article_id: str) -> None:
    """Open an article in the reader. For callbacks only."""
    go("articles", article_id)


def close_article() -> None:
    """Go back to the list of articles. For callbacks only."""
    go("articles")


def commit(brush: Brush, touched: str = "") -> None:
    """Make this the Brush and redraw the views that it changes. For callbacks only."""
    here = session()
    here.timing.is_playing = False
    if brush == here.brush:
        redraw("tools", "time_ways")
    here.remember()
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
        redraw("tools")
    target.append(here.brush)
    _move(source.pop())


def play(brush: Brush) -> None:
    """Make this the Brush, as a step through time. For callbacks only.

    Steps in a row are one in the history. While time plays the address waits for the last one.
    """
    here = session()
    if here.brush != here.timing.stepped:
        here.remember()
    here.future.clear()
    here.timing.stepped = brush
    here.timing.beats += 1
    _move(brush, "timeline", not here.timing.is_playing)


def pause(*views: str) -> None:
    """Let time stand still, and redraw what is named besides. For callbacks only."""
    session().timing.is_playing = False
    look("time_ways", "time_told", "span", *views)


def look(*views: str) -> None:
    """Redraw what is now looked at in another way; the address says so. For callbacks only."""
    _write_address()
    redraw(*views)


def redraw(*views: str) -> None:
    """Redraw these views, or the whole screen where it has none of them. For callbacks only.

    Of clicks that come together Streamlit draws only what the last one asks for; and a click that
    comes while the last drawing is on its way keeps parts of it from the browser, which then
    leaves rows standing that are gone. So what may be missing there is drawn again with these.
    """
    here = session()
    if not any(key in here.views for key in views):
        _write_address()
        st.rerun()
    owed = here.owe(views)
    changed = [key for key in owed if here.is_fresh(key) or guarded.is_stale(key, here.drawn)]
    here.owed.intersection_update(changed)
    st.rerun(changed or owed[:1])


def redraw_head(*views: str) -> None:
    """Redraw these parts of a screen, though a Brush does not change them. For callbacks only."""
    st.rerun(list(views))


def catch_up() -> None:
    """Redraw what may not have reached the browser, if anything. For callbacks only."""
    shown = session().owe()
    if shown:
        st.rerun(shown)


def _move(brush: Brush, touched: str = "", is_told: bool = True) -> None:
    here = session()
    here.settle(brush, touched)
    here.dropped, here.rows = (), ROWS
    if is_told:
        _write_address()
    redraw(*(key for key in here.views if key not in SETTLED.get(touched, ())))


def _read_address(given: address.Query, is_first: bool) -> None:
    """Take what the address says; a later one is a step in the history, and is written again.

    For the browser may have it from before our last writing, which is then still on its way.
    """
    here = session()
    here.address = urlencode(given, doseq=True)
    wrong = address.take_looks(given, here) if here.page == "explore" else ()
    brush, dropped = from_query(urlencode(given, doseq=True), access.is_known)
    here.dropped = (*wrong, *dropped)
    if not is_first and brush != here.brush:
        here.remember()
    here.settle(brush)
    if not is_first:
        _write_address()


def _write_address() -> None:
    here = session()
    told = address.of(here, here.page)
    here.address = address.without_own(told)
    st.query_params.from_dict(told)


def of_this_corpus() -> Session:
    """The session, begun anew where another corpus was opened."""
    here, corpus = session(), str(access.corpus_path())
    if here.corpus and here.corpus != corpus:
        here = st.session_state[_KEY] = Session(
            page=here.page, is_entered=True, adding=here.adding, preferring=here.preferring
        )
        _known.clear()
    here.corpus = corpus
    return here
