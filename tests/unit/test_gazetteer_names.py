"""Names as keys, names as shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places.gazetteer import normalise
from dateline.places.gazetteer.names import english_form, key_of, slug, without_possessive

KEYS = [
    ("Kabul", "kabul"),
    ("  Kabul ", "kabul"),
    ("U.S.", "us"),
    ("US", "us"),
    ("U.S.A.", "usa"),
    ("N. Korea", "n korea"),
    ("Côte d'Ivoire", "cote divoire"),
    ("Côte d’Ivoire", "cote divoire"),
    ("São Tomé", "sao tome"),
    ("St. Petersburg", "saint petersburg"),
    ("St Petersburg", "saint petersburg"),
    ("Mt. Everest", "mount everest"),
    ("Main St.", "main st"),
    ("Deir ez-Zor", "deir ez zor"),
    ("Washington, D.C.", "washington dc"),
    ("Łódź", "lodz"),
    ("Straße", "strasse"),
    ("Ma‘ale Adummim", "maale adummim"),
    ("Kandahār", "kandahar"),
    ("", ""),
    ("...", ""),
]


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_normalise_when_a_name_is_written_its_way_then_one_key(name: str, key: str) -> None:
    assert normalise(name) == key


@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=40))
def test_normalise_when_given_anything_then_a_storable_key(name: str) -> None:
    key = normalise(name)
    assert isinstance(key.encode("utf-8"), bytes)
    assert key == key.strip()
    assert "  " not in key


@given(st.text(max_size=30), st.booleans())
def test_key_of_when_given_anything_then_latin_letters_or_nothing(name: str, chief: bool) -> None:
    key = key_of(name, chief)
    assert key == "" or (key.isascii() and len(key) > 2 and key == normalise(name))


@pytest.mark.parametrize("name", ["KBL", "Ho", "Кабул", "喀布尔", "12"])
def test_key_of_when_an_alternate_is_noise_then_empty(name: str) -> None:
    assert key_of(name, is_primary=False) == ""


@pytest.mark.parametrize(
    ("surface", "bare"),
    [("Kabul's", "Kabul"), ("Kabul’s", "Kabul"), ("Paris'", "Paris"), ("Paris", "Paris")],
)
def test_without_possessive_when_one_is_there_then_it_goes(surface: str, bare: str) -> None:
    assert without_possessive(surface) == bare


@pytest.mark.parametrize(
    ("name", "country", "shown"),
    [
        ("Kandahār", "AF", "Kandahar"),
        ("‘Ayn al ‘Arab", "SY", "Ayn al Arab"),
        ("Orléans", "FR", "Orléans"),
    ],
)
def test_english_form_when_romanised_then_without_marks(
    name: str, country: str, shown: str
) -> None:
    assert english_form(name, country) == shown


def test_slug_when_a_name_has_spaces_then_hyphens() -> None:
    assert slug("Panjshir Valley") == "panjshir-valley"
