"""One file -> its articles, with what can be known of it before they are read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cached_property

from ..records import Article, Rejected, Source
from .encodings import Survey, decode
from .header_map import match_columns
from .html import article_from_html
from .jsonl import read_jsonl, record_keys
from .look import Kind, Look, look_into
from .parquet import column_names, read_parquet, row_count
from .paths import PAGES, TEXTS, ending_of, file_name_of, title_of
from .rows import Origin, Row, articles_of_rows
from .scraped import article_from_text
from .tables import header_of, read_table


class Reading:
    """A file to read: looked into once, when first asked about; its articles come lazily."""

    def __init__(self, source: Source) -> None:
        self.source = source

    @property
    def expected(self) -> int:
        """How many items the file seems to give, at least 1; a file of one stays closed."""
        if ending_of(self.source) in TEXTS | PAGES or not self.rows:
            return 1
        has_text = match_columns(self.columns(), self.source.columns).has_text
        return self.rows if has_text or self.kind == "JSON lines" else 1

    @property
    def kind(self) -> Kind:
        return self._look.kind

    @property
    def rows(self) -> int | None:
        """How many rows the file has; None where it has none, or they are not to be counted."""
        survey = self._look.survey
        if survey is None:
            return None
        if self.kind == "Parquet":
            return row_count(self.source.path)
        return survey.lines if self.kind == "JSON lines" else survey.rows

    def columns(self) -> tuple[str, ...]:
        """The columns of a table or the keys of the first records, empty for other files."""
        path, survey = self.source.path, self._look.survey
        if survey is None:
            return ()
        if self.kind == "Parquet":
            return column_names(path)
        if self.kind == "JSON lines":
            return record_keys(path, survey)
        return header_of(path, survey, self.source.columns)

    def articles(self, seen: str) -> Iterator[Article | Rejected]:
        """The articles of the file, one at a time; tables and JSON lines give one a row.

        Args:
            seen: when it was collected, UTC ISO 8601; a row that says so itself wins.
        """
        look = self._look
        try:
            if look.fault:
                yield self._rejected(look.fault)
            elif look.survey:
                yield from self._rows(look.survey, seen)
            else:
                yield self._one_article(seen)
        except OSError as error:
            yield self._rejected(f"the file cannot be read: {error.strerror or error}")

    @cached_property
    def _look(self) -> Look:
        return look_into(self.source)

    def _rejected(self, reason: str) -> Rejected:
        return Rejected(title_of(self.source), 0, reason)

    def _one_article(self, seen: str) -> Article | Rejected:
        data, name = self.source.path.read_bytes(), file_name_of(self.source)
        digest = hashlib.sha256(data).hexdigest()
        if self.kind == "page":
            read = article_from_html(data, source_file=name, source_sha256=digest, seen=seen)
        else:
            text = decode(data)
            read = article_from_text(text, source_file=name, source_sha256=digest, seen=seen)
        return self._rejected(read.reason) if isinstance(read, Rejected) else read

    def _rows(self, survey: Survey, seen: str) -> Iterator[Article | Rejected]:
        path, title, chosen = self.source.path, title_of(self.source), self.source.columns
        rows: Iterator[Row | Rejected]
        if self.kind == "Parquet":
            rows = read_parquet(path, title, chosen)
        elif self.kind == "JSON lines":
            rows = read_jsonl(path, title, survey)
        else:
            rows = read_table(path, title, survey, chosen)
        origin = Origin(title, file_name_of(self.source), survey.sha256, seen, chosen)
        yield from articles_of_rows(rows, origin)
