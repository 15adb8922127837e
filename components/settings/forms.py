"""What can be done with a corpus: make, open, copy, take off the list, delete."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from components import state, theme
from components.settings import saving
from data.access import corpora
from data.access.corpora import Corpus

BUNDLED = {False: "Empty", True: "With the bundled articles"}


def draw_more(number: int, corpus: Corpus) -> None:
    """Copy it, take it off the list, delete it."""
    if not corpus.fault:
        with st.form(f"copy_{number}", border=False):
            place = corpora.backup_place(corpus, date.today())
            name = st.text_input(
                "Copy to", str(place), key=saving.key(f"copy_{number}_{place.name}")
            )
            if st.form_submit_button("Copy as backup"):
                with st.spinner("Copying"), saving.asked(is_form=True) as here:
                    here.said = f"Copied to {corpora.copied(corpus.path, name)}."
                st.rerun()
    if corpus.is_open:
        st.caption("It is open. Open another corpus to take this one off the list or delete it.")
        return
    if not corpora.is_default(corpus):
        st.button("Take off the list", key=f"off_{number}", on_click=_on_take_off, args=(corpus,),
                  help="The file stays where it is")  # fmt: skip
    if not corpus.fault:
        _draw_delete(number, corpus)


def _draw_delete(number: int, corpus: Corpus) -> None:
    with st.form(f"delete_{number}", border=False):
        st.text_input(
            f"To delete it for good, type its name: {theme.plain(corpus.name)}",
            key=saving.key(f"typed_{number}"),
        )
        st.form_submit_button("Delete the file", on_click=_on_delete, args=(number, corpus))


def draw_new() -> None:
    """A new corpus: its name, and what is in it."""
    with st.form("new_corpus_form", border=False):
        st.text_input("Its name, or the path of its file", key=saving.key("new_name"))
        st.radio("What is in it", list(BUNDLED), format_func=BUNDLED.__getitem__,
                 key=saving.key("new_content"))  # fmt: skip
        st.form_submit_button("Make and open", on_click=_on_new)


def draw_open() -> None:
    """A corpus that lies anywhere on the disk."""
    with st.form("open_corpus_form", border=False):
        st.text_input("The path of a corpus file", key=saving.key("open_path"))
        st.form_submit_button("Open", on_click=_on_open_path)


def _on_open_path() -> None:
    with saving.asked(is_form=True):
        path = corpora.file_of(str(state.widget(saving.key("open_path")) or ""))
        saving.remember(f"{path.stem} is open.", corpora.opened(path))


def _on_new() -> None:
    with saving.asked(is_form=True) as here:
        name = str(state.widget(saving.key("new_name")) or "")
        is_bundled = bool(state.widget(saving.key("new_content")))
        before, here.job = corpora.made(name, is_bundled)
        saving.remember(f"{name.strip()} is made and open.", before)


def _on_take_off(corpus: Corpus) -> None:
    with saving.asked():
        saving.remember(f"{corpus.name} is off the list.", corpora.take_off(corpus.path))


def _on_delete(number: int, corpus: Corpus) -> None:
    with saving.asked(is_form=True) as here:
        corpora.delete(corpus, str(state.widget(saving.key(f"typed_{number}")) or ""))
        here.past = [change for change in here.past if not _names(change[1], corpus)]
        here.said = f"{corpus.name} is deleted for good."


def _names(before: Mapping[str, Any], corpus: Corpus) -> bool:
    return corpus.path in (before.get("corpus"), *(before.get("corpora") or ()))
