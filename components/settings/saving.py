"""Changes that are saved at once, said quietly, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import streamlit as st

from components import state, theme
from data import access
from dateline.errors import DatelineError

CSS = Path(__file__).with_name("settings.css")


def apply() -> None:
    """Put the rules of this screen on the page."""
    st.html(f"<style>{CSS.read_text(encoding='utf-8')}</style>")


def key(name: str) -> str:
    """The key of a widget, new whenever it has to forget what was chosen in it."""
    return f"set_{name}_{state.session().preferring.turns}"


@contextmanager
def section(name: str, title: str, words: str) -> Iterator[None]:
    """A part of the screen, whose errors stay its own."""
    with st.container(key=f"setting_{name}", gap="small"):
        st.subheader(title, anchor=False)
        st.caption(words)
        with state.boundary():
            yield


@contextmanager
def asked(*, is_form: bool = False) -> Iterator[state.Preferring]:
    """What this screen remembers; a fault inside becomes its note. For callbacks.

    Args:
        is_form: keep what was typed where it could not be done, and close the form where it was.
    """
    here = state.session().preferring
    here.said = here.fault = ""
    try:
        yield here
        here.turns += is_form
    except DatelineError as error:
        here.fault = error.public_message
        here.turns += not is_form


def save(said: str, **values: Any) -> None:  # noqa: ANN401 - a setting may be of any type
    """Save settings and say so, with a way back. For callbacks."""
    with asked():
        remember(said, access.change(**values))


def remember(said: str, before: dict[str, Any]) -> None:
    """Say what was changed, and keep what undoes it. For callbacks."""
    here = state.session().preferring
    here.said = said
    here.past.append((said, before))


def undo() -> None:
    """Take the last change back. For callbacks."""
    with asked() as here:
        if here.past:
            said, before = here.past.pop()
            access.change(**before)
            here.said = f"Taken back: {said}"
            here.turns += 1


def draw_faults() -> None:
    """What of the settings file could not be used."""
    for fault in access.preferences().faults:
        st.warning(f"Settings: {theme.plain(fault)}.")


def _note(here: state.Preferring) -> str:
    if here.fault:
        return f"Not done: {here.fault}"
    return here.said or f"Changed before: {here.past[-1][0]}"


def draw() -> None:
    """The note of the last change, with its undo."""
    here = state.session().preferring
    if here.fault or here.said or here.past:
        with st.container(key="saved", horizontal=True, vertical_alignment="center"):
            st.text(_note(here), width="content")
            if here.past:
                st.button("Undo", key="undo_setting", type="tertiary", on_click=undo)
