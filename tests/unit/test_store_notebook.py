"""The notebook: bookmarks, tags and notes as decisions, joined, undone at will."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_records import made_article, made_findings

from dateline.errors import ReviewClash, UsageError
from dateline.records import Review
from dateline.store import Store
from dateline.store.notebook import LONGEST_NOTE, MOST_TAGS, Entry, entries

SAID = Entry("quotation:q.a.1.9", who="Nour")
TAGS = st.lists(st.sampled_from(["aid", "border", "to check", "Ärger"]), unique=True)


@pytest.fixture
def store(tmp_path: Path):
    with Store.open(tmp_path / "corpus.db") as opened:
        yield opened


def shown(store: Store, subject: str = SAID.subject) -> Entry:
    return next((entry for entry in store.notebook() if entry.subject == subject), Entry(subject))


def bare(entry: Entry) -> Entry:
    return replace(entry, who="", at="")


def test_decide_when_all_is_new_then_one_decision_an_action_is_kept(store: Store):
    wanted = replace(SAID, is_bookmarked=True, tags=("aid",), note="ask twice")
    kept = store.decide(Entry(SAID.subject), wanted)
    assert [review.action for review in kept] == ["bookmark", "tag", "note"]
    assert kept == store.reviews(SAID.subject)
    assert store.notebook() == (replace(wanted, at=kept[-1].at),)


def test_decide_when_nothing_differs_then_nothing_is_kept(store: Store):
    assert store.decide(SAID, SAID) == ()
    assert store.notebook() == ()


def test_decide_when_made_then_the_views_stay_and_only_the_notebook_turns(store: Store):
    before, mark = store.fingerprint(), store.notebook_mark()
    (kept,) = store.decide(SAID, replace(SAID, is_bookmarked=True))
    assert store.fingerprint() == before
    turned = store.notebook_mark()
    store.undo_review(kept.review_id)
    assert store.fingerprint() == before
    assert len({mark, turned, store.notebook_mark()}) == 3


def test_undo_review_when_the_decision_is_not_the_last_then_the_others_stand(store: Store):
    (first,) = store.decide(SAID, replace(SAID, tags=("aid",)))
    store.decide(shown(store), replace(SAID, tags=("aid", "border"), who="Ana"))
    store.undo_review(first.review_id)
    assert shown(store).tags == ("border",)


def test_decide_when_two_analysts_tag_at_once_then_both_tags_stand(store: Store):
    store.decide(SAID, replace(SAID, tags=("aid",)))
    seen = shown(store)
    store.decide(seen, replace(seen, tags=("aid", "border"), who="Ana"))
    store.decide(seen, replace(seen, tags=("to check",), who="Nour"))
    assert shown(store).tags == ("border", "to check")


def test_decide_when_another_note_was_written_then_it_clashes_and_nothing_is_lost(store: Store):
    store.decide(SAID, replace(SAID, note="first", who="Ana"))
    with pytest.raises(ReviewClash, match="Ana"):
        store.decide(SAID, replace(SAID, is_bookmarked=True, note="second"))
    assert bare(shown(store)) == Entry(SAID.subject, note="first")


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (replace(SAID, subject="article:a1"), "no quotation"),
        (replace(SAID, subject="passage:"), "no quotation"),
        (replace(SAID, tags=("",)), "1 to 60 letters"),
        (replace(SAID, tags=("a\nb",)), "1 to 60 letters"),
        (replace(SAID, tags=("x" * 61,)), "1 to 60 letters"),
        (replace(SAID, tags=tuple(map(str, range(MOST_TAGS + 1)))), "too many"),
        (replace(SAID, note="x" * (LONGEST_NOTE + 1)), "at the most"),
    ],
)
def test_decide_when_it_makes_no_sense_then_says_why_and_keeps_nothing(
    store: Store, wanted: Entry, said: str
):
    with pytest.raises(UsageError, match=said):
        store.decide(Entry(wanted.subject), wanted)
    assert store.reviews() == ()


def test_notebook_when_another_decision_is_kept_then_it_is_no_entry(store: Store):
    store.add_review(Review("", "entity:person.x", "rename", "{}", '{"name":"X"}', "Nour", ""))
    assert store.notebook() == ()
    store.decide(Entry("entity:person.x"), Entry("entity:person.x", note="who?", who="Nour"))
    assert [entry.note for entry in store.notebook()] == ["who?"]


def test_notebook_when_findings_are_made_anew_then_it_stays(store: Store):
    article = made_article()
    findings = made_findings(article)
    subject = f"quotation:{findings.quotations[0].quotation_id}"
    store.add(article, findings, "one")
    store.decide(Entry(subject), Entry(subject, tags=("aid",), who="Nour"))
    store.replace_findings(article.article_id, findings, "two")
    assert shown(store, subject).tags == ("aid",)


@given(steps=st.lists(st.tuples(TAGS, st.booleans(), st.text(max_size=9)), max_size=6))
def test_entries_when_each_decision_saw_the_last_then_the_last_wish_stands(
    steps: list[tuple[list[str], bool, str]], tmp_path_factory: pytest.TempPathFactory
):
    with Store.open(tmp_path_factory.mktemp("notebook") / "corpus.db") as store:
        wanted = SAID
        for tags, is_bookmarked, note in steps:
            wanted = replace(SAID, tags=tuple(tags), is_bookmarked=is_bookmarked, note=note)
            store.decide(shown(store), wanted)
        stands = shown(store)
        assert set(stands.tags) == set(wanted.tags)
        assert (stands.is_bookmarked, stands.note) == (wanted.is_bookmarked, wanted.note)
        for review in store.reviews():
            store.undo_review(review.review_id)
        assert entries(store.reviews()) == ()
