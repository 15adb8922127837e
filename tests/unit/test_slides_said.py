"""Quotations and positions on slides: which are shown, in which order, and what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from said_corpus import Said, stored
from slide_corpus import opened, shown

from dateline.briefing import Shown, SlideKind
from dateline.slides import Corpus

WATER = "The water in the harbour rises by a hand every single year"
GATES = "The gates of the dam will stay closed until the spring comes"
BOATS = "Boats without a licence will be turned back at the harbour"
FARMS = "Every farm below the dam has been promised a share of water"
DUST = "Dust from the works has reached the school and the market"
SALT = "There is salt in the wells of three villages by the harbour"
ROADS = "The road along the canal is open to lorries again at night"
ALL = (WATER, GATES, BOATS, FARMS, DUST, SALT, ROADS)


def corpus_of(path: Path, said: Sequence[Said]) -> Corpus:
    return opened(stored(path / "said.db", said))


def asked(path: Path, *said: Said, query: str = "", kind: SlideKind = "quotations") -> Shown:
    return shown(corpus_of(path, said), kind, query, "voices")


def told(found: Shown) -> list[str]:
    return [one.content for one in found.quotations]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (Said(WATER, mode="direct", confidence=0.6), Said(GATES, confidence=0.95)),
        (Said(WATER, mode="mixed", confidence=0.6), Said(GATES, confidence=0.95)),
        (Said(WATER, mode="direct", confidence=0.9), Said(GATES, mode="direct", confidence=0.6)),
        (Said(WATER, mode="direct"), Said(GATES, mode="direct", speaker="", confidence=0.95)),
        (Said(WATER, mode="direct", confidence=0.6), Said("Never", mode="direct")),
        (Said(WATER, mode="direct", confidence=0.6), Said("So " * 200, mode="direct")),
        (Said(WATER, mode="direct", day="2024-08-20"), Said(GATES, mode="direct")),
        (Said(WATER, mode="direct"), Said(GATES, mode="direct", day="")),
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_quotations_when_two_are_compared_then_the_better_comes_first(
    tmp_path: Path, better: Said, worse: Said, is_first: bool
):
    said = (better, worse) if is_first else (worse, better)
    assert told(asked(tmp_path, *said))[0] == WATER


@pytest.mark.parametrize("clause", ["entity=varga", "entity=varga&scope=article"])
def test_quotations_when_someone_is_chosen_then_theirs_lead(tmp_path: Path, clause: str):
    said = (
        Said(WATER, mode="direct", speaker="okafor", about=("harbour",)),
        Said(GATES, mode="indirect", speaker="varga", confidence=0.5),
    )
    assert told(asked(tmp_path, *said, query=clause))[0] == GATES


def test_quotations_when_there_are_many_then_six_are_shown_and_three_beside_a_map(tmp_path: Path):
    corpus = corpus_of(tmp_path, [Said(text, mode="direct") for text in ALL])
    assert len(shown(corpus, "quotations").quotations) == 6
    assert len(shown(corpus, "map").quotations) == 3
    assert shown(corpus, "timeline").quotations == ()


def test_quotations_when_copies_are_carried_then_each_is_told_once(tmp_path: Path):
    copies = [Said(WATER, mode="direct", outlet=name) for name in ("Ledger", "Post", "Meridian")]
    copies.append(Said(f"{WATER}.", mode="direct", outlet="Gazette"))
    found = asked(tmp_path, *copies, Said(GATES, mode="indirect"))
    assert len(found.quotations) == 2
    assert len({one.source.article_id for one in found.quotations}) == 2


def test_quotations_when_one_is_repeated_a_thousand_times_then_others_are_still_found(
    tmp_path: Path,
):
    said = [Said(WATER, mode="direct", confidence=0.99) for _ in range(400)]
    found = asked(tmp_path, *said, Said(GATES, confidence=0.5), Said(BOATS, confidence=0.4))
    assert told(found) == [told(found)[0], GATES, BOATS]


def test_quotation_when_shown_then_it_has_its_evidence_and_nothing_that_is_not_stated(
    tmp_path: Path,
):
    found = asked(tmp_path, Said(WATER, speaker="", day="", mode="direct"))
    (one,) = found.quotations
    assert one.speaker == "a man"
    assert (one.role, one.addressee, one.venue, one.place, one.said_on) == ("",) * 5
    assert one.passage[one.start : one.end] == WATER
    assert one.source.published == one.source.seen == ""
    assert (one.source.outlet, one.source.url) == ("The Ledger", "https://news.example/0")
    assert one.method == "made"
    assert found.footing.published == "Date of publication not stated"
    assert found.footing.retrieved == "Time of retrieval not stated"


def test_quotations_when_shown_then_the_slide_rests_on_their_articles_alone(tmp_path: Path):
    said = [Said(text, mode="direct", outlet=f"Outlet {n}") for n, text in enumerate(ALL)]
    found = asked(tmp_path, *said)
    assert [one.article_id for one in found.sources] == [
        one.source.article_id for one in found.quotations
    ]
    assert found.footing.counts.startswith("6 articles, 6 outlets")


def test_quotations_when_an_article_is_open_then_they_are_its_own(tmp_path: Path):
    found = asked(tmp_path, Said(WATER), Said(GATES), query="article=art0001")
    assert told(found) == [GATES]
    assert [one.article_id for one in found.sources] == ["art0001"]
    assert found.words == "“Report 1”"
    corpus = corpus_of(tmp_path / "other", (Said(WATER), Said(GATES)))
    assert len(shown(corpus, "text", "article=art0001", "articles").sources) == 1
    assert len(shown(corpus, "map", "article=art0001", "articles").sources) == 2


def test_quotations_when_a_statement_is_asked_for_then_its_wordings_are_shown(tmp_path: Path):
    short = WATER.removesuffix(" every single year")
    said = (
        Said(short, mode="direct", outlet="Post"),
        Said(WATER, mode="direct", outlet="Ledger"),
        Said(GATES, mode="direct"),
    )
    found = asked(tmp_path, *said, query="shows=wording&statement=q0000")
    assert told(found) == [WATER, short]


HELD = "that the ministry had held talks with the builders of the dam"
DENIED = Said(HELD, cue="denied", family="deny")
CONFIRMED = Said(HELD, cue="confirmed", family="confirm", day="2024-08-19")


def test_position_when_the_stance_turns_then_the_change_and_the_reversal_are_told(tmp_path: Path):
    found = asked(tmp_path, DENIED, CONFIRMED, query="speaker=okafor", kind="position")
    assert [one.day for one in found.quotations] == ["2024-08-12", "2024-08-19"]
    assert [one.change for one in found.quotations] == ["", "denies, then confirms"]
    ((earlier, later, why),) = found.reversals
    assert (earlier.cue, later.cue) == ("denied", "confirmed")
    assert why.startswith("first denies, then confirms")
    assert "confidence" in why
    assert found.words == "Mara Okafor"
    assert found.footing.counts == "2 articles, 1 outlet, 1 origin"
    assert len(found.sources) == 2


def test_position_when_the_words_differ_then_the_differences_are_told(tmp_path: Path):
    before = Said("We will open the gates of the great dam on Friday", mode="direct")
    after = Said("We will open the gates of the old dam on Friday", "2024-08-20", mode="direct")
    found = asked(tmp_path, before, after, query="speaker=okafor", kind="position")
    assert found.quotations[1].change == "since 12 Aug 2024: “great” becomes “old”"


def test_position_when_copies_are_folded_then_it_says_how_many(tmp_path: Path):
    copies = [Said(HELD, outlet=name) for name in ("Ledger", "Post", "Meridian")]
    found = asked(tmp_path, *copies, query="speaker=okafor", kind="position")
    assert [one.carried for one in found.quotations] == [3]
    assert found.footing.counts.startswith("3 articles, 3 outlets")


def test_position_when_a_side_and_a_subject_are_asked_for_then_others_are_left_out(tmp_path: Path):
    said = (
        Said(WATER, about=("harbour",)),
        Said(GATES, about=("dam",)),
        Said(BOATS, speaker="varga", about=("dam",)),
        Said(FARMS, speaker="union", about=("dam",)),
    )
    query = "side=country:VL&subject=dam"
    found = asked(tmp_path, *said, query=query, kind="position")
    assert sorted(told(found)) == sorted([GATES, BOATS])
    assert found.words == "all who speak for VL on Karst Dam"
    words = asked(tmp_path / "other", *said, query="speaker=okafor&subject=closed", kind="position")
    assert told(words) == [GATES]


def test_position_when_no_one_is_named_then_it_is_that_of_the_most_quoted(tmp_path: Path):
    said = (Said(WATER, speaker="varga"), Said(GATES, speaker="varga"), Said(BOATS))
    found = asked(tmp_path, *said, kind="position")
    assert found.words == "Tomas Varga"
    assert sorted(told(found)) == sorted([WATER, GATES])


def test_position_when_there_are_many_then_proposed_reversals_are_among_them(tmp_path: Path):
    days = [f"2024-08-{day:02}" for day in range(1, 20)]
    said = [Said(f"{ALL[n % 7]} number {n * 7}", day) for n, day in enumerate(days)]
    said[6] = replace(DENIED, day=days[6])
    said[12] = replace(CONFIRMED, day=days[12])
    found = asked(tmp_path, *said, query="speaker=okafor", kind="position")
    assert {"2024-08-07", "2024-08-13"} <= {one.day for one in found.quotations}
    assert [one[1].day for one in found.reversals] == ["2024-08-13"]


@pytest.mark.parametrize("query", ["speaker=gone", "side=of:gone", "side=country:XX"])
def test_position_when_those_named_are_gone_then_it_is_no_one_elses(tmp_path: Path, query: str):
    found = asked(tmp_path, Said(WATER), query=query, kind="position")
    assert (found.words, found.quotations, found.sources) == ("No one", (), ())
    assert found.dropped == (query.replace("%3A", ":"),)


def test_position_when_there_are_many_statements_then_the_ends_and_the_turns_are_kept(
    tmp_path: Path,
):
    days = [f"2024-08-{day:02}" for day in range(1, 20)]
    said = [Said(f"{ALL[n % 7]} number {n * 7}", day) for n, day in enumerate(days)]
    said[9] = Said("to sign the treaty", days[9], cue="refused", family="refuse")
    found = asked(tmp_path, *said, query="speaker=okafor", kind="position")
    shown_days = [one.day for one in found.quotations]
    assert len(shown_days) == 8
    assert shown_days == sorted(shown_days)
    assert {"2024-08-01", "2024-08-10", "2024-08-19"} <= {*shown_days}
    assert [one.change for one in found.quotations if one.day == "2024-08-10"] == [
        "states, then refuses"
    ]
    assert found.footing.counts.startswith("19 articles")
