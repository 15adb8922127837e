"""Headlines, comments and broken sentences -> mode, speaker, cue and content."""

from __future__ import annotations

import pytest
from quotation_cases import quotations_of, row

Row = tuple[str, str, str, str]

HEADLINES: list[tuple[str, list[Row]]] = [
    ("Dam 'not safe', says minister", [("mixed", "minister", "says", "Dam not safe")]),
    (
        "Minister says dam 'a danger to life'",
        [("mixed", "Minister", "says", "dam a danger to life")],
    ),
    (
        "Doe accused of 'serious neglect' by watchdog",
        [("mixed", "watchdog", "accused", "Doe of serious neglect")],
    ),
    ("“We will not go”: union defies minister", [("direct", "union", ":", "We will not go")]),
    ("'They took it all': inside the raid", [("direct", "", ":", "They took it all")]),
    (
        "Talks to resume on Monday: ministry",
        [("indirect", "ministry", ":", "Talks to resume on Monday")],
    ),
    ("Rebels leave the town – Roe", [("indirect", "Roe", "–", "Rebels leave the town")]),
    ("'The Long Road': a novel of dams", []),
    ("Dam of the day: Graz", []),
]
COMMENTS: list[tuple[str, list[Row]]] = [
    (
        "As the Gazette noted, the bridge fell in May.",
        [("indirect", "the Gazette", "noted", "the bridge fell in May")],
    ),
    (
        "The bridge was old, as Ann Roe reported.",
        [("indirect", "Ann Roe", "reported", "The bridge was old")],
    ),
    (
        "The dam, as Ann Roe noted in May, was never safe.",
        [("indirect", "Ann Roe", "noted", "The dam was never safe")],
    ),
    ("As the choir sang, the crowd left.", []),
    (
        "Ann Roe said after the vote he would not accept it if it came.",
        [("indirect", "Ann Roe", "said", "he would not accept it if it came")],
    ),
    (
        "Roe said the hour of the news was not meant; they only learned it on Friday.",
        [("indirect", "Roe", "said", "the hour of the news was not meant")],
    ),
    ("Ann Roe said hello to the guests and left.", []),
]
ANSWERS: list[tuple[str, list[Row]]] = [
    (
        "Asked whether she would resign, Ann Roe said no.",
        [
            ("indirect", "", "Asked", "whether she would resign"),
            ("indirect", "Ann Roe", "said", "no"),
        ],
    ),
    (
        'Ann Roe added that farmers have two choices: "You leave or you fight."',
        [("mixed", "Ann Roe", "added", "that farmers have two choices: You leave or you fight.")],
    ),
    (
        '"We stop," Ann Roe said, adding later, "It costs us a fortune, and we are poor."',
        [
            ("direct", "Ann Roe", "said", "We stop"),
            ("direct", "Ann Roe", "adding", "It costs us a fortune, and we are poor."),
        ],
    ),
    (
        '"The dam is old" and "the road is new," Ann Roe said.',
        [("mixed", "Ann Roe", "said", "The dam is old and the road is new")],
    ),
]
SOURCES: list[tuple[str, list[Row]]] = [
    (
        "According to Ann Roe, who heads the board, two men died.",
        [("indirect", "Ann Roe", "According to", "two men died")],
    ),
    (
        "Two men died at 4 euros per head, per Ann Roe.",
        [("indirect", "Ann Roe", "per", "Two men died at 4 euros per head")],
    ),
    (
        'In Ann Roe\'s words, the dam was "a joke to all".',
        [("mixed", "Ann Roe", "words", "the dam was a joke to all")],
    ),
    (
        "Ann Roe, citing the ministry, reported that the dam broke.",
        [("indirect", "Ann Roe", "reported", "that the dam broke")],
    ),
    (
        'Ann Roe hailed the plan as "historic", welcomed the vote and thanked Doe.',
        [
            ("mixed", "Ann Roe", "hailed", "the plan as historic"),
            ("indirect", "Ann Roe", "welcomed", "the vote"),
            ("indirect", "Ann Roe", "thanked", "Doe"),
        ],
    ),
    (
        "She declined to say when she would go.",
        [("indirect", "She", "declined", "to say when she would go")],
    ),
    (
        "The plan would cost jobs, Ann Roe added. It would also hurt the town.",
        [
            ("indirect", "Ann Roe", "added", "The plan would cost jobs"),
            ("indirect", "Ann Roe", "", "It would also hurt the town"),
        ],
    ),
    (
        "Ann Roe said the road was shut. It was hit by a flood in May.",
        [("indirect", "Ann Roe", "said", "the road was shut")],
    ),
]
CLOSED: list[tuple[str, list[Row]]] = [
    (
        "Ann Roe tweeted “the dam is safe and sound” on Monday.",
        [("direct", "Ann Roe", "tweeted", "the dam is safe and sound")],
    ),
    (
        'A statement from the ministry read: "Three men have died."',
        [("direct", "A statement from the ministry", "read", "Three men have died.")],
    ),
    (
        'Roe said he was "glad" of the plan — a modest boost for Doe after months.',
        [("mixed", "Roe", "said", "he was glad of the plan")],
    ),
    (
        'Roe said the "old" plan — and the "new" one — would fail.',
        [("mixed", "Roe", "said", "the old plan — and the new one — would fail")],
    ),
    (
        'Roe called Doe a "clown" on his radio show on Monday.',
        [("mixed", "Roe", "called", "Doe a clown")],
    ),
]


@pytest.mark.parametrize(("text", "rows"), [*HEADLINES, *COMMENTS, *ANSWERS, *SOURCES, *CLOSED])
def test_form_when_read_then_its_quotations(text: str, rows: list[Row]) -> None:
    quotations, _ = quotations_of(text, people=["Ann Roe", "Bob Doe"])

    assert [row(quotation) for quotation in quotations] == rows


def test_headline_when_the_text_gives_its_words_to_a_speaker_then_they_are_hers() -> None:
    text = (
        "'They took it all from us': survivors of the raid\n\n"
        "'They took it all from us,' Ann Roe said."
    )
    quotations, _ = quotations_of(text, people=["Ann Roe"])

    assert [q.speaker for q in quotations] == ["Ann Roe", "Ann Roe"]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ('"It was bad," Ann Roe said of Bob Doe.', [("person.bob-doe",)]),
        ('"A fool," Ann Roe said when asked about Bob Doe.', [("person.bob-doe",)] * 2),
        ("Ann Roe told Bob Doe that it was safe.", [()]),
    ],
)
def test_topic_when_the_cue_names_it_then_the_quotation_is_about_it(
    text: str, about: list[tuple[str, ...]]
) -> None:
    quotations, _ = quotations_of(text, people=["Ann Roe", "Bob Doe"])

    assert [quotation.about_ids for quotation in quotations] == about


@pytest.mark.parametrize(
    ("text", "addressee", "venue"),
    [
        ("Ann Roe told the Gazette by phone that it was safe.", "the Gazette", "phone"),
        ("Speaking at the United Nations, Ann Roe said it was safe.", "", "the United Nations"),
        (
            "In a speech to parliament, Ann Roe warned the rebels not to attack.",
            "the rebels",
            "a speech to parliament",
        ),
    ],
)
def test_circumstances_when_told_beside_the_cue_then_found(
    text: str, addressee: str, venue: str
) -> None:
    (quotation,), _ = quotations_of(text, people=["Ann Roe"])

    assert (quotation.addressee, quotation.venue) == (addressee, venue)
