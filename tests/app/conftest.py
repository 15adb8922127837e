"""Corpora and a door to the app for the tests of screens without a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from made_corpus import stored
from streamlit.testing.v1 import AppTest

from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP, PROJECT

Opened = Callable[..., AppTest]


@pytest.fixture(scope="session")
def rivers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stored(tmp_path_factory.mktemp("made") / "rivers.db", articles=80)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, gazetteer: object) -> Iterator[Opened]:
    """A door to the app on a corpus, at an address."""
    build_basemap(BASEMAP)

    def at(corpus: Path, page: str = "", /, **address: str | list[str]) -> AppTest:
        monkeypatch.setenv("DATELINE_CORPUS", str(corpus))
        app = AppTest.from_file(str(PROJECT / "app.py"), default_timeout=60)
        for key, value in address.items():
            app.query_params[key] = value
        return app.run().switch_page(f"pages/{page}.py").run() if page else app.run()

    return at
