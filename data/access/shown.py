"""Which state of a corpus the screens show: while a job works on it, the one from before.

Otherwise every few articles that a job stores would have all views of all readers read the whole
corpus anew. `show_now` is for the reader who asks for the new articles meanwhile.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dateline import jobs
from dateline.store import Store


def fingerprint(path: Path) -> str:
    """What changes whenever the corpus does; empty where there is no corpus yet."""
    if not path.exists():
        return ""
    with Store.open(path, readonly=True) as store:
        return store.fingerprint()


def shown(path: Path) -> str:
    """The fingerprint of the state that is shown."""
    now, marks = fingerprint(path), _marks()
    before = marks.get(path, "")
    if now != before and not (_is_same_corpus(before, now) and jobs.running(path)):
        marks[path] = now
    return marks.get(path, "")


def show_now(path: Path) -> None:
    """Show the corpus as it is at this moment, whoever works on it."""
    _marks()[path] = fingerprint(path)


@st.cache_resource(show_spinner=False)
def _marks() -> dict[Path, str]:
    return {}


def _is_same_corpus(before: str, now: str) -> bool:
    return before.rpartition("-")[0] == now.rpartition("-")[0] != ""
