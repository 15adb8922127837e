"""Tables as an Excel workbook: typed cells, a sheet a table, and one that says what it holds.

Source: ECMA-376; Excel's specifications and limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, BinaryIO

import orjson
import pandas as pd
from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from .cells import REPLACEMENT
from .described import words_of
from .table import About, Table, Written
from .tables import written_to

MOST_ROWS = 1_048_576
"""Rows of a sheet, its heads included."""
MOST_UNITS = 32_767
"""UTF-16 units of a cell."""
EARLIEST = datetime(1900, 3, 1)
"""Of what is before it one spreadsheet or another shows another day."""
TIMES = frozenset({"published", "updated", "seen", "said_on", "first", "last", "anchor", "at",
                   "first_published", "last_published", "first_day"})  # fmt: skip
CONTINUED = "continued"
"""The sheet in which cells go on that are longer than a cell may be."""
CONTINUED_HEADS = ("sheet", "row", "column", "part", "text")
_DAY, _MINUTE = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_WIDE = frozenset({"text", "passage", "content", "title", "url", "reason"})


def write_workbook(
    tables: Sequence[Table], about: About, out: Path | BinaryIO | None = None
) -> Written:
    """What was written, in constant memory: a table that is longer goes on in further sheets.

    Days and times are dates of Excel in UTC; those of another precision, and those before
    1 March 1900, are text. Text is never taken for a formula, a number or a link.

    Raises:
        UsageError: the file cannot be written.
    """
    with written_to(out) as file, Workbook(file, {"constant_memory": True, "in_memory": False,
                         "default_date_format": "yyyy-mm-dd hh:mm"}) as book:  # fmt: skip
        book.use_zip64()
        return _Book(book).write(tables, about)


class _Book:
    """One workbook under way."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.head = book.add_format({"bold": True})
        self.plain = book.add_format()
        self.day = book.add_format({"num_format": "yyyy-mm-dd"})
        self.minute = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        self.sheets: list[_Sheet] = []
        self.more: list[_Sheet] = []

    def write(self, tables: Sequence[Table], about: About) -> Written:
        readme = self.book.add_worksheet("README")
        lines = list[tuple[str, ...]]()
        told = Written()
        for table in tables:
            written = self._table(table)
            told.rows += written.rows
            told.notes += written.notes
            lines += _columns_of(table, written)
        if self.more:
            told.notes += (f"cells of over {MOST_UNITS:,} characters go on in {CONTINUED!r}",)
        self._readme(readme, [*_about_lines(about, told), *lines])
        return told

    def _table(self, table: Table) -> Written:
        heads = (*table.columns, CONTINUED)
        sheet = self._new(table.name, 1, heads)
        told, sheets = Written(), 1
        for row in table.rows:
            if sheet.rows == MOST_ROWS:
                sheets += 1
                sheet = self._new(table.name, sheets, heads)
            self._row(sheet, [row[name] for name in table.columns], table.columns)
            told.rows += 1
        sheet.close()
        if sheets > 1:
            said = f"{table.name} goes on in {sheets - 1} further sheets"
            told.notes = (f"{said}: a sheet has {MOST_ROWS:,} rows",)
        return told

    def _new(self, name: str, number: int, heads: Sequence[str]) -> _Sheet:
        title = name[:25] if number == 1 else f"{name[:25]} {number}"
        sheet = _Sheet(self.book.add_worksheet(title), title, self)
        sheet.begin(heads)
        return sheet

    def _row(self, sheet: _Sheet, values: Sequence[Any], names: Sequence[str]) -> None:
        going_on = []
        for at, (name, value) in enumerate(zip(names, values, strict=True)):
            rest = sheet.put(at, name, value)
            if rest:
                going_on.append(f"{name} (part 1 of {len(rest) + 1})")
                self._continue(sheet, name, rest)
        if going_on:
            sheet.text(len(names), ", ".join(going_on))
        sheet.rows += 1

    def _continue(self, sheet: _Sheet, name: str, rest: Sequence[str]) -> None:
        for number, part in enumerate(rest, start=2):
            if not self.more or self.more[-1].rows == MOST_ROWS:
                self.more.append(self._new(CONTINUED, len(self.more) + 1, CONTINUED_HEADS))
            after = self.more[-1]
            after.text(0, sheet.title)
            after.sheet.write_number(after.rows, 1, sheet.rows + 1)
            after.text(2, name)
            after.sheet.write_number(after.rows, 3, number)
            after.text(4, part)
            after.rows += 1

    def _readme(self, sheet: Worksheet, lines: Sequence[tuple[str, ...]]) -> None:
        sheet.set_column(0, 1, 24)
        sheet.set_column(2, 2, 100)
        for at, line in enumerate(lines):
            for column, words in enumerate(line):
                if words:
                    form = None if column else self.head
                    sheet.write_string(at, column, _readable(words), form)


