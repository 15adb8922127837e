"""Files and folders: what is read, what is refused, and that nothing ever raises."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.read import MAX_TEXT_BYTES, SUPPORTED, read_path, source_files
from dateline.records import Article, Rejected, article_id

TEXT = "Harbour town votes for a new bridge\n\nThe council of the town voted on Monday to build it."


def test_source_files_when_given_a_folder_finds_its_files_in_order(tmp_path):
    for name in ("b.txt", "a.html", "sub/c.CSV", ".hidden.txt", ".git/d.txt", "e.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = list(source_files([tmp_path, tmp_path / "none.txt"]))
    files = [one.name for one in found if not isinstance(one, Rejected)]
    assert files == ["a.html", "b.txt", "c.CSV"]
    unsupported, missing = [one for one in found if isinstance(one, Rejected)]
    assert unsupported.source.endswith("e.docx")
    assert ".docx are not read; supported: .csv, .htm" in unsupported.reason
    assert missing.reason == "there is no such file or folder"


def test_source_files_when_a_path_is_no_file_says_so_without_opening_it(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    found = list(source_files([tmp_path / "pipe.txt", Path("x" * 5000 + ".txt")]))
    assert [one.reason for one in found] == [
        "this is no regular file",
        "cannot be opened: File name too long",
    ]


def test_source_files_when_a_folder_is_empty_says_so(tmp_path):
    (only,) = source_files([tmp_path])
    assert isinstance(only, Rejected)
    assert only.reason == "the folder holds no files"


def test_read_path_when_given_a_text_keeps_its_digest_and_its_identity(tmp_path):
    path = tmp_path / "bridge.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode("utf-16"))
    (article,) = read_path(path, "2024-01-01T00:00:00Z")
    assert isinstance(article, Article)
    assert article.text == TEXT
    assert article.article_id == article_id(TEXT)
    assert article.source_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (article.source_file, article.seen) == ("bridge.txt", "2024-01-01T00:00:00Z")
    assert (article.title, article.language) == ("Harbour town votes for a new bridge", "en")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("mark.txt", b"\xef\xbb\xbf", "the article has no text"),
        ("blank.txt", b" \n\t\n ", "the article has no text"),
        ("empty.csv", b"", "the file is empty"),
        ("blank.csv", b"\n\n", "the table is empty"),
        ("blank.jsonl", b"\n", "the file holds no records"),
        ("report.txt", b"%PDF-1.7\n...", "the file is a PDF document, not text"),
        ("data.txt", bytes(range(256)) * 8, "the file is binary data, not text"),
        ("data.csv", b"\x80\x04\x95rest", "the file is a pickle, not text"),
        ("table.csv", b"PAR1....", "the file is a Parquet file, not text"),
        ("table.parquet", b"text\nA", "the file is not Parquet"),
        ("page.html", b"<html></html>", "no article text was found on the page"),
    ],
)
def test_read_path_when_a_file_cannot_be_used_says_why(tmp_path, name, data, reason):
    path = tmp_path / name
    path.write_bytes(data)
    assert [one.reason for one in read_path(path, "")] == [reason]


def test_read_path_when_the_file_is_gone_says_so(tmp_path):
    (gone,) = read_path(tmp_path / "gone.txt", "")
    assert gone.reason == "the file cannot be read: No such file or directory"


@pytest.mark.parametrize("name", ["page.txt", "page.csv", "page.jsonl"])
def test_read_path_when_html_has_another_ending_reads_it_as_a_page(tmp_path, name):
    path = tmp_path / name
    body = "The council of the harbour town voted on Monday to build a new bridge. " * 5
    path.write_text(f"<html><body><h1>A new bridge</h1><p>{body}</p></body></html>")
    (article,) = read_path(path, "")
    assert isinstance(article, Article)
    assert "<" not in article.text
    assert article.text.endswith("new bridge.")


def test_read_path_when_bytes_are_invalid_replaces_them_and_keeps_the_rest(tmp_path):
    path = tmp_path / "broken.txt"
    path.write_bytes("Café Müller, Åse Øst: ".encode() + b"the council\xff voted\x00 on Monday.")
    (article,) = read_path(path, "")
    assert isinstance(article, Article)
    assert article.text == "Café Müller, Åse Øst: the council\ufffd voted\ufffd on Monday."


def test_read_path_when_a_text_is_over_the_cap_states_it(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.write(b"words " * 2000)
        file.truncate(MAX_TEXT_BYTES + 1)
    (refused,) = read_path(path, "")
    assert refused.reason == "the text has 100 MB; at most 100 MB are read as one article"


LINE = "The council “met” on Monday. "


@pytest.mark.parametrize(("times", "kind"), [(34_000, Article), (175_000, Rejected)])
def test_read_path_when_a_text_is_one_long_line_takes_seconds(tmp_path, times, kind):
    path = tmp_path / "line.txt"
    path.write_text(LINE * times)
    started = time.perf_counter()
    (read,) = read_path(path, "")
    assert isinstance(read, kind)
    assert time.perf_counter() - started < 15


HOSTILE = st.binary(max_size=300) | st.lists(
    st.sampled_from(
        [b"text,title\n", b'{"text": "', b'"', b"\n", b"<html>", b"<p>", b"</p>", b"\x00",
         b"\xff\xfe", b"PAR1", b"a b c", b",", b"[" * 2000, b"</script>", b"\xed\xa0\x80",
         b"08.09.21", b"<!--"]
    ),
    max_size=20,
).map(b"".join)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(HOSTILE, st.sampled_from(SUPPORTED))
def test_read_path_when_given_any_bytes_never_raises(tmp_path, data, ending):
    path = tmp_path / f"any{ending}"
    path.write_bytes(data)
    found = list(read_path(path, ""))
    assert found
    for one in found:
        if isinstance(one, Article):
            one.text.encode("utf-8")
            assert all(0 <= p.start < p.end <= len(one.text) for p in one.parts)
        else:
            assert one.reason
