"""What stands beside a name decides what it names, where the model knows it not."""

from __future__ import annotations

import pytest
from names_lexicon import mentions_of

LABELS = [
    ("Zuhair Qanbari met Marek Oblonski in Oslo.", {"Zuhair Qanbari": "PERSON"}),
    ("Zuhair Qanbari is to travel to Lima on Monday.", {"Zuhair Qanbari": "PERSON"}),
    ("The court jailed Zuhair Qanbari in May.", {"Zuhair Qanbari": "PERSON"}),
    ("King Amanzai fled to Norway. Amanzai died in Lima.", {"Amanzai": "PERSON"}),
    ("Pope Celestius prayed in Lima.", {"Celestius": "PERSON"}),
    ("She bought a majority stake in Velmora. Investors in Velmora cheered.", {"Velmora": "ORG"}),
    ("The airline Velmora flies to Oslo.", {"Velmora": "ORG"}),
    ("Residents of Oslo sued. Velmora shares fell on Monday.", {"Velmora": "ORG"}),
    ("Traders in the Ruvenzi region were glad.", {"Ruvenzi": "GPE"}),
    ("Norda & Quill rose. Ana Quill sold Norda & Quill.", {"Norda & Quill": "ORG"}),
    ("Park Jong Un met reporters in Oslo. The UN agreed.", {"Park Jong Un": "PERSON", "UN": "ORG"}),
    ("Pretorio's wife, Ana, said Pretorio's lawyers had left.", {"Pretorio": "PERSON"}),
]


@pytest.mark.parametrize(("text", "expected"), LABELS)
def test_label_when_words_beside_the_name_tell_then_follows_them(
    text: str, expected: dict[str, str]
) -> None:
    labels = {m.surface: m.label for m in mentions_of(text)}
    assert {name: labels.get(name) for name in expected} == expected


NAMES = [
    (
        "Islamic State Claims Attack In Lima",
        "The Islamic State group claimed it. Islamic State of Libya denied it.",
        ["Islamic State", "Lima", "Islamic State", "Islamic State of Libya"],
    ),
    (
        "",
        "The LBMC (Lake Basin Monitoring Council) met. LBMC agreed.",
        ["LBMC", "Lake Basin Monitoring Council", "LBMC"],
    ),
    (
        "",
        "Bank of Kenya (BoK) rates rose. The BoK met on Monday.",
        ["Bank of Kenya", "BoK", "BoK"],
    ),
    (
        "",
        "Lashkar-e-Norda fought Hizb-ul-Velmora near Lima.",
        ["Lashkar-e-Norda", "Hizb-ul-Velmora", "Lima"],
    ),
    (
        "",
        "Ursula van der Velm spoke in Oslo. Van der Velm left. Mrs van der Velm waved.",
        ["Ursula van der Velm", "Oslo", "Van der Velm", "van der Velm"],
    ),
    (
        "",
        "Zaman Khan was caught in Lima. Imran Khan spoke in Oslo.",
        ["Zaman Khan", "Lima", "Imran Khan"],
    ),
    ("", "The NPU-K won. Voters of the NPU-K cheered.", ["NPU-K", "NPU-K"]),
    (
        "",
        "Hamid al-Nouri came to Lima. Al-Nouri spoke, and they praised al-Nouri.",
        ["Hamid al-Nouri", "Lima", "Al-Nouri", "al-Nouri"],
    ),
    (
        "",
        "Faisal bin Nouri arrived in Oslo. Bin Nouri spoke.",
        ["Faisal bin Nouri", "Oslo", "Bin Nouri"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), NAMES)
def test_names_when_their_parts_belong_together_then_stand_whole(
    title: str, body: str, expected: list[str]
) -> None:
    text = f"{title}\n{body}" if title else body
    found = [m.surface for m in mentions_of(text, title)]
    assert found[: len(expected)] == expected


@pytest.mark.parametrize("title", ["Who Is To Pay For The Dam?", "Who Are The Divers?"])
def test_names_when_a_headline_asks_who_then_it_is_no_acronym(title: str) -> None:
    found = [m.surface for m in mentions_of(f"{title}\nThe dam was safe.", title)]
    assert "Who" not in found


def test_names_when_a_longer_known_name_covers_a_marked_part_then_only_the_whole_stays() -> None:
    text = "\n".join(
        ["Ana Zubira Montfort met reporters in Oslo."] * 2 + ["Ana Zubira Montfort left."]
    )
    found = [m.surface for m in mentions_of(text) if "Montfort" in m.surface]
    assert found == ["Ana Zubira Montfort"] * 3
