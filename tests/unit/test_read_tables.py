"""Tables and JSON lines: rows, their lines, and what is listed as broken."""

from __future__ import annotations

import json

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from dateline.read import read_path
from dateline.read.addresses import web_address
from dateline.read.header_map import as_text, match_columns
from dateline.read.jsonl import read_record
from dateline.read.tables import column_names, read_rows
from dateline.records import Article, Rejected

BODY = "The council of the harbour town voted on Monday to build a new bridge over the river."


def rows_of(table: str) -> list[tuple[int, object]]:
    read = read_rows(table.splitlines(keepends=True), "t.csv")
    return [(r.line, "!") if isinstance(r, Rejected) else (r[0], r[1].get("text")) for r in read]


TABLES = [
    ("text,url\nA,1\nB,2\n", [(2, "A"), (3, "B")]),
    ("text\turl\nA\t1\n", [(2, "A")]),
    ("text;url\nA, b;1\n", [(2, "A, b")]),
    ('text,url\n"A\nB",1\nC,2\n', [(2, "A\nB"), (4, "C")]),
    ('text,url\n"A ""b"" c",1\n', [(2, 'A "b" c')]),
    ("text,url\nA,1,9\nB\nC,3\n", [(2, "!"), (3, "!"), (4, "C")]),
    ('text,url\n"A,1\nB,2\nC,3\n', [(2, "!"), (3, "B"), (4, "C")]),
    ('text,url\nA,1\n"B,2\nC,3\n"D",4\n', [(2, "A"), (3, "!"), (4, "C"), (5, "D")]),
    ("text,url\r\n\r\nA,1\r\n", [(3, "A")]),
    ("\n\ntext,url\nA,1\n", [(4, "A")]),
    ("", [(0, "!")]),
    ("text,url\n", [(1, "!")]),
    ("id,title\n1,A\n", [(1, "!")]),
]


@pytest.mark.parametrize(("table", "rows"), TABLES)
def test_read_rows_when_rows_are_broken_lists_them_and_keeps_the_others(table, rows):
    assert rows_of(table) == rows


def test_read_rows_when_ten_thousand_quotes_are_open_stays_quick():
    table = "text,url\n" + '"A,1\nB,2\n' * 10_000
    assert sum(1 for _, text in rows_of(table) if text == "!") == 10_000


@given(st.text(alphabet='a",;\t|\n\r\0 \ufeff', max_size=60))
def test_read_rows_when_given_anything_never_raises(table):
    assert all(line >= 0 for line, _ in rows_of("text,url\n" + table))


def test_column_names_when_blank_or_repeated_are_renamed():
    assert column_names(["\ufefftext", "", "title", "title", " title "]) == [
        "text", "column 2", "title", "title (2)", "title (3)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("articleBody", "text"), ("Body Text", "text"), ("CONTENT", "text"), ("headline", "title"),
        ("publish_date", "published"), ("dateTimePub", "published"), ("indexed_date", "seen"),
        ("seendate", "seen"), ("media_name", "outlet"), ("SourceCommonName", "outlet"),
        ("authors", "byline"), ("lang", "language"), ("DocumentIdentifier", "url"),
    ],
)  # fmt: skip
def test_match_columns_when_a_header_is_known_fills_its_field(header, field):
    assert match_columns([header, "movies"]).by_field == {field: (header,)}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("text", "text"),
        (None, ""),
        (float("nan"), ""),
        (["Ana Lima", {"name": "Jo Souza"}], "Ana Lima, Jo Souza"),
        ({"title": "The Bay Mail", "uri": "bay.example"}, "The Bay Mail"),
        ({"$date": 1474528230000}, "1474528230000"),
        (12, "12"),
    ],
)
def test_as_text_when_a_value_is_nested_gives_its_words(value, words):
    assert as_text(value) == words


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        (" https://bay.example/a?b=1 ", "https://bay.example/a?b=1"),
        ("HTTP://bay.example", "HTTP://bay.example"),
        ("javascript:alert(1)", ""),
        ("javascript://bay.example/%0aalert(1)", ""),
        ("java\tscript://bay.example", ""),
        ("data:text/html,x", ""),
        ("ftp://bay.example", ""),
        ("https://[broken", ""),
        ("https://", ""),
        ("bay.example", ""),
    ],
)
def test_web_address_when_the_scheme_is_not_http_gives_nothing(raw, address):
    assert web_address(raw) == address


def read_all(path) -> tuple[list[Article], list[Rejected]]:
    found = list(read_path(path, "2024-01-01T00:00:00Z"))
    articles = [one for one in found if isinstance(one, Article)]
    return articles, [one for one in found if isinstance(one, Rejected)]


