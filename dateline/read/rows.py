"""Rows of a table, or records of a JSON file -> articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from ..records import Article, Rejected
from .addresses import host_of, web_address
from .agencies import agency_of
from .header_map import Columns, match_columns, no_text_reason
from .html import is_markup, text_of_markup
from .languages import language_code
from .own import own_article
from .scraped import Known, article_from_text
from .times import Order, numeric_order

ORDER_SAMPLE = 200
"""Rows read ahead to learn the order of the numbers in the dates."""

Row = tuple[int, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that rows come from."""

    source: str
    """The file as named by the user."""
    file_name: str
    sha256: str
    seen: str
    columns: Mapping[str, str]
    """Our field and the column that was chosen for it."""


def articles_of_rows(
    rows: Iterable[Row | Rejected], origin: Origin
) -> Iterator[Article | Rejected]:
    """An article or a rejection a row, in order.

    A date such as 08.09.21 is read in the order that another row of the same file proves.
    """
    stream = iter(rows)
    ahead = list(islice(stream, ORDER_SAMPLE))
    order = numeric_order(
        match_columns(row[1], origin.columns).first(row[1], "published")
        for row in ahead
        if not isinstance(row, Rejected)
    )
    for row in chain(ahead, stream):
        yield row if isinstance(row, Rejected) else _article(row, origin, order)


def _article(row: Row, origin: Origin, order: Order) -> Article | Rejected:
    line, values = row
    own = own_article(values) if not origin.columns else None
    if own:
        return own
    columns = match_columns(values, origin.columns)
    if not columns.has_text:
        return Rejected(origin.source, line, no_text_reason([str(name) for name in values]))
    text = columns.first(values, "text")
    if not text:
        return Rejected(origin.source, line, "the text is empty")
    read = article_from_text(
        text_of_markup(text) if is_markup(text) else text,
        source_file=origin.file_name,
        source_sha256=origin.sha256,
        seen=origin.seen,
        known=_known(columns, values, order),
        line=line,
    )
    return Rejected(origin.source, line, read.reason) if isinstance(read, Rejected) else read


def _known(columns: Columns, values: Mapping[str, object], order: Order) -> Known:
    byline = columns.first(values, "byline")
    agency = columns.first(values, "agency")
    return Known(
        title=columns.first(values, "title"),
        deck=columns.first(values, "deck"),
        url=web_address(columns.first(values, "url")),
        outlet=host_of(columns.first(values, "outlet")),
        agency=agency_of(agency) or agency or agency_of(byline),
        byline=byline,
        published=columns.first(values, "published"),
        updated=columns.first(values, "updated"),
        seen=columns.first(values, "seen"),
        language=language_code(columns.first(values, "language")),
        order=order,
    )
