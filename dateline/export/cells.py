"""Cells of a CSV that no spreadsheet takes for a formula, and the way back."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import orjson
import pandas as pd

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_RISKY = re.compile("'*[=+\\-@\t\r\n\\ufffd\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}"
                    "\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}]")  # fmt: skip


def safe_cell(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet could run it as a formula.

    Risky is what begins with = + - @, a tab, a line end, NUL or a full-width form of a sign, and
    what begins with apostrophes before one of these, so that `restore_cell` is never in doubt.
    A NUL becomes U+FFFD, which most readers of CSV need.

    Source: CWE-1236; OWASP, CSV injection.
    """
    readable = text.replace("\0", REPLACEMENT)
    return f"'{readable}" if _RISKY.match(readable) else readable


def restore_cell(cell: str) -> str:
    """The text that `safe_cell` was given, but for a NUL, which stays U+FFFD."""
    return cell[1:] if cell.startswith("'") and _RISKY.match(cell) else cell


def as_cell(value: object) -> str | int | float:
    """A value as a cell: numbers as they are, lists as JSON, times as ISO, nothing as empty."""
    if isinstance(value, str):
        return safe_cell(value)
    if isinstance(value, (list, tuple, dict)):
        return safe_cell(orjson.dumps(value, option=orjson.OPT_SERIALIZE_NUMPY).decode())
    if value is None or value is pd.NaT or value is pd.NA or value != value:
        return ""
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, (bool, date)):
        return str(value).lower()
    return value if isinstance(value, (int, float)) else safe_cell(str(value))


def _moment(value: datetime) -> str:
    if value.tzinfo is None:
        return value.isoformat()
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
