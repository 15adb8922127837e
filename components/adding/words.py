"""What the screen says of numbers, times and files, in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from components import theme
from data.access.adding import PASTED, Batch, IngestReport, JobState, Preview

SINGLE = {"text", "page"}
ONE_A_FILE = {".txt", ".text", ".html", ".htm"}


def expected(preview: Preview) -> tuple[int, bool]:
    """How many articles a file gives at most, and whether that is sure."""
    if preview.kind in SINGLE or not preview.articles:
        return len(preview.articles), True
    seen = len(preview.articles) + len(preview.rejected)
    if preview.rows is None:
        return len(preview.articles), False
    return max(preview.rows - len(preview.rejected), 0), preview.rows <= seen


def file_words(preview: Preview, name: str) -> str:
    """table, up to 340 articles, 2 rejected so far."""
    number, is_sure = expected(preview)
    counted = theme.counted(number, "article")
    if not is_sure:
        counted = f"{'from' if preview.rows is None else 'up to'} {counted}"
    kind = "pasted text" if is_pasted(name) else preview.kind
    parts = [kind, counted] if number or preview.articles else [kind, "nothing to add"]
    if preview.rejected and preview.articles:
        parts.append(f"{theme.number(len(preview.rejected))} rejected so far")
    return ", ".join(parts)


def is_pasted(name: str) -> bool:
    return name.startswith(PASTED)


def promise(previews: Sequence[Preview], unseen: Sequence[PurePath]) -> tuple[str, bool]:
    """What the button says, and whether there is anything to add.

    Args:
        previews: the files that were looked at.
        unseen: the files that were not; one that holds a single article is counted as one.
    """
    singles = sum(path.suffix.casefold() in ONE_A_FILE for path in unseen)
    is_open = singles < len(unseen) or any(
        preview.articles and preview.rows is None and preview.kind not in SINGLE
        for preview in previews
    )
    if is_open:
        files = len(previews) + len(unseen)
        return f"Add the articles of {theme.counted(files, 'file')}", True
    numbers = [expected(preview) for preview in previews]
    total = sum(number for number, _ in numbers) + singles
    if not total:
        return "Add articles", False
    is_sure = not unseen and all(sure for _, sure in numbers)
    return f"Add {'' if is_sure else 'up to '}{theme.counted(total, 'article')}", True


def tally(report: IngestReport | Batch) -> str:
    """340 read = 331 stored + 8 duplicate + 1 rejected."""
    rejected = report.rejected if isinstance(report.rejected, int) else len(report.rejected)
    parts = (report.stored, "stored"), (report.duplicate, "duplicate"), (rejected, "rejected")
    total = sum(number for number, _ in parts)
    said = " + ".join(f"{theme.number(number)} {what}" for number, what in parts)
    return f"{theme.number(total)} read = {said}"


def pace(job: JobState) -> str:
    """120 of 340, 2.1 a second, about 2 min left."""
    parts = [f"{theme.number(job.done)} of {theme.number(max(job.done, job.total))}"]
    if job.rate > 0:
        rate = f"{job.rate:.1f}" if job.rate < 10 else theme.number(round(job.rate))
        parts.append(f"{rate} a second")
    if job.seconds_left is not None:
        parts.append(f"{duration(job.seconds_left)} left")
    return " · ".join(parts)


def share(job: JobState) -> float:
    """How much of the job is done, 0 to 1."""
    return min(job.done / job.total, 1.0) if job.total > 0 else 0.0


def duration(seconds: float) -> str:
    """less than a minute, about 3 min, about 2 h 10 min."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return "less than a minute"
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"about {minutes} min"
    return f"about {hours} h {rest} min" if rest else f"about {hours} h"


def sources_words(sources: Sequence[str], most: int = 3) -> str:
    """a.csv, b.csv, c.txt and 37 more."""
    shown = [theme.shortened(source, 90) for source in sources[:most]]
    more = len(sources) - len(shown)
    if more:
        return f"{', '.join(shown)} and {theme.number(more)} more"
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]])) or "nothing"
