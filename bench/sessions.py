"""Many readers at once: sessions without a browser, each brushing every two seconds.

They press the buttons of lanes and places over websockets, as a browser would. Server time is from
a message's arrival to the last message sent for it; the clients share the machine.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import numpy as np
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from bench.corpora import corpus_of
from bench.served import Server, serving, shared
from dateline.settings import PROJECT

THINK = 2.0
PATIENCE, PATIENCE_AT_FIRST = 60.0, 240.0
WARM = 6
"""Brushes of the first reader alone, before the others come."""
P95_MS, SESSION_MB = 500, 5.0
_COLUMNS = re.compile(r"-(lane|place)_list$")
_DONE = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@dataclass(frozen=True)
class Column:
    """Names that a reader sees, each of which can be clicked."""

    fragment: str
    field: str
    values: tuple[str, ...]


@dataclass
class Reader:
    """One session, and the columns of names that it sees."""

    socket: ClientConnection
    dice: random.Random
    columns: dict[str, Column] = field(default_factory=dict)
    """By the id of their component."""
    page: str = ""
    query: str = ""
    errors: list[str] = field(default_factory=list)
    redrawn: set[str] = field(default_factory=set)
    """Fragments that the run has begun to redraw."""

    async def open(self) -> None:
        message = BackMsg()
        message.rerun_script.query_string = ""
        await self._ask(message, PATIENCE_AT_FIRST)

    async def brush(self) -> None:
        """Click the name of a lane or a place."""
        component = self.dice.choice(sorted(self.columns))
        column = self.columns[component]
        clicked = {
            "field": column.field,
            "value": self.dice.choice(column.values),
            "add": True,
            "rested": True,
        }
        message = BackMsg()
        message.rerun_script.query_string = self.query
        message.rerun_script.page_script_hash = self.page
        message.rerun_script.fragment_id = column.fragment
        pressed = message.rerun_script.widget_states.widgets.add()
        pressed.id = f"$$STREAMLIT_INTERNAL_KEY_{component}__events"
        pressed.json_trigger_value = json.dumps([{"event": "event", "value": clicked}])
        await self._ask(message)

    async def _ask(self, message: BackMsg, patience: float = PATIENCE) -> None:
        await self.socket.send(message.SerializeToString())
        try:
            async with asyncio.timeout(patience):
                while not self._is_done(await self.socket.recv()):
                    pass
        except TimeoutError:
            self.errors.append(f"no answer within {patience:.0f} s")

    def _is_done(self, data: bytes | str) -> bool:
        message = ForwardMsg()
        message.ParseFromString(data if isinstance(data, bytes) else data.encode())
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.page = message.new_session.page_script_hash
            self.redrawn.clear()
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta":
            self._see(message)
        return kind == "script_finished" and message.script_finished in _DONE

    def _see(self, message: ForwardMsg) -> None:
        element, fragment = message.delta.new_element, message.delta.fragment_id
        if fragment not in self.redrawn:
            self.redrawn.add(fragment)
            self.columns = {
                one: column for one, column in self.columns.items() if column.fragment != fragment
            }
        kind = element.WhichOneof("type")
        if kind == "bidi_component" and _COLUMNS.search(element.bidi_component.id):
            self._see_column(element.bidi_component.id, fragment, element.bidi_component.bytes)
        elif kind == "exception" or (kind == "alert" and "error" in element.alert.body):
            self.errors.append(kind)

    def _see_column(self, component: str, fragment: str, told: bytes) -> None:
        shown = json.loads(told)
        values = tuple(row["value"] for part in shown["parts"] for row in part["rows"])
        if values:
            self.columns[component] = Column(fragment, shown["field"], values)


def table(articles: int, sessions: int, seconds: int, servers: int) -> Iterator[str]:
    """What so many readers cost and met, of one server or of several that share them."""
    with TemporaryDirectory() as folder, _served(articles, Path(folder), servers) as server:
        yield from asyncio.run(_all(server, sessions, seconds))
        said = server.said.read_text()
    faults = [line for line in said.splitlines() if "Error" in line or "Traceback" in line]
    yield from faults[:10]


def _served(articles: int, folder: Path, servers: int) -> AbstractContextManager[Server]:
    corpus = corpus_of(articles)
    if servers > 1:
        return shared(corpus, folder, servers)
    return serving(PROJECT / "app.py", {"DATELINE_CORPUS": str(corpus)}, folder)


async def _all(server: Server, sessions: int, seconds: int) -> list[str]:
    """The first readers of each server come alone, and open the corpus there."""
    firsts = [await _reader(server, number) for number in range(len(server.pids))]
    for _ in range(WARM):
        await asyncio.gather(*(reader.brush() for reader in firsts))
    before = server.memory()
    others = [await _reader(server, number) for number in range(len(firsts), sessions)]
    readers = [*firsts, *others]
    opened = server.memory()
    mark, used, until = server.mark(), server.cpu(), monotonic() + seconds
    pressed = sum(await asyncio.gather(*(_brushing(reader, until) for reader in readers)))
    after, used = server.memory(), server.cpu() - used
    for reader in readers:
        await reader.socket.close()
    times = [one.seconds * 1000 for one in server.answers_since(mark) if one.size]
    errors = [error for reader in readers for error in reader.errors]
    each = (after[1] - before[1]) / max(1, len(others))
    p50, p95 = np.percentile(times, [50, 95])
    return [
        f"{sessions} readers, {pressed:,} brushes in {seconds} s, {pressed / seconds:.1f} a second",
        f"server: p50 {p50:,.0f} ms, p95 {p95:,.0f} ms (target {P95_MS}), CPU "
        f"{used * 1000 / max(1, pressed):,.0f} ms a brush",
        f"errors: {len(errors)} {sorted(set(errors))}",
        f"memory a session: {each:.1f} MB (target {SESSION_MB:.0f}); opened "
        f"{(opened[1] - before[1]) / max(1, len(others)):.1f}; server {after[0]:,.0f} MB, "
        f"{after[1]:,.0f} of its own",
    ]


async def _reader(server: Server, number: int) -> Reader:
    address = server.address.replace("http", "ws") + "_stcore/stream"
    socket = await connect(address, subprotocols=["streamlit"], max_size=None, compression=None)  # type: ignore[list-item]
    reader = Reader(socket, random.Random(number))
    await reader.open()
    return reader


async def _brushing(reader: Reader, until: float) -> int:
    """How often the reader brushed."""
    await asyncio.sleep(reader.dice.uniform(0, THINK))
    pressed = 0
    while monotonic() < until:
        begun = monotonic()
        await reader.brush()
        pressed += 1
        await asyncio.sleep(max(0.0, THINK - (monotonic() - begun)))
    return pressed
