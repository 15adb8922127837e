"""Text on slides: nothing is lost, and nothing is set beyond its box."""

from __future__ import annotations

from dataclasses import replace

import pytest
from exported_briefing import (
    ARABIC,
    ARMSTRONG,
    FIRST,
    JUDGMENTS,
    PRESENTATION,
    QUOTED,
    TABLED,
    WRITTEN,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.briefing import Shown, TableShown
from dateline.export.briefing.flow import (
    FINEST,
    Block,
    Box,
    Paragraph,
    Run,
    fitted,
    flowed,
    height,
)
from dateline.export.briefing.grids import Grid, grids_of
from dateline.export.briefing.measure import width_em, wrapped
from dateline.export.briefing.pages import BOTTOM, HEIGHT, WIDTH, Page, Text, pages

BOX = Box(0.6, 1.5, 5.0, 3.0)
WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=60), min_size=1, max_size=120)


def block(text: str, points: float = 18) -> Block:
    return Block((Paragraph((Run(text, points),)),))


def text_of(blocks: list[Block]) -> str:
    return " ".join(p.text for one in blocks for p in one.paragraphs)


def pages_of(*slides: Shown) -> tuple[Page, ...]:
    return pages(replace(PRESENTATION, slides=slides))


def letters(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=60)
@given(st.lists(WORDS, min_size=1, max_size=6))
def test_blocks_when_flowed_then_every_letter_is_kept_in_order_and_every_box_holds(
    told: list[list[str]],
):
    blocks = [block(" ".join(words)) for words in told]
    found = flowed(blocks, lambda _page: [BOX, BOX])
    placed = [one for page in found for column in page for one in column]
    assert letters(text_of(placed)) == letters("".join(" ".join(words) for words in told))
    for page in found:
        for column in page:
            assert sum(height(one, BOX.width) for one in column) <= BOX.height + 1e-6


def test_text_when_a_little_too_long_then_it_is_set_smaller_on_one_slide():
    words = " ".join(["landing"] * 75)
    found = flowed([block(words)], lambda _page: [BOX])
    assert len(found) == 1
    assert FINEST <= found[0][0][0].paragraphs[0].points < 18


def test_text_when_far_too_long_then_it_goes_on_on_further_slides():
    words = " ".join(["landing"] * 2000)
    found = flowed([block(words)], lambda _page: [BOX])
    assert len(found) > 3
    assert text_of([one for page in found for one in page[0]]).split() == words.split()


def test_footnote_when_its_quotation_is_split_then_it_stands_at_the_end():
    long = Block((Paragraph((Run("word " * 900, 18), Run("[3]", 10, is_raised=True))),))
    found = flowed([long], lambda _page: [BOX])
    assert found[-1][0][0].paragraphs[0].runs[-1].is_raised


@given(WORDS)
def test_lines_when_wrapped_then_none_is_wider_than_its_column(words: list[str]):
    assert all(width_em(line) <= 12 + 1e-6 for line in wrapped(" ".join(words), 12))


@pytest.mark.parametrize("word", ["a" * 900, "漢" * 300, "ح" * 500])
def test_word_when_no_line_holds_it_then_it_is_broken(word: str):
    lines = wrapped(word, 10)
    assert "".join(lines) == word
    assert len(lines) > 10


def test_line_when_not_even_the_smallest_size_fits_then_an_ellipsis_says_so():
    points, held = fitted("word " * 400, Box(0, 0, 3, 0.3), (12, 10))
    assert points == 10
    assert held.endswith("…")


def test_headline_when_cut_then_the_notes_have_it_whole():
    long = "An assessment that goes on " * 40
    first = pages_of(replace(WRITTEN, slide=replace(WRITTEN.slide, headline=long)))[0]
    assert first.headline.endswith("…")
    assert long.strip() in first.notes


@pytest.mark.parametrize("repeated", [1, 6, 400])
def test_slide_when_long_then_it_is_continued_and_all_of_it_is_there(repeated: int):
    text = "\n".join(
        f"Judgment {at} of many, which is said at some length." for at in range(repeated)
    )
    found = pages_of(replace(JUDGMENTS, slide=replace(JUDGMENTS.slide, text=text)))[:-1]
    told = " ".join(text_of(list(part.blocks)) for page in found for part in page.parts)  # type: ignore[union-attr]
    assert letters(told) == letters(text)
    assert (len(found) > 1) == (repeated > 6)
    assert len({page.headline for page in found}) == len(found)


