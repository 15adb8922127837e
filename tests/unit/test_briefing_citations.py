"""The appendix of citations: each source once, in the order in which a reader meets it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from exported_briefing import (
    ARAB,
    ARMSTRONG,
    EAGLE,
    FIRST,
    JUDGMENTS,
    MAPPED,
    METHOD,
    PRESENTATION,
    QUOTED,
    SECOND,
    THIRD,
    source,
)

from dateline.briefing import Presentation, Shown
from dateline.export.briefing.citations import (
    appendix_words,
    citations,
    footnotes,
    found_alike,
)
from dateline.export.briefing.words import (
    address_of,
    map_words,
    origin_words,
    ranges,
    timeline_words,
)
from dateline.settings import VERSION


def presented(*slides: Shown) -> Presentation:
    return replace(PRESENTATION, slides=slides)


def test_sources_when_cited_then_each_stands_once_in_the_order_of_first_use():
    found = citations(presented(JUDGMENTS, MAPPED, QUOTED))
    assert [one.source for one in found] == [SECOND, FIRST, THIRD, ARAB]
    assert [one.number for one in found] == [1, 2, 3, 4]


def test_quotations_when_a_slide_has_them_then_they_are_cited_before_its_other_sources():
    found = citations(presented(MAPPED))
    assert [one.source for one in found] == [ARMSTRONG.source, EAGLE.source]


def test_source_when_several_slides_rest_on_it_then_all_are_named():
    found = {one.source.article_id: one.slides for one in citations(PRESENTATION)}
    assert found["a2"] == (1, 2, 4, 5)
    assert found["a4"] == (4,)


def test_reversal_when_proposed_then_both_of_its_quotations_are_cited():
    kept = replace(MAPPED, quotations=(), sources=(), reversals=((ARMSTRONG, EAGLE, "why"),))
    assert [one.source for one in citations(presented(kept))] == [FIRST, SECOND]


def test_citation_when_worded_then_it_has_title_origin_times_with_zone_and_method():
    first = citations(presented(MAPPED))[0]
    assert first.title == "Report a1 on the landing"
    assert first.origin == "The Example Courier (NASA)"
    assert first.times == ("published 21 Jul 1969, 03:15 UTC · retrieved 20 Nov 2026, 08:00 UTC")
    assert (first.found, first.cited) == (METHOD, "slide 1")
    assert first.link == "https://courier.example/a1"


def test_citation_when_nothing_is_stated_then_it_says_so():
    bare = source("x", "", title="", agency="", url="", published="", seen="")
    only = replace(MAPPED, quotations=(), sources=(bare,))
    only = replace(only, footing=replace(only.footing, method=""))
    one = citations(presented(only))[0]
    assert (one.title, one.origin) == ("Title not stated", "outlet not stated")
    assert one.times == "published not stated · retrieved not stated"
    assert one.address == "address not stated"
    assert one.found == "method not stated"


def test_methods_when_alike_then_they_are_told_once_and_else_beside_each_source():
    alike = citations(presented(MAPPED, QUOTED))
    assert appendix_words(alike) == f"4 sources, numbered as they are first used · {METHOD}"
    by_hand = replace(MAPPED.footing, method="Found by hand")
    other = replace(MAPPED, footing=by_hand, quotations=(), sources=(FIRST, ARAB))
    mixed = citations(presented(MAPPED, other))
    assert found_alike(mixed) == ""
    assert [one.found for one in mixed] == [METHOD, METHOD, "Found by hand"]
    bare = replace(ARMSTRONG, method="rules 1")
    assert citations(presented(replace(other, quotations=(bare,))))[0].found == (
        "Found by machine: rules 1"
    )


def test_footnotes_when_asked_then_each_article_has_its_number():
    assert footnotes(citations(presented(QUOTED))) == {"a1": 1, "a3": 2, "a2": 3, "a4": 4}


def test_briefing_when_it_rests_on_nothing_then_it_has_no_citation():
    assert citations(presented()) == ()


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://courier.example/a?b=1", "https://courier.example/a?b=1"),
        ("javascript:alert(1)", ""),
        ("https://user@courier.example/", ""),
        ("https://courier.example/ a", ""),
        ("//courier.example", ""),
        ("https://[broken", ""),
    ],
)
def test_address_when_it_is_not_of_the_web_then_it_is_no_link(url: str, link: str):
    assert address_of(source("x", url=url)) == link


def test_origin_when_worded_then_it_names_corpus_moment_analyst_and_version():
    assert origin_words(PRESENTATION) == (
        f"corpus moon · frozen at 22 Nov 2026, 10:05 UTC · by A. Analyst · Dateline {VERSION}"
    )
    live = replace(PRESENTATION, is_live=True, corpus="/srv/private/moon.db")
    assert origin_words(live).startswith("corpus moon.db · live at ")


def test_pictures_when_not_seen_then_words_tell_their_places_and_names():
    assert map_words(MAPPED.map) == (  # type: ignore[arg-type]
        "Map of 3 places by mentions: Houston 12, Cape Canaveral 7, Honeysuckle Creek 2. "
        "Counted beside the map: United States 21, Australia 3."
    )
    assert timeline_words(MAPPED.timeline) == (  # type: ignore[arg-type]
        "Timeline from 18 Jul 1969 to 22 Jul 1969: 17 articles. Mentions by day: "
        "Neil Armstrong 9, NASA 6. 3 articles without a date."
    )


@pytest.mark.parametrize(
    ("numbers", "told"), [((), ""), ((3,), "3"), ((5, 1, 2, 3, 3), "1–3, 5"), ((2, 4), "2, 4")]
)
def test_numbers_when_they_follow_each_other_then_they_are_told_as_a_range(
    numbers: tuple[int, ...], told: str
):
    assert ranges(numbers) == told
