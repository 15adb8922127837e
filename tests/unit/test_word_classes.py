"""Word classes, features and base forms are those of the model's own components."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from dateline.extract.model import language_model
from dateline.extract.parse import parse_texts
from dateline.extract.word_classes import WordClasses

TEXTS = (
    "There is no road to Herat, and there's none to Farah.",
    "Let's go. I ain't done nothin', y'all gonna see; c'mon, he's gotta leave.",
    "The men who had been seen there were the first to have left; that was once.",
    "They could've said so, but they'd not: it wasn't theirs, 'cause we'll do it ourselves.",
    "Which of these roads is that? Those that lead north.",
    "A line \n\n broken  twice,\twith\u00a0blanks \u2009 of all kinds.",
    "She got the best of him, and he gets the better of her.",
    "İstanbul and ISTANBUL saw ＧＯＮＮＡ and Let ’s Go.",
    "",
    " ",
    "\n",
)
WORDS = (
    *("There", "is", "let", "'s", "gon", "na", "got", "ta", "c'm", "on", "y'", "all", "ai", "n't"),
    *("i", "you", "it", "to", "be", "do", "did", "had", "'d", "the", "that", "this", "those"),
    *("her", "his", "who", "which", "well", "once", "here", "not", "said", "ran", "\n", "  "),
    *("Kabul", "houses", "better", "leaves", "nothin'", "'em", ",", ".", '"', "--"),
)


def told(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (
            *(token.text, token.tag_, token.dep_, token.head.i, token.pos_, token.lemma_),
            *(str(token.morph), token.ent_type_, token.ent_iob_, token.is_sent_start),
        )
        for token in doc
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_parse_when_its_classes_are_kept_then_equals_the_models_own(text: str) -> None:
    assert [told(doc) for doc in parse_texts([text])] == [told(language_model()(text))]


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), max_size=4))
def test_parse_of_any_words_then_equals_the_models_own(texts: list[str]) -> None:
    own = language_model().pipe(texts, batch_size=64)
    assert [told(doc) for doc in parse_texts(texts)] == [told(doc) for doc in own]


def test_classes_when_a_word_was_seen_in_another_role_then_tell_them_apart() -> None:
    model = language_model()
    classes = WordClasses(model)
    texts = ["The leaves fell.", "He leaves today.", "That fell.", "He said that it fell."]
    docs = [
        classes.give(doc) for doc in model.pipe(texts, disable=["attribute_ruler", "lemmatizer"])
    ]
    told_of = [(word.lower_, word.pos_, word.lemma_) for doc in docs for word in doc]
    assert [told for told in told_of if told[0] in ("leaves", "that")] == [
        ("leaves", "NOUN", "leaf"),
        ("leaves", "VERB", "leave"),
        ("that", "PRON", "that"),
        ("that", "SCONJ", "that"),
    ]
