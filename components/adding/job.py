"""The job under way, as every tab sees it, and what became of it once it has ended."""

from __future__ import annotations

import streamlit as st

from components import beat, state, theme
from components.adding import report, words
from components.adding.asked import asked
from data.access import adding
from data.access.adding import JobState

SECONDS = 1.0
TITLES = {"ingest": "Adding articles", "reanalyse": "Making findings anew"}


def draw() -> None:
    """How far the jobs on this corpus are, then the report of the one that is followed."""
    here = state.session().adding
    under_way = adding.running()
    if under_way and not here.job:
        here.job = next((one.job_id for one in under_way if one.kind == "ingest"), "")
    if under_way:
        _follow(tuple(one.job_id for one in under_way))
    followed = adding.job(here.job)
    if followed is None or followed.corpus != adding.corpus():
        here.job = ""
    elif followed.phase in ("done", "stopped", "failed"):
        _offer_again(followed)
        report.draw_job(followed)


@st.fragment(key="jobs")
def _follow(shown: tuple[str, ...]) -> None:
    with state.boundary():
        beat.every(SECONDS, "jobs_beat")
        under_way = adding.running()
        if tuple(one.job_id for one in under_way) != shown:
            st.rerun()
        for one in under_way:
            _draw_progress(one)


def _draw_progress(job: JobState) -> None:
    here = state.session().adding
    with st.container(key=f"job_{job.job_id}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", key=f"pace_{job.job_id}"):
            said = f"**{TITLES[job.kind]}** · {theme.plain(_said(job))}"
            st.markdown(said, width="stretch")
            is_stopping = here.stopping == job.job_id
            st.button("Stopping" if is_stopping else "Stop", key=f"stop_{job.job_id}",
                      disabled=is_stopping, on_click=_on_stop, args=(job.job_id,))  # fmt: skip
        st.progress(words.share(job))
        st.caption("Dateline can be used meanwhile. Stop keeps what is stored by then.")


def _said(job: JobState) -> str:
    if job.phase == "waiting" or not job.total:
        return job.message
    return words.pace(job)


def _on_stop(job_id: str) -> None:
    with asked() as here:
        adding.stop(job_id)
        here.stopping = job_id


def _offer_again(ended: JobState) -> None:
    """The files of a job that did not end well are on the list once more."""
    here = state.session().adding
    if ended.phase != "done" and here.again != ended.job_id:
        here.again = ended.job_id
        here.offers = [*adding.offers_again(ended), *here.offers]
