"""What Add says of files, jobs and reports, and what it sends to be set as text."""

from __future__ import annotations

from pathlib import Path, PurePath

import pytest

from components.adding import folders, recognised, rejections, words
from components.typeset.text import plain
from data.access import adding
from data.access.adding import Batch, IngestReport, JobState, Offer, Preview, Rejected, Source
from dateline.records import Article, Part

ONE = Article("a1", text="Ferry late\n\nThe ferry was late.", title="Ferry late", language="en")
BROKEN = Rejected("x.csv", 3, "the row has 2 cells where the header has 4")


def table(articles: int, rejected: int, rows: int | None) -> Preview:
    return Preview("table", (), ("a",), {}, (ONE,) * articles, (BROKEN,) * rejected, rows)


@pytest.mark.parametrize(
    ("preview", "name", "said"),
    [
        (Preview("text", (), articles=(ONE,)), "a.txt", "text, 1 article"),
        (Preview("text", (), rejected=(BROKEN,)), "a.txt", "text, nothing to add"),
        (table(2, 0, 2), "a.csv", "table, 2 articles"),
        (table(2, 1, 3), "a.csv", "table, 2 articles, 1 rejected so far"),
        (table(5, 0, 1340), "a.csv", "table, up to 1,340 articles"),
        (table(5, 2, 1340), "a.csv", "table, up to 1,338 articles, 2 rejected so far"),
        (table(5, 0, None), "a.csv", "table, from 5 articles"),
        (Preview("JSON lines", (), articles=(ONE,), rows=1), "pasted: A", "pasted text, 1 article"),
    ],
)
def test_file_when_described_then_says_no_more_than_was_seen(preview, name, said):
    assert words.file_words(preview, name) == said


@pytest.mark.parametrize(
    ("seen", "unseen", "said", "is_worth"),
    [
        ([table(2, 0, 2)], [], "Add 2 articles", True),
        ([table(1, 1, 2)], [], "Add 1 article", True),
        ([table(5, 0, 1340)], [], "Add up to 1,340 articles", True),
        ([table(2, 0, 2)], ["a.txt", "b.HTML"], "Add up to 4 articles", True),
        ([table(2, 0, 2)], ["a.txt", "b.csv"], "Add the articles of 3 files", True),
        ([table(5, 0, None)], [], "Add the articles of 1 file", True),
        ([table(0, 1, 2)], [], "Add articles", False),
        ([Preview("text", (), rejected=(BROKEN,))], [], "Add articles", False),
    ],
)
def test_button_when_labelled_then_promises_what_is_known(seen, unseen, said, is_worth):
    assert words.promise(seen, [PurePath(name) for name in unseen]) == (said, is_worth)


def test_tally_when_said_then_the_parts_add_up_to_what_was_read():
    assert words.tally(IngestReport("b1", 1331, 8, (BROKEN,))) == (
        "1,340 read = 1,331 stored + 8 duplicate + 1 rejected"
    )
    assert words.tally(Batch("b1", ("x",), "", "", 1, 0, 2)) == (
        "3 read = 1 stored + 0 duplicate + 2 rejected"
    )


@pytest.mark.parametrize(
    ("done", "total", "rate", "left", "said"),
    [
        (0, 340, 0.0, None, "0 of 340"),
        (120, 340, 2.14, 103.0, "120 of 340 · 2.1 a second · about 2 min left"),
        (120, 340, 37.6, 5.0, "120 of 340 · 38 a second · less than a minute left"),
        (1200, 90_000, 1.0, 88_800.0, "1,200 of 90,000 · 1.0 a second · about 24 h 40 min left"),
        (7, 5, 1.0, 7200.0, "7 of 7 · 1.0 a second · about 2 h left"),
    ],
)
def test_pace_when_said_then_has_count_rate_and_time_left(done, total, rate, left, said):
    job = JobState("j", "ingest", Path("c.db"), "running", done, total, "", rate, left)
    assert words.pace(job) == said
    assert 0 <= words.share(job) <= 1


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        ((), "nothing"),
        (("a.csv",), "a.csv"),
        (("a.csv", "b.csv"), "a.csv and b.csv"),
        (("a", "b", "c"), "a, b and c"),
        (("a", "b", "c", "d", "e"), "a, b, c and 2 more"),
    ],
)
def test_sources_when_said_then_the_first_stand_for_the_others(sources, said):
    assert words.sources_words(sources) == said


