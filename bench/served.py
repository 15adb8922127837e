"""A server of its own for a bench, and what it holds in memory."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.stopwatch import Answer, answers
from dateline.settings import PROJECT
from dateline.sharing import sharing

SECONDS = 60


@dataclass(frozen=True)
class Server:
    address: str
    pids: tuple[int, ...]
    """Of the processes that answer."""
    log: Path
    """What the stopwatch wrote."""
    said: Path
    """What the server wrote of itself: its errors, where there were any. Nothing where several are
    shared, as they write to the terminal."""

    def mark(self) -> int:
        """The end of the stopwatch's log, for `answers_since`."""
        return self.log.stat().st_size

    def answers_since(self, mark: int) -> list[Answer]:
        return answers(self.log, mark)

    def memory(self) -> tuple[float, float]:
        """Resident megabytes, and those of them that are no mapped file."""
        each = [_memory_of(pid) for pid in self.pids]
        return sum(whole for whole, _ in each), sum(own for _, own in each)

    def cpu(self) -> float:
        """Seconds of CPU that it has used."""
        return sum(_cpu_of(pid) for pid in self.pids)


def _memory_of(pid: int) -> tuple[float, float]:
    held = dict(
        line.split(":", 1)
        for line in Path(f"/proc/{pid}/status").read_text().splitlines()
        if line.startswith(("VmRSS", "RssAnon"))
    )
    whole, own = (int(held[name].split()[0]) / 1024 for name in ("VmRSS", "RssAnon"))
    return whole, own


def _cpu_of(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


@contextmanager
def shared(corpus: Path, folder: Path, servers: int) -> Iterator[Server]:
    """Dateline on a corpus as `make share` serves it, each server under a stopwatch."""
    log, said = folder / "shared.times", folder / "shared.log"
    log.touch()
    said.touch()
    os.environ |= _own(folder) | {"DATELINE_CORPUS": str(corpus)}
    run = [sys.executable, "-m", "bench.stopwatch", str(log)]
    with sharing(servers, "127.0.0.1", _free_port(), run=run) as running:
        pids = tuple(server.pid for server in running.servers)
        yield Server(f"{running.address}/", pids, log, said)


@contextmanager
def serving(script: Path, environment: Mapping[str, str], folder: Path) -> Iterator[Server]:
    """The script under Streamlit and a stopwatch until the block ends; settings of its own."""
    port = _free_port()
    log, said = (folder / f"{script.stem}-{port}.{ending}" for ending in ("times", "log"))
    log.touch()
    with said.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "bench.stopwatch", str(log), str(script),
             f"--server.port={port}", "--server.headless=true"],
            cwd=PROJECT, env=os.environ | _own(folder) | environment, stdout=output, stderr=output,
        )  # fmt: skip
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health")
        yield Server(f"http://127.0.0.1:{port}/", (process.pid,), log, said)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()


def _own(folder: Path) -> dict[str, str]:
    """Settings and state that are none of the user's."""
    return {"DATELINE_SETTINGS": str(folder / "dateline.toml"), "DATELINE_STATE": str(folder)}


def _wait(health: str) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(health, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"no answer from {health} within {SECONDS} s")
