"""What every test may ask for, and the rule that none of them leaves this machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from pytest_socket import socket_allow_hosts

from dateline.drawing import Ground
from dateline.places.gazetteer import Gazetteer, build_gazetteer, open_gazetteer

PROJECT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")


@pytest.fixture(autouse=True)
def loopback_only() -> None:
    """A connection to any other machine fails."""
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


@pytest.fixture(autouse=True, scope="session")
def own_corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The corpus and the settings that commands use by default are none of the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATELINE_CORPUS", str(tmp_path_factory.mktemp("corpus") / "corpus.db"))
        patch.setenv("DATELINE_SETTINGS", str(tmp_path_factory.mktemp("set") / "dateline.toml"))
        patch.setenv("DATELINE_STATE", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's folder."""
    return PROJECT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The development data beside the project."""
    folder = Path(os.environ.get("DATELINE_SHARED") or PROJECT.parent / "shared")
    if not (folder / "bench").is_dir():
        pytest.skip(f"no development data at {folder}")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; without one the test is skipped, and fails where CI is set."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        missing = "no Chromium: apt install chromium"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    return found


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The gazetteer, built where it is missing."""
    build_gazetteer()
    return open_gazetteer()


@pytest.fixture(scope="session")
def ground(gazetteer: Gazetteer) -> Ground:
    """What lies under the places of a drawn map, made where it is missing."""
    from dateline.drawing import read_ground
    from dateline.places.basemap import build_basemap
    from dateline.settings import BASEMAP

    build_basemap(BASEMAP)
    return read_ground(BASEMAP)


@pytest.fixture(scope="session")
def ingested_sample(tmp_path_factory: pytest.TempPathFactory, gazetteer: Gazetteer) -> Path:
    """A corpus of the bundled articles, to be read only."""
    from dateline.ingest import ingest
    from dateline.settings import SAMPLE
    from dateline.store import Store

    path = tmp_path_factory.mktemp("sample") / "corpus.db"
    with Store.open(path) as store:
        ingest([SAMPLE], store, lambda _done, _total: None)
    return path


@pytest.fixture
def sample_corpus(ingested_sample: Path, tmp_path: Path) -> Path:
    """A corpus of the bundled articles that a test may change."""
    return Path(shutil.copy(ingested_sample, tmp_path / "corpus.db"))
