"""Machine findings that an older Dateline made, and how they are made anew."""

from __future__ import annotations

import streamlit as st

from dateline import jobs
from dateline.extract.version import EXTRACTOR
from dateline.jobs import JobState, Kind
from dateline.settings import corpus_path
from dateline.store import Store

from .following import running, state, stop
from .views import _current, _index

__all__ = [
    "EXTRACTOR",
    "JobState",
    "Kind",
    "doubtful",
    "is_here",
    "outdated",
    "running",
    "start",
    "state",
    "stop",
]


def outdated() -> int:
    """How many articles another version of the extractors has read."""
    return _outdated(*_current())


@st.cache_data(max_entries=20, show_spinner=False)
def _outdated(path: str, mark: str) -> int:  # noqa: ARG001 - the fingerprint is cached by
    with Store.open(path, readonly=True) as store:
        return store.outdated_count(EXTRACTOR)


def doubtful(dim_below: float) -> tuple[int, int]:
    """Quotations of a confidence below, and all quotations."""
    sure = _index(*_current()).frames["quotations"]["confidence"]
    return int((sure < dim_below).sum()), len(sure)


def start() -> str:
    """The id of a job that makes the findings of those articles anew."""
    return jobs.start_reanalyse(corpus_path())


def is_here(job: JobState) -> bool:
    """Whether a job is on the corpus in use."""
    return job.corpus.resolve() == corpus_path().resolve()
