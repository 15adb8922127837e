"""What analytic standards say of a briefing, and the briefing with what they propose."""

from __future__ import annotations

from dateline import standards
from dateline.briefing import Briefing
from dateline.standards import Finding, applied

from .briefings import shown

__all__ = ["Finding", "applied", "findings"]


def findings(briefing: Briefing) -> tuple[Finding, ...]:
    """Where a briefing departs from analytic standards, by what its slides show now.

    Raises:
        CorpusError: the corpus cannot be read.
    """
    return standards.findings(briefing, {slide.slide_id: shown(slide) for slide in briefing.slides})
