"""Statements fit to be shown: their day, who carries them, how one form differs from another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from components import theme
from components.typeset import source
from components.typeset.text import ELLIPSIS, Piece, pieces
from dateline.brush import date_range_words, date_words

NEAR = 5
"""Words beside a difference that are shown with it."""
Stretch = tuple[str, str, str]
Row = Mapping[Any, Any]


def day_words(iso: str) -> str:
    """19 Aug 2021; empty where no day is stated."""
    return date_words(date.fromisoformat(iso)) if iso else ""


def days_words(first: str, last: str) -> str:
    """19 Aug 2021, or the days from the first to the last."""
    ends = [date.fromisoformat(iso) for iso in (first, last or first) if first]
    return date_range_words(ends[0], ends[1]) if ends else ""


def carried_words(row: Row) -> str:
    """3 outlets · 4 articles, 2 of them copies · 2 independent origins."""
    copies = int(row["articles"]) - int(row["stories"])
    articles = theme.counted(int(row["articles"]), "article")
    if copies:
        are = "is a copy" if copies == 1 else "are copies"
        articles = f"{articles}, of which {theme.number(copies)} {are}"
    outlets = theme.counted(int(row["outlets"]), "outlet") if row["outlets"] else ""
    origins = theme.counted(int(row["origins"]), "independent origin")
    alone = int(row["articles"]) == 1
    return "" if alone else " · ".join(part for part in (outlets, articles, origins) if part)


def carriers(row: Row) -> list[dict[str, Any]]:
    """The outlets that carry it, who was first before the others, each a way to its article."""
    found = []
    for at, one in enumerate(row["carriers"]):
        times = f" ×{theme.number(one['count'])}" if one["count"] > 1 else ""
        found.append(
            {
                "outlet": pieces(one["outlet"] or "outlet not stated"),
                "when": source.time_of(one | {"published_iso": one["published"]}, "published")
                or "date not stated",
                "times": times,
                "first": at == 0 and bool(one["published"]) and len(row["carriers"]) > 1,
                "article": one["article_id"],
                "at": int(one["start"]),
            }
        )
    return found


def others_words(row: Row) -> str:
    """How many outlets are not named."""
    rest = int(row["outlets"]) - sum(bool(one["outlet"]) for one in row["carriers"])
    return f"and {theme.counted(rest, 'outlet')} more, in the CSV" if rest > 0 else ""


def stretches(found: Sequence[Stretch], whole: bool) -> list[dict[str, Any]]:
    """The stretches of a form against another; without `whole` only what is near a difference."""
    shown = []
    for at, (kind, text, other) in enumerate(found):
        told = text if whole or kind != "same" else _near(text, at > 0, at + 1 < len(found))
        told = told if kind == "same" else told.strip()
        shown.append({"kind": kind, "text": pieces(told), "other": pieces(other.strip())})
    return shown


def _near(text: str, has_before: bool, has_after: bool) -> str:
    """The words at the ends that touch a difference."""
    words = text.split(" ")
    if len(words) <= 2 * NEAR:
        return text
    head = " ".join(words[:NEAR]) if has_before else ""
    tail = " ".join(words[-NEAR - 1 :]) if has_after else ""
    return f"{head} {ELLIPSIS} {tail}"


def cue_words(cues: Sequence[str]) -> list[Piece]:
    """Cues as written; a mark that stands for one, as a colon does, is left out."""
    return pieces(", ".join(cue for cue in cues if any(map(str.isalpha, cue))))


def named(row: Row) -> list[Piece]:
    """The speaker, by name or as written."""
    return pieces(row["speaker"] or row["speaker_surface"] or "Speaker not stated")
