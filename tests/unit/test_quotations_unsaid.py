"""Sentences that have the form of a report and put no words into anyone's mouth."""

from __future__ import annotations

import pytest
from quotation_cases import quotations_of, row


@pytest.mark.parametrize(
    "text",
    [
        "Farmers had been told to leave the valley.",
        "She was asked to return on Sunday.",
        "Graz told to leave, Linz told to wait",
        "Nobody could say why the dam broke.",
        "No official said why the dam broke.",
        "A guard who asked not to be named left the valley.",
        "The women are able to work according to the rules.",
        "The clinic admitted 30 patients.",
        "She ordered blankets.",
        "Gunmen celebrated a victory.",
        "The envoys are to discuss just that.",
        "The board called the envoys to Graz.",
        "The meeting was called by Graustark.",
        "Roe rejects calls to go",
        "Explainer: who holds what in the valley",
        "19:20 GMT - Graz, Linz, Pul-e Hesar",
        "Correction: an earlier version of this article said that the dam lies in Graz.",
    ],
)
def test_sentence_when_no_one_is_said_to_have_spoken_then_no_quotation(text: str) -> None:
    assert [row(q) for q in quotations_of(text)[0]] == []


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        (
            "Ann Roe rejected demands to raise the dam.",
            "Ann Roe",
            "rejected",
            "demands to raise the dam",
        ),
        (
            "The farmers reject the charge that they punish dissent.",
            "The farmers",
            "reject",
            "the charge that they punish dissent",
        ),
        ("It is said to have broken.", "", "said", "to have broken"),
        ("She ordered an evacuation.", "She", "ordered", "an evacuation"),
        (
            "20:45 - Ann Roe says that the dam is safe",
            "Ann Roe",
            "says",
            "that the dam is safe",
        ),
        (
            "On Monday Ann Roe said that the dam was safe.",
            "Ann Roe",
            "said",
            "that the dam was safe",
        ),
        (
            "Ann Roe said that the dam was safe, a remark that was heard in Graz as a threat.",
            "Ann Roe",
            "said",
            "that the dam was safe",
        ),
    ],
)
def test_sentence_when_it_holds_one_report_then_that_one_alone(
    text: str, speaker: str, cue: str, content: str
) -> None:
    quotations, _ = quotations_of(text, people=["Ann Roe"])

    assert [row(q) for q in quotations] == [("indirect", speaker, cue, content)]
