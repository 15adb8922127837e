"""The corpora: which there are, which is open, and what can be done with each."""

from __future__ import annotations

from datetime import date

import streamlit as st

from components import theme
from components.settings import forms, jobs, saving
from components.typeset import source
from data.access import corpora
from data.access.corpora import Corpus
from dateline.brush import date_range_words

WORDS = "A corpus is one file with its articles and all that was found in them."
UNITS = ("kB", "MB", "GB", "TB")


def draw() -> None:
    """The list, and the ways to another corpus."""
    with saving.section("corpora", "Corpora", WORDS):
        if corpora.is_fixed():
            st.info(
                "The corpus is fixed from outside: the environment variable DATELINE_CORPUS names "
                "it. Start Dateline without that variable to open another here."
            )
        for number, corpus in enumerate(corpora.listed()):
            _draw_line(number, corpus)
        jobs.draw("ingest")
        with st.container(key="other_corpora", horizontal=True):
            with st.popover(
                "New corpus", disabled=corpora.is_fixed(), key=saving.key("new_corpus")
            ):
                forms.draw_new()
            with st.popover(
                "Open a file", disabled=corpora.is_fixed(), key=saving.key("open_file")
            ):
                forms.draw_open()


def _draw_line(number: int, corpus: Corpus) -> None:
    with st.container(key=f"corpus_line_{number}", horizontal=True, vertical_alignment="center"):
        with st.container(gap=None):
            st.markdown(f"**{theme.plain(corpus.name)}** :gray[· {facts(corpus)}]")
            st.text(str(corpus.path))
        if corpus.is_open:
            st.caption(_standing(corpus), width="content")
        else:
            st.button("Open", key=f"open_{number}", on_click=_on_open, args=(corpus,),
                      disabled=bool(corpus.fault) or corpora.is_fixed())  # fmt: skip
        with st.popover("More", key=saving.key(f"more_{number}"), type="tertiary"):
            forms.draw_more(number, corpus)


def _standing(corpus: Corpus) -> str:
    said = "fixed" if corpora.is_fixed() else "open now"
    return said if not corpus.fault else "chosen, cannot be opened"


def facts(corpus: Corpus) -> str:
    """92 articles · 10 Jul – 10 Sep 2021 · 24 MB · changed 22 Nov 2026, 18:50 UTC."""
    if corpus.fault:
        return theme.plain(corpus.fault)
    ends = [source.days_of({"at": end}, "at") for end in (corpus.first, corpus.last)]
    parts = [theme.counted(corpus.articles, "article")]
    if ends[0] and ends[1]:
        first, last = ends[0]["first"], ends[1]["last"]
        parts.append(date_range_words(date.fromisoformat(first), date.fromisoformat(last)))
    parts += [size_words(corpus.size), f"changed {source.time_of({'at': corpus.changed}, 'at')}"]
    if corpus.is_older:
        parts.append("of an older Dateline, brought up to date when it is opened")
    return " · ".join(parts)


def size_words(size: int) -> str:
    """0.8 kB, 24 MB."""
    power = next((n for n in range(1, len(UNITS)) if size < 1000 ** (n + 1)), len(UNITS))
    value = size / 1000**power
    return f"{value:.0f} {UNITS[power - 1]}" if value >= 10 else f"{value:.1f} {UNITS[power - 1]}"


def _on_open(corpus: Corpus) -> None:
    with saving.asked():
        saving.remember(f"{corpus.name} is open.", corpora.opened(corpus.path))
