"""A short form that two persons share, from the extractor to the reader's card."""

from __future__ import annotations

from names_lexicon import resolved

from components.reader.cards import mention_lines
from dateline.extract.naming.directory import Directory
from dateline.extract.quoting.quotations import find_quotations
from dateline.records import Findings

TEXT = 'Tomas Varga and Erik Varga met in Lima. "We will wait," Varga said.'


def test_open_mention_when_joined_to_a_corpus_then_stays_open_and_says_so() -> None:
    _, _, mentions, entities = resolved(TEXT)
    found = Directory(entities).join(Findings(mentions=mentions, entities=entities))
    lone = next(m for m in found.mentions if m.surface == "Varga")
    assert (lone.entity_id, lone.confidence) == ("", 0.5)
    lines = dict(mention_lines(lone, "Varga", 0.6))
    assert lines["who is meant"] == "open: more than one may be meant"
    assert "50%" in lines["recognised"]


def test_mention_when_it_is_settled_then_its_card_says_nothing_of_that() -> None:
    _, _, mentions, _ = resolved(TEXT)
    assert "who is meant" not in dict(mention_lines(mentions[0], "Tomas Varga", 0.6))


def test_quotation_when_its_speaker_is_open_then_has_the_name_but_no_entity() -> None:
    article, parsed, mentions, entities = resolved(TEXT)
    (said,), _ = find_quotations(article, parsed, mentions, entities)
    assert (said.speaker, said.speaker_id) == ("Varga", "")
    assert said.confidence < 0.6
