"""Text -> mode, speaker, cue and content of its quotations, as a linguist would list them."""

from __future__ import annotations

import pytest
from quotation_cases import quotations_of, row

DIRECT = [
    ('"The dam will hold," the minister said.', "the minister", "said", "The dam will hold"),
    ("“The dam will hold,” said Ann Roe.", "Ann Roe", "said", "The dam will hold"),
    ("''The dam will hold,'' said Ann Roe.", "Ann Roe", "said", "The dam will hold"),
    ("„Der Damm hält“, said Ann Roe.", "Ann Roe", "said", "Der Damm hält"),
    ("«The dam will hold», said Ann Roe.", "Ann Roe", "said", "The dam will hold"),
    ("'The dam will hold,' said Ann Roe.", "Ann Roe", "said", "The dam will hold"),
    ('Ann Roe said in a statement: "The dam will hold."', "Ann Roe", "said", "The dam will hold."),
    ('Ann Roe said, "The dam will hold."', "Ann Roe", "said", "The dam will hold."),
    ('"The dam," she said, "will hold."', "she", "said", "The dam, will hold."),
    ('"The dam will hold." — Ann Roe', "Ann Roe", "—", "The dam will hold."),
    ('"Enough!" she thundered.', "she", "thundered", "Enough!"),
    (
        '"It holds," Ann Roe told reporters. "It has held for a century."',
        "Ann Roe",
        "told",
        "It holds. It has held for a century.",
    ),
    (
        '"It holds," Ann Roe said. "and it has held for a century."',
        "Ann Roe",
        "said",
        "It holds, and it has held for a century.",
    ),
    (
        "\"They said 'no' to it,\" Ann Roe said.",
        "Ann Roe",
        "said",
        "They said 'no' to it",
    ),
    (
        'As Ann Roe put it, "the dam is a child of its time."',
        "Ann Roe",
        "put",
        "the dam is a child of its time.",
    ),
]
MIXED = [
    (
        'Ann Roe called the plan "a farce and a fraud".',
        "Ann Roe",
        "called",
        "the plan a farce and a fraud",
    ),
    (
        'Ann Roe said the dam was "safe", and that it would hold.',
        "Ann Roe",
        "said",
        "the dam was safe, and that it would hold",
    ),
    (
        'Ann Roe reiterated her call for a "full inquiry".',
        "Ann Roe",
        "reiterated",
        "her call for a full inquiry",
    ),
    (
        'The envoy Ann Roe met with farmers in Graz, hailing on state radio a "calm and useful" '
        "talk.",
        "The envoy Ann Roe",
        "hailing",
        "a calm and useful talk",
    ),
    (
        'The plan was "a danger to the valley," Ann Roe said.',
        "Ann Roe",
        "said",
        "The plan was a danger to the valley",
    ),
]
INDIRECT = [
    ("Ann Roe said that the dam would hold.", "Ann Roe", "said", "that the dam would hold"),
    ("The dam would hold, officials said Monday.", "officials", "said", "The dam would hold"),
    ("The dam, officials said, would hold.", "officials", "said", "The dam would hold"),
    ("According to Ann Roe, the dam will hold.", "Ann Roe", "According to", "the dam will hold"),
    (
        "According to pictures shared on the internet, the dam will hold.",
        "pictures shared on the internet",
        "According to",
        "the dam will hold",
    ),
    (
        "The dam will hold, according to a report by the water board.",
        "a report by the water board",
        "according to",
        "The dam will hold",
    ),
    ("Ann Roe promised to repair the dam.", "Ann Roe", "promised", "to repair the dam"),
    ("Ann Roe condemned the raid.", "Ann Roe", "condemned", "the raid"),
    ("The plan was criticised by Ann Roe.", "Ann Roe", "criticised", "The plan"),
    (
        "Ann Roe, who said the dam was safe, left Graz.",
        "who",
        "said",
        "the dam was safe",
    ),
    ("Dam will hold, minister says", "minister", "says", "Dam will hold"),
    ("Minister: Dam will hold", "Minister", ":", "Dam will hold"),
    ("Ann Roe says dam weakening", "Ann Roe", "says", "dam weakening"),
    ("Minister of water Ann Roe: Dam will hold", "Minister of water Ann Roe", ":", "Dam will hold"),
    ("Bridge shut since May; Ann Roe calls for a ferry", "Ann Roe", "calls for", "a ferry"),
    (
        "A statement agreed by engineers in Graz on 12 August says that the dam will hold.",
        "A statement",
        "says",
        "that the dam will hold",
    ),
    ("Ann Roe commanded the guard to hold the dam.", "Ann Roe", "commanded", "to hold the dam"),
    ("Ann Roe attacked him over the dam.", "Ann Roe", "attacked", "him over the dam"),
    (
        "Traders in Pul-e-Khumri say that no lorry has come through.",
        "Traders in Pul-e-Khumri",
        "say",
        "that no lorry has come through",
    ),
    ("Minister says talks stalled over border", "Minister", "says", "talks stalled over border"),
]


