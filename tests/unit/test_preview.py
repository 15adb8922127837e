"""What a file would give, before anything is kept; and columns that the reader chooses."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.preview import preview
from dateline.read import FIELDS, SUPPORTED, Reading, read_path
from dateline.records import Article, Rejected, Source

ROW = {
    "date": "2024-05-01",
    "summary": "The council voted on Monday to build a bridge over the Alder.",
    "heading": "A new bridge",
    "source": "https://www.example.org/bridge",
    "content": "See the summary.",
}
MINE = {"text": "summary", "title": "heading", "url": "source", "outlet": ""}


def table(path: Path, count: int = 3) -> Path:
    records = [ROW | {"heading": f"Bridge {number}"} for number in range(count)]
    if path.suffix == ".jsonl":
        path.write_text("\n".join(json.dumps(record) for record in records))
    elif path.suffix == ".parquet":
        pd.DataFrame(records).to_parquet(path)
    else:
        frame, joint = pd.DataFrame(records), "\t" if path.suffix == ".tsv" else ","
        frame.to_csv(path, index=False, sep=joint)
    return path


KINDS = {"a.csv": "table", "a.tsv": "table", "a.jsonl": "JSON lines", "a.parquet": "Parquet"}


@pytest.mark.parametrize("name", KINDS)
def test_preview_when_given_rows_then_shows_columns_mapping_and_articles(
    name: str, tmp_path: Path
) -> None:
    found = preview(Source(table(tmp_path / name, 9)), limit=2)
    assert (found.kind, found.columns, found.rows) == (KINDS[name], tuple(ROW), 9)
    assert found.mapping == {"text": "content", "published": "date", "outlet": "source"}
    assert found.fields == FIELDS
    assert [article.outlet for article in found.articles] == ["example.org"] * 2
    assert found.rejected == ()


@pytest.mark.parametrize("name", KINDS)
def test_preview_when_columns_are_chosen_then_they_win_over_the_headers(
    name: str, tmp_path: Path
) -> None:
    found = preview(Source(table(tmp_path / name), "Council.csv", MINE))
    assert found.mapping == {
        "text": "summary",
        "title": "heading",
        "url": "source",
        "published": "date",
    }
    article = found.articles[1]
    assert article.text == f"Bridge 1\n\n{ROW['summary']}"
    assert (article.title, article.url, article.outlet) == ("Bridge 1", ROW["source"], "")
    assert article.source_file == f"Council.csv:{3 if KINDS[name] == 'table' else 2}"


@pytest.mark.parametrize("name", KINDS)
def test_read_path_when_columns_are_chosen_then_reads_what_the_preview_showed(
    name: str, tmp_path: Path
) -> None:
    path = table(tmp_path / name)
    chosen = tuple(read_path(path, "", name="Council.csv", columns=MINE))
    assert all(isinstance(one, Article) for one in chosen)
    shown = preview(Source(path, "Council.csv", MINE)).articles
    assert [one.article_id for one in chosen] == [one.article_id for one in shown]
    absent = tuple(read_path(path, "", columns={"text": "no such column"}))
    assert absent == tuple(read_path(path, ""))


def test_preview_when_no_column_has_text_then_says_so_and_a_choice_mends_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("heading;lead\nRain;The river rose on Monday and the bridge was closed.\n")
    found = preview(Source(path))
    assert (found.articles, found.mapping) == ((), {})
    assert "no column with the articles' text" in found.rejected[0].reason
    assert Reading(Source(path)).expected == 1
    mended = preview(Source(path, columns={"text": "lead"}))
    assert mended.columns == ("heading", "lead")
    assert mended.articles[0].text.startswith("The river rose")


def test_preview_when_given_a_text_or_a_page_then_shows_the_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The river rose on Monday.\n")
    (tmp_path / "b.txt").write_text("<html><body><p>" + "Rain fell on the town. " * 20 + "</p>")
    text, page = (preview(Source(tmp_path / name)) for name in ("a.txt", "b.txt"))
    assert [found.kind for found in (text, page)] == ["text", "page"]
    assert [len(found.articles) for found in (text, page)] == [1, 1]
    assert (text.columns, text.rows, dict(text.mapping)) == ((), None, {})


def test_preview_when_given_a_folder_then_shows_the_first_file_that_is_read(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04")
    table(tmp_path / "b.csv")
    assert preview(Source(tmp_path)).kind == "table"
    (tmp_path / "b.csv").unlink()
    assert "files .docx are not read" in preview(Source(tmp_path)).rejected[0].reason


@pytest.mark.parametrize("count", [0, 1, 5, 60])
def test_preview_when_rows_are_broken_then_shows_the_first_of_each(
    count: int, tmp_path: Path
) -> None:
    broken = "only one cell\n" * count
    (tmp_path / "a.csv").write_text(f"date,text\n{broken}2024-05-01,The river rose.\n")
    found = preview(Source(tmp_path / "a.csv"), limit=3)
    assert len(found.rejected) == min(count, 3)
    assert len(found.articles) == (1 if count < 50 else 0)
    assert found.rows == count + 1


COUNTED = [
    ("text\nA\nB\n", 2),
    ("text\nA\nB", 2),
    ('text\n"A\nB\n\n"\nC\n', 2),
    ('text\n"A ""quoted""\nB"\n', 1),
    ("text\r\nA\r\nB\r\n", 2),
    ("text\n", 0),
    ('text\n"A\nB\n', None),
]


@pytest.mark.parametrize(("content", "rows"), COUNTED)
def test_rows_when_counted_then_cells_over_several_lines_count_once(
    content: str, rows: int | None, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(content, newline="")
    assert preview(Source(path)).rows == rows


def test_rows_when_a_cell_spans_chunks_then_are_counted_as_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    cell = '"' + "Rain fell on the town.\n" * 40 + '"'
    path.write_text("text\n" + f"{cell}\n" * 3000)
    assert path.stat().st_size > 2 * 1024**2
    assert Reading(Source(path)).rows == 3000


NAMES = [
    ("", "f1.txt"),
    ("River news.txt", "River news.txt"),
    ("../../etc/passwd", "passwd"),
    ("C:\\secret\\x.txt", "x.txt"),
    ("\\\\host\\share\\y", "y"),
    ("a\u202egpj.txt", "agpj.txt"),
    ("two\nlines\0.txt", "two lines\ufffd.txt"),
    ("\u200b", "f1.txt"),
    ("n" * 300 + ".txt", "n" * 180 + "…" + "n" * 15 + ".txt"),
]


@pytest.mark.parametrize(("given_name", "shown"), NAMES)
def test_read_path_when_a_name_is_given_then_calls_the_file_so_and_opens_its_own_path(
    given_name: str, shown: str, tmp_path: Path
) -> None:
    path = tmp_path / "f1.txt"
    path.write_text("The river rose on Monday.")
    (article,) = read_path(path, "", name=given_name)
    assert isinstance(article, Article)
    assert article.source_file == shown
    path.write_text("")
    (rejected,) = read_path(path, "", name=given_name)
    assert isinstance(rejected, Rejected)
    assert rejected.source == (shown if shown != "f1.txt" else str(path))


def test_read_path_when_the_file_has_no_ending_then_its_name_decides(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv").rename(tmp_path / "7f3a")
    assert all(isinstance(one, Article) for one in read_path(path, "", name="News.CSV"))
    (refused,) = read_path(path, "", name="News")
    assert refused.reason.startswith("files without an ending are not read")


ANY = st.binary(max_size=200) | st.lists(
    st.sampled_from([b"text,title\n", b'{"text": "', b'"', b"\n", b"<html>", b"\x00", b"PAR1",
                     b"\xff\xfe", b"a b c", b",", b"[" * 500]), max_size=12
).map(b"".join)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(ANY, st.sampled_from(SUPPORTED), st.sampled_from([{}, {"text": "title", "url": ""}]))
def test_preview_when_given_any_bytes_then_never_raises(
    tmp_path: Path, content: bytes, ending: str, columns: dict[str, str]
) -> None:
    path = tmp_path / f"any{ending}"
    path.write_bytes(content)
    found = preview(Source(path, columns=columns))
    assert found.articles or found.rejected


@pytest.mark.parametrize("name", ["nothing.csv", "a\0b.csv", "x" * 5000 + ".csv", "folder.csv"])
def test_preview_when_the_file_cannot_be_opened_then_says_why(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    found = preview(Source(tmp_path / name))
    assert len(found.rejected) == 1
    assert found.rows is None
