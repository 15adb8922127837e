"""Short forms of several persons: who is meant, and when it stays open."""

from __future__ import annotations

from functools import partial

import pytest
from cpu_seconds import Work, least_seconds
from names_lexicon import LEXICON, made, resolved
from test_aliases import meant, mention

from dateline.extract.naming.aliases import resolve_aliases
from dateline.extract.naming.persons import group_persons

MEANT = [
    (
        "Tomas Varga spoke. Varga left. Then Erik Varga rose. Varga spoke.",
        ["Tomas Varga", "Varga", "Erik Varga", "Varga"],
        ["tomas varga", "tomas varga", "erik varga", "tomas varga"],
    ),
    (
        "Tomas Varga and Erik Varga met. Varga spoke.",
        ["Tomas Varga", "Erik Varga", "Varga"],
        ["tomas varga", "erik varga", ""],
    ),
    (
        "Tomas Varga spoke. His father, Tomas Erik Varga, died young. Varga left.",
        ["Tomas Varga", "Tomas Erik Varga", "Varga"],
        ["tomas varga", "tomas erik varga", "tomas varga"],
    ),
    (
        "Tomas Varga Jr. met Tomas Varga Sr. and Tomas Varga.",
        ["Tomas Varga Jr.", "Tomas Varga Sr.", "Tomas Varga"],
        ["tomas varga jr", "tomas varga sr", "tomas varga"],
    ),
    (
        "Tomas A. Varga met Tomas B. C. Varga. Tomas Varga left.",
        ["Tomas A. Varga", "Tomas B. C. Varga", "Tomas Varga"],
        ["tomas a varga", "tomas b c varga", ""],
    ),
    (
        "J. K. Orlova wrote. JK Orlova sold. Orlova signed.",
        ["J. K. Orlova", "JK Orlova", "Orlova"],
        ["j k orlova", "j k orlova", "j k orlova"],
    ),
    (
        "Mary Smith-Varga met Mary Varga. Smith-Varga left. Varga stayed.",
        ["Mary Smith-Varga", "Mary Varga", "Smith-Varga", "Varga"],
        ["mary smith varga", "mary varga", "mary smith varga", "mary varga"],
    ),
    (
        "Park Ji-won spoke. Park left. Ji-won waved. Ji-won Park smiled.",
        ["Park Ji-won", "Park", "Ji-won"],
        ["park ji won", "park ji won", "park ji won"],
    ),
    (
        "Imre Szabados rose. Szabados Imre left. Szabados waved.",
        ["Imre Szabados", "Szabados Imre", "Szabados"],
        ["imre szabados", "imre szabados", "imre szabados"],
    ),
    (
        "Imre Szabados met Szabados Imre.",
        ["Imre Szabados", "Szabados Imre"],
        ["imre szabados", "szabados imre"],
    ),
    (
        "Ana Méndez Robledo won. Méndez Robledo spoke. Méndez left.",
        ["Ana Méndez Robledo", "Méndez Robledo", "Méndez"],
        ["ana mendez robledo", "ana mendez robledo", "ana mendez robledo"],
    ),
    (
        "Park Ji Won spoke. His sister, Park So-min, left. Park waved.",
        ["Park Ji Won", "Park So-min", "Park"],
        ["park ji won", "park so min", "park ji won"],
    ),
    (
        "Mohammad Idris Varga ruled. Idris Varga fled. Varga flew.",
        ["Mohammad Idris Varga", "Idris Varga", "Varga"],
        ["mohammad idris varga"] * 3,
    ),
    (
        "Tomas Erik Varga met Erik Varga.",
        ["Tomas Erik Varga", "Erik Varga"],
        ["tomas erik varga", "erik varga"],
    ),
    (
        "Hamid al-Nouri met Omar al-Nouri. Al-Nouri spoke.",
        ["Hamid al-Nouri", "Omar al-Nouri", "Al-Nouri"],
        ["hamid al nouri", "omar al nouri", ""],
    ),
    (
        "Faisal bin Nouri arrived. Bin Nouri spoke. Ben Nouri left.",
        ["Faisal bin Nouri", "Bin Nouri", "Ben Nouri"],
        ["faisal bin nouri", "faisal bin nouri", "ben nouri"],
    ),
]


@pytest.mark.parametrize(("text", "names", "expected"), MEANT)
def test_persons_when_names_are_alike_then_only_the_right_ones_are_one(
    text: str, names: list[str], expected: list[str]
) -> None:
    assert meant(text, names) == expected


@pytest.mark.parametrize(
    ("role", "name"), [("Mrs.", "ana"), ("Mr.", "erik"), ("President", "erik"), ("Dr.", "")]
)
def test_persons_when_a_title_tells_then_the_one_who_bears_it_is_meant(
    role: str, name: str
) -> None:
    people = [
        mention("Erik Varga", 0, "President"),
        mention("Ana Varga", 20, "Mrs."),
        mention("Varga", 40, role),
    ]
    found = [p.words[0] for p in group_persons(" " * 60, people) for n in p.short if n == 2]
    assert found == ([name] if name else [])


def test_persons_when_called_a_wife_then_mrs_means_her() -> None:
    text = (
        "Erik Varga met reporters in Oslo. His wife, Ana Varga, stayed at home. "
        '"It is late," Mrs Varga said. Mr Varga flew to Lima.'
    )
    _, _, mentions, entities = resolved(text)
    names = {entity.entity_id: entity.name for entity in entities}
    found = [names[m.entity_id] for m in mentions if m.surface == "Varga"]
    assert found == ["Ana Varga", "Erik Varga"]


def test_aliases_when_two_may_be_meant_then_the_mention_has_no_entity_and_half_its_confidence() -> (
    None
):
    text = "Tomas Varga and Erik Varga met. Varga spoke."
    people = [mention("Tomas Varga", 0), mention("Erik Varga", 16), mention("Varga", 32)]
    mentions, entities = resolve_aliases(made(text), (), people, LEXICON)
    assert (mentions[2].entity_id, mentions[2].confidence) == ("", 0.5)
    assert {entity.name for entity in entities} == {"Tomas Varga", "Erik Varga"}


def test_persons_when_many_share_a_surname_then_time_stays_linear() -> None:
    def grouping(count: int) -> Work:
        people = [mention(f"Ana{n} Varga{n % 7}", 20 * n) for n in range(count)]
        people += [mention(f"Varga{n % 7}", 20 * (count + n)) for n in range(count)]
        return partial(group_persons, " " * (40 * count + 40), people)

    limit = 8 * least_seconds(partial(grouping, 1000)) + 0.5
    assert least_seconds(partial(grouping, 4000), under=limit) < limit
