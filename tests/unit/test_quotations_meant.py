"""Whom pronouns and common nouns mean as speakers, and where the text leaves it open."""

from __future__ import annotations

import pytest
from cpu_seconds import Work, least_seconds
from hypothesis import given
from hypothesis import strategies as st
from quotation_cases import article_of, quotations_of

from dateline.extract.quoting.descriptions import Descriptions, Sought
from dateline.extract.quoting.genders import gender_of, shown_genders, usual_genders
from dateline.extract.quoting.given_names import MEN, WOMEN
from dateline.records import Mention

PEOPLE = ["Ann Roe", "Bob Doe", "Carl Moss", "Eva Lund", "Mary Poe", "John Hill"]
BODIES = ["Ministry of Water", "Ministry of Roads", "Acme Corp", "Lark Ltd", "Lake Bank", "Gnomes"]


def last_speaker(text: str) -> tuple[str, str]:
    """The name and the entity of the last to speak."""
    last = quotations_of(text, people=PEOPLE, bodies=BODIES)[0][-1]
    return last.speaker, last.speaker_id


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Mary Poe left. John Hill, a neighbour, saw it. "I ran," she said.', "Mary Poe"),
        ('Eva Lund and Bob Doe left the mill in May. "It leaked," she said.', "Eva Lund"),
        ('Eva Lund came.\nThe road was wet.\nIt rained.\n"It holds," she said.', "Eva Lund"),
        ("Ann Roe, a nurse, and Eva Lund, a baker, came. The nurse said it rained.", "Ann Roe"),
        ("Police held Carl Moss, a 43-year-old baker. The 43-year-old said he slept.", "Carl Moss"),
        ("Carl Moss, 43, met Bob Doe, 51. The 51-year-old said he slept.", "Bob Doe"),
        ("Carl Moss (43) was held. The 43-year-old said he slept.", "Carl Moss"),
        ("The singer Ann Roe left. Bob Doe stayed. The singer said it rained.", "Ann Roe"),
        ("Ann Roe is a spokeswoman for a mill. The spokeswoman said it burned.", "Ann Roe"),
        (
            "Ann Roe, the former mayor, met Bob Doe, the mayor. The mayor said it was late.",
            "Bob Doe",
        ),
        ("Ann Roe, the former mayor, met Bob Doe. The former mayor said it was late.", "Ann Roe"),
        (
            "Carl Moss, the foreign minister, left. The foreign minister said it was late.",
            "Carl Moss",
        ),
        ("The Ministry of Water shut the dam. The ministry said it leaked.", "Ministry of Water"),
        ("Acme Corp shut its mill. The company said 300 jobs would go.", "Acme Corp"),
        ("The Lake Bank opened in May. The bank said its loans were safe.", "Lake Bank"),
        ("Gnomes, a charity, left the city. The charity said it was unsafe.", "Gnomes"),
        ("Gnomes said it was late. They said the road was shut.", "Gnomes"),
    ],
)
def test_speaker_when_the_article_says_who_then_resolved_to_them(text: str, speaker: str) -> None:
    name, entity = last_speaker(text)

    assert (name, bool(entity)) == (speaker, True)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Two guards came at night. They said they had orders.", "Two guards"),
        ('"We want a road," said villagers in Graz. "Nobody came," they added.',
         "villagers in Graz"),
        ("Police said two men fled. They said the men were armed.", "Police"),
        ("Ann Roe and Bob Doe lost a boat. They said it leaked.", "Ann Roe and Bob Doe"),
        ("Ann Roe and her husband, Bob Doe, left. The couple said it rained.",
         "Ann Roe and Bob Doe"),
        ("A spokesman for the army said it was late. The spokesman said trucks would pass.",
         "A spokesman for the army"),
        ('Ann Roe came. A woman at the gate wept. "I lost it," she said.', "A woman at the gate"),
    ],
)  # fmt: skip
def test_speaker_when_nobody_named_is_meant_then_has_the_words_for_them(
    text: str, speaker: str
) -> None:
    assert last_speaker(text) == (speaker, "")


@pytest.mark.parametrize(
    "text",
    [
        'Bob Doe and Carl Moss walked home. "It rained," he said.',
        "Carl Moss, 30, and Bob Doe, 30, were held. The 30-year-old said he slept.",
        "Senator Ann Roe met Senator Bob Doe. The senator said the law was void.",
        "The Ministry of Water met the Ministry of Roads. The ministry said it was late.",
        "Acme Corp bought Lark Ltd in May. The company said 300 jobs would go.",
    ],
)
def test_speaker_when_two_may_be_meant_then_open_and_less_sure_than_any_guess(text: str) -> None:
    last = quotations_of(text, people=PEOPLE, bodies=BODIES, roles=dict.fromkeys(
        ("Ann Roe", "Bob Doe"), "Senator"))[0][-1]  # fmt: skip

    assert (last.speaker, last.speaker_id) == (last.speaker_surface, "")
    assert last.confidence < 0.3


