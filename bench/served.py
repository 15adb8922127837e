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

SECONDS = 60


@dataclass(frozen=True)
class Server:
    address: str
    pid: int
    log: Path
    """What the stopwatch wrote."""
    said: Path
    """What the server wrote of itself: its errors, where there were any."""

    def mark(self) -> int:
        """The end of the stopwatch's log, for `answers_since`."""
        return self.log.stat().st_size

    def answers_since(self, mark: int) -> list[Answer]:
        return answers(self.log, mark)

    def memory(self) -> tuple[float, float]:
        """Resident megabytes, and those of them that are no mapped file."""
        held = dict(
            line.split(":", 1)
            for line in Path(f"/proc/{self.pid}/status").read_text().splitlines()
            if line.startswith(("VmRSS", "RssAnon"))
        )
        whole, own = (int(held[name].split()[0]) / 1024 for name in ("VmRSS", "RssAnon"))
        return whole, own

    def cpu(self) -> float:
        """Seconds of CPU that it has used."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(script: Path, environment: Mapping[str, str], folder: Path) -> Iterator[Server]:
    """The script under Streamlit and a stopwatch until the block ends; settings of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log, said = (folder / f"{script.stem}-{port}.{ending}" for ending in ("times", "log"))
    log.touch()
    own = {"DATELINE_SETTINGS": str(folder / "dateline.toml"), "DATELINE_STATE": str(folder)}
    with said.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "bench.stopwatch", str(log), str(script),
             f"--server.port={port}", "--server.headless=true"],
            cwd=PROJECT, env=os.environ | own | environment, stdout=output, stderr=output,
        )  # fmt: skip
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health")
        yield Server(f"http://127.0.0.1:{port}/", process.pid, log, said)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()


def _wait(health: str) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(health, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"no answer from {health} within {SECONDS} s")