@pytest.mark.parametrize(
    ("text", "mode", "speaker", "cue", "content"),
    [
        (text, mode, *rest)
        for mode, table in (("direct", DIRECT), ("mixed", MIXED), ("indirect", INDIRECT))
        for text, *rest in table
    ],
)
def test_sentence_when_someone_speaks_then_one_quotation(
    text: str, mode: str, speaker: str, cue: str, content: str
) -> None:
    quotations, _ = quotations_of(text, people=["Ann Roe"])

    assert [row(q) for q in quotations] == [(mode, speaker, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        'The group, which is banned as an "extremist" movement, met in Graz.',
        'Ann Roe, known as the "Lady of the Dam", opened the bridge.',
        'They watched "The Dam".',
        'The boat "Graz" sank.',
        "The workers' boat sank off the farmers' quay.",
        "The dam is in Graz.",
        "From Graz to Linz: eighteen months of talks",
        "Talks in Kabul: eighteen months of waiting",
        "Kabul: eighteen months of waiting",
        "Ruritania has sent aid; Graustark has said nothing in public.",
        "Ruritania, which commands a base near Graz, sent a boat.",
        "The rebels attacked the dam at dawn.",
        "Ann Roe pressed the button at dawn.",
    ],
)
def test_marks_when_scare_quote_title_or_nickname_then_no_quotation(text: str) -> None:
    assert quotations_of(text, people=["Ann Roe"])[0] == ()


@pytest.mark.parametrize(
    ("text", "speaker", "family", "content"),
    [
        ("Ann Roe wants to close the dam.", "Ann Roe", "want", "to close the dam"),
        ("Engineers believe that the dam is safe.", "Engineers", "believe", "that the dam is safe"),
        ("The dam is expected to hold.", "", "expect", "to hold"),
        (
            "Ann Roe is confident that the dam will hold.",
            "Ann Roe",
            "believe",
            "that the dam will hold",
        ),
    ],
)
def test_belief_wish_or_plan_when_reported_then_attitude_and_no_quotation(
    text: str, speaker: str, family: str, content: str
) -> None:
    quotations, attitudes = quotations_of(text)

    assert quotations == ()
    assert [(a.speaker_surface, a.cue_family, a.content) for a in attitudes] == [
        (speaker, family, content)
    ]


def test_nickname_inside_a_report_when_nothing_else_marked_then_indirect() -> None:
    text = 'According to Ann Roe, the "Lion of Graz" has left the valley.'

    assert [q.mode for q in quotations_of(text)[0]] == ["indirect"]


@pytest.mark.parametrize(
    ("cue", "family"),
    [
        ("claimed", "claim"),
        ("denied", "deny"),
        ("warned", "warn"),
        ("added", "add"),
        ("admitted", "confirm"),
        ("explained", "explain"),
        ("announced", "announce"),
    ],
)
def test_cue_when_its_lemma_is_known_then_its_family(cue: str, family: str) -> None:
    quotations, _ = quotations_of(f"Ann Roe {cue} that the dam was closed.")

    assert [q.cue_family for q in quotations] == [family]


def test_two_cues_when_one_sentence_then_both_by_the_same_speaker() -> None:
    text = "The minister warned of floods, adding that the valley was not safe."

    assert [row(q) for q in quotations_of(text)[0]] == [
        ("indirect", "The minister", "warned of", "floods"),
        ("indirect", "The minister", "adding", "that the valley was not safe"),
    ]


def test_semicolon_when_inside_what_a_closing_cue_reports_then_all_of_it_is_content() -> None:
    text = "Divers are expected; Graz is discussing their pay, its mayor said."

    assert row(quotations_of(text)[0][0]) == (
        "indirect",
        "its mayor",
        "said",
        "Divers are expected; Graz is discussing their pay",
    )


def test_cues_joined_by_and_when_the_clause_between_is_not_finite_then_one_speaker() -> None:
    text = "Ann Roe said that the dam would hold and called for calm."

    assert [row(q) for q in quotations_of(text, people=["Ann Roe"])[0]] == [
        ("indirect", "Ann Roe", "said", "that the dam would hold"),
        ("indirect", "Ann Roe", "called for", "calm"),
    ]


def test_broken_quotation_when_cue_inside_then_fragments_leave_the_cue_out() -> None:
    text = '"The dam," she said, "will hold."'
    (quotation,), _ = quotations_of(text)

    assert [text[f.start : f.end] for f in quotation.fragments] == ['"The dam,"', '"will hold."']


def test_paragraphs_when_each_opens_and_only_the_last_closes_then_one_quotation() -> None:
    text = '"The dam will hold.\n"It has held for a century," said Ann Roe.'
    (quotation,), _ = quotations_of(text)

    assert row(quotation) == (
        "direct",
        "Ann Roe",
        "said",
        "The dam will hold. It has held for a century",
    )
    assert quotation.passage_id == "p.a1.0"


def test_odd_mark_when_in_one_paragraph_then_the_next_is_unharmed() -> None:
    text = 'The 5" pipe broke "again.\n"The dam will hold," Ann Roe said.'

    assert [q.content for q in quotations_of(text)[0]] == ["The dam will hold"]


def test_belief_when_put_into_words_then_quotation() -> None:
    text = 'Ann Roe believes the dam is "a child of its time".'
    quotations, attitudes = quotations_of(text)

    assert [q.mode for q in quotations] == ["mixed"]
    assert attitudes == ()
