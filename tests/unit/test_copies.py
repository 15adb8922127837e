"""What counts as a copy of a text, and what only looks like one."""

from __future__ import annotations

import pytest
from copied_texts import (
    FOOTER,
    LOCAL,
    ONE_TELLER,
    OTHER,
    OTHER_TELLER,
    WEATHER,
    WIRE,
    edited,
    lines,
    retold,
)
from cpu_seconds import least_seconds
from hypothesis import given
from hypothesis import strategies as st

from dateline.copies import Wording, copied_share, is_series, sample_of, wording_of
from dateline.records import Article, Part

SHORT = "\n\n".join(lines(WIRE)[:2])
BRIEF = lines(OTHER)[1]
HALF_NEW = "\n\n".join([*lines(WIRE)[::2], OTHER])
NOTICE = "Ferries between Norsund and the islands are cancelled until Tuesday, the harbour said."
ONE_DAY = WEATHER.format(
    day="Monday", sky="Low cloud", wind="west", speed="seven", high="19", low="17",
    more="fog may linger until noon", water="14", tide="20:15",
)  # fmt: skip
NEXT_DAY = WEATHER.format(
    day="Tuesday", sky="A clear sky", wind="south-east", speed="three", high="23", low="20",
    more="no rain has fallen for a week", water="15", tide="21:02",
)  # fmt: skip


def share(one: str, other: str, *, in_series: bool = False) -> float:
    first, second = (wording_of(Article("a", text)) for text in (one, other))
    found = copied_share(first, second, in_series=in_series)
    assert found == copied_share(second, first, in_series=in_series)
    return found


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(WIRE, id="as it was"),
        pytest.param(WIRE.replace("\n\n", " ").upper(), id="lines and case"),
        pytest.param(WIRE.replace('"', "”").replace(" - ", " – "), id="other marks"),
        pytest.param("\n\n".join(lines(WIRE)[:5]), id="cut by a third"),
        pytest.param("\n\n".join(lines(WIRE)[:4]), id="cut to a half"),
        pytest.param("\n\n".join(lines(WIRE)[2:]), id="without its opening"),
        pytest.param(f"Boats sail again\n{WIRE}\n{FOOTER}", id="new headline and footer"),
        pytest.param(f"{LOCAL}\n{WIRE}", id="local opening"),
        pytest.param(edited(WIRE), id="words changed"),
        pytest.param(f"{edited(WIRE)}\n{LOCAL}", id="words changed, local end"),
        pytest.param("\n\n".join(lines(edited(WIRE))[:5]), id="cut and changed"),
    ],
)
def test_copied_share_when_a_text_is_printed_cut_or_edited_then_it_is_a_copy(copy: str):
    assert 0.6 <= share(WIRE, copy) <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(WIRE, OTHER, id="another subject"),
        pytest.param(f"{BRIEF}\n{FOOTER}", f"{SHORT}\n{FOOTER}", id="one footer"),
        pytest.param(f"{FOOTER}\n{BRIEF}", f"{FOOTER}\n{SHORT}", id="one notice above"),
        pytest.param(f"{BRIEF}\n{FOOTER}\nA.", f"{SHORT}\n{FOOTER}\nTags: sea", id="inner footer"),
        pytest.param(f"{lines(WIRE)[0]}\n{FOOTER}", f"{BRIEF[:160]}\n{FOOTER}", id="mostly footer"),
        pytest.param(WIRE, HALF_NEW, id="every other paragraph"),
        pytest.param(retold(ONE_TELLER), retold(OTHER_TELLER), id="one speech"),
        pytest.param(SHORT, f"{OTHER}\n{SHORT}\n{LOCAL}\n{FOOTER}", id="page of briefs"),
        pytest.param(NOTICE, NOTICE, id="short notice"),
        pytest.param("Written for this project.", "Written for this project.", id="our own line"),
        pytest.param(
            f"{BRIEF}\nWritten for this project.",
            f"{SHORT}\nWritten for this project.",
            id="our own line below",
        ),
        pytest.param("", WIRE, id="no text"),
        pytest.param("", "", id="no texts"),
        pytest.param(ONE_DAY, NEXT_DAY, id="daily report"),
    ],
)
def test_copied_share_when_texts_share_something_else_then_neither_is_a_copy(one: str, other: str):
    assert share(one, other) == 0