def test_read_path_when_a_csv_has_articles_fills_their_fields(tmp_path):
    path = tmp_path / "news.csv"
    path.write_text(
        "title,body,link,publish_date,media_name,lang,author,indexed_date\n"
        f"A new bridge,{BODY},https://b.example/1,2022-03-14 17:40:00,Bay Mail,eng,AFP,2022-03-15\n"
        f"<b>An old ferry</b>,{BODY},javascript:alert(1),14/03/2022,https://www.bay.example,,,\n"
        f"A third,{BODY},,04/03/2022,,,,\n"
    )
    (first, second, third), rejected = read_all(path)
    assert rejected == []
    assert first.text == f"A new bridge\n\n{BODY}"
    assert (first.url, first.outlet, first.agency) == ("https://b.example/1", "Bay Mail", "AFP")
    assert (first.published, first.seen) == ("2022-03-14T17:40:00Z", "2022-03-15")
    assert (first.language, first.source_file) == ("en", "news.csv:2")
    assert (second.title, second.url) == ("<b>An old ferry</b>", "")
    assert (second.published, second.outlet) == ("2022-03-14", "bay.example")
    assert second.seen == "2024-01-01T00:00:00Z"
    assert third.published == "2022-03-04"
    assert dict(third.raw_times)["published_order"] == "day first in 04/03/2022"


def test_read_path_when_a_csv_has_no_text_column_names_what_it_has(tmp_path):
    path = tmp_path / "mc.csv"
    path.write_text(
        "id,media_name,publish_date,title,url\n1,Bay Mail,2022-03-14,A,https://x.example\n"
    )
    articles, (rejected,) = read_all(path)
    assert articles == []
    assert "'media_name', 'publish_date'" in rejected.reason
    assert "accepted: body, articleBody" in rejected.reason
    assert "titles and addresses only" in rejected.reason


@pytest.mark.parametrize(("width", "kind"), [(16, "Mentions"), (27, "GKG"), (61, "Events 2.0")])
def test_read_path_when_a_table_is_gdelt_without_header_says_so(tmp_path, width, kind):
    path = tmp_path / "gdelt.csv"
    path.write_text("\t".join(["20220314", *["x"] * (width - 1)]) + "\n")
    _, (rejected,) = read_all(path)
    assert f"GDELT {kind}" in rejected.reason


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": ', "not valid JSON: Expecting value"),
        ('{"text": NaN}', "not valid JSON: NaN is no JSON number"),
        ("[" * 100_000, "not valid JSON: nested too deeply"),
        ("[1]", "the line holds a JSON list"),
        ('{"n": ' + "9" * 5000 + "}", "not valid JSON: Exceeds the limit"),
    ],
)
def test_read_record_when_the_line_is_broken_says_why(line, reason):
    read = read_record(line)
    assert isinstance(read, str)
    assert read.startswith(reason)


def test_read_path_when_json_lines_are_broken_lists_them_by_line(tmp_path):
    path = tmp_path / "news.jsonl"
    good = {
        "headline": "A new bridge",
        "bodies": [{"value": BODY}],
        "source": {"title": "Bay Mail"},
    }
    lines = [json.dumps(good), '{"text": "cut', "", json.dumps({"title": "x"}), '{"text": " "}']
    path.write_text("\n".join(lines))
    (article,), rejected = read_all(path)
    assert (article.title, article.outlet, article.source_file) == (
        "A new bridge", "Bay Mail", "news.jsonl:1",
    )  # fmt: skip
    assert [one.line for one in rejected] == [2, 4, 5]
    assert "found: 'title'" in rejected[1].reason


def test_read_path_when_a_cell_holds_markup_reads_its_words(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text(
        json.dumps({"content": f"<p>{BODY}</p><script>x</script><p>It <b>met</b>.</p>"})
    )
    (article,), _ = read_all(path)
    assert article.text == f"{BODY}\n\nIt met."


def test_read_path_when_given_parquet_reads_its_rows(tmp_path):
    path = tmp_path / "news.parquet"
    parquet.write_table(
        pyarrow.table({"text": [BODY, None], "title": ["A new bridge", "B"], "n": [1, 2]}), path
    )
    (article,), (rejected,) = read_all(path)
    assert (article.title, article.source_file) == ("A new bridge", "news.parquet:1")
    assert (rejected.line, rejected.reason) == (2, "the text is empty")


def test_read_path_when_parquet_is_damaged_says_so(tmp_path):
    path = tmp_path / "news.parquet"
    parquet.write_table(pyarrow.table({"text": [BODY]}), path)
    path.write_bytes(path.read_bytes()[:-20])
    articles, (rejected,) = read_all(path)
    assert articles == []
    assert "damaged" in rejected.reason


def test_read_path_when_the_sample_tables_are_read_keeps_every_row(shared):
    articles, rejected = read_all(shared / "samples" / "csv" / "BuzzFeed_real_news_content.csv")
    assert (len(articles), rejected) == (91, [])
    _, (no_text,) = read_all(shared / "samples" / "csv" / "mediacloud-story-list.csv")
    assert "titles and addresses only" in no_text.reason
