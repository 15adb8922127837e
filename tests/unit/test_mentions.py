"""Names in text: what is a mention, where it starts and ends, its label and role."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise

import pytest
from cpu_seconds import Work, least_seconds
from hypothesis import given, settings
from hypothesis import strategies as st
from names_lexicon import LEXICON, NoPlaces, made, mentions_of

from dateline.extract.naming.mentions import find_mentions
from dateline.extract.naming.names import cut, fold, initials
from dateline.extract.parse import parse
from dateline.records import passages_of

SPANS = [
    (
        "Talks between the Norwegian delegation and Kenya's government began in Nairobi.",
        [("Norwegian", "NORP"), ("Kenya", "GPE"), ("Nairobi", "GPE")],
    ),
    (
        "The United States of America sent aid to Peru.",
        [("United States of America", "GPE"), ("Peru", "GPE")],
    ),
    (
        "Anti-Taliban fighters and ex-Soviet officials met in Oslo.",
        [("Taliban", "ORG"), ("Soviet", "NORP"), ("Oslo", "GPE")],
    ),
    (
        "The Kremlin criticised the Taliban on Monday, 12 March 2018.",
        [("Kremlin", "ORG"), ("Taliban", "ORG")],
    ),
    (
        "She joined the Ministry of Water, Energy and Rural Development in 2011.",
        [("Ministry of Water, Energy and Rural Development", "ORG")],
    ),
    (
        "The Lake Basin Monitoring Council (LBMC) met on Friday. LBMC said levels fell.",
        [("Lake Basin Monitoring Council", "ORG"), ("LBMC", "ORG"), ("LBMC", "ORG")],
    ),
    ("The ministry and the court declined to comment on 17:42, 08.19.21.", []),
    ("GDP rose by 3 percent and COVID-19 fell.", []),
]

MENDED = [
    ("An American FBI agent left.", [("American", "NORP"), ("FBI", "ORG")]),
    (
        "General Frank Ostrova, the head of US Central Command, spoke.",
        [("Frank Ostrova", "PERSON"), ("US Central Command", "ORG")],
    ),
    ("ANALYSIS. What comes next for the river is unclear.", []),
    ("INTERVIEW\nMara Quispe spoke to reporters.", [("Mara Quispe", "PERSON")]),
    (
        "Recognition, Mara Quispe added, would have to wait.",
        [("Mara Quispe", "PERSON")],
    ),
    ("09:05 - Commanders cross the Varga Bridge", [("Varga Bridge", "FAC")]),
    (
        "Peruvian Defence Secretary Mara Quispe left.",
        [("Peruvian", "NORP"), ("Mara Quispe", "PERSON")],
    ),
    (
        "Norwegian Armed Forces Minister Tomas Varga spoke.",
        [("Norwegian", "NORP"), ("Tomas Varga", "PERSON")],
    ),
    (
        "LANDI KOTAL, Libya - The market opened. Traders in Landi Kotal were glad.",
        [("LANDI KOTAL", "GPE"), ("Libya", "GPE"), ("Landi Kotal", "GPE")],
    ),
    ("They fled from Spin Boldak to Lima.", [("Spin Boldak", "GPE"), ("Lima", "GPE")]),
    (
        "Hundreds crossed at Islam Qala. The road to Islam Qala was open.",
        [("Islam Qala", "GPE"), ("Islam Qala", "GPE")],
    ),
    ("Open Roads Relief (a charity), Mashhad, 26 August 2021.", [("Mashhad", "GPE")]),
    ("We thank the people of Razavi Khorasan province.", [("Razavi Khorasan", "GPE")]),
    (
        "The militias retook the districts of Banu, Deh-e Salah and Pul-e Hesar.",
        [("Banu", "GPE"), ("Deh-e Salah", "GPE"), ("Pul-e Hesar", "GPE")],
    ),
    ("She lives in the Khwaja Bughra quarter.", [("Khwaja Bughra quarter", "GPE")]),
    ("Republicans in Congress objected.", [("Republicans", "NORP"), ("Congress", "ORG")]),
    (
        "He is a researcher at the Torvald Seminar in Oslo. Torvald Seminar closed.",
        [("Torvald Seminar", "ORG"), ("Oslo", "GPE"), ("Torvald Seminar", "ORG")],
    ),
    (
        "Its driver, who gave his name only as Sabawoon, waited. Sabawoon hopes to return.",
        [("Sabawoon", "PERSON"), ("Sabawoon", "PERSON")],
    ),
    (
        "Marzia, a 26-year-old former clerk, told reporters.",
        [("Marzia", "PERSON")],
    ),
    (
        "Our director, Tamsin Ward, will be in Oslo.",
        [("Tamsin Ward", "PERSON"), ("Oslo", "GPE")],
    ),
]

ROLES = [
    (
        "US Secretary of State Antony Blinken landed in Oslo.",
        "Antony Blinken",
        "US Secretary of State",
    ),
    ("Peruvian Foreign Minister Mara Quispe spoke.", "Mara Quispe", "Peruvian Foreign Minister"),
    ("It was led by vice president Idris Okafor.", "Idris Okafor", "vice president"),
    ("A letter from Mr. Okafor arrived.", "Okafor", "Mr."),
    ("Mara Quispe, the foreign minister, spoke in Lima.", "Mara Quispe", "foreign minister"),
    ("Mara Quispe, 45, a former mayor of Lima, spoke.", "Mara Quispe", "former mayor of Lima"),
    (
        "Peru's ambassador to Norway Tomas Varga met reporters.",
        "Tomas Varga",
        "Peru's ambassador to Norway",
    ),
    ("Then Tomas Varga went home.", "Tomas Varga", ""),
]


@pytest.mark.parametrize(("text", "expected"), SPANS + MENDED)
def test_mentions_when_read_then_have_bare_spans_and_labels(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(m.surface, m.label) for m in mentions_of(text)] == expected


@pytest.mark.parametrize(("text", "name", "role"), ROLES)
def test_roles_when_beside_a_name_then_are_split_off_as_written(
    text: str, name: str, role: str
) -> None:
    assert (name, role) in [(m.surface, m.role) for m in mentions_of(text)]


def test_mentions_when_a_full_name_stands_once_then_the_surname_is_found_and_a_person() -> None:
    text = (
        "Mara Quispe met reporters in Lima.\nQuispe's plan failed, and critics blamed Quispe.\n"
        "Others disagreed with Quispe."
    )
    found = [(m.surface, m.label) for m in mentions_of(text) if "Quispe" in m.surface]
    assert found == [("Mara Quispe", "PERSON"), *[("Quispe", "PERSON")] * 3]


def test_mentions_when_a_headline_capitalises_then_body_words_are_not_names() -> None:
    title = "Quispe Rejects Water Plan Again"
    text = f"{title}\nMara Quispe rejected the water plan again on Monday, her office said."
    assert {m.surface for m in mentions_of(text, title)} == {"Quispe", "Mara Quispe"}


def test_mentions_when_the_outlet_is_named_then_it_is_an_organisation() -> None:
    article = replace(
        made("Quillfield Standard\nTomas Varga wrote it."), outlet="Quillfield Standard"
    )
    found = [(m.surface, m.label) for m in find_mentions(article, parse(article), LEXICON)]
    assert found == [("Quillfield Standard", "ORG"), ("Tomas Varga", "PERSON")]


@pytest.mark.parametrize(
    "text",
    ["The Harrow Ledger asked.\nHarrow Ledger, page 2", "Harrow Ledger\nThe dam was safe."],
)
def test_mentions_when_a_newspaper_is_named_then_it_is_an_organisation(text: str) -> None:
    assert {m.label for m in mentions_of(text) if m.surface == "Harrow Ledger"} == {"ORG"}


def test_mentions_when_a_country_shares_a_first_name_then_the_lexicon_decides() -> None:
    labels = {m.surface: m.label for m in mentions_of("Rebels crossed into Chad from Libya.")}
    assert labels == {"Chad": "GPE", "Libya": "GPE"}


WORDS = (
    "Mara Quispe Mr. the The 's ’s ( ) \" “ ” - – , . : \n Peru Norwegian UN Ministry of and LBMC"
    " van President ex-Soviet U.S. \u00a0 é 7 Ж ﷽ 💧 said told"
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS.split(" ")) | st.text(max_size=5),
        max_size=25,
    )
)
def test_mentions_when_any_text_then_spans_hold_in_order_within_passages(words: list[str]) -> None:
    article = made(" ".join(words))
    found = find_mentions(article, parse(article), LEXICON)
    passages = {p.passage_id: p for p in passages_of(article)}
    assert [m.surface for m in found] == [article.text[m.start : m.end] for m in found]
    assert all(passages[m.passage_id].covers(m) and m.surface.strip() for m in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(0 < m.confidence <= 1 and not m.surface.endswith("'s") for m in found)


def test_mentions_when_many_names_recur_then_time_stays_linear() -> None:
    names = [f"Ana Mor{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10 % 10]}a" for n in range(100)]
    text = "\n".join(f"{one} met {names[n % 90]} in Lima." for n, one in enumerate(names * 24))
    fourth, whole = (finding(text[:length]) for length in (len(text) // 4, len(text)))
    limit = 8 * least_seconds(lambda: fourth) + 0.2
    assert least_seconds(lambda: whole, under=limit) < limit


def finding(text: str) -> Work:
    """The search for mentions of a text that is parsed already."""
    article = made(text)
    return partial(find_mentions, article, parse(article), NoPlaces())


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("the Kremlin's", "Kremlin"),
        ("“Quispe”,", "Quispe"),
        ("The U.S.", "U.S."),
        ("Tomas Varga Jr.", "Tomas Varga Jr."),
        ("anti-Taliban", "Taliban"),
        ("al-Qaeda", "al-Qaeda"),
        ("the", ""),
        (" ... ", ""),
    ],
)
def test_cut_when_marks_surround_a_name_then_keeps_the_name(text: str, kept: str) -> None:
    start, end = cut(text, 0, len(text))
    assert text[start:end] == kept


@given(st.text(max_size=40))
def test_cut_when_any_text_then_stays_inside(text: str) -> None:
    start, end = cut(text, 0, len(text))
    assert 0 <= start <= end <= len(text)


def test_fold_and_initials_when_accented_then_compare() -> None:
    assert fold("The Café-Müller") == "cafe muller"
    assert fold("U.S.") == fold("US") == "us"
    assert initials("Lake Basin Monitoring Council of the North") == "lbmcn"
