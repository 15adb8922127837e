"""A corpus with briefings to change, and what the tests of screens ask of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from columns import component_of, payload_of
from streamlit.testing.v1 import AppTest

from data import access
from data.access import briefings
from dateline.briefing import Briefing, Slide
from dateline.store import Store


def own_corpus_of(rivers: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus to write in, which is in use."""
    path = folder / "own.db"
    with Store.open(rivers) as store:
        store.copy_to(path)
    monkeypatch.setenv("DATELINE_CORPUS", str(path))
    monkeypatch.setenv("DATELINE_SETTINGS", str(folder / "dateline.toml"))
    access.change(analyst="Nour")
    return path


def briefed(*headlines: str, who: str = "Nour", name: str = "Rivers") -> Briefing:
    """A briefing with a slide a headline."""
    made = briefings.create(name, who)
    for headline in headlines:
        slide = Slide("", "timeline", headline, query="entity=e-9")
        made = briefings.capture(made.briefing_id, slide, who)
    return made


def standing(briefing_id: str) -> Briefing:
    found = briefings.briefing(briefing_id)
    assert found
    return found


def headlines(briefing_id: str) -> list[str]:
    return [slide.headline for slide in standing(briefing_id).slides]


def sent(app: AppTest, key: str) -> dict[str, Any]:
    """What a component was sent last."""
    assert not app.exception
    return payload_of(component_of(app, key))


def told(app: AppTest) -> str:
    """All that is said beside widgets and components."""
    kinds = ("text", "caption", "error", "warning", "markdown", "header")
    return "\n".join(str(one.value) for kind in kinds for one in getattr(app, kind))