def test_copied_share_when_both_may_be_of_a_series_then_more_is_asked():
    calm = WEATHER.format(
        day="Wednesday", sky="A clear sky", wind="west", speed="two", high="23", low="20",
        more="no rain has fallen for a week", water="15", tide="21:44",
    )  # fmt: skip
    assert 0.8 < share(NEXT_DAY, calm) < 0.9
    assert share(NEXT_DAY, calm, in_series=True) == 0
    assert share(WIRE, f"{WIRE}\n{LOCAL}", in_series=True) == 1
    assert share(WIRE, WIRE.replace("forty", "sixty"), in_series=True) > 0.9


def test_wording_when_parts_are_marked_then_only_the_body_counts():
    text = f"Ferries\n{FOOTER}\n{BRIEF}"
    start = text.index(BRIEF)
    parts = (Part(0, 7, "title"), Part(8, start, "related"), Part(start, len(text), "body"))
    marked = wording_of(Article("a", text, parts=parts))
    assert marked.shingles.tolist() == wording_of(Article("a", BRIEF)).shingles.tolist()
    assert len(wording_of(Article("a", text, parts=parts[:2]))) == 0


@pytest.mark.parametrize(
    "text",
    [
        "知事は月曜日、島と本土を結ぶ連絡船の運航を九日ぶりに再開すると発表した。乗組員の休息時間を増やす。",
        "ผู้ว่าราชการจังหวัดประกาศเมื่อวันจันทร์ว่าเรือข้ามฟากจะกลับมาให้บริการอีกครั้ง",
    ],
)
def test_copied_share_when_a_script_has_no_spaces_then_letters_are_compared(text: str):
    assert share(text, text.replace("。", "").replace("、", "") + "新") == 1
    assert share(text, text[::-1]) == 0


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("The Sound", "", "2021-08-19"), ("the sound", "", "2021-08-20"), True),
        (("The Sound", "", "2021-08-19"), ("the sound", "", "2021-08-19T07:00:00Z"), False),
        (("The Sound", "", "2021-08-19"), ("The Sound", "", ""), False),
        (("The Sound", "", "2021-08"), ("The Sound", "", "2021-08-20"), False),
        (
            ("Sound", "https://a.no/1", "2021-08-19"),
            ("Post", "https://a.no/2", "2021-08-20"),
            False,
        ),
        (("", "https://a.no/1", "2021-08-19"), ("", "https://A.no/2", "2021-08-20"), True),
        (("Sound", "https://a.no/1", "2021-08-19"), ("", "https://a.no/2", "2021-08-20"), True),
        (("", "", "2021-08-19"), ("", "", "2021-08-20"), False),
        (("", "https://[a", "2021-08-19"), ("", "https://[a", "2021-08-20"), False),
    ],
)
def test_is_series_when_one_source_has_two_days_then_true(
    one: tuple[str, str, str], other: tuple[str, str, str], expected: bool
):
    first, second = (
        Article("a", "", outlet=outlet, url=url, published=published)
        for outlet, url, published in (one, other)
    )
    assert is_series(first, second) is expected


@given(st.text(), st.text())
def test_copied_share_when_texts_are_any_then_it_is_a_share(one: str, other: str):
    assert 0 <= share(one, other) <= 1
    for text in (one, other):
        sample = sample_of(wording_of(Article("a", text)))
        assert all(0 <= shingle < 2**48 for shingle in sample)


def test_sample_when_texts_are_copies_then_they_share_much_of_it():
    wire, half, other = (
        set(sample_of(wording_of(Article("a", text))))
        for text in (WIRE, "\n\n".join(lines(WIRE)[:4]), OTHER)
    )
    assert 20 < len(wire) < 80
    assert len(wire & half) > len(half) / 3
    assert not wire & other
    assert sample_of(wording_of(Article("a", NOTICE))) == ()


def test_sample_when_made_by_another_process_then_it_is_the_same():
    wording = wording_of(Article("a", "a b c d e"))
    assert wording.shingles.tolist() == [132938788857553]


def test_wording_when_a_book_comes_then_it_is_read_in_time_and_its_sample_is_small():
    book = " ".join(f"word{n * n % 99991}" for n in range(150_000))

    def read() -> tuple[Wording, tuple[int, ...]]:
        wording = wording_of(Article("a", book))
        return wording, sample_of(wording)

    assert least_seconds(lambda: read, under=2) < 2
    wording, sample = read()
    assert 1_500 < len(sample) < 2_500
    assert copied_share(wording, wording) == 1