@pytest.mark.parametrize(
    "text",
    [
        'John Hill met Carl Moss. "I was late," she said.',
        "Bob Doe, the finance minister, left. The defence minister said it was late.",
        "Bob Doe, the mayor of Graz, left. The mayor of Linz said it was late.",
        "Bob Doe, the Danish envoy, left. The Swedish envoy said it was late.",
        "Bob Doe, the deputy mayor, left. The mayor said it was late.",
        "Bob Doe, the prime minister, left. The minister said it was late.",
        "After meeting Ann Roe, the minister of water said it rained.",
        "Carl Moss, a baker, saw it. Another baker came. The baker said it was dark.",
        "The mayor met Ann Roe. The mayor said it rained.",
        "Guards beat the prisoners. They said they had orders.",
        "Prices rose in May. They said it would end.",
        "Ann Roe, 43, was held. The 34-year-old said he slept.",
        "Acme Corp shut its mill. The charity said it was sad.",
        "His mother said the boy slept.",
    ],
)
def test_speaker_when_nobody_named_fits_then_open(text: str) -> None:
    last = quotations_of(text, people=PEOPLE, bodies=BODIES)[0][-1]

    assert (last.speaker.lower(), last.speaker_id) == (last.speaker_surface.lower(), "")


def test_speaker_when_described_far_off_and_near_then_the_near_one_and_less_sure() -> None:
    text = "Ann Roe, a baker, came.\nIt rained.\nIt snowed.\nBob Doe, a baker, left.\n"
    (last,) = quotations_of(f"{text}The baker said it was late.", people=PEOPLE)[0]
    (sole,) = quotations_of("Bob Doe, a baker, left.\nThe baker said it was late.", people=PEOPLE)[
        0
    ]

    assert last.speaker == sole.speaker == "Bob Doe"
    assert last.confidence < sole.confidence


@pytest.mark.parametrize(
    ("words", "gender"),
    [
        ("wife of the king", "f"),
        ("son of Queen Ida", "m"),
        ("his mother's lawyer", None),
        ("spokeswoman", "f"),
        ("chairman", "m"),
        ("German envoy", None),
        ("human rights lawyer", None),
        ("", None),
    ],
)
def test_gender_when_told_of_somebody_then_by_the_first_word_that_tells(
    words: str, gender: str | None
) -> None:
    assert gender_of(words) == gender


@pytest.mark.parametrize(
    ("text", "name", "shown", "usual"),
    [
        ("Her husband, Roe Poe, left.", "Roe Poe", "m", None),
        ("The mother of the boy, Roe Poe, left.", "Roe Poe", None, None),
        ("Roe Poe, his wife, left.", "Roe Poe", "f", None),
        ("Ms. John Poe left.", "John Poe", "f", "m"),
        ("Mary Poe left.", "Mary Poe", None, "f"),
        ("Mary left.", "Mary", None, None),
    ],
)
def test_gender_when_beside_the_name_then_shown_and_by_given_name_only_usual(
    text: str, name: str, shown: str | None, usual: str | None
) -> None:
    start = text.index(name)
    mention = Mention(start, start + len(name), "m", "a", "p", name, "PERSON", "person.x")

    assert shown_genders(text, [mention]).get("person.x") == shown
    assert usual_genders([mention]).get("person.x") == usual


def test_given_names_when_listed_then_nobodys_name_is_in_both_lists() -> None:
    assert not WOMEN & MEN
    assert all(name == name.casefold() for name in WOMEN | MEN)


SENTENCES = (
    "Ann Roe met Bob Doe. ",
    "A woman at the gate wept. ",
    '"It rained," she said. ',
    "They said it was late. ",
    "The minister said it was late. ",
    "The couple said it was early.\n",
    "The company said 300 jobs would go. ",
    "The 43-year-old said he slept.\n",
)


@given(st.lists(st.sampled_from(SENTENCES), max_size=12).map("".join))
def test_speakers_when_sentences_come_in_any_order_then_spans_hold_their_words(text: str) -> None:
    quotations, _ = quotations_of(text, people=PEOPLE, bodies=BODIES)

    for one in quotations:
        where = article_of(text).text[one.speaker_start : one.speaker_end]
        assert where == one.speaker_surface if one.speaker_start >= 0 else not one.speaker_surface
        assert one.speaker or not one.speaker_surface
        assert 0 < one.confidence <= 1


def test_descriptions_when_a_text_repeats_itself_on_one_line_then_time_grows_with_its_length() -> (
    None
):
    text = "Ann Roe met Bob Doe, a clerk, in Graz. " * 5000
    spots = range(0, len(text), 39)
    mentions = [
        Mention(i, i + 7, f"m{i}", "a", "p", "Ann Roe", "PERSON", "person.a") for i in spots
    ]
    sought = Sought("minister", frozenset(), frozenset(), "")

    def fitting() -> Work:
        told = Descriptions(text, {})

        def fit() -> None:
            for n in range(1, len(mentions)):
                assert told.fitting(sought, mentions[max(0, n - 100) : n], mentions[n].start) == []

        return fit

    assert least_seconds(fitting, under=2) < 2
