"""What is done to a saved search; why it cannot be done is kept for the list to say."""

from __future__ import annotations

from collections.abc import Callable

from components import state
from data import access
from data.access import saved
from data.access.saved import SavedSearch
from dateline.errors import DatelineError


def doing(act: Callable[..., object], *given: object) -> bool:
    """Whether it was done; why not is said in the list."""
    saving = state.session().saving
    saving.fault, saving.renaming, saving.deleted = "", "", None
    try:
        act(*given)
    except DatelineError as error:
        saving.fault = error.public_message
        return False
    return True


def save() -> None:
    here = state.session()
    name = state.widget(f"search_as_{here.saving.turns}") or here.brush.words(access.name_of)
    here.saving.turns += doing(saved.save, name, here.brush)


def watch_name() -> None:
    saving = state.session().saving
    saving.turns += doing(saved.watch_name, state.widget(f"search_watch_{saving.turns}") or "")


def rename(search: SavedSearch) -> None:
    doing(saved.rename, search, state.widget(f"search_name_{search.search_id}") or "")


def ask_name(search: SavedSearch) -> None:
    state.session().saving.renaming = search.search_id


def watch(search: SavedSearch) -> None:
    saved.watch(search, not search.is_watched)


def seen(search: SavedSearch) -> None:
    saved.look(search)


def delete(search: SavedSearch) -> None:
    saved.delete(search)
    state.session().saving.deleted = search


def restore() -> None:
    deleted = state.session().saving.deleted
    if deleted:
        doing(saved.restore, deleted)


def open_search(search: SavedSearch) -> None:
    here, (brush, _unknown) = state.session(), saved.brush_of(search)
    if here.views and not here.article:
        state.commit(brush)
    else:
        state.show_brush("articles", brush)
