"""Names offered while a search is typed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_corpus import stored

from dateline.query import Index, build_index
from dateline.query.offered import offers
from dateline.search import parse
from dateline.store import Store


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    path = stored(tmp_path_factory.mktemp("offered") / "rivers.db", articles=40)
    with Store.open(path, readonly=True) as store:
        return build_index(store.frames(), path)


@pytest.mark.parametrize(
    ("typed", "start", "tokens"),
    [
        ("okaf", 0, {'names:"Mara Okafor"', 'speaker:"Mara Okafor"'}),
        ("water AND okaf", 10, {'names:"Mara Okafor"', 'speaker:"Mara Okafor"'}),
        ("(OKÁF", 1, {'names:"Mara Okafor"', 'speaker:"Mara Okafor"'}),
        ("speaker:mara", 0, {'speaker:"Mara Okafor"'}),
        ('late about:"mara ok', 5, {'about:"Mara Okafor"'}),
        ("place:turk", 0, {"place:Türkiye"}),
        ("place:TÜRK", 0, {"place:Türkiye"}),
        ("outlet:ledg", 0, {'outlet:"The Ledger"'}),
        ("place:basr", 0, {"place:Basra"}),
        ("m", 0, set()),
        ("", 0, set()),
        ("mode:dir", 0, set()),
        ("nobody", 0, set()),
    ],
)
def test_offers_when_a_name_is_begun_then_it_may_take_the_place_of_the_word(
    index: Index, typed: str, start: int, tokens: set[str]
):
    found = offers(index, typed, len(typed))
    assert (found.start, {offer.token for offer in found.found}) == (start, tokens)


def test_offers_when_many_go_on_so_then_the_most_frequent_come_first(index: Index):
    counts = [offer.count for offer in offers(index, "names:ri OR names:co", 20).found]
    assert counts == sorted(counts, reverse=True) != []


@given(st.text(max_size=40), st.integers(0, 60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_offers_when_anything_is_typed_then_each_is_a_search(index: Index, typed: str, caret: int):
    for offer in offers(index, typed, caret).found:
        assert parse(offer.token)
