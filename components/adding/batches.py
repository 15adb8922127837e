"""What was added so far: when, from what, how much; each with its report and its undo."""

from __future__ import annotations

import streamlit as st

from components import state, theme
from components.adding import report, undoing, words
from components.typeset import source
from data.access import adding
from data.access.adding import Batch

MORE = 20


def draw() -> None:
    """The batches of this corpus, newest first; nothing where there is none."""
    here, listed = state.session().adding, _listed()
    if not listed:
        return
    with st.container(key="batches", gap=None):
        st.subheader("Added before", anchor=False)
        for batch in listed[: here.batches]:
            _draw_batch(batch)
        if len(listed) > here.batches:
            st.button(f"Show more ({len(listed) - here.batches} earlier)", key="more_batches",
                      type="tertiary", on_click=_on_more)  # fmt: skip


def _listed() -> list[Batch]:
    """All but the one whose report stands above, and those that are under way."""
    followed = adding.job(state.session().adding.job)
    above = followed.report.batch_id if followed and followed.report else ""
    is_busy = bool(adding.running())
    return [
        batch
        for batch in adding.batches()
        if batch.batch_id != above and (batch.finished_at or not is_busy)
    ]


def _draw_batch(batch: Batch) -> None:
    here = state.session().adding
    with st.container(key=f"batch_{batch.batch_id}", horizontal=True, vertical_alignment="center"):
        with st.container(gap=None):
            st.markdown(f"**{source.time_of({'at': batch.started_at}, 'at')}** · {_counts(batch)}")
            st.caption(theme.plain(words.sources_words(batch.sources)))
        is_open = here.reported == batch.batch_id
        st.button("Close report" if is_open else "Report", key=f"open_{batch.batch_id}",
                  type="tertiary", on_click=_on_report, args=(batch.batch_id,))  # fmt: skip
        undoing.draw(batch.batch_id, batch.stored)
    if is_open:
        report.draw_batch(batch)


def _counts(batch: Batch) -> str:
    if batch.finished_at:
        return words.tally(batch)
    return f"{theme.counted(batch.stored, 'article')} stored, not finished"


def _on_report(batch_id: str) -> None:
    here = state.session().adding
    here.reported = "" if here.reported == batch_id else batch_id


def _on_more() -> None:
    state.session().adding.batches += MORE
