"""Offices by date: which wordings are one office, and who held it when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from cpu_seconds import least_seconds
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.naming.posts import Post, post_of
from dateline.extract.naming.tenures import Tenures
from dateline.records import Status, Tenure

ONE_POST = [
    ("Foreign Minister", "minister of foreign affairs", "RU"),
    ("foreign minister", "Foreign Affairs Minister", "PE"),
    ("Foreign Secretary", "foreign minister", "GB"),
    ("Defense Minister", "Minister of Defence", "US"),
    ("President", "president of Peru", "PE"),
    ("Prime Minister", "premier", "PE"),
    ("Vice President", "vice-president", "PE"),
    ("Secretary of State", "secretary of state", "US"),
    ("army chief", "chief of the army", "PE"),
    ("mayor of Lima", "Lima mayor", ""),
    ("governor of Kandahar", "Kandahar Governor", ""),
    ("Norda Oil's chief executive", "CEO of Norda Oil", ""),
    ("head of the Lake Institute", "Lake Institute head", ""),
    ("ambassador to Peru", "Ambassador to Peru", "NO"),
]


@pytest.mark.parametrize(("one", "other", "country"), ONE_POST)
def test_post_when_wordings_differ_then_is_one(one: str, other: str, country: str) -> None:
    assert post_of(one, country) == post_of(other, country) != None  # noqa: E711 - both are posts


TWO_POSTS = [
    ("foreign minister", "defence minister", "RU"),
    ("president", "vice president", "PE"),
    ("vice president", "first vice president", "PE"),
    ("president", "president-elect", "PE"),
    ("ambassador to Peru", "ambassador to Chad", "NO"),
    ("mayor of Lima", "mayor of Oslo", ""),
    ("secretary of state", "defence secretary", "US"),
]


@pytest.mark.parametrize(("one", "other", "country"), TWO_POSTS)
def test_post_when_offices_differ_then_are_two(one: str, other: str, country: str) -> None:
    assert post_of(one, country) != post_of(other, country)


SHARED = [
    ("senator", "US"),
    ("minister", "PE"),
    ("deputy foreign minister", "PE"),
    ("ambassador", "PE"),
    ("lawmaker", "PE"),
    ("general", "PE"),
    ("official", "US"),
    ("president", ""),
    ("village head", ""),
    ("mayor", ""),
    ("state secretary candidate", "US"),
    ("Norda Oil executive", ""),
    ("", ""),
]


@pytest.mark.parametrize(("office", "country"), SHARED)
def test_post_when_several_may_hold_it_then_is_none(office: str, country: str) -> None:
    assert post_of(office, country) is None


ANA, EVA = "person.ana", "person.eva"
PRESIDENT = Post(frozenset({"president"}), "PE")


def told(who: str, first: str, last: str = "", status: Status = "current", n: int = 1) -> Tenure:
    return Tenure(who, "President", "PE", status, first, last or first, n)


HOLDERS: list[tuple[str, list[Tenure], str, str | None]] = [
    ("the only one", [told(ANA, "2021-05-01")], "2021-05-20", ANA),
    ("acting is in office", [told(ANA, "2021-05-01", status="acting")], "2021-05-20", ANA),
    ("named only later", [told(ANA, "2021-05-01")], "2021-04-30", None),
    ("named long ago", [told(ANA, "2019-05-01")], "2021-05-20", None),
    ("still named", [told(ANA, "2019-05-01", "2021-05-01")], "2021-05-20", ANA),
    ("one after another", [told(ANA, "2021-01-01", "2021-05-01"), told(EVA, "2021-06-01")],
     "2021-06-02", EVA),
    ("before the other", [told(ANA, "2021-01-01", "2021-05-01"), told(EVA, "2021-06-01")],
     "2021-05-20", ANA),
    ("two at once", [told(ANA, "2021-01-01", "2021-07-01"), told(EVA, "2021-06-01")],
     "2021-07-02", None),
    ("two of one day", [told(ANA, "2021-06-01"), told(EVA, "2021-06-01")], "2021-07-02", None),
    ("a slip among many", [told(ANA, "2021-01-01", "2021-07-01", n=9), told(EVA, "2021-06-01")],
     "2021-07-02", ANA),
    ("called former since", [told(ANA, "2021-01-01"), told(ANA, "2021-02-01", status="former")],
     "2021-03-01", None),
    ("called former later", [told(ANA, "2021-01-01"), told(ANA, "2021-05-01", status="former")],
     "2021-03-01", ANA),
    ("back in office", [told(ANA, "2021-03-01"), told(ANA, "2021-02-01", status="former")],
     "2021-03-05", ANA),
    ("no day", [told(ANA, "2021")], "2021-03-05", None),
    ("no day asked", [told(ANA, "2021-03-01")], "", None),
    ("a time of day", [told(ANA, "2021-03-01T08:00:00Z")], "2021-03-01T07:00:00Z", ANA),
]  # fmt: skip


@pytest.mark.parametrize(("what", "known", "day", "expected"), HOLDERS)
def test_holder_when_articles_state_it_then_is_of_the_day(
    what: str, known: list[Tenure], day: str, expected: str | None
) -> None:
    found = Tenures(known).holder(PRESIDENT, day)
    assert (found and found.entity_id) == expected, what


def test_holder_when_the_last_word_is_old_then_is_less_sure() -> None:
    tenures = Tenures([told(ANA, "2021-01-01")])
    fresh, old = (tenures.holder(PRESIDENT, day) for day in ("2021-01-05", "2021-12-05"))
    assert fresh
    assert old
    assert fresh.confidence > old.confidence


DAYS = st.dates(date(2020, 1, 1), date(2021, 12, 31)).map(date.isoformat)


@given(st.lists(st.tuples(st.sampled_from([ANA, EVA]), DAYS), max_size=8), DAYS)
def test_holder_when_statements_come_in_any_order_then_is_the_same(
    stated: list[tuple[str, str]], day: str
) -> None:
    known = [told(*one) for one in stated]
    one, other = Tenures(known), Tenures(reversed(known))
    assert one.holder(PRESIDENT, day) == other.holder(PRESIDENT, day)


def test_tenures_when_many_are_known_then_stay_quick() -> None:
    day = date(2010, 1, 1)

    def look_up() -> None:
        known = (
            Tenure(f"person.p{n % 500}", f"mayor of Town{n % 3000}", "", "current", iso, iso)
            for n in range(30_000)
            for iso in [(day + timedelta(n % 4000)).isoformat()]
        )
        tenures = Tenures(known)
        for n in range(3000):
            tenures.holder(Post(frozenset({"mayor", f"town{n}"}), ""), "2021-01-01")

    assert least_seconds(lambda: look_up, under=4) < 4
