"""Confidence falls and rises with what the article says, and is a chance."""

from __future__ import annotations

import pytest
from test_resolve import Named, resolved

from dateline.places.gazetteer import Gazetteer

SURER = [
    # less sure text, its names, surer text, its names; the last name is compared
    ("A fire in Springfield.", ["Springfield"],
     "A fire in Springfield, Illinois.", ["Springfield"]),
    ("Rain fell on Siberia.", ["Siberia"], "Rain fell on Belgium.", ["Belgium"]),
    ("Rain fell in Russia.", ["Russia"], "Rain fell in Belgium.", ["Belgium"]),
    ("A fire in Tobruk.", ["Tobruk"], "Libya said a fire in Tobruk is out.", ["Libya", "Tobruk"]),
    ("A fire in Rome.", ["Rome"], "A road from Ostia to Rome.", ["Ostia", "Rome"]),
    ("A fire in Dakka.", ["Dakka"], "A fire in Dhaka.", ["Dhaka"]),
]  # fmt: skip


@pytest.mark.parametrize(("less", "less_names", "more", "more_names"), SURER)
def test_confidence_when_more_speaks_for_a_place_then_surer(
    gazetteer: Gazetteer, less: str, less_names: list[str], more: str, more_names: list[str]
) -> None:
    def last(text: str, names: list[str]) -> float:
        named: list[Named] = [(name, "GPE") for name in names]
        return resolved(gazetteer, text, *named)[0][-1].confidence

    assert 0 < last(less, less_names) < last(more, more_names) <= 1


def test_confidence_when_a_place_is_well_known_and_alone_then_at_least_nine_in_ten(
    gazetteer: Gazetteer,
) -> None:
    toponyms, _ = resolved(
        gazetteer, "Fighting in Kandahar, Afghanistan, went on.", ("Kandahar", "GPE")
    )
    assert toponyms[0].confidence >= 0.9
