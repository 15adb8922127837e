"""Briefings as the screens ask for them: kept, undone, and frozen when they are presented."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from made_corpus import made_corpus, stored

from data.access import briefings, notebook
from dateline.briefing import Presentation, Slide
from dateline.errors import ReviewClash, UsageError
from dateline.store import Store

VIEWS = (
    Slide("", "judgments", "The rivers fall.", "Likely until spring.", query="place=g2"),
    Slide("", "map", "Talks move south.", query="place=g2", camera=(44.0, 33.0, 5.0)),
    Slide("", "timeline", query="entity=e-0&axis=spoken"),
    Slide("", "quotations", page="voices", query="speaker=e-0&order=oldest&page=3"),
    Slide("", "position", page="voices", query="speaker=e-0&shows=position"),
    Slide("", "table", page="entities"),
    Slide("", "text", "Next steps", "Ask the ministry.", "Say it slowly."),
)


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = stored(tmp_path / "rivers.db", articles=60)
    monkeypatch.setenv("DATELINE_CORPUS", str(path))
    return path


def made(**changes: object) -> str:
    """The id of a briefing of all kinds of slides."""
    new = briefings.create("Rivers", "Nour")
    briefings.keep(replace(new, slides=VIEWS, **changes), "Nour")  # type: ignore[arg-type]
    return new.briefing_id


def grow(path: Path, first: int = 60, last: int = 90) -> None:
    with Store.open(path) as store:
        for article, findings in list(made_corpus(last))[first:]:
            store.add(article, findings, "made 2")


def test_briefings_when_there_is_no_corpus_then_there_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("DATELINE_CORPUS", str(tmp_path / "none.db"))
    assert briefings.briefings() == ()
    assert briefings.briefing("briefing1") is None
    assert briefings.presentation("briefing1") is None
    assert not briefings.can_undo("briefing1")
    assert not (tmp_path / "none.db").exists()


def test_briefing_when_slides_are_captured_then_changes_are_undone_and_redone(corpus: Path):
    new = briefings.create("Rivers", "Nour")
    assert not briefings.can_undo(new.briefing_id)
    for view in VIEWS[:2]:
        standing = briefings.capture(new.briefing_id, view, "Nour")
    assert [slide.slide_id for slide in standing.slides] == ["slide1", "slide2"]
    assert briefings.briefings() == (standing,)
    assert briefings.undo(new.briefing_id, "Ana").slides == standing.slides[:1]
    assert briefings.can_redo(new.briefing_id)
    again = briefings.redo(new.briefing_id, "Ana")
    assert (again.slides, again.who) == (standing.slides, "Ana")
    with pytest.raises(ReviewClash):
        briefings.keep(standing, "Nour")
    with pytest.raises(UsageError, match="nothing to redo"):
        briefings.redo(new.briefing_id, "Ana")


def test_briefing_when_deleted_then_it_is_gone_until_it_is_restored(corpus: Path):
    briefing_id = made()
    frozen = briefings.presentation(briefing_id)
    briefings.delete(briefing_id, "Ana")
    assert briefings.briefings() == ()
    assert briefings.briefing(briefing_id) is None
    assert briefings.presentation(briefing_id) is None
    with pytest.raises(UsageError, match="no briefing"):
        briefings.capture(briefing_id, VIEWS[0], "Nour")
    with pytest.raises(UsageError, match="no briefing"):
        briefings.freeze(briefing_id)
    briefings.restore(briefing_id, "Ana")
    standing = briefings.briefing(briefing_id)
    assert standing is not None
    assert frozen is not None
    assert standing.slides == frozen.briefing.slides
    assert briefings.can_undo(briefing_id)


def test_presentation_when_made_then_it_has_what_every_slide_shows(corpus: Path):
    found = briefings.presentation(made())
    assert found is not None
    assert (found.corpus, found.is_live) == ("rivers", False)
    assert [one.slide.kind for one in found.slides] == [view.kind for view in VIEWS]
    assert found.slides[1].map is not None
    assert found.slides[1].map.camera == (44.0, 33.0, 5.0)
    assert found.slides[6].slide.notes == "Say it slowly."
    assert [one.dropped for one in found.slides] == [()] * len(VIEWS)
    assert msgspec.json.decode(msgspec.json.encode(found), type=Presentation) == found


def test_presentation_when_the_corpus_changes_then_the_frozen_one_stays_to_the_byte(corpus: Path):
    briefing_id = made()
    frozen = briefings.presentation(briefing_id)
    before = msgspec.json.encode(frozen)
    grow(corpus)
    with Store.open(corpus) as store:
        store.replace_findings("art00000", next(iter(made_corpus(1)))[1], "made 3")
    notebook.keep(notebook.entry("entity:e-0"), replace(notebook.entry("entity:e-0"), note="so"))
    assert msgspec.json.encode(briefings.presentation(briefing_id)) == before
    anew = briefings.freeze(briefing_id)
    assert anew.slides != (frozen.slides if frozen else ())
    assert briefings.presentation(briefing_id) == anew
    assert "made 2" in anew.slides[5].footing.method
    assert "1 entity noted" in anew.slides[2].footing.review


def test_presentation_when_live_then_it_follows_the_corpus_and_says_so(corpus: Path):
    briefing_id = made(is_live=True)
    before = briefings.presentation(briefing_id)
    grow(corpus)
    after = briefings.presentation(briefing_id)
    assert before is not None
    assert after is not None
    assert before.is_live
    assert after.is_live
    assert before.slides[5].footing.counts.startswith("60 articles")
    assert after.slides[5].footing.counts.startswith("90 articles")
    with Store.open(corpus, readonly=True) as store:
        assert store.presentation(briefing_id, after.briefing.version) is None


def test_presentation_when_the_briefing_was_changed_then_it_is_frozen_anew(corpus: Path):
    briefing_id = made()
    first = briefings.presentation(briefing_id)
    grow(corpus)
    standing = briefings.briefing(briefing_id)
    assert standing is not None
    briefings.keep(replace(standing, slides=standing.slides[::-1]), "Ana")
    second = briefings.presentation(briefing_id)
    assert first is not None
    assert second is not None
    assert [one.slide for one in second.slides] == list(standing.slides[::-1])
    assert second.slides[1].footing.counts.startswith("90 articles")


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A briefing of a corpus that this process may read and not write, even where it is root."""
    with TemporaryDirectory() as folder:
        path = stored(Path(folder) / "rivers.db", articles=10)
        monkeypatch.setenv("DATELINE_CORPUS", str(path))
        briefing_id = made()
        path.chmod(0o444)
        path.parent.chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        yield briefing_id
        if root:
            os.seteuid(0)
        path.parent.chmod(0o755)


def test_presentation_when_the_corpus_cannot_be_written_then_it_is_shown_as_live(locked: str):
    found = briefings.presentation(locked)
    assert found is not None
    assert found.is_live
    assert len(found.slides) == len(VIEWS)


def test_shown_when_only_words_change_then_the_view_is_not_asked_for_again(corpus: Path):
    slide = replace(VIEWS[1], slide_id="slide7", headline="One")
    first, second = briefings.shown(slide), briefings.shown(replace(slide, headline="Two"))
    assert (first.slide.headline, second.slide.headline) == ("One", "Two")
    assert first.timeline is second.timeline
    assert first.sources is second.sources


def test_shown_when_a_note_is_made_then_the_review_state_follows(corpus: Path):
    slide = VIEWS[3]
    (said, *_) = briefings.shown(slide).quotations
    subject = f"quotation:{said.quotation_id}"
    notebook.keep(notebook.entry(subject), replace(notebook.entry(subject), is_bookmarked=True))
    told = briefings.shown(slide).footing.review
    assert told.endswith("quotations bookmarked by an analyst")
    assert told.startswith("Machine findings; 1 of")
