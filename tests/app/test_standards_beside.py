"""What analytic standards say of a slide, without a browser: beside its words, and put in."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.access import briefings, standards
from dateline.briefing import Briefing, Slide

HOSTILE = "<b>x</b> [a](javascript:1) :red[x] could fall."


def beside(text: str) -> None:
    import streamlit as st

    from components.briefings import standards as drawn
    from data.access.standards import applied
    from dateline.briefing import Briefing, Slide
    from dateline.standards import findings

    if "text" not in st.session_state:
        st.session_state["text"] = text
    briefing = Briefing("b1", "One", (Slide("s1", "text", "", st.session_state["text"]),))

    def on_use(finding):
        st.session_state["text"] = applied(briefing, finding).slides[0].text

    drawn.draw(findings(briefing), on_use)


def shown(text: str) -> AppTest:
    app = AppTest.from_function(beside, default_timeout=30, kwargs={"text": text}).run()
    assert not app.exception
    return app


def test_findings_when_drawn_then_rule_words_and_proposal_are_there() -> None:
    app = shown("The valley could fall.")
    assert "Likelihood word of no band" in app.markdown[0].value
    assert "ICD 203 D.6.e.(2)(a)" in app.markdown[0].value
    assert [text.value for text in app.text] == [
        "The valley could",
        "→ There is a roughly even chance that the valley will",
    ]


def test_proposal_when_its_button_is_pressed_then_its_words_are_put_in() -> None:
    app = shown("The valley could fall.")
    app.button(key="use_s1_0").click().run()
    assert app.session_state["text"] == (
        "There is a roughly even chance that the valley will fall."
    )
    assert not app.button
    assert "nothing to remark" in app.caption[0].value


def test_findings_when_words_are_hostile_then_they_are_text() -> None:
    app = shown(HOSTILE)
    assert app.text[0].value == "<b>x</b> [a](javascript:1) :red[x] could"
    assert not [one for one in app.markdown if "<b>" in one.value]


def test_findings_when_asked_of_the_corpus_then_slides_without_articles_are_uncited(
    rivers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dateline.store import Store

    own = tmp_path / "own.db"
    with Store.open(rivers) as store:
        store.copy_to(own)
    monkeypatch.setenv("DATELINE_CORPUS", str(own))
    judged = Slide("s1", "judgments", "It is likely that the gates open", query="search=zzzzzz")
    (found,) = (
        one
        for one in standards.findings(Briefing("b1", "One", (judged,)))
        if one.rule == "judgment without a source"
    )
    assert found.words == judged.headline
    every = Slide("s1", "judgments", judged.headline)
    assert briefings.shown(every).sources
    rules = {one.rule for one in standards.findings(Briefing("b1", "One", (every,)))}
    assert "judgment without a source" not in rules