def test_quotation_when_longer_than_a_slide_then_it_is_told_on_several():
    whole = "one small step and then another " * 300
    long = replace(ARMSTRONG, content=whole)
    found = pages_of(replace(QUOTED, quotations=(long,)))[:-1]
    told = " ".join(text_of(list(part.blocks)) for page in found for part in page.parts)  # type: ignore[union-attr]
    assert len(found) > 1
    assert told.count("small step") == 300


@pytest.mark.parametrize("letters_in", range(20, 190, 10))
def test_headline_when_continued_then_its_count_is_held_too(letters_in: int):
    headline = ("A landing that is told of " * 9)[:letters_in].strip()
    slide = replace(JUDGMENTS.slide, headline=headline, text="A judgment of some words.\n" * 60)
    for page in pages_of(replace(JUDGMENTS, slide=slide))[:-1]:
        need = height(Block((Paragraph((Run(page.headline, page.points),)),)), page.title.width)
        assert need <= page.title.height + 1e-6


def test_headline_when_it_runs_from_the_right_then_so_does_its_count():
    slide = replace(JUDGMENTS.slide, headline=ARABIC, text="A judgment of some words.\n" * 60)
    assert pages_of(replace(JUDGMENTS, slide=slide))[1].headline.startswith(f"{ARABIC} (2/")


def test_all_when_placed_then_it_is_on_the_slide_and_above_the_footer():
    for page in pages(PRESENTATION):
        for part in page.parts:
            box = part.box
            assert 0 <= box.left < box.left + box.width <= WIDTH
            assert box.top > page.title.top + page.title.height
            assert box.top + box.height <= BOTTOM + 1e-6 < HEIGHT
            if isinstance(part, Text):
                assert sum(height(one, box.width) for one in part.blocks) <= box.height + 1e-6
            if isinstance(part, Grid):
                assert sum(part.heights) <= box.height + 1e-6


def test_columns_when_beside_each_other_then_they_do_not_overlap():
    for page in pages(PRESENTATION):
        boxes = [part.box for part in page.parts]
        for at, one in enumerate(boxes):
            for other in boxes[at + 1 :]:
                apart_x = min(one.left + one.width, other.left + other.width) <= max(
                    one.left, other.left
                )
                apart_y = min(one.top + one.height, other.top + other.height) <= max(
                    one.top, other.top
                )
                assert apart_x or apart_y


def test_table_when_long_then_each_row_stands_once_and_each_slide_has_the_head():
    grids = [part for page in pages_of(TABLED) for part in page.parts if isinstance(part, Grid)]
    assert len(grids) > 1
    assert [row for grid in grids for row in grid.rows] == list(TABLED.table.rows)  # type: ignore[union-attr]
    assert {grid.columns for grid in grids} == {("Station", "Country", "Mentions")}


def test_cell_when_taller_than_a_slide_then_the_row_goes_on():
    cell = "word " * 1500
    grids = list(grids_of(TableShown(("A", "B"), (("x", cell),), 1), BOX))
    assert " ".join(row[1] for grid in grids for row in grid.rows).split() == cell.split()
    assert all(sum(grid.heights) <= BOX.height + 1e-6 for grid in grids)


def test_table_when_it_has_many_columns_then_they_follow_behind_the_first():
    names = tuple(f"Column {at}" for at in range(20))
    grids = list(grids_of(TableShown(names, (names,), 1), BOX))
    assert all(grid.columns[0] == "Column 0" for grid in grids)
    assert {name for grid in grids for name in grid.columns} == set(names)


def test_table_when_not_all_its_rows_are_shown_then_the_slide_says_so():
    some = replace(TABLED, table=replace(TABLED.table, rows_in_all=900))  # type: ignore[type-var]
    assert pages_of(some)[0].words.endswith("the first 40 of 900 rows")


def test_appendix_when_there_are_many_sources_then_all_are_listed():
    many = tuple(
        replace(FIRST, article_id=f"n{at}", title=f"Report number {at} " * 4) for at in range(120)
    )
    found = [
        page for page in pages_of(replace(WRITTEN, sources=many)) if "Sources" in page.headline
    ]
    labels = [
        one.paragraphs[0].label
        for page in found
        for part in page.parts
        for one in part.blocks  # type: ignore[union-attr]
    ]
    assert labels == [str(number) for number in range(1, 121)]
    assert found[0].headline == f"Sources (1 of {len(found)})"


def test_appendix_when_there_is_no_source_then_it_says_so():
    last = pages_of(replace(WRITTEN, sources=()))[-1]
    assert "rests on no article" in text_of(list(last.parts[0].blocks))  # type: ignore[union-attr]
