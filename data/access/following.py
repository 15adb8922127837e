"""The jobs on the corpus in use: which there are, how far they are, and how one is stopped."""

from __future__ import annotations

from dateline import jobs
from dateline.jobs import JobState
from dateline.settings import corpus_path


def running() -> tuple[JobState, ...]:
    """The jobs on the corpus in use that wait or work, newest first, whoever started them."""
    states = [jobs.state(job_id) for job_id in jobs.running(corpus_path())]
    return tuple(state for state in states if state)


def state(job_id: str) -> JobState | None:
    """How far a job is, or what became of it."""
    return jobs.state(job_id) if job_id else None


def stop(job_id: str) -> None:
    """Ask a job to end after the articles under way; what it stored stays."""
    jobs.stop(job_id)
