"""Streamlit with a stopwatch at its websockets: python -m bench.stopwatch LOG SCRIPT [OPTIONS].

A line of the log is a message: `in` or `out`, a socket's number, seconds and bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from os import getpid
from pathlib import Path
from time import perf_counter
from typing import TextIO

LONGEST = 20.0
"""Seconds after a message in which what is sent still answers it."""


@dataclass(frozen=True)
class Answer:
    """What the server sent after one message, before the next of the same socket."""

    at: float
    """When the message arrived, in the server's seconds."""
    seconds: float
    """From the message's arrival to the last message sent."""
    size: int
    """Bytes sent."""


def answers(log: Path, start: int = 0) -> list[Answer]:
    """Those of every socket, by time of arrival; from a byte of the log on."""
    with log.open(encoding="utf-8") as lines:
        lines.seek(start)
        return sorted(_answers(line.split() for line in lines), key=lambda one: one.at)


def _answers(messages: Iterator[list[str]]) -> Iterator[Answer]:
    asked: dict[str, Answer] = {}
    for way, socket, moment, size in messages:
        at = float(moment)
        if way == "in":
            if socket in asked:
                yield asked[socket]
            asked[socket] = Answer(at, 0.0, 0)
        elif socket in asked and at - asked[socket].at < LONGEST:
            first = asked[socket]
            asked[socket] = Answer(first.at, at - first.at, first.size + int(size))
    yield from asked.values()


def watch(log: TextIO) -> None:
    """Have every message of every websocket written down, as it comes and when it is sent."""
    from starlette.websockets import WebSocket

    receive, send = WebSocket.receive_bytes, WebSocket.send_bytes

    async def received(self: WebSocket) -> bytes:
        data = await receive(self)
        log.write(f"in {getpid()}-{id(self)} {perf_counter():.6f} {len(data)}\n")
        return data

    async def sent(self: WebSocket, data: bytes) -> None:
        await send(self, data)
        log.write(f"out {getpid()}-{id(self)} {perf_counter():.6f} {len(data)}\n")

    WebSocket.receive_bytes, WebSocket.send_bytes = received, sent  # type: ignore[method-assign]


def main() -> None:
    from streamlit.web.cli import main as streamlit

    _, log, *rest = sys.argv
    with Path(log).open("a", buffering=1, encoding="utf-8") as times:
        watch(times)
        sys.argv = ["streamlit", "run", *rest]
        streamlit()


if __name__ == "__main__":
    main()
