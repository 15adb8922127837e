"""Bytes: which encoding they are in, and what is no text at all."""

from __future__ import annotations

import gzip
import hashlib
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.encodings import binary_kind, decode, survey

RUSSIAN = "Совет города решил построить новый мост через реку, сообщил мэр в понедельник. " * 5
ENGLISH = "The mayor’s plan – a “new bridge” – was voted on Monday."

ENCODED = [
    (ENGLISH, "utf-8"),
    (ENGLISH, "utf-8-sig"),
    (ENGLISH, "utf-16"),
    (ENGLISH, "utf-16-le"),
    (ENGLISH, "utf-16-be"),
    (ENGLISH, "utf-32"),
    (ENGLISH, "cp1252"),
    ("The café owner called the plan for the new bridge naïve.", "cp1252"),
    (RUSSIAN, "utf-8"),
    (RUSSIAN, "cp1251"),
    ("橋を建てる計画について市議会は月曜日に採決した。" * 5, "shift_jis"),
]


@pytest.mark.parametrize(("text", "codec"), ENCODED)
def test_decode_when_the_encoding_is_not_stated_finds_it(text, codec):
    assert decode(text.encode(codec)) == text


def test_decode_when_the_encoding_is_stated_believes_it_where_it_fits():
    assert decode("Zürich é".encode("latin-1"), "latin-1") == "Zürich é"
    assert decode("Zürich é".encode(), "ascii") == "Zürich é"
    assert decode(b"plain", "no-such-codec") == "plain"


def test_decode_when_utf8_is_broken_replaces_the_broken_bytes_only():
    data = ("Müller, Åse und Özil. " * 3).encode() + b"\xff end"
    assert decode(data).endswith("Özil. \ufffd end")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7 ...", "a PDF document"),
        (b"PK\x03\x04....", "a zip archive or an Office document"),
        (b"\x89PNG\r\n", "a PNG picture"),
        (gzip.compress(b"text", mtime=0), "a gzip archive"),
        (pickle.dumps({"a": 1}), "a pickle"),
        (b"\x93NUMPY\x01", "a NumPy array"),
        (b"\x89HDF\r\n", "an HDF5 file"),
        (bytes(range(32)) * 10, "binary data"),
        (b"\x00" * 100, "binary data"),
        (b"a text with one \x00 in it", ""),
        ("Ünïcode".encode("utf-16"), ""),
        (b"", ""),
    ],
)
def test_binary_kind_when_the_bytes_are_no_text_names_them(head, kind):
    assert binary_kind(head) == kind


def test_survey_when_a_late_byte_is_not_utf8_finds_the_encoding_of_the_whole(tmp_path):
    path = tmp_path / "late.csv"
    data = b"text\n" + b"plain words\n" * 200_000 + "“late”".encode("cp1252")
    path.write_bytes(data)
    about = survey(path)
    assert (about.encoding, about.rows) == ("cp1252", 200_001)
    assert about.sha256 == hashlib.sha256(data).hexdigest()


@given(st.binary(max_size=400), st.text(max_size=8))
def test_decode_when_given_any_bytes_never_raises(data, declared):
    assert isinstance(decode(data, declared), str)
    assert isinstance(binary_kind(data), str)