def test_folder_when_some_of_it_is_left_then_says_what_by_its_ending():
    names = ["a.pdf", "b.pdf", "c.docx", "noending"]
    offer = Offer(Source(Path("f")), (), tuple(Rejected(name, 0, "not read") for name in names))
    assert folders.left_words(offer) == (
        "4 files of other kinds will be listed as rejected: 2 .pdf, 1 .docx, 1 without ending"
    )


@pytest.mark.parametrize(
    ("published", "raw_times", "said"),
    [
        ("", (), "date not stated"),
        ("2021-08-19", (), "published 19 Aug 2021"),
        ("2021-08-19", (("published", "2021-08-19"),), "published 19 Aug 2021, from “2021-08-19”"),
        (
            "2021-08-19T17:10:00Z",
            (("published", "08.19.21, 17:10"), ("published_zone", "assumed UTC")),
            "published 19 Aug 2021, 17:10 UTC, from “08.19.21, 17:10” (assumed UTC)",
        ),
        (
            "",
            (("published", "08.09.21"), ("published_order", "ambiguous: 08.09.21")),
            "published “08.09.21”, not read: it may be day first or month first",
        ),
        ("", (("published", "last Thursday"),), "published “last Thursday”, not read as a date"),
    ],
)
def test_time_when_shown_then_says_what_was_printed_and_how_it_was_read(published, raw_times, said):
    article = Article("a", text="x", published=published, raw_times=raw_times)
    assert plain(recognised.when(article, "published")) == said


def test_update_when_not_stated_then_is_not_spoken_of():
    assert recognised.when(ONE, "updated") == []


def test_words_when_first_ones_are_shown_then_come_from_the_body():
    text = "Ferry late\n\nBy Mara Okafor\n\nThe ferry\nwas late."
    parts = (Part(0, 10, "title"), Part(12, 26, "byline"), Part(28, len(text), "body"))
    article = Article("a", text=text, title="Ferry late", parts=parts)
    assert recognised.first_words(article) == "The ferry was late."
    long = Article("a", text="word " * 400)
    assert len(recognised.first_words(long)) <= recognised.WORDS


def test_payload_when_text_is_hostile_then_unseen_marks_are_named_and_the_rest_is_text():
    article = Article("a", text="<b>one</b> \u202etwo", title="<script>x</script>", outlet="$x$")
    sent = recognised.payload(table(0, 0, 9), frozenset())
    assert (sent["articles"], sent["more"], sent["rejected"]) == ([], "", [])
    sent = recognised.payload(Preview("text", (), articles=(article,)), {"a"})
    assert sent["articles"][0]["title"] == ["<script>x</script>"]
    assert sent["articles"][0]["words"][1]["text"] == "RLO"
    assert sent["articles"][0]["facts"][0] == ["$x$"]
    assert "already in the corpus" in sent["articles"][0]["known"]


def test_payload_when_a_table_goes_on_then_says_how_far():
    assert recognised.payload(table(5, 1, 340), ())["more"] == "and 334 more rows"
    assert recognised.payload(table(5, 0, 6), ())["more"] == "and 1 more row"
    assert recognised.payload(table(2, 0, 2), ())["more"] == ""
    assert "the rest is read when" in recognised.payload(table(5, 0, None), ())["more"]
    assert recognised.payload(table(1, 1, 2), ())["rejected"] == [
        {"line": "line 3", "reason": [BROKEN.reason]}
    ]


def test_rejections_when_many_then_the_first_are_sent_and_the_others_counted():
    sent = rejections.payload([BROKEN] * (rejections.ROWS + 1234))
    assert len(sent["rows"]) == rejections.ROWS
    assert sent["more"].startswith("1,234 more")
    assert rejections.payload([])["empty"] == "No rejection has these words."


def test_rejections_when_searched_then_all_words_must_be_there():
    other = Rejected("scan.PDF", 0, "files .pdf are not read")
    assert adding.having([BROKEN, other], "pdf READ") == [other]
    assert adding.having([BROKEN, other], " ") == [BROKEN, other]
    assert adding.having([BROKEN, other], "(a+)+$ [") == []


def test_rejections_when_taken_as_csv_then_no_cell_is_a_formula():
    taken = adding.rejections_csv([Rejected("=cmd()|x.csv", 0, "empty"), BROKEN]).decode(
        "utf-8-sig"
    )
    head, first, second = taken.splitlines()
    assert head == "source,line,reason"
    assert first == "'=cmd()|x.csv,,empty"
    assert second.startswith("x.csv,3,")
