"""What a click in a list or in the reader asks for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from made_corpus import made_corpus

from components.evidence import passage_payload
from components.quotations import quotation_payload
from components.typeset.choices import clause_of
from dateline.brush import Brush, clause
from dateline.query import build_index, passages_view, quotations_view
from dateline.store import Store


@pytest.mark.parametrize(
    ("event", "chosen"),
    [
        ({"field": "entity", "value": "person.mara", "add": True}, clause("entity", "person.mara")),
        ({"field": "speaker", "value": "person.mara"}, clause("speaker", "person.mara")),
        ({"field": "place", "value": "g1"}, clause("place", "g1")),
        ({"field": "published", "values": ["2021-08-16", "2021-08-18"]},
         clause("published", "2021-08-16", "2021-08-18")),
        ({"field": "published", "values": ["2021-08-18", "2021-08-16"]}, None),
        ({"field": "published", "values": ["2021-08-16", None]}, None),
        ({"field": "entity", "value": ""}, None),
        ({"field": "entity", "value": {"a": 1}}, None),
        ({"field": "article", "value": "a1"}, None),
        ({"field": ["entity"], "value": "x"}, None),
        ({"value": "x"}, None),
    ],
)  # fmt: skip
def test_clause_when_an_event_arrives_then_only_sense_becomes_one(
    event: dict[str, Any], chosen: object
) -> None:
    assert clause_of(event) == chosen


def test_clause_when_a_list_offers_fewer_fields_then_the_others_are_none() -> None:
    event = {"field": "entity", "value": "x"}

    assert clause_of(event, ("speaker", "place")) is None


def test_rows_when_listed_then_say_which_article_to_open_and_where(tmp_path: Path) -> None:
    with Store.open(tmp_path / "corpus.db") as store:
        for article, findings in made_corpus(3):
            store.add(article, findings, "made")
        frames = store.frames()
    index = build_index(frames)
    quoted = quotation_payload(quotations_view(index, Brush()))["rows"]
    read = passage_payload(passages_view(index, Brush()))["rows"]
    texts = dict(zip(frames["articles"]["article_id"], frames["articles"]["text"], strict=True))

    assert all(texts[row["article"]][row["at"] - 1] == "“" for row in quoted)
    assert all(texts[row["article"]][row["at"]] == "“" for row in read)
