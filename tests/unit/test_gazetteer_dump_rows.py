"""Rows of a GeoNames dump: what each states, or why it is not used."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places.gazetteer.codes import CODES
from dateline.places.gazetteer.dump_lines import LONGEST_LINE
from dateline.places.gazetteer.dump_rows import BadRow, name_of, place_of


def place(
    geonameid: object = 1,
    name: str = "Alder Ford",
    code: str = "P.PPL",
    latitude: object = 34.5,
    longitude: object = 69.2,
    country: str = "AF",
    admin1: str = "",
    admin2: str = "",
    population: object = 0,
    alternates: str = "",
    ascii_name: str = "",
) -> bytes:
    """A line of allCountries."""
    sort, _, feature = code.partition(".")
    cells = (
        geonameid, name, ascii_name or name, alternates, latitude, longitude, sort, feature,
        country, "", admin1, admin2, "", "", population, "", "", "Etc/UTC", "2024-01-01",
    )  # fmt: skip
    return "\t".join(map(str, cells)).encode()


def named(name: str, language: str = "", *flags: str, geonameid: object = 1) -> bytes:
    """A line of alternateNamesV2; flags among preferred, short, colloquial, historic."""
    known = ("preferred", "short", "colloquial", "historic")
    cells = ["7", str(geonameid), language, name, *("1" if f in flags else "" for f in known)]
    return "\t".join([*cells, "", ""]).encode()


SORTED = [
    # code, people -> kind, tier, precision
    ("P.PPL", 14_999, "city", "B", "point"),
    ("P.PPL", 15_000, "city", "A", "point"),
    ("P.PPLX", 90_000, "quarter", "B", "point"),
    ("A.ADM1", 0, "admin1", "A", "area1"),
    ("A.ADM2", 90_000, "admin2", "B", "area2"),
    ("A.PCLI", 0, "country", "A", "country"),
    ("A.PCLH", 0, "historic", "B", "macro"),
    ("A.ADM1H", 0, "historic", "B", "macro"),
    ("L.RGN", 0, "region", "A", "feature"),
    ("L.CONT", 0, "continent", "A", "macro"),
    ("L.MILB", 0, "base", "B", "point"),
    ("S.AIRB", 0, "base", "B", "point"),
    ("T.VAL", 0, "valley", "B", "feature"),
    ("T.MT", 0, "peak", "B", "point"),
    ("T.MTS", 0, "range", "A", "feature"),
    ("T.PASS", 0, "pass", "B", "feature"),
    ("T.ISL", 0, "island", "B", "feature"),
    ("T.DSRT", 0, "desert", "A", "feature"),
    ("H.STM", 0, "river", "B", "feature"),
    ("H.SEA", 0, "sea", "A", "feature"),
    ("H.STRT", 0, "strait", "B", "feature"),
    ("S.DAM", 0, "dam", "B", "point"),
    ("U.TRNU", 0, "seabed", "B", "feature"),
    ("V.FRST", 0, "forest", "B", "feature"),
]


@pytest.mark.parametrize(("code", "people", "kind", "tier", "precision"), SORTED)
def test_code_when_known_then_says_kind_tier_and_precision(
    code: str, people: int, kind: str, tier: str, precision: str
) -> None:
    what = CODES[code]
    assert (what.kind, what.tier(people), what.precision("", people)) == (kind, tier, precision)
    assert what.radius(people) > 0


@pytest.mark.parametrize("code", ["S.HTL", "S.SCH", "R.RD", "H.WLL", "P.", ".", "Q.PPL"])
def test_place_when_of_no_use_then_none(code: str) -> None:
    assert place_of(place(code=code), has_names=False) is None


def test_place_when_whole_then_is_read_as_it_stands() -> None:
    line = place(1138958, "Kābul", "P.PPLC", 34.52813, 69.17233, "AF", "13", "1301", 4_434_550)
    found = place_of(line, has_names=True)
    assert found is not None
    assert found[:9] == (
        1138958, "Kabul", "P.PPLC", "AF", "AF.13", "AF.13.1301", 34.52813, 69.17233, 4_434_550,
    )  # fmt: skip
    assert found.keys == (("kabul", 2, "Kabul"),)


NAMES = [
    # name, plain name, alternates -> shown, keys
    ("Kraków", "Krakow", "Cracow,KRK,Краков,Krakau", "Kraków", {"krakow", "cracow", "krakau"}),
    ("Київ", "Kyyiv", "Kiev", "Kyyiv", {"kyyiv", "kiev"}),
    ("Saint\u200bHelens", "", "st. helens", "SaintHelens", {"sainthelens"}),
    ("Alder\u00a0Ford", "Alder Ford", "A,Al,Ald\u202eer", "Alder Ford", {"alder ford"}),
]


@pytest.mark.parametrize(("name", "plain", "others", "shown", "keys"), NAMES)
def test_place_when_named_in_many_ways_then_latin_ones_are_kept(
    name: str, plain: str, others: str, shown: str, keys: set[str]
) -> None:
    line = place(name=name, ascii_name=plain, alternates=others, country="PL")
    found = place_of(line, has_names=False)
    assert found is not None
    assert found.name == shown
    assert {key for key, _, _ in found.keys} == keys
    alone = place_of(line, has_names=True)
    assert alone is not None
    assert all(weight == 2 for _, weight, _ in alone.keys)


def test_place_when_a_country_then_names_of_unknown_language_are_left_out() -> None:
    found = place_of(place(name="Tunisia", code="A.PCLI", alternates="Tunis"), has_names=False)
    assert found is not None
    assert [key for key, _, _ in found.keys] == ["tunisia"]


BAD = [
    (place(latitude=91, longitude=200), "out of range"),
    (place(latitude=114.2, longitude=22.3, country="HK"), "latitude and longitude look swapped"),
    (place(latitude=69.2, longitude=34.5), "latitude and longitude look swapped"),
    (place(latitude="nan"), "latitude or longitude is no number"),
    (place(longitude="inf"), "latitude or longitude is no number"),
    (place(latitude="1e5"), "latitude or longitude is no number"),
    (place(latitude=""), "latitude or longitude is no number"),
    (place(latitude=0, longitude=0), "the position 0, 0 stands for none"),
    (place(name="A\u202eB"), "the name holds a sign that turns the direction of writing"),
    (place(name="A\x00B"), "the name holds a control character"),
    (place(ascii_name="A\x1bB"), "the name holds a control character"),
    (place(name=""), "it has no name"),
    (place(name="A" * 201), "the name is too long"),
    (place(geonameid="x"), "the id is no number"),
    (place(geonameid=-4), "the id is no number"),
    (place(geonameid=10**10), "the id is no number"),
    (place(population="many"), "the population is no number"),
    (place(population=10**12), "the population is no number"),
    (place(country="afg"), "the country is no two-letter code"),
    (b"1\tAlder Ford", "the line has fewer than 19 cells"),
    (b"", "the line has fewer than 19 cells"),
    (place(name="A").replace(b"A", b"\xe9", 1), "the line is not UTF-8"),
    (b"x" * LONGEST_LINE, f"the line is longer than {LONGEST_LINE:,} bytes"),
]


@pytest.mark.parametrize(("line", "reason"), BAD)
def test_place_when_the_row_is_bad_then_the_reason_is_named(line: bytes, reason: str) -> None:
    with pytest.raises(BadRow) as raised:
        place_of(line, has_names=False)
    assert raised.value.reason == reason


OTHER = [
    # line -> key, weight, whether it is the one to show; None: of no use
    (named("Munich", "en", "preferred"), ("munich", 2, True)),
    (named("Munich", "en"), ("munich", 1, False)),
    (named("Bombay", "en", "historic", "preferred"), ("bombay", 1, False)),
    (named("Danzig", "de", "historic"), ("danzig", 1, False)),
    (named("Danzig", "de"), None),
    (named("DRC", "abbr"), ("drc", 1, False)),
    (named("NY", "abbr"), None),
    (named("KBL", ""), None),
    (named("Panjshayr", ""), ("panjshayr", 1, False)),
    (named("Москва", "", "historic"), None),
    (named("The Smoke", "en", "colloquial"), None),
    (named("https://example.org", "link"), None),
    (named("Q1085", "wkdt"), None),
    (named("UK", "en", "preferred", "short"), None),
    (named("somewhere", "en"), None),
]


@pytest.mark.parametrize(("line", "expected"), OTHER)
def test_name_when_read_then_english_former_and_short_ones_are_of_use(
    line: bytes, expected: tuple[str, int, bool] | None
) -> None:
    found = name_of(line)
    assert (found and (found.key, found.weight, found.is_shown)) == expected


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (named("Al\u2067der", "en"), "the name holds a sign that turns the direction of writing"),
        (named("", "en"), "it has no name"),
        (named("Alder", "en", geonameid="?"), "the id is no number"),
        (b"1\t2\ten", "the line has fewer than 8 cells"),
    ],
)
def test_name_when_the_row_is_bad_then_the_reason_is_named(line: bytes, reason: str) -> None:
    with pytest.raises(BadRow) as raised:
        name_of(line)
    assert raised.value.reason == reason


@given(cells=st.lists(st.text(max_size=8) | st.sampled_from(["P", "PPL", "1", "en"]), max_size=21))
def test_line_when_it_holds_anything_then_is_read_passed_over_or_named(cells: list[str]) -> None:
    line = "\t".join(cells).encode("utf-8", "surrogatepass")
    for read in (lambda one: place_of(one, has_names=False), name_of):
        try:
            found = read(line)
        except BadRow:
            continue
        assert found is None or found.geonameid >= 0
