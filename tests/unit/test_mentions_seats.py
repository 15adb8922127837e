"""Names that what is said beside them shows to be places or rulers."""

from __future__ import annotations

import pytest
from names_lexicon import mentions_of

SHOWN = [
    ("Oslo, in Norway, was reported lost on the same day.", ("Oslo", "GPE")),
    ("Kisumu, in the Tana valley, was reported lost.", ("Kisumu", "GPE")),
    ("The pass links them with Kisumu in Upper province.", ("Kisumu", "GPE")),
    ("Then Tomas, the capital of Upper Norda, was given up.", ("Tomas", "GPE")),
    ("My grandfather sewed flags for King Amarulla, they say.", ("Amarulla", "PERSON")),
]


@pytest.mark.parametrize(("text", "expected"), SHOWN)
def test_name_when_its_apposition_or_title_tells_then_has_that_label(
    text: str, expected: tuple[str, str]
) -> None:
    assert expected in {(one.surface, one.label) for one in mentions_of(text)}


def test_name_when_the_site_in_its_apposition_is_another_then_stays_a_person() -> None:
    text = "Tomas Varga, a clerk in the district of Ravine, left. Mr Varga came back."
    assert ("Tomas Varga", "GPE") not in {(one.surface, one.label) for one in mentions_of(text)}
