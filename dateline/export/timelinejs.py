"""Findings as the table that TimelineJS reads: an event a row, under its heads.

Source: TimelineJS 3, the columns of its spreadsheet.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import BinaryIO

from ..dates import date_words
from .provenance import COLUMNS
from .table import About, Row, Table, Written
from .tables import write_rows

HEADS = (
    *("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time"),
    *("Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption"),
    *("Media Thumbnail", "Alt Text", "Type", "Group", "Background"),
)
TABLES = ("articles", "quotations", "timexes")
"""The tables whose rows are events."""
TITLES: Mapping[str, str] = {
    "articles": "Articles",
    "quotations": "Quotations",
    "timexes": "Dates in the text",
}
LONGEST = 600
"""Code points of an event's words; a longer text ends with an ellipsis."""
_DATE = re.compile(r"(-?\d{4,})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d(?::\d\d)?).*)?)?)?")


def write_timeline(
    table: Table, about: About, out: Path | BinaryIO | None = None, has_bom: bool = False
) -> Written:
    """What was written, in constant memory: a title first, then an event a row that has a date.

    TimelineJS shows no event without a year: rows that have none are left out, and counted in a
    note. Words of articles are escaped, as TimelineJS takes its cells for HTML.

    Raises:
        UsageError: the file cannot be written.
    """
    told = Written()
    columns = (*HEADS, *(name for name in COLUMNS if name in table.columns))
    undated: list[int] = [0]
    rows = _rows(table, about, columns, undated)
    told.rows = write_rows(rows, "csv", out, columns, has_bom) - 1
    if undated[0]:
        told.notes = (f"{undated[0]:,} without a date, which TimelineJS cannot show, are left out",)
    return told


def _rows(
    table: Table, about: About, columns: Iterable[str], undated: list[int]
) -> Iterator[dict[str, object]]:
    blank: dict[str, object] = dict.fromkeys(columns, "")
    yield blank | _title(table.name, about)
    for row in table.rows:
        found = event(row, table.name)
        if found:
            yield blank | _provenance(row, blank) | found
        else:
            undated[0] += 1


def _provenance(row: Row, blank: Row) -> dict[str, object]:
    """Where the row comes from; an article's own version makes room for that of its analysis."""
    told = {name: row[name] for name in COLUMNS if name in blank}
    return told | ({"version": row["method_version"]} if "method_version" in row else {})


def event(row: Row, table: str) -> dict[str, object]:
    """The cells of one event; none where it has no date."""
    first, last = _days(row, table)
    start, end = dated(first), dated(last)
    if not start:
        return {}
    heads = ("Year", "Month", "Day", "Time")
    found: dict[str, object] = dict(zip(heads, start, strict=True))
    if end and end != start:
        found |= zip((f"End {head}" for head in heads), end, strict=True)
    headline, text = _words(row, table)
    return found | {
        "Display Date": _shown(row, table, first),
        "Headline": _plain(headline),
        "Text": _plain(text),
        "Group": TITLES[table],
    }


def dated(stated: str) -> tuple[str, ...]:
    """Year, month, day and time as numbers without zeros before them; what is not stated empty."""
    found = _DATE.fullmatch(stated)
    if not found:
        return ()
    year, month, day = (str(int(part)) if part else "" for part in found.groups()[:3])
    return year, month, day, (found[4] or "")


def _days(row: Row, table: str) -> tuple[str, str]:
    if table == "timexes":
        return str(row["first"] or ""), str(row["last"] or "")
    return str(row.get("said_on") or row["published"] or ""), ""


def _shown(row: Row, table: str, stated: str) -> str:
    """The date in words, and what it is the date of, where it is closer than a month."""
    if table == "timexes":
        return ""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d).*)?", stated)
    if not found:
        return ""
    try:
        day = date_words(date.fromisoformat(found[1]))
    except ValueError:
        return ""
    if row.get("said_on"):
        return f"said on {day}"
    return f"published {day}, {found[2]} UTC" if found[2] else f"published {day}"


def _words(row: Row, table: str) -> tuple[str, str]:
    by = ", ".join(str(row[name]) for name in ("outlet", "title") if row.get(name))
    if table == "quotations":
        return str(row["speaker"] or "Speaker not named"), f"“{row['content']}” {by}"
    if table == "timexes":
        return str(row["surface"]), f"{row['passage']} {by}"
    text = str(row.get("text") or row.get("passage") or "")
    return str(row["title"] or "Without a title"), f"{text.removeprefix(str(row['title']))} {by}"


def _plain(words: str) -> str:
    """Words on one line, at most `LONGEST`, that a reader of HTML shows letter by letter."""
    flat = " ".join(words.split())
    cut = flat if len(flat) <= LONGEST else flat[: LONGEST - 1].rstrip() + "…"
    return html.escape(cut, quote=False)


def _title(table: str, about: About) -> dict[str, object]:
    said = f"{about.selection}. From {about.corpus}, {about.made}. {about.method}."
    return {"Headline": TITLES[table], "Text": _plain(said), "Type": "title"}
