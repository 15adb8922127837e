"""The jobs on the corpus that is open: how far they are, with a stop, and what came of them."""

from __future__ import annotations

import streamlit as st

from components import beat, state, theme
from components.settings import saving
from data.access import analysis
from data.access.analysis import JobState, Kind

TITLES: dict[Kind, str] = {"ingest": "Reading articles", "reanalyse": "Making findings anew"}
SECONDS = 1.0


def draw(kind: Kind) -> bool:
    """Whether a job of the kind is under way; it is drawn, or else how the last one ended."""
    under_way = _under_way(kind)
    if under_way:
        _follow(kind, tuple(job.job_id for job in under_way))
    else:
        ended = analysis.state(state.session().preferring.job)
        if ended and ended.kind == kind and analysis.is_here(ended):
            st.markdown(theme.plain(ended_words(ended)))
    return bool(under_way)


def _under_way(kind: Kind) -> list[JobState]:
    return [job for job in analysis.running() if job.kind == kind]


def _follow(kind: Kind, shown: tuple[str, ...]) -> None:
    @st.fragment(key=f"following_{kind}")
    def follow() -> None:
        with state.boundary():
            beat.every(SECONDS, f"{kind}_beat")
            under_way = _under_way(kind)
            if tuple(job.job_id for job in under_way) != shown:
                st.rerun()
            for job in under_way:
                _draw_job(job)

    follow()


def _draw_job(job: JobState) -> None:
    with st.container(key=f"running_{job.job_id}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center"):
            said = job.message if job.phase == "waiting" or not job.total else pace(job)
            st.markdown(f"**{TITLES[job.kind]}** · {theme.plain(said)}", width="stretch")
            st.button("Stop", key=f"stop_{job.job_id}", on_click=_on_stop, args=(job.job_id,))
        st.progress(min(1.0, job.done / job.total) if job.total else 0.0)
        st.caption("Dateline can be used meanwhile. What is done by then stays when you stop it.")


def pace(job: JobState) -> str:
    """120 of 340, 2.1 a second, about 2 min left."""
    parts = [f"{theme.number(job.done)} of {theme.number(job.total)}"]
    if job.rate > 0:
        parts.append(f"{job.rate:.1f} a second")
    if job.seconds_left is not None:
        left = job.seconds_left
        parts.append(f"about {left:.0f} s left" if left < 60 else f"about {left / 60:.0f} min left")
    return ", ".join(parts)


def ended_words(job: JobState) -> str:
    """What came of a job."""
    if job.phase == "failed":
        return job.message
    report = job.report
    done = report.stored if report else job.done
    said = f"{theme.counted(done, 'article')} {'stored' if report else 'analysed again'}"
    return f"{said}{', then stopped' if job.phase == 'stopped' else ''}."


def _on_stop(job_id: str) -> None:
    with saving.asked() as here:
        analysis.stop(job_id)
        here.said = "Stopping after the articles under way."
