"""The linter of analytic standards: texts, and what is found in them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.briefing import Briefing, Footing, Shown, Slide, Source
from dateline.standards import BANDS, Finding, applied, findings
from dateline.standards.bands import band_of, terms_of
from dateline.standards.doubled import ABSOLUTE, TWICE
from dateline.standards.headlines import FRAGMENT, LATE, LONG, MISSING, SEVERAL
from dateline.standards.judgments import COMBINED, MIXED, UNEXPRESSED
from dateline.standards.loose import OUT_OF_BAND
from dateline.standards.loose import RULE as LOOSE
from dateline.standards.parts import part_of
from dateline.standards.sourcing import UNCITED, UNDESCRIBED, UNNAMED, UNWEIGHED

FOOTING = Footing("AFP", "Published 19 Aug 2021 (UTC)", "1 article", "", "Found by machine", "")
SOURCE = Source("a1", "A title", "AFP", "", "", "2021-08-19", "")


def text_slide(text: str, headline: str = "") -> Briefing:
    return Briefing("b1", "One", (Slide("s1", "text", headline, text),))


def found_in(text: str) -> list[tuple[str, str, str]]:
    return [(one.rule, one.words, one.proposal) for one in findings(text_slide(text))]


@pytest.mark.parametrize(
    ("text", "band", "row"),
    [
        ("There is almost no chance that talks fail.", 0, 0),
        ("There is a remote chance that talks fail.", 0, 1),
        ("It is very unlikely that talks fail.", 1, 0),
        ("It is highly improbable that talks fail.", 1, 1),
        ("It is unlikely that talks fail.", 2, 0),
        ("It is improbable that talks fail.", 2, 1),
        ("There is a roughly even chance that talks fail.", 3, 0),
        ("There are roughly even odds that talks fail.", 3, 1),
        ("Talks will likely fail.", 4, 0),
        ("Talks will probably fail.", 4, 1),
        ("It is very likely that talks fail.", 5, 0),
        ("It is highly probable that talks fail.", 5, 1),
        ("Talks will almost certainly fail.", 6, 0),
        ("It is nearly certain that talks fail.", 6, 1),
    ],
)
def test_terms_when_one_of_the_fourteen_is_used_then_its_band_is_known_and_nothing_found(
    text: str, band: int, row: int
) -> None:
    part = part_of(Slide("s1", "text"), "text", text)
    assert [(term.band, term.row) for term in terms_of(part)] == [(band, row)]
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("percent", "term"),
    [(1, "almost no chance"), (5, "almost no chance"), (6, "very unlikely"), (20, "very unlikely"),
     (21, "unlikely"), (45, "unlikely"), (50, "roughly even chance"), (60, "likely"),
     (80, "likely"), (81, "very likely"), (95, "very likely"), (96, "almost certain"),
     (100, "almost certain")],
)  # fmt: skip
def test_band_when_a_percentage_is_given_then_it_is_the_standards(percent: int, term: str) -> None:
    assert BANDS[band_of(percent)].terms[0] == term


LOOSE_WORDS = [
    ("The Taliban could attack.", "The Taliban could",
     "There is a roughly even chance that the Taliban will"),
    ("If talks fail, the Taliban may well attack.", "the Taliban may well",
     "it is likely that the Taliban will"),
    ("Lavrov, the foreign minister, might come.", "Lavrov, the foreign minister, might",
     "There is a roughly even chance that Lavrov, the foreign minister, will"),
    ("Massoud will possibly leave.", "Massoud will possibly",
     "There is a roughly even chance that Massoud will"),
    ("Perhaps the valley holds.", "Perhaps", "There is a roughly even chance that"),
    ("In all likelihood, the valley holds.", "In all likelihood,", "It is very likely that"),
    ("There is a good chance that talks resume.", "There is a good chance that",
     "It is likely that"),
    ("There is little chance that talks resume.", "There is little chance that",
     "It is very unlikely that"),
    ("It is possible that talks resume.", "It is possible that",
     "There is a roughly even chance that"),
    ("It is highly likely that talks resume.", "highly likely", "very likely"),
    ("It is more likely than not that talks resume.", "more likely than not", "likely"),
    ("Saleh has a good chance of winning.", "a good chance", ""),
    ("Fighters who could strike are near.", "could", ""),
    ("There is a 70 % chance that talks resume.", "There is a 70 % chance that",
     "It is likely that"),
    ("Talks are 90% likely.", "90% likely", "very likely"),
    ("Their odds are fifty-fifty.", "fifty-fifty", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "proposal"), LOOSE_WORDS)
def test_likelihood_when_told_in_words_of_no_band_then_a_term_is_proposed(
    text: str, words: str, proposal: str
) -> None:
    assert found_in(text) == [(LOOSE, words, proposal)]


WORDED = [
    ("It is likely (90 %) that talks resume.", OUT_OF_BAND, "likely", "very likely"),
    ("It is very likely (10-15 %) that talks resume.", OUT_OF_BAND, "very likely",
     "very unlikely"),
    ("We assess with high confidence that talks will likely fail.", COMBINED,
     "We assess with high confidence that talks will likely fail.",
     "We assess that talks will likely fail. We have high confidence in this judgment."),
    ("We have low confidence that it is unlikely that talks fail.", COMBINED,
     "We have low confidence that it is unlikely that talks fail.",
     "It is unlikely that talks fail. We have low confidence in this judgment."),
    ("The Taliban very likely may attack.", TWICE, "very likely may", "will very likely"),
    ("The Taliban may likely attack.", TWICE, "may likely", "will likely"),
    ("It is likely that the Taliban may attack.", TWICE, "may", "will"),
    ("The valley will certainly fall.", ABSOLUTE, "certainly", "almost certainly"),
    ("The valley is bound to fall.", ABSOLUTE, "bound", "almost certain"),
    ("It is impossible that it falls.", ABSOLUTE, "It is impossible that",
     "There is almost no chance that"),
    ("Talks will resume on Sunday.", UNEXPRESSED, "will", "will likely"),
    ("We judge that talks resume.", UNEXPRESSED, "We judge that",
     "We judge that it is likely that"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rule", "words", "proposal"), WORDED)
def test_words_when_they_break_a_rule_then_it_is_named_with_another_wording(
    text: str, rule: str, words: str, proposal: str
) -> None:
    assert found_in(text) == [(rule, words, proposal)]


@pytest.mark.parametrize(
    "text",
    [
        "“Talks could fail,” he wrote.",
        'The paper has "perhaps" twice.',
        "Lavrov said that talks could fail and will certainly be long.",
        "According to AFP, the Taliban may attack.",
        "It is likely (60-70 %) that talks fail.",
        "It is very likely that talks fail. We have high confidence in this judgment.",
        "The rider could not be reached.",
        "They met in May and have military might.",
        "A remote valley is a certain refuge.",
        "Talks are more likely than last month.",
        "Mr. Saleh is in Panjshir.",
        "Saleh called himself president on 17 Aug 2021.",
    ],
)
def test_words_when_they_are_others_or_no_likelihood_then_nothing_is_found(text: str) -> None:
    assert found_in(text) == []


def test_could_when_it_stands_twice_hedged_then_only_one_rule_speaks_of_it() -> None:
    assert found_in("Talks could possibly fail.") == [(TWICE, "could possibly", "could")]


MIXES = [
    ("Talks will probably fail.", "probably", "likely"),
    ("It is highly probable that talks fail.", "highly probable", "very likely"),
    ("There are roughly even odds that talks fail.", "There are roughly even odds",
     "There is a roughly even chance"),
    ("There is a remote chance that talks fail.", "a remote chance", "almost no chance"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "proposal"), MIXES)
def test_terms_when_of_both_rows_then_those_used_less_are_found(
    text: str, words: str, proposal: str
) -> None:
    both = f"It is likely that rain falls.\nIt is unlikely that snow falls.\n{text}"
    assert found_in(both) == [(MIXED, words, proposal)]


def test_terms_when_the_second_row_is_used_more_then_the_first_is_found_and_proposals_follow_it():
    text = "It is probable that rain falls.\nIt is improbable that snow falls.\n"
    mixed = found_in(text + "Talks are likely to fail.")
    assert mixed == [(MIXED, "are likely to", "will probably")]
    loose = found_in(text + "There is a good chance that talks fail.")
    assert loose == [(LOOSE, "There is a good chance that", "It is probable that")]


def test_terms_when_mixed_with_a_disclaimer_then_nothing_is_found():
    text = "It is likely that rain falls. It is probable that snow falls."
    assert [rule for rule, *_ in found_in(text)] == [MIXED]
    said = "Both mean the same assessment of probability."
    assert found_in(f"{text} {said}") == []


@pytest.mark.parametrize(
    ("headline", "rules"),
    [
        ("Situation in Panjshir", [FRAGMENT]),
        ("Statements on corridors", [FRAGMENT]),
        ("Who holds Panjshir now?", [FRAGMENT]),
        ("Saleh claims the presidency from Panjshir", []),
        ("Panjshir is very likely to hold out until winter", []),
        ("The Taliban took Kabul. Saleh left for Panjshir.", [SEVERAL]),
        ("Saleh says " + "that the valley holds and " * 6, [LONG]),
    ],
)
def test_headline_when_read_then_it_is_a_sentence_of_two_lines(headline: str, rules: list[str]):
    assert [one.rule for one in findings(text_slide("", headline))] == rules


def test_headline_when_missing_then_every_slide_but_a_text_is_asked_for_one():
    slides = (Slide("s1", "map"), Slide("s2", "text"))
    found = findings(Briefing("b1", "One", slides[:1]))
    assert [(one.rule, one.start, one.end) for one in found] == [(MISSING, 0, 0)]
    assert findings(Briefing("b1", "One", slides[1:])) == ()


def test_first_slide_when_it_holds_no_key_judgments_then_that_is_said_once():
    view = Slide("s1", "map", "Saleh is in Panjshir")
    judged = Slide("s2", "judgments", "It is likely that Panjshir holds out")
    found = findings(Briefing("b1", "One", (view, judged)))
    assert [(one.slide_id, one.rule) for one in found] == [("s1", LATE)]
    assert findings(Briefing("b1", "One", (judged, view))) == ()


def judged(text: str = "It is likely that Panjshir holds out.\nTalks failed.") -> Slide:
    return Slide("s1", "judgments", "", text)


def shown_with(slide: Slide, *sources: Source, footing: Footing = FOOTING) -> dict[str, Shown]:
    return {slide.slide_id: Shown(slide, "", footing, sources=sources)}


def sourced(slide: Slide, *sources: Source, footing: Footing = FOOTING) -> tuple[Finding, ...]:
    found = findings(Briefing("b1", "One", (slide,)), shown_with(slide, *sources, footing=footing))
    return tuple(one for one in found if one.rule not in (MISSING, UNEXPRESSED))


def test_key_judgments_when_a_line_has_no_likelihood_then_that_line_is_found():
    found = findings(Briefing("b1", "One", (replace(judged(), headline="Panjshir holds out"),)))
    assert [(one.rule, one.words) for one in found] == [(UNEXPRESSED, "Talks failed.")]


def test_judgments_when_their_slide_has_no_source_then_each_is_found():
    found = sourced(judged())
    assert [(one.rule, one.words) for one in found] == [
        (UNCITED, "It is likely that Panjshir holds out."),
        (UNCITED, "Talks failed."),
    ]


def test_sources_when_one_has_no_outlet_then_it_is_named():
    found = sourced(judged(), SOURCE, replace(SOURCE, outlet="", title="Bare", published=""))
    told = next(one for one in found if one.rule == UNDESCRIBED)
    assert "1 of 2 sources are cited without a publication time or an outlet" in told.message
    assert "“Bare”" in told.message


def test_sources_when_their_quality_is_told_then_it_is_not_asked_for():
    slide = judged()
    (found,) = sourced(slide, SOURCE)
    assert (found.rule, found.start, found.proposal.strip()) == (
        UNWEIGHED,
        len(slide.text),
        "These judgments rest on 1 article; how reliable these sources are was not assessed.",
    )
    told = judged(f"{slide.text}\nThe sources are state media and not corroborated.")
    assert sourced(told, SOURCE) == ()


def test_machine_findings_when_neither_footing_nor_words_name_them_then_it_is_said():
    silent = replace(FOOTING, method="")
    slide = judged(judged().text + "\nThe sources are corroborated.")
    (found,) = sourced(slide, SOURCE, footing=silent)
    assert found.rule == UNNAMED
    (changed,) = applied(Briefing("b1", "One", (slide,)), found).slides
    assert sourced(changed, SOURCE, footing=silent) == ()


def test_applied_when_the_words_have_changed_since_then_nothing_is_changed():
    (found,) = findings(text_slide("Talks could fail."))
    other = text_slide("Talks have failed.")
    assert applied(other, found) == other


PHRASES = [
    "the Taliban", "Lavrov", "could", "may", "might", "may well", "possibly", "perhaps", "likely",
    "very likely", "highly likely", "probably", "highly probable", "almost certainly",
    "with high confidence", "We have low confidence that", "there is a good chance that",
    "a 70 % chance", "it is", "that", "who", "and", "will", "certainly", "is bound to", "attack",
    "“could”", "said", "in all likelihood", "roughly even odds", "a remote chance", "(90 %)",
    "we assess", "unlikely", "impossible", "will never", ",", ".", "!", "\n", "Mr.", "U.S.", "İ",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PHRASES), st.text(max_size=6)), max_size=14).map(
    " ".join
)
KINDS = st.sampled_from(["judgments", "map", "text"])


@st.composite
def briefings(draw: st.DrawFn) -> Briefing:
    slides = tuple(
        Slide(f"s{at}", draw(KINDS), draw(TEXTS), draw(TEXTS), draw(TEXTS))
        for at in range(draw(st.integers(1, 2)))
    )
    return Briefing("b1", "One", slides)


def shown_of(briefing: Briefing) -> dict[str, Shown]:
    footing = replace(FOOTING, method="")
    return {one.slide_id: Shown(one, "", footing, sources=(SOURCE,)) for one in briefing.slides}


@given(briefings())
def test_findings_when_made_of_any_text_then_their_letters_are_its_own(briefing: Briefing) -> None:
    slides = {slide.slide_id: slide for slide in briefing.slides}
    for one in findings(briefing, shown_of(briefing)):
        text = getattr(slides[one.slide_id], one.field)
        assert 0 <= one.start <= one.end <= len(text)
        assert text[one.start : one.end] == one.words
        assert all((one.rule, one.source, one.message))
        assert one.proposal != one.words or not one.proposal


@given(briefings())
def test_proposal_when_applied_then_the_same_is_not_found_again(briefing: Briefing) -> None:
    for one in findings(briefing, shown_of(briefing)):
        if one.proposal:
            after = applied(briefing, one)
            again = {replace(found, message="", proposal="") for found in
                     findings(after, shown_of(after))}  # fmt: skip
            assert after != briefing
            assert replace(one, message="", proposal="") not in again


def test_rules_when_stated_then_each_says_what_it_misses() -> None:
    from dateline.misses import stated_misses

    told = [miss.gives for miss in stated_misses() if miss.room == "Analytic standards"]
    assert len(told) >= 9


def test_long_text_when_read_then_no_rule_needs_more_than_its_length() -> None:
    text = "the Taliban, who could " * 4000
    assert len(findings(text_slide(text))) == 4000
    assert not re.search(r"\n", text)
