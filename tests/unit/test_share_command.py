"""The command that serves many readers, where it cannot: what it says, and that nothing stays."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest

from dateline import sharing
from dateline.cli import main
from dateline.errors import SharingError
from dateline.sharing import Shared, balancer_of

SLEEPS = (sys.executable, "-c", "import time; time.sleep(60)")
ENDS = (sys.executable, "-c", "raise SystemExit(3)")


@pytest.fixture
def started() -> Iterator[list[subprocess.Popen[bytes]]]:
    processes: list[subprocess.Popen[bytes]] = []
    yield processes
    for process in processes:
        process.kill()
        process.wait()


@pytest.fixture
def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def test_share_when_haproxy_is_not_installed_then_says_how_to(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    assert main(["share"]) == 1
    assert "apt-get install haproxy" in capsys.readouterr().err


def test_share_when_the_port_is_taken_then_says_so_and_starts_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], free_port: int
) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_, **__: "haproxy")
    monkeypatch.setattr(subprocess, "Popen", pytest.fail)
    with socket.socket() as other:
        other.bind(("127.0.0.1", free_port))
        other.listen()
        assert main(["share", "--port", str(free_port)]) == 1
    assert f"port {free_port} cannot be used" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [["--servers", "0"], ["--servers", "900"], ["--port", "0"]])
def test_share_when_a_number_makes_no_sense_then_it_is_a_usage_error(
    wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["share", *wrong]) == 2
    assert "is not between" in capsys.readouterr().err


def test_sharing_when_a_server_ends_at_its_start_then_says_so_and_ends_the_others(
    monkeypatch: pytest.MonkeyPatch, free_port: int
) -> None:
    begun: list[subprocess.Popen[bytes]] = []
    commands = iter([ENDS, SLEEPS])

    def start(_command: object) -> subprocess.Popen[bytes]:
        begun.append(subprocess.Popen(next(commands)))
        return begun[-1]

    monkeypatch.setattr(sharing, "_installed", lambda: "haproxy")
    monkeypatch.setattr(sharing, "_started", start)
    with (
        pytest.raises(SharingError, match="ended at its start, with status 3"),
        sharing.sharing(2, "127.0.0.1", free_port),
    ):
        pytest.fail("it was served")
    assert [process.poll() is not None for process in begun] == [True] * 2


def test_keep_when_a_server_ends_then_it_is_begun_again(
    started: list[subprocess.Popen[bytes]],
) -> None:
    def begin(_at: int) -> subprocess.Popen[bytes]:
        started.append(subprocess.Popen(SLEEPS))
        return started[-1]

    ended = subprocess.Popen(ENDS)
    shared = Shared("http://127.0.0.1", begin(0), [begin(1), ended], begin)
    assert next(shared.keep()) == "server 2 ended with status 3 and was begun again"
    assert shared.servers[1].poll() is None


def test_keep_when_servers_end_again_and_again_then_gives_up(
    started: list[subprocess.Popen[bytes]],
) -> None:
    started.append(subprocess.Popen(SLEEPS))
    begun: list[int] = []

    def begin(at: int) -> subprocess.Popen[bytes]:
        begun.append(at)
        return subprocess.Popen(ENDS)

    shared = Shared("http://127.0.0.1", started[0], [begin(0)], begin)
    with pytest.raises(SharingError, match="again and again"):
        list(shared.keep())
    assert len(begun) == 1 + sharing.TRIES


def test_keep_when_haproxy_ends_then_says_so() -> None:
    ended = subprocess.Popen(ENDS)
    ended.wait()
    with pytest.raises(SharingError, match="HAProxy ended with status 3"):
        next(Shared("http://127.0.0.1", ended, [], lambda _: ended).keep())


def test_balancer_of_two_servers_then_each_reader_stays_with_his() -> None:
    told = balancer_of("::", 8501, [9001, 9002])
    assert "bind [::]:8501" in told
    assert "server s1 127.0.0.1:9001 cookie s1 check" in told
    assert "server s2 127.0.0.1:9002 cookie s2 check" in told
    assert "cookie dateline_server insert" in told
