"""Places of the gazetteer's own facts, taken whole whatever the model calls them."""

from __future__ import annotations

import pytest
from names_lexicon import SmallLexicon, made

from dateline.extract.naming.charted import label_of_kind
from dateline.extract.naming.mentions import find_mentions
from dateline.extract.parse import parse

KNOWN = {
    "islam qala": "crossing",
    "sher khan bandar": "crossing",
    "wazir akbar khan": "quarter",
    "kota-e sangi": "quarter",
    "band-e amir": "lake",
    "khawak pass": "pass",
    "torghundi": "crossing",
    "benito juarez": "city",
    "virginia beach": "city",
}


class Charted(SmallLexicon):
    """The small lexicon with places that have a record of their own."""

    def place_kind(self, name: str) -> str | None:
        return KNOWN.get(name.casefold()) or super().place_kind(name)


def names_in(text: str) -> list[tuple[str, str]]:
    article = made(text)
    found = find_mentions(article, parse(article), Charted())
    return [(mention.surface, mention.label) for mention in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Islam Qala fell at dawn. Islam Qala was quiet.", ("Islam Qala", "GPE")),
        ("Lorries waited at Sher Khan Bandar for days.", ("Sher Khan Bandar", "GPE")),
        ("The hospital at Wazir Akbar Khan was full.", ("Wazir Akbar Khan", "GPE")),
        ("Convoys passed Kota-e Sangi without a search.", ("Kota-e Sangi", "GPE")),
        ("They saw the Band-e Amir lakes in June.", ("Band-e Amir", "LOC")),
        ("In Band-e Amir the snow had melted.", ("Band-e Amir", "LOC")),
        ("Snow closed the Khawak Pass on Monday.", ("Khawak Pass", "LOC")),
        ("They drove from Torghundi to Oslo.", ("Torghundi", "GPE")),
    ],
)
def test_mentions_when_a_place_is_charted_then_it_is_taken_whole(
    text: str, name: tuple[str, str]
) -> None:
    assert name in names_in(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr Benito Juarez spoke. Juarez said that he was glad.", ("Benito Juarez", "PERSON")),
        ("The Virginia Beach Tribune closed in May.", ("Virginia Beach Tribune", "ORG")),
    ],
)
def test_mentions_when_the_words_go_on_or_a_title_stands_before_then_they_are_no_place(
    text: str, name: tuple[str, str]
) -> None:
    assert name in names_in(text)


@pytest.mark.parametrize(
    ("kind", "label"),
    [("pass", "LOC"), ("river", "LOC"), ("base", "FAC"), ("prison", "FAC"), ("crossing", "GPE")],
)
def test_label_when_the_kind_is_known_then_it_fits_the_kind(kind: str, label: str) -> None:
    assert label_of_kind(kind) == label
