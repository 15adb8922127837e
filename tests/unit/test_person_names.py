"""Names of persons taken apart: spellings, initials, particles, generations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.naming.person_names import person_key, person_name
from dateline.extract.naming.spellings import spelling, spellings


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("sergei", "sergey", True),
        ("sergiy", "sergii", True),
        ("massoud", "masood", True),
        ("massoud", "massud", True),
        ("ahmad", "ahmed", True),
        ("mohammed", "muhammad", True),
        ("mohamed", "mohammad", True),
        ("hussein", "hussain", True),
        ("hossein", "husayn", True),
        ("zelensky", "zelenskyy", True),
        ("zelensky", "zelenskiy", True),
        ("alexei", "aleksey", True),
        ("alexander", "aleksandr", True),
        ("yevgeny", "evgeni", True),
        ("viktor", "victor", True),
        ("osama", "usama", True),
        ("abdullah", "abdalla", True),
        ("mueller", "muller", True),
        ("ghani", "gani", True),
        ("maria", "mario", False),
        ("quispe", "quiroz", False),
        ("jane", "june", False),
        ("karl", "carl", False),
        ("daniel", "danila", False),
    ],
)
def test_spelling_when_transliterated_then_keys_are_equal(one: str, other: str, same: bool) -> None:
    assert (spelling(one) == spelling(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("gaddafi", "qaddafi", True),
        ("gaddafi", "kadhafi", True),
        ("qasim", "kasim", True),
        ("gates", "kates", False),
        ("garcia", "karcia", False),
    ],
)
def test_spellings_when_qaf_is_written_g_or_k_then_meet_and_other_letters_do_not(
    one: str, other: str, meet: bool
) -> None:
    assert bool({*spellings(one)} & {*spellings(other)}) is meet


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J. K. Orlova", "J.K. Orlova"),
        ("JK Orlova", "J.K. Orlova"),
        ("Tomas E. Varga", "Tomas Varga"),
        ("Zia-ul-Haqqani Orlov", "Zia ul-Haqqani Orlov"),
        ("Hamid al-Nouri", "Hamid Nouri"),
        ("Hamid el Nouri", "Hamid al-Nouri"),
        ("Abdul Rahman Nouri", "Abdulrahman Nouri"),
        ("Abd al-Rahman Nouri", "Abdel Rahman Nouri"),
        ("Faisal ibn Nouri", "Faisal bin Nouri"),
        ("Åse Bjørnstad", "Ase Bjornstad"),
        ("Łukasz Wrona", "Lukasz Wrona"),
        ("Park Ji-won", "Park Ji Won"),
    ],
)
def test_person_key_when_writing_varies_then_is_the_same(one: str, other: str) -> None:
    assert person_key(one) == person_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tomas Erik Varga", "Tomas Varga"),
        ("Ben Wallner", "Wallner"),
        ("Al Wallner", "Wallner"),
        ("Mary Smith-Wallner", "Mary Wallner"),
    ],
)
def test_person_key_when_a_word_differs_then_is_another(one: str, other: str) -> None:
    assert person_key(one) != person_key(other)


@pytest.mark.parametrize(
    ("surface", "middle", "generation", "surname"),
    [
        ("Tomas E. F. Varga Jr.", "ef", "jr", ("varga",)),
        ("Tomas E.F. Varga Senior", "ef", "sr", ("varga",)),
        ("Carla II", "", "2", ("carla",)),
        ("Park Ji-won", "", "", ("park",)),
        ("Mary Smith-Parks", "", "", ("smith", "parks")),
    ],
)
def test_person_name_when_taken_apart_then_tells_its_parts(
    surface: str, middle: str, generation: str, surname: tuple[str, ...]
) -> None:
    name = person_name(surface)
    assert (name.middle, name.generation, name.surname) == (middle, generation, surname)


@given(st.text(min_size=1, max_size=30))
def test_person_name_when_any_text_then_its_key_is_one_of_its_keys(text: str) -> None:
    name = person_name(text)
    assert name.keys[0] == name.key
    assert len(name.keys) <= 5
    assert not name.key or {*name.surname} <= {*name.key}
