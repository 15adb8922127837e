"""Rules of the house that no linter knows: what stands in one place, and how long things are."""

from __future__ import annotations

import ast
import re
import socket
import urllib.request
from pathlib import Path

import pytest
from pytest_socket import SocketConnectBlockedError

PROJECT = Path(__file__).parents[2]
ROOMS = ("app.py", "pages", "components", "data", "dateline", "bench")
SOURCES = sorted(
    path
    for room in ROOMS
    for path in ([PROJECT / room] if room.endswith(".py") else (PROJECT / room).rglob("*.py"))
)
LONGEST = {"pages": 60, "app.py": 60}
TABLES_OF_FIELDS = ("dateline/records.py",)


def named(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


MEASURED = ("bench/",)
"""Small apps of its own, which the speed of ours is measured against."""
SCREENS = ("app.py", "pages/", "components/", "data/access/", *MEASURED)
DATABASES = (
    "dateline/store/",
    "dateline/query/",
    "dateline/places/gazetteer/",
    "dateline/places/providers/kept.py",
    "bench/",
)


@pytest.mark.parametrize(
    ("pattern", "owners"),
    [
        pytest.param(r"\bsession_state\b", ("components/state.py", *MEASURED), id="session state"),
        pytest.param(r"\bcache_(data|resource)\b", ("data/access/", *MEASURED), id="caches"),
        pytest.param(
            r"(import|from) pickle", ("dateline/places/gazetteer/sources.py",), id="pickle"
        ),
        pytest.param(r"(import|from) (streamlit|plotly|pydeck)\b", SCREENS, id="screens"),
        pytest.param(
            r"#[0-9a-fA-F]{6}\b",
            ("components/theme.py", "dateline/places/basemap.py"),
            id="colours",
        ),
        pytest.param(r"[\"'](SELECT|INSERT|UPDATE|DELETE|CREATE) ", DATABASES, id="SQL"),
        pytest.param(r"\bunsafe_allow_html\b", ("-",), id="raw HTML"),
        pytest.param(r"\brun_every=", ("-",), id="looks that send a click twice"),
        pytest.param(r"\bexcept:", ("-",), id="bare except"),
        pytest.param(r"\b(eval|exec)\(", ("-",), id="eval"),
    ],
)
def test_sources_when_read_then_each_thing_stands_with_its_owner(
    pattern: str, owners: tuple[str, ...]
):
    found = [named(path) for path in SOURCES if re.search(pattern, path.read_text("utf-8"))]
    assert [name for name in found if not name.startswith(owners)] == []


def test_files_when_measured_then_none_is_longer_than_its_room_allows():
    lengths = {named(path): len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    long = {
        name: lines
        for name, lines in lengths.items()
        if lines > LONGEST.get(name.split("/")[0], 300) and name not in TABLES_OF_FIELDS
    }
    assert long == {}


def test_functions_when_measured_then_none_has_over_forty_lines():
    long = [
        f"{named(path)}:{node.lineno} {node.name}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and node.end_lineno
        and node.end_lineno - node.lineno >= 40
    ]
    assert long == []


@pytest.mark.filterwarnings("ignore:A test tried to use")
def test_connection_when_it_leaves_the_machine_then_it_fails():
    with pytest.raises(SocketConnectBlockedError):
        urllib.request.urlopen("http://192.0.2.1/", timeout=2)


def test_connection_when_it_stays_on_the_machine_then_it_works():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()
