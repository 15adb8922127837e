"""The zone in which days and times are shown: moments move, dates without a clock time never."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_corpus import stored
from silent_frames import SILENT

from components.typeset.source import days_of, offset_words, time_of
from data import access
from dateline.brush import Brush, clause
from dateline.query import Index, build_index, counts, first_and_last_day, in_zone, timeline_view
from dateline.query.select import iso_day
from dateline.settings import write_settings

ZONES = sorted(available_timezones())
zones = st.sampled_from(ZONES)
moments = st.datetimes(timezones=st.just(UTC)).map(lambda m: m.replace(microsecond=0))
dates = st.dates().map(date.isoformat)
stated = dates | moments.map(lambda m: m.isoformat().replace("+00:00", "Z")) | st.just("")


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_SETTINGS", str(tmp_path / "dateline.toml"))


FOUND = (
    *("passage_id", "article_id", "entity_id", "place_id", "speaker_id", "mode", "role"),
    *("precision", "confidence", "first", "last"),
)
PLACED = ("place_id", "name", "precision", "country", "admin1", "longitude", "latitude")


def index_of(published: list[str], zone: str) -> Index:
    """An index of articles with one passage each."""
    ids = [f"a{n}" for n in range(len(published))]
    empty = pd.DataFrame(columns=FOUND, dtype=object)
    frames = {
        "articles": pd.DataFrame(
            {
                "article_id": ids,
                "story_id": ids,
                "outlet": "",
                "agency": "",
                "published": pd.to_datetime(
                    pd.Series(published, dtype=object), format="ISO8601", utc=True, errors="coerce"
                ).dt.as_unit("us"),
                "published_iso": pd.Series(published, dtype="str"),
            }
        ),
        "passages": pd.DataFrame({"passage_id": [f"p.{i}" for i in ids], "article_id": ids}),
        "entities": pd.DataFrame(columns=["entity_id", "name", "kind", "country"], dtype=object),
        "places": pd.DataFrame(columns=PLACED, dtype=object),
        **dict.fromkeys(("mentions", "toponyms", "timexes"), empty),
        **SILENT,
    }
    return in_zone(build_index(frames), ZoneInfo(zone))


CASES = [
    ("2021-08-19T22:10:00Z", "UTC", "19 Aug 2021, 22:10 UTC"),
    ("2021-08-19T22:10:00Z", "Asia/Kabul", "20 Aug 2021, 02:40 UTC+4:30"),
    ("2021-08-19T02:10:00Z", "America/New_York", "18 Aug 2021, 22:10 UTC−4"),
    ("2021-01-19T02:10:00Z", "America/New_York", "18 Jan 2021, 21:10 UTC−5"),
    ("2021-08-19T12:10:00Z", "Europe/London", "19 Aug 2021, 13:10 UTC+1"),
    ("2021-01-19T12:10:00Z", "Europe/London", "19 Jan 2021, 12:10 UTC"),
    ("2021-08-19T12:10:00Z", "Pacific/Kiritimati", "20 Aug 2021, 02:10 UTC+14"),
    ("2021-08-19", "Pacific/Kiritimati", "19 Aug 2021"),
    ("2021-08", "Asia/Kabul", "Aug 2021"),
    ("2021", "Asia/Kabul", "2021"),
    ("", "Asia/Kabul", ""),
]


@pytest.mark.parametrize(("published", "zone", "words"), CASES)
def test_time_when_shown_then_is_in_the_zone_that_is_set(
    published: str, zone: str, words: str
) -> None:
    write_settings(time_zone=zone)
    assert time_of({"published_iso": published}, "published") == words
    days = days_of({"published_iso": published}, "published")
    assert (days["words"] if days else "") == words.split(",")[0]


def test_day_when_it_is_the_last_or_first_of_the_calendar_then_it_is_kept() -> None:
    for moment, zone in (
        ("9999-12-31T23:59:00Z", "Asia/Kabul"),
        ("0001-01-01T00:01:00Z", "America/New_York"),
    ):
        write_settings(time_zone=zone)
        index = index_of([moment], zone)
        assert iso_day(int(index.article_day[0])) == moment[:10]
        days = days_of({"published_iso": moment}, "published")
        assert days is not None
        assert days["first"] == moment[:10]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(published=st.lists(stated, max_size=4), zone=zones)
def test_days_when_counted_in_any_zone_then_index_and_screen_agree(
    published: list[str], zone: str
) -> None:
    write_settings(time_zone=zone)
    index = index_of(published, zone)
    for iso, number in zip(published, index.article_day, strict=True):
        shown = days_of({"published_iso": iso}, "published")
        assert (shown["first"] if shown else "") == (iso_day(int(number)) if iso else "")
        if 0 < len(iso) <= 10:
            assert iso_day(int(number)) == iso


@settings(max_examples=100)
@given(
    moment=st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
    zone=zones,
)
def test_moment_when_chosen_by_its_day_then_it_is_inside_whatever_the_zone(
    moment: datetime, zone: str
) -> None:
    index = index_of([moment.isoformat()], zone)
    day = moment.astimezone(ZoneInfo(zone)).date()
    for apart in (-1, 0, 1):
        other = (day + timedelta(days=apart)).isoformat()
        inside = counts(index, Brush((clause("published", other, other),))).articles
        assert inside == (apart == 0)
    assert first_and_last_day(index) == (day.isoformat(), day.isoformat())


def test_timeline_when_the_zone_moves_a_day_then_its_bins_do() -> None:
    published = ["2021-08-19T22:10:00Z", "2021-08-19", "2021-08-20T01:00:00Z"]
    for zone, expected in (("UTC", [2, 1]), ("Asia/Kabul", [1, 2]), ("America/New_York", [3, 0])):
        view = timeline_view(index_of(published, zone), Brush())
        at = view.edges.index("2021-08-19")
        assert view.density_total[at : at + 2].tolist() == expected
        assert int(np.sum(view.density_total)) == 3


@given(zone=zones, moment=moments)
def test_offset_when_in_words_then_is_what_the_zone_says(zone: str, moment: datetime) -> None:
    try:
        there = moment.astimezone(ZoneInfo(zone))
    except OverflowError:
        return
    words = offset_words(there).removeprefix("UTC").replace("\N{MINUS SIGN}", "-")
    hours, _, minutes = words.partition(":")
    said = abs(int(hours or 0)) * 60 + int(minutes or 0)
    offset = there.utcoffset()
    assert offset is not None
    seconds = offset.total_seconds()
    assert abs(said * (-1 if words.startswith("-") else 1) - seconds / 60) <= 0.5


def test_days_when_the_zone_changes_then_the_screens_follow_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The made articles are of 09:30 UTC, which is 23:30 of the day before in Honolulu."""
    monkeypatch.setenv("DATELINE_CORPUS", str(stored(tmp_path / "made.db", articles=12)))
    before, everything = access.days(), access.counts(Brush()).articles
    write_settings(time_zone="Pacific/Honolulu")
    after = access.days()
    assert before is not None
    assert after is not None
    assert [date.fromisoformat(day) for day in after] == [
        date.fromisoformat(day) - timedelta(days=1) for day in before
    ]
    assert access.counts(Brush((clause("published", *after),))).articles == everything
    assert access.counts(Brush((clause("published", *before),))).articles < everything
    row = access.passages_view(Brush()).frame.to_dict("records")[0]
    assert time_of(row, "published").endswith(", 23:30 UTC\N{MINUS SIGN}10")
