"""Many readers at once: sessions without a browser, each brushing every two seconds.

They drag along the timeline and click lanes and places over websockets, as a browser would, one
click in four with ctrl; after every five they clear what is chosen. Server time is from a message's
arrival to the last message sent for it; the clients share the machine.
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
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from bench.corpora import corpus_of
from bench.served import Server, serving, shared
from dateline.settings import PROJECT

THINK = 2.0
PATIENCE, PATIENCE_AT_FIRST = 60.0, 240.0
WARM = 200
"""Brushes of the first reader alone, before the others come: what is kept for all readers is full
then, and what more is held is the sessions' own."""
ANEW = 6
"""Every so many presses the reader clears what is chosen."""
P95_MS, SESSION_MB = 500, 5.0
_PARTS = re.compile(r"-(lane_list|place_list|span_over|chips)$")
_DONE = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@dataclass(frozen=True)
class Part:
    """A component that a reader sees."""

    id: str
    fragment: str
    field: str = ""
    values: tuple[str, ...] = ()
    """What can be clicked in a list of names."""


@dataclass
class Reader:
    """One session, and the components that it sees."""

    socket: ClientConnection
    dice: random.Random
    parts: dict[str, Part] = field(default_factory=dict)
    """By the key of the component."""
    presses: int = 0
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
        """Drag along the timeline, or click the name of a lane or a place; or clear it all."""
        self.presses += 1
        if not self.presses % ANEW:
            await self._press("chips", "event", {"field": "clear", "rested": True})
            return
        key = self.dice.choice(sorted(self.parts.keys() - {"chips"}))
        if key == "span_over":
            first = self.dice.uniform(0.02, 0.7)
            await self._press(key, "drag", [first, first + self.dice.uniform(0.05, 0.28)])
            return
        part = self.parts[key]
        clicked = {"field": part.field, "value": self.dice.choice(part.values)}
        await self._press(
            key, "event", clicked | {"add": self.dice.random() < 0.25, "rested": True}
        )

    async def _press(self, key: str, event: str, value: object) -> None:
        part, message = self.parts[key], BackMsg()
        message.rerun_script.query_string = self.query
        message.rerun_script.page_script_hash = self.page
        message.rerun_script.fragment_id = part.fragment
        pressed = message.rerun_script.widget_states.widgets.add()
        pressed.id = f"$$STREAMLIT_INTERNAL_KEY_{part.id}__events"
        pressed.json_trigger_value = json.dumps([{"event": event, "value": value}])
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
            self.parts = {
                key: part for key, part in self.parts.items() if part.fragment != fragment
            }
        kind = element.WhichOneof("type")
        if kind == "bidi_component" and (found := _PARTS.search(element.bidi_component.id)):
            self._see_part(found[1], fragment, element.bidi_component)
        elif kind == "exception" or (kind == "alert" and "error" in element.alert.body):
            self.errors.append(kind)

    def _see_part(self, key: str, fragment: str, component: BidiComponent) -> None:
        if not key.endswith("_list"):
            self.parts[key] = Part(component.id, fragment)
            return
        shown = json.loads(component.bytes)
        values = tuple(row["value"] for part in shown["parts"] for row in part["rows"])
        if values:
            self.parts[key] = Part(component.id, fragment, shown["field"], values)


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
