"""What is offered to be added: names cleaned, files put aside, paths that exist or not."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from data.access import offers
from data.access.offers import Pasted
from dateline.errors import UnreadableSource


class Full(BytesIO):
    def read(self, size: int | None = -1) -> bytes:
        raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("report.csv", "report.csv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\notes.txt", "notes.txt"),
        ("\\\\host\\share\\x.html", "x.html"),
        ("CON", "CON"),
        ("name.html:stream.txt", "name.html:stream.txt"),
        ("invoice\u202etxt.exe", "invoice txt.exe"),
        ("zero\u200bwidth\x00.csv", "zero width .csv"),
        ("two\nlines.txt", "two lines.txt"),
        ("  .hidden ", "hidden"),
        ("..", "a file without a name"),
        ("", "a file without a name"),
        ("e\u0301te\u0301.txt", "été.txt"),
        ("اخبار.csv", "اخبار.csv"),
    ],
)
def test_name_when_hostile_then_shown_as_one_plain_name(given, shown):
    assert offers.display_name(given) == shown


def test_name_when_very_long_then_cut_and_its_ending_kept():
    name = offers.display_name("n" * 300 + ".csv")
    assert len(name) <= offers.LONGEST_NAME
    assert name.endswith("….csv")


def test_file_when_dropped_then_lies_under_a_generated_name_and_is_called_by_its_own(tmp_path):
    offer = offers.file_offer(tmp_path, "../../Weekly List.CSV", BytesIO(b"a,b\n"))
    assert offer.source.name == "Weekly List.CSV"
    assert offer.source.path.parent == tmp_path
    assert offer.source.path.suffix == ".csv"
    assert "Weekly" not in offer.source.path.name
    assert offer.source.path.read_bytes() == b"a,b\n"
    assert offer.files == (offer.source,)


@pytest.mark.parametrize("name", ["x.c/s", "x.c s", "x." + "e" * 40, "x.…"])
def test_file_when_its_ending_is_odd_then_no_part_of_it_reaches_the_disk(tmp_path, name):
    assert offers.file_offer(tmp_path, name, BytesIO(b"")).source.path.suffix == ""


def test_files_when_of_the_same_name_then_do_not_meet(tmp_path):
    first, second = (offers.file_offer(tmp_path, "a.txt", BytesIO(b)) for b in (b"1", b"2"))
    assert (first.source.path.read_bytes(), second.source.path.read_bytes()) == (b"1", b"2")


def test_file_when_the_disk_is_full_then_says_so_and_leaves_no_half(tmp_path):
    with pytest.raises(UnreadableSource, match=r"'a\.csv' could not be put aside.*No space left"):
        offers.file_offer(tmp_path, "a.csv", Full())
    assert list(tmp_path.iterdir()) == []


def test_file_when_the_folder_was_swept_away_then_is_put_aside_all_the_same(tmp_path):
    offer = offers.file_offer(tmp_path / "gone", "a.txt", BytesIO(b"x"))
    assert offer.source.path.read_bytes() == b"x"


def test_text_when_pasted_then_keeps_what_was_said_of_it(tmp_path):
    text, address = "A ferry sank.\nTwo \udc80 were saved.", " https://q.example/1 "
    given = Pasted(text, "Ferry", "The Quay", address, date(2024, 3, 9))
    offer = offers.text_offer(tmp_path, given)
    assert offer.source.name == "pasted: Ferry"
    assert json.loads(offer.source.path.read_text("ascii")) == {
        "title": "Ferry",
        "text": "A ferry sank.\nTwo \udc80 were saved.",
        "publisher": "The Quay",
        "url": "https://q.example/1",
        "published": "2024-03-09",
    }


def test_text_when_without_a_headline_then_is_called_by_its_first_words(tmp_path):
    offer = offers.text_offer(tmp_path, Pasted("The dam\nheld through the night."))
    assert offer.source.name == "pasted: The dam held through the night"


@pytest.mark.parametrize("text", ["", "  \n", "—", "…\u200b"])
def test_text_when_it_has_no_words_then_is_refused(tmp_path, text):
    with pytest.raises(UnreadableSource, match="no text to read"):
        offers.text_offer(tmp_path, Pasted(text, title="A headline alone"))


def test_folder_when_named_then_its_files_and_what_is_left_are_told_apart(tmp_path):
    for name in ("a.txt", "b.csv", "c.pdf", ".hidden.txt"):
        (tmp_path / name).write_text("x")
    offer = offers.path_offer(f'"{tmp_path}" ')
    assert offer.source.path == tmp_path
    assert [file.path.name for file in offer.files] == ["a.txt", "b.csv"]
    assert [Path(one.source).name for one in offer.refused] == ["c.pdf"]


def test_file_when_named_by_its_path_then_stands_for_itself(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("x")
    offer = offers.path_offer(str(path))
    assert offer.files == (offer.source,)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("", "No folder or file is named"),
        ("/no/such/folder/here", "no file or folder '/no/such/folder/here'"),
        ("articles", "does not say where it lies"),
        ("~nobody-of-this-name/x", "cannot be opened"),
        ("/tmp/\x00", "cannot be opened|no file or folder"),
        ("/" + "x" * 5000, "cannot be opened|no file or folder"),
    ],
)
def test_path_when_it_leads_nowhere_then_says_so(given, reason):
    with pytest.raises(UnreadableSource, match=reason):
        offers.path_offer(given)


def test_folder_when_nothing_in_it_can_be_read_then_says_why(tmp_path):
    with pytest.raises(UnreadableSource, match="the folder holds no files"):
        offers.path_offer(str(tmp_path))
    for name in ("a.pdf", "b.docx"):
        (tmp_path / name).write_text("x")
    with pytest.raises(UnreadableSource, match=r"\.pdf are not read.*2 files"):
        offers.path_offer(str(tmp_path))
