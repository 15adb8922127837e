"""Who is meant by a speaker's words, to whom they spoke and where."""

from __future__ import annotations

import pytest
from quotation_cases import quotations_of

PEOPLE = ["Ann Roe", "Bob Doe"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('"It holds," Ann Roe said. Later Roe said that it broke.', ["Ann Roe", "Ann Roe"]),
        ("Ann Roe opened the dam. She said it would hold.", ["Ann Roe"]),
        ("Mr. Doe met Ms. Roe. He said the dam would hold.", ["Bob Doe"]),
        ("Ms. Roe met Mr. Doe. She said the dam would hold.", ["Ann Roe"]),
        ("Ann Roe, who said the dam was safe, left Graz.", ["Ann Roe"]),
        ("A spokesman for Ann Roe said the dam was safe.", ["A spokesman for Ann Roe"]),
        ("They said the dam was safe.", ["They"]),
        ('"It holds," Ann Roe said.\n"It has held for a century."', ["Ann Roe", "Ann Roe"]),
        ('Ann Roe said:\n"The dam has held for a century."', ["Ann Roe"]),
        ('Ann Roe opened the dam. "It has held for a century."', ["Ann Roe"]),
        ('"The dam has held for a century."\n- Bob Doe', ["Bob Doe"]),
        (
            "Ann Roe said the dam was safe.\nOur director, Bob Doe, will be in Graz.\n"
            '"We want a road," he said.',
            ["Ann Roe", "Bob Doe"],
        ),
        (
            "Bob Doe said the dam was safe.\nAnn Roe opened the bridge on Monday.\n"
            '"It held for a century," she said.',
            ["Bob Doe", "Ann Roe"],
        ),
        ('From Graz to Linz: "We wait for rain."', [""]),
        ('From the minister: "We wait for rain."', ["the minister"]),
        ('From our correspondent Bob Doe in Graz\n"It holds," he said.', ["he"]),
        ('The road ends opposite Bob Doe.\n"It holds," he said.', ["he"]),
        ('Ann Roe left.\nMr. Poe came on Monday.\n"It held," he said.', ["he"]),
    ],
)
def test_speaker_when_the_text_says_who_then_resolved_else_left_as_written(
    text: str, speakers: list[str]
) -> None:
    quotations, _ = quotations_of(text, people=PEOPLE)

    assert [q.speaker for q in quotations] == speakers


def test_pronoun_when_resolved_then_less_sure_than_a_name() -> None:
    (named, meant), _ = quotations_of(
        '"It holds," Ann Roe said. She told reporters that it was safe.', people=PEOPLE
    )

    assert meant.speaker_id == named.speaker_id == "person.ann-roe"
    assert meant.confidence < named.confidence


def test_name_inside_quotation_when_a_pronoun_follows_then_not_its_person() -> None:
    text = 'Ann Roe left. "Bob Doe knew it," she said. "Doe was there." She said it was late.'
    quotations, _ = quotations_of(text, people=PEOPLE)

    assert {q.speaker for q in quotations} == {"Ann Roe"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("“It holds,” said Ann Roe, the minister of water.", "minister of water"),
        ("Ruritania's envoy to Graustark Ann Roe said it held.", "Ruritania's envoy to Graustark"),
        ("Water minister Ann Roe said it held.", "Water minister"),
        ("Ms. Roe said it held.", ""),
    ],
)
def test_role_when_written_beside_the_name_then_kept(text: str, role: str) -> None:
    (quotation,), _ = quotations_of(text, people=PEOPLE, bodies=["Graustark"])

    assert quotation.role == role


def test_common_noun_when_a_role_in_the_article_matches_then_that_person() -> None:
    text = "Water minister Ann Roe opened the dam. The minister said it would hold."
    (quotation,), _ = quotations_of(text, people=PEOPLE, roles={"Ann Roe": "Water minister"})

    assert (quotation.speaker, quotation.speaker_surface) == ("Ann Roe", "The minister")


@pytest.mark.parametrize(
    ("text", "addressee", "venue"),
    [
        (
            '"It holds," Ann Roe told reporters at a press conference in Graz after a visit.',
            "reporters",
            "a press conference in Graz",
        ),
        ("Ann Roe said in a statement that it held.", "", "a statement"),
        ('"It holds," Ann Roe wrote on Twitter.', "", "Twitter"),
        ("Ann Roe said on state television that it held.", "", "state television"),
        ("Ann Roe urged farmers to leave the valley.", "farmers", ""),
        ("Ann Roe said that it held.", "", ""),
    ],
)
def test_circumstances_when_stated_then_addressee_and_venue(
    text: str, addressee: str, venue: str
) -> None:
    (quotation,), _ = quotations_of(text)

    assert (quotation.addressee, quotation.venue) == (addressee, venue)


def test_about_when_content_mentions_entities_then_their_ids_without_the_speaker() -> None:
    text = "Ann Roe said that Bob Doe and Roe had met the Dam Board."
    (quotation,), _ = quotations_of(text, people=PEOPLE, bodies=["Dam Board"])

    assert quotation.about_ids == ("person.bob-doe", "organisation.dam-board")


def test_transcript_when_turns_are_labelled_then_each_by_its_name() -> None:
    text = '"ROE: The dam will hold.\n"DOE: I do not believe it for a minute."'

    assert [(q.speaker_surface, q.content) for q in quotations_of(text)[0]] == [
        ("ROE", "The dam will hold."),
        ("DOE", "I do not believe it for a minute."),
    ]


ASKED = 'Q: Professor Roe, how long will it hold?\nA: "It will hold for a year. I know it."'


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (ASKED, ["Ann Roe"]),
        (f"Bob Doe built the dam. Ann Roe knows it.\n{ASKED}", ["Ann Roe"]),
        ('Ann Roe knows the dam.\nQ: Will it hold?\nA: "It will hold for a year."', ["Ann Roe"]),
        ('Ann Roe met Bob Doe.\nQ: Will it hold?\nA: "It will hold for a year."', [""]),
        ('Ann Roe knows the dam.\nQuestion: "Will the dam hold for a year?"', [""]),
        (
            'Roe knows the dam.\nQ: Doe, a mason, has left. Will it hold?\nA: "It will."',
            ["Ann Roe"],
        ),
    ],
)
def test_interview_when_turns_are_labelled_then_the_label_is_no_speaker(
    text: str, speakers: list[str]
) -> None:
    quotations, _ = quotations_of(text, people=PEOPLE)

    assert [q.speaker for q in quotations] == speakers
    assert {(q.speaker_surface, q.speaker_start) for q in quotations} == {("", -1)}
    assert all(q.confidence < 0.5 for q in quotations)
