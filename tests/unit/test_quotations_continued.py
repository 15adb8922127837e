"""Reports that go on around and after their cue, and words that a title takes from the text."""

from __future__ import annotations

import pytest
from quotation_cases import quotations_of

CONTINUED = [
    (
        "It does not leak, he said, and nobody has ever seen it leak.",
        "he",
        "It does not leak, and nobody has ever seen it leak",
    ),
    (
        "There had been one leak, Ann Roe said in Graz on Friday; the report of another was wrong.",
        "Ann Roe",
        "There had been one leak; the report of another was wrong",
    ),
    (
        "The dam was safe, she said, until the bolts were taken out.",
        "she",
        "The dam was safe until the bolts were taken out",
    ),
    (
        "The officials answered that no one had been hurt, and that guards had kept watch.",
        "The officials",
        "that no one had been hurt, and that guards had kept watch",
    ),
    (
        "The board said in a statement that one of its members had opened the gate.",
        "The board",
        "that one of its members had opened the gate",
    ),
    (
        "Some 300 farmers had been brought out so far, he told the House of Lords.",
        "he",
        "Some 300 farmers had been brought out so far",
    ),
    (
        "About 17,000 people had been flown out since May, 2,500 of them farmers, the army said.",
        "the army",
        "About 17,000 people had been flown out since May, 2,500 of them farmers",
    ),
    (
        "Nobody may leave the house until noon, loudspeaker cars have announced.",
        "loudspeaker cars",
        "Nobody may leave the house until noon",
    ),
    ("The dam was safe, she said, and left the room.", "she", "The dam was safe"),
]


@pytest.mark.parametrize(("text", "speaker", "content"), CONTINUED)
def test_report_when_it_goes_on_past_its_cue_then_all_of_it_is_one(
    text: str, speaker: str, content: str
) -> None:
    quotations, _ = quotations_of(text, people=["Ann Roe"])

    assert [(q.speaker_surface, q.content) for q in quotations] == [(speaker, content)]


def test_verbs_joined_by_and_when_the_second_has_an_object_then_no_passive() -> None:
    text = "The board said that the road had been shut and advised drivers to turn back."
    quotations, _ = quotations_of(text)

    assert [q.speaker_surface for q in quotations] == ["The board", "The board"]


@pytest.mark.parametrize(
    ("text", "addressee", "venue"),
    [
        ("She said in a radio interview on Wednesday that it held.", "", "a radio interview"),
        ('"It holds," he told reporters at the Hofburg.', "reporters", "the Hofburg"),
        ("The board called on the mayor to resign.", "the mayor", ""),
        ("He appealed to world leaders on Monday to send boats.", "world leaders", ""),
        ("We promised each of them that the gate would open.", "each of them", ""),
    ],
)
def test_circumstances_when_a_day_or_a_request_stands_with_them_then_apart(
    text: str, addressee: str, venue: str
) -> None:
    (quotation,), _ = quotations_of(text)

    assert (quotation.addressee, quotation.venue) == (addressee, venue)


def test_title_when_it_quotes_what_the_text_gives_to_a_speaker_then_the_same_speaker() -> None:
    text = '"It is two hundred steps": the gate shuts\n"It is two hundred steps," said Ann Roe.'
    quotations, _ = quotations_of(text, people=["Ann Roe"])

    assert [(q.content, q.speaker) for q in quotations] == [
        ("It is two hundred steps", "Ann Roe"),
        ("It is two hundred steps", "Ann Roe"),
    ]


def test_speaker_when_he_gives_a_name_then_that_person() -> None:
    text = '"It broke at noon," said a man who gave his name as Bob Doe.'
    (quotation,), _ = quotations_of(text, people=["Bob Doe"])

    assert (quotation.speaker_surface, quotation.speaker) == ("a man", "Bob Doe")


def test_governor_when_only_a_deputy_is_named_then_left_open() -> None:
    text = "Deputy governor Bob Doe opened the dam. The governor said it would hold."
    (quotation,), _ = quotations_of(text, people=["Bob Doe"], roles={"Bob Doe": "Deputy governor"})

    assert quotation.speaker_id == ""


def test_interview_when_many_are_named_then_the_one_whose_name_opens_an_answer() -> None:
    text = (
        'Ann Roe met Bob Doe.\nQ: Will it hold?\nA: "It will hold for a year."\n'
        'Q: And then?\nRoe says that she cannot know.\nQ: Who can?\nShe laughs. "The water can."'
    )
    quotations, _ = quotations_of(text, people=["Ann Roe", "Bob Doe"])

    assert [q.speaker for q in quotations] == ["Ann Roe", "Ann Roe", "Ann Roe"]