class _Sheet:
    """One sheet under way."""

    def __init__(self, sheet: Worksheet, title: str, book: _Book) -> None:
        self.sheet, self.title, self.book = sheet, title, book
        self.rows = 0

    def begin(self, heads: Sequence[str]) -> None:
        self.sheet.freeze_panes(1, 0)
        for at, name in enumerate(heads):
            self.sheet.set_column(at, at, 50 if name in _WIDE else 18)
            self.text(at, name, self.book.head)
        self.heads = len(heads)
        self.rows = 1

    def close(self) -> None:
        """Let the heads sort and filter what stands below them."""
        self.sheet.autofilter(0, 0, max(1, self.rows - 1), self.heads - 1)

    def put(self, at: int, name: str, value: Any) -> Sequence[str]:  # noqa: ANN401 - any cell
        """Write a cell of this row; what it has no room for comes back in parts."""
        if isinstance(value, bool):
            self.sheet.write_boolean(self.rows, at, value)
        elif isinstance(value, (int, float)) and value == value and abs(value) != float("inf"):
            self.sheet.write_number(self.rows, at, value)
        elif (moment := _moment(name, value)) is not None:
            form = self.book.day if len(str(value)) == len("2021-08-19") else self.book.minute
            self.sheet.write_datetime(self.rows, at, moment, form)
        else:
            first, *rest = _cut(_readable(_words(value)))
            self.text(at, first)
            return rest
        return ()

    def text(self, at: int, words: str, form: Format | None = None) -> None:
        if words.startswith("<r>") and words.endswith("</r>"):
            self.sheet.write_rich_string(self.rows, at, words[:1], self.book.plain, words[1:])
        elif words:
            self.sheet.write_string(self.rows, at, words, form)


def _moment(name: str, value: object) -> datetime | None:
    """A day or a time that every spreadsheet shows as it is; None for any other value."""
    moment = value if isinstance(value, datetime) and not pd.isna(value) else None
    if isinstance(value, date) and not isinstance(value, datetime):
        moment = datetime(value.year, value.month, value.day)
    if isinstance(value, str) and name in TIMES and (_DAY.fullmatch(value) or _MINUTE.match(value)):
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            return None
    if moment is None:
        return None
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return moment if moment >= EARLIEST else None


def _words(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple, dict)):
        return orjson.dumps(value, option=orjson.OPT_SERIALIZE_NUMPY, default=str).decode()
    if value is None or value is pd.NaT or value is pd.NA or value != value:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def _readable(text: str) -> str:
    return _NO_XML.sub(REPLACEMENT, text)


def _cut(text: str) -> Iterator[str]:
    """The text in parts that a cell has room for; a character is never cut in two."""
    if 2 * len(text) <= MOST_UNITS:
        yield text
        return
    start = 0
    while start < len(text):
        end = min(len(text), start + MOST_UNITS)
        over = end - start + sum(letter > "\uffff" for letter in text[start:end]) - MOST_UNITS
        while over > 0:
            end -= max(1, over // 2)
            units = end - start + sum(letter > "\uffff" for letter in text[start:end])
            over = units - MOST_UNITS
        yield text[start:end]
        start = end


def _about_lines(about: About, told: Written) -> list[tuple[str, ...]]:
    return [
        ("Dateline", "", "What news articles say, each row with where it comes from"),
        ("Corpus", "", about.corpus),
        ("Selection", "", about.selection),
        ("Link", "", about.query),
        ("Made", "", about.made),
        ("Method", "", about.method),
        ("Times", "", "UTC; a month, a year or a day before 1 March 1900 stands as text"),
        ("Spans", "", "Half-open, in Unicode code points of the article's text"),
        ("Rows", "", f"{told.rows:,}"),
        *(("Note", "", note) for note in told.notes),
        ("", "", ""),
        ("Sheet", "Column", "What it is"),
    ]


def _columns_of(table: Table, written: Written) -> list[tuple[str, ...]]:
    rows = f"{written.rows:,} row{'' if written.rows == 1 else 's'}"
    columns = [(table.name, name, words_of(name, table.name)) for name in table.columns]
    return [(table.name, "", rows), *columns]
