"""What became of everything that was read, and what to do with it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from components import state, theme
from components.adding import rejections, undoing, words
from data.access import adding
from data.access.adding import Added, Batch, IngestReport, JobState
from dateline.brush import Brush, clause, date_range_words


def draw_job(job: JobState) -> None:
    """The report of a job that has ended."""
    with st.container(key="report", gap="xsmall"):
        with st.container(key="report_head", horizontal=True, vertical_alignment="center"):
            st.subheader(_title(job), anchor=False, width="stretch")
            st.button("Close", key="close_report", type="tertiary", icon=":material/close:",
                      on_click=_on_close)  # fmt: skip
        if job.message:
            st.markdown(theme.plain(job.message))
        if job.phase == "failed" or (job.phase == "stopped" and not job.message):
            st.markdown(
                "What was stored is kept. Add the same again to go on: nothing comes twice."
            )
        if job.report:
            _draw_report(job.report)


def _title(job: JobState) -> str:
    if job.report is None:
        return "Not finished"
    number = theme.counted(job.report.stored, "article")
    return f"{number} added" if job.phase == "done" else f"Stopped: {number} added"


def _draw_report(report: IngestReport) -> None:
    st.markdown(words.tally(report))
    if report.stored:
        _draw_ways_on(report.batch_id, report.stored)
    rejections.draw(report.rejected, report.batch_id)


def draw_batch(batch: Batch) -> None:
    """The report of an earlier batch."""
    with st.container(key=f"earlier_{batch.batch_id}", gap="small"):
        if batch.stored:
            _draw_ways_on(batch.batch_id, 0)
        if batch.finished_at:
            rejections.draw(adding.rejections(batch.batch_id), batch.batch_id)
        else:
            st.caption("It was cut off before its report was written.")


def _draw_ways_on(batch_id: str, stored: int) -> None:
    added = adding.added(batch_id)
    with st.container(horizontal=True, key=f"ways_on_{batch_id}", vertical_alignment="center"):
        st.button("Show them on Explore", key=f"explore_{batch_id}", help=_explore_words(added),
                  on_click=_on_explore, args=(added,))  # fmt: skip
        st.button("Read them", key=f"read_{batch_id}", on_click=_on_read, args=(added,))
        if stored:
            undoing.draw(batch_id, stored)


def _explore_words(added: Added) -> str:
    if added.days is None:
        return "None of them says when it was published: Explore opens with everything"
    first, last = map(date.fromisoformat, added.days)
    said = f"Everything published on {date_range_words(first, last)}"
    if not added.undated:
        return said
    return f"{said}; of these articles {theme.number(added.undated)} without a date are left out"


def _on_explore(added: Added) -> None:
    _go("explore", added)


def _on_read(added: Added) -> None:
    if len(added.article_ids) == 1:
        state.open_article(added.article_ids[0])
    _go("articles", added)


def _go(page: str, added: Added) -> None:
    here = state.session()
    here.past.append(here.brush)
    here.brush = Brush((clause("published", *added.days),)) if added.days else Brush()
    state.go(page)


def _on_close() -> None:
    here = state.session().adding
    if here.again != here.job or not here.offers:
        adding.forget(here.job)
    here.job = ""
