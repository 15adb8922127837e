"""Briefings in the store: nothing of them is lost, and nobody overwrites another unseen."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_records import made_article, made_findings

from dateline.briefing import Briefing, Footing, Presentation, Shown, Slide, SlideKind
from dateline.errors import CorpusError, NewerSchema, ReviewClash, UsageError
from dateline.store import Store
from dateline.store.limits import LONGEST_HEADLINE, LONGEST_NAME, LONGEST_TEXT, MOST_SLIDES
from dateline.store.schema import MIGRATIONS, migrate

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
CAMERAS = st.none() | st.tuples(st.floats(-180, 180), st.floats(-90, 90), st.floats(0, 24))
SLIDES = st.builds(
    Slide,
    st.sampled_from(("", "slide1", "slide2", "slide3", "other")),
    st.sampled_from(get_args(SlideKind)),
    WORDS,
    WORDS,
    WORDS,
    st.sampled_from(("explore", "voices")),
    WORDS,
    CAMERAS,
)


@pytest.fixture
def store(tmp_path: Path):
    with Store.open(tmp_path / "corpus.db") as opened:
        yield opened


def kept(store: Store, briefing: Briefing, who: str = "Nour", **changes: object) -> Briefing:
    return store.keep_briefing(replace(briefing, **changes), who)


def hand(store: Store, sql: str, *values: object) -> None:
    connection = sqlite3.connect(store.path)
    with connection:
        connection.execute(sql, values)
    connection.close()


def test_create_when_named_then_it_stands_with_who_and_when(store: Store):
    made = store.create_briefing("  The  valley ", "Nour")
    assert (made.name, made.who, made.version, made.slides) == ("The valley", "Nour", 1, ())
    assert made.at.endswith("Z")
    assert store.briefings() == (made,) == (store.briefing(made.briefing_id),)
    assert store.briefing("briefing99") is None


def test_briefings_when_one_is_changed_then_it_comes_first(store: Store):
    first, second = (store.create_briefing(name, "Nour") for name in ("One", "Two"))
    assert [one.name for one in store.briefings()] == ["Two", "One"]
    kept(store, first, name="One more")
    assert [one.name for one in store.briefings()] == ["One more", "Two"]
    assert second in store.briefings()


@settings(max_examples=60)
@given(st.lists(st.lists(SLIDES, max_size=5), max_size=5), st.booleans())
def test_keep_when_any_slides_are_given_then_they_are_read_back_with_ids_of_their_own(
    versions: Sequence[Sequence[Slide]], is_live: bool
):
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "corpus.db") as store:
        standing, used = store.create_briefing("Rivers", "Nour"), set[str]()
        for slides in versions:
            standing = kept(store, standing, slides=tuple(slides), is_live=is_live)
            with Store.open(store.path, readonly=True) as other:
                assert other.briefing(standing.briefing_id) == standing
            plain = [replace(slide, slide_id="") for slide in standing.slides]
            assert plain == [replace(slide, slide_id="") for slide in slides]
            now = set[str]()
            for before, after in zip(slides, standing.slides, strict=True):
                if before.slide_id in used - now:
                    assert after.slide_id == before.slide_id
                else:
                    assert after.slide_id not in used | now
                now.add(after.slide_id)
            used |= now


def test_keep_when_slides_are_copied_and_taken_out_then_no_id_comes_again(store: Store):
    standing = store.create_briefing("Rivers", "Nour")
    standing = kept(store, standing, slides=(Slide("", "text"), Slide("", "map")))
    assert [slide.slide_id for slide in standing.slides] == ["slide1", "slide2"]
    first, second = standing.slides
    standing = kept(store, standing, slides=(second, first, first))
    assert [slide.slide_id for slide in standing.slides] == ["slide2", "slide1", "slide3"]
    standing = kept(store, standing, slides=())
    standing = kept(store, standing, slides=(Slide("", "text"), Slide("slide3", "map")))
    assert [slide.slide_id for slide in standing.slides] == ["slide4", "slide3"]


def test_keep_when_nothing_differs_then_there_is_nothing_more_to_undo(store: Store):
    made = kept(store, store.create_briefing("Rivers", "Nour"), slides=(Slide("", "text"),))
    assert kept(store, replace(made, who="", at=""), "Ana") == made
    undone = store.step_briefing(made.briefing_id, "Ana", back=True)
    assert undone.slides == ()


def test_capture_when_many_capture_at_once_then_each_slide_has_its_id(store: Store):
    made = store.create_briefing("Rivers", "Nour")

    def capture() -> None:
        with Store.open(store.path) as own:
            for _ in range(5):
                own.capture(made.briefing_id, Slide("", "map"), "Ana")

    threads = [Thread(target=capture) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    standing = store.briefing(made.briefing_id)
    assert standing is not None
    assert len({slide.slide_id for slide in standing.slides}) == 30
    assert standing.version == 31


def test_keep_when_a_slide_comes_from_another_briefing_then_it_gets_its_own_id(store: Store):
    one, two = (store.create_briefing(name, "Nour") for name in ("One", "Two"))
    one = kept(store, one, slides=(Slide("", "text", "Water rises"),))
    two = kept(store, two, slides=one.slides)
    assert (one.slides[0].slide_id, two.slides[0].slide_id) == ("slide1", "slide2")
    assert two.slides[0].headline == "Water rises"


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["keep", "capture", "undo", "redo", "delete", "restore"]), st.text("ab")
    ),
    max_size=25,
)


@settings(max_examples=80)
@given(ACTS)
def test_steps_when_taken_in_any_order_then_they_lead_where_a_plain_list_leads(
    acts: Sequence[tuple[str, str]],
):
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "corpus.db") as store:
        made = store.create_briefing("Rivers", "Nour").briefing_id
        past, future, is_deleted = [()], list[tuple[str, ...]](), False
        for act, word in acts:
            if act in ("delete", "restore"):
                is_deleted = act == "delete"
                store.turn_briefing(made, "Ana", is_deleted=is_deleted)
            elif is_deleted:
                refused = {
                    "undo": lambda: store.step_briefing(made, "Ana", back=True),
                    "redo": lambda: store.step_briefing(made, "Ana", back=False),
                }
                with pytest.raises(UsageError):
                    refused.get(act, lambda: store.capture(made, Slide("", "text"), "Ana"))()
            elif act in ("undo", "redo"):
                stack, other = (past, future) if act == "undo" else (future, past)
                if len(stack) > (act == "undo"):
                    other.append(stack.pop())
                    store.step_briefing(made, "Ana", back=act == "undo")
                else:
                    with pytest.raises(UsageError, match=f"nothing to {act}"):
                        store.step_briefing(made, "Ana", back=act == "undo")
            else:
                standing = store.briefing(made)
                assert standing is not None
                new = Slide("", "text", word)
                if act == "keep":
                    kept(store, standing, slides=(*standing.slides, new))
                else:
                    store.capture(made, new, "Ana")
                past.append((*past[-1], word))
                future.clear()
            told = store.briefing(made)
            assert (told is None) == is_deleted
            if told:
                assert tuple(slide.headline for slide in told.slides) == past[-1]
                assert store.briefing_steps(made) == (len(past) > 1, bool(future))
            else:
                assert store.briefing_steps(made) == (False, False)


def test_undo_when_done_then_no_version_is_lost_and_each_names_who_decided(store: Store):
    made = store.create_briefing("Rivers", "Nour")
    standing = kept(store, made, "Ana", name="Lakes")
    store.step_briefing(made.briefing_id, "Ben", back=True)
    store.turn_briefing(made.briefing_id, "Cem", is_deleted=True)
    store.turn_briefing(made.briefing_id, "Cem", is_deleted=True)
    store.turn_briefing(made.briefing_id, "Dov", is_deleted=False)
    connection = sqlite3.connect(store.path)
    rows = connection.execute(
        "SELECT version, action, who, content ->> 'name' FROM briefing_version ORDER BY version"
    ).fetchall()
    connection.close()
    assert rows == [
        (1, "keep", "Nour", "Rivers"),
        (2, "keep", "Ana", "Lakes"),
        (3, "undo", "Ben", "Rivers"),
        (4, "delete", "Cem", "Rivers"),
        (5, "restore", "Dov", "Rivers"),
    ]
    redone = store.step_briefing(made.briefing_id, "Eva", back=False)
    assert (redone.name, redone.version, redone.who) == (standing.name, 6, "Eva")


@pytest.mark.parametrize("between", ["keep", "capture", "undo", "delete", "restore"])
def test_keep_when_another_decided_since_then_it_clashes_and_nothing_changes(
    store: Store, between: str
):
    made = store.create_briefing("Rivers", "Nour")
    shown = kept(store, made, slides=(Slide("", "text"),))
    with Store.open(store.path) as other:
        if between == "keep":
            kept(other, shown, "Ana", name="Lakes")
        elif between == "capture":
            other.capture(made.briefing_id, Slide("", "map"), "Ana")
        elif between == "undo":
            other.step_briefing(made.briefing_id, "Ana", back=True)
        else:
            other.turn_briefing(made.briefing_id, "Ana", is_deleted=True)
            if between == "restore":
                other.turn_briefing(made.briefing_id, "Ana", is_deleted=False)
    before = store.briefing(made.briefing_id)
    with pytest.raises(ReviewClash, match="'Ana'"):
        kept(store, shown, name="Seas")
    assert store.briefing(made.briefing_id) == before


def test_capture_when_others_changed_it_meanwhile_then_the_slide_comes_last(store: Store):
    made = store.create_briefing("Rivers", "Nour")
    store.capture(made.briefing_id, Slide("slide9", "map"), "Nour")
    standing = store.capture(made.briefing_id, Slide("", "text"), "Ana")
    assert [(one.slide_id, one.kind) for one in standing.slides] == [
        ("slide1", "map"),
        ("slide2", "text"),
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": " \n"}, "no name"),
        ({"name": "n" * (LONGEST_NAME + 1)}, "name of the briefing has 201"),
        ({"slides": (Slide("", "text"),) * (MOST_SLIDES + 1)}, "201 slides"),
        ({"slides": (Slide("", "text", "h" * (LONGEST_HEADLINE + 1)),)}, "headline of slide 1"),
        ({"slides": (Slide("", "text", text="t" * (LONGEST_TEXT + 1)),)}, "20,001 letters"),
        ({"slides": (Slide("", "map"), Slide("", "text", notes="t" * 20_001))}, "notes of slide 2"),
        ({"slides": (Slide("", "text", query="q" * 60_001),)}, "query of slide 1"),
        ({"slides": (Slide("", "video"),)}, "no kind of slide"),  # type: ignore[arg-type]
        ({"slides": (Slide("", "text", "half \ud83d"),)}, "half a letter at 6"),
        ({"slides": (Slide("", "map", camera=(math.nan, 0.0, 1.0)),)}, "latitude and zoom"),
        ({"slides": (Slide("", "map", camera=(0.0, 91.0, 1.0)),)}, "latitude and zoom"),
        ({"briefing_id": "briefing99"}, "no briefing 'briefing99'"),
    ],
)
def test_keep_when_a_part_makes_no_sense_then_it_is_said_and_nothing_is_lost(
    store: Store, changes: dict[str, object], said: str
):
    made = store.create_briefing("Rivers", "Nour")
    with pytest.raises(UsageError, match=said):
        kept(store, made, **changes)
    assert store.briefings() == (made,)


def test_keep_when_parts_are_as_long_as_may_be_then_they_are_kept(store: Store):
    slide = Slide("", "text", "h" * LONGEST_HEADLINE, "t" * LONGEST_TEXT, "n" * LONGEST_TEXT)
    made = store.create_briefing("n" * LONGEST_NAME, "Nour")
    standing = kept(store, made, slides=(slide,) * MOST_SLIDES)
    assert store.briefing(made.briefing_id) == standing
    with pytest.raises(UsageError, match="201 slides"):
        store.capture(made.briefing_id, slide, "Nour")


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"5", b'{"briefing_id":"a","name":5}', b"\xff\xfe", b"[" * 100_000,
     b'{"briefing_id":"a","name":"b","slides":[{"slide_id":"s","kind":"video"}]}'],
)  # fmt: skip
def test_briefing_when_altered_by_hand_then_it_is_a_corpus_error(store: Store, content: bytes):
    made = store.create_briefing("Rivers", "Nour")
    hand(store, "UPDATE briefing_version SET content = ?", content)
    for ask in (store.briefings, lambda: store.briefing(made.briefing_id)):
        with pytest.raises(CorpusError, match="restore a copy"):
            ask()


def presented(briefing: Briefing, slides: int = 1) -> Presentation:
    shown = Shown(Slide("slide1", "text", "Water rises " * 20), "Everything", Footing(*["x"] * 6))
    return Presentation(briefing, "rivers", "2021-08-19T10:00:00Z", False, (shown,) * slides)


@pytest.mark.parametrize("slides", [0, 1, 500])
def test_presentation_when_frozen_then_it_is_read_back_for_its_version_alone(
    store: Store, slides: int
):
    made = store.create_briefing("Rivers", "Nour")
    assert store.presentation(made.briefing_id, 1) is None
    store.keep_presentation(presented(made, slides))
    assert store.presentation(made.briefing_id, 1) == presented(made, slides)
    assert store.presentation(made.briefing_id, 2) is None
    later = kept(store, made, name="Lakes")
    store.keep_presentation(presented(later, 1))
    assert store.presentation(made.briefing_id, 1) is None
    assert store.presentation(made.briefing_id, 2) == presented(later, 1)


def test_presentation_when_large_then_it_is_packed(store: Store):
    made = store.create_briefing("Rivers", "Nour")
    store.keep_presentation(presented(made, 500))
    connection = sqlite3.connect(store.path)
    (size,) = connection.execute("SELECT length(packed) FROM presentation").fetchone()
    connection.close()
    assert size < 5_000


@pytest.mark.parametrize("packed", [b"", b"{", b"x\x9c", b"no", b'{"briefing":1}', 7])
def test_presentation_when_altered_by_hand_then_it_is_a_corpus_error(
    store: Store, packed: bytes | int
):
    made = store.create_briefing("Rivers", "Nour")
    store.keep_presentation(presented(made))
    hand(store, "UPDATE presentation SET packed = ?", packed)
    with pytest.raises(CorpusError, match="freeze it again"):
        store.presentation(made.briefing_id, 1)


def test_briefings_when_kept_then_neither_fingerprint_nor_views_turn(store: Store):
    before = store.fingerprint(), store.notebook_mark()
    made = store.create_briefing("Rivers", "Nour")
    store.keep_presentation(presented(kept(store, made, name="Lakes")))
    assert (store.fingerprint(), store.notebook_mark()) == before


def test_copy_to_when_done_then_the_copy_has_the_briefings(store: Store):
    made = kept(store, store.create_briefing("Rivers", "Nour"), slides=(Slide("", "map"),))
    store.keep_presentation(presented(made))
    store.copy_to(store.path.with_name("copy.db"))
    with Store.open(store.path.with_name("copy.db")) as copy:
        assert copy.briefings() == (made,)
        assert copy.presentation(made.briefing_id, 2) == presented(made)
        again = copy.step_briefing(made.briefing_id, "Ana", back=True)
        assert again.slides == ()


def of_version_3(path: Path) -> Path:
    """A corpus with one article, as version 3 kept it."""
    with Store.open(path) as store:
        article = made_article()
        store.add(article, made_findings(article), "x")
    connection = sqlite3.connect(path)
    for table in ("presentation", "briefing_version", "slide", "briefing"):
        connection.execute(f"DROP TABLE {table}")
    connection.execute("PRAGMA user_version = 3")
    connection.execute("DELETE FROM sqlite_sequence WHERE name LIKE 'briefing%'")
    connection.commit()
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    return path


@pytest.mark.parametrize("readonly", [False, True])
def test_open_when_the_corpus_is_of_version_3_then_it_keeps_all_and_takes_briefings(
    tmp_path: Path, readonly: bool
):
    path = of_version_3(tmp_path / "corpus.db")
    with Store.open(path, readonly=readonly) as store:
        assert store.stats()["schema"] == len(MIGRATIONS)
        assert store.stats()["articles"] == 1
        assert store.briefings() == ()
    with Store.open(path) as store:
        assert store.create_briefing("Rivers", "Nour").briefing_id == "briefing1"


def test_open_when_a_dateline_of_version_3_meets_version_4_then_it_is_refused(store: Store):
    store.create_briefing("Rivers", "Nour")
    connection = sqlite3.connect(store.path, isolation_level=None)
    with pytest.raises(NewerSchema):
        migrate(connection, MIGRATIONS[:3])
    connection.close()
