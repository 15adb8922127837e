"""The dashboard for many readers: several servers behind HAProxy, at one address.

A server is one process, and Python runs one thread of it at a time: however many processors a
machine has, one server uses one. HAProxy shares readers out and keeps each with his server by a
cookie, as his session and what he uploads live there. The servers read one corpus, so that each
sees what readers of another decide.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from .errors import SharingError
from .settings import PROJECT

STREAMLIT = (sys.executable, "-m", "streamlit", "run")
Process = subprocess.Popen[bytes]
SECONDS, GRACE = 120.0, 10.0
"""How long servers may take to answer at first, and to end."""
TRIES = 5
"""As often servers are begun again within `SECONDS`."""
LOOKS_AGAIN = 0.2
LOOPBACK = "127.0.0.1"
HEALTH = "/_stcore/health"
_BALANCER = """\
global
    maxconn 4096
defaults
    mode http
    timeout connect 5s
    timeout client 60s
    timeout server 300s
    timeout tunnel 24h
    option redispatch
frontend readers
    bind {at}
    default_backend servers
backend servers
    balance leastconn
    option httpchk GET {health}
    cookie dateline_server insert indirect nocache httponly
{servers}
"""
_SERVER = "    server s{number} {loopback}:{port} cookie s{number} check inter 2s"


@dataclass
class Shared:
    """Servers at work behind one address."""

    address: str
    """Where the readers reach them."""
    balancer: Process
    servers: list[Process]
    begin: Callable[[int], Process]
    """Start the server of a place in the list."""

    def keep(self) -> Iterator[str]:
        """What was done, each time that a server had ended and was begun again.

        Raises:
            SharingError: HAProxy ended, or servers end again and again.
        """
        begun: deque[float] = deque(maxlen=TRIES)
        while self.balancer.poll() is None:
            time.sleep(LOOKS_AGAIN)
            for at, server in enumerate(self.servers):
                if server.poll() is None:
                    continue
                if len(begun) == TRIES and time.monotonic() - begun[0] < SECONDS:
                    raise SharingError(f"servers end again and again, with {_status(server)}")
                begun.append(time.monotonic())
                self.servers[at] = self.begin(at)
                yield f"server {at + 1} ended with {_status(server)} and was begun again"
        raise SharingError(f"HAProxy ended with {_status(self.balancer)}")


@contextmanager
def sharing(
    servers: int, address: str, port: int, name: str = "", run: Sequence[str] = STREAMLIT
) -> Iterator[Shared]:
    """So many servers of the dashboard until the block ends, all of them answering.

    Args:
        address: the one at which readers are heard; 127.0.0.1 is this machine alone.
        name: what readers call the machine in their browsers, where that is no number.
        run: the command that runs an app; the app's path and options follow.

    Raises:
        SharingError: HAProxy is not installed, the address is taken, or a server does not start.
    """
    haproxy = _installed()
    _see_free(address, port)
    ports, processes = _free_ports(servers), list[Process]()

    def begin(at: int) -> Process:
        processes.append(_started([*run, *_app(ports[at], name)]))
        return processes[-1]

    try:
        with TemporaryDirectory(prefix="dateline-") as folder:
            started = [begin(at) for at in range(servers)]
            file = Path(folder, "haproxy.cfg")
            file.write_text(balancer_of(address, port, ports), encoding="utf-8")
            for own, server in zip(ports, started, strict=True):
                _await(f"http://{LOOPBACK}:{own}{HEALTH}", server)
            processes.append(balancer := _started([haproxy, "-db", "-q", "-f", str(file)]))
            _await(f"http://{_host(_reached(address))}:{port}{HEALTH}", balancer)
            yield Shared(f"http://{_host(name or address)}:{port}", balancer, started, begin)
    finally:
        _end(processes)


def balancer_of(address: str, port: int, ports: Sequence[int]) -> str:
    """What HAProxy is told, for servers that listen on these ports of this machine."""
    servers = [
        _SERVER.format(number=number, loopback=LOOPBACK, port=own)
        for number, own in enumerate(ports, start=1)
    ]
    at = f"{_host(address)}:{port}"
    return _BALANCER.format(at=at, health=HEALTH, servers="\n".join(servers))


def _installed() -> str:
    found = shutil.which("haproxy") or shutil.which("haproxy", path="/usr/sbin")
    if found is None:
        raise SharingError(
            "HAProxy shares readers among servers, and is not installed. Debian and Ubuntu: "
            "apt-get install haproxy; macOS: brew install haproxy"
        )
    return found


def _app(port: int, name: str) -> list[str]:
    own = {
        "server.address": LOOPBACK,
        "server.port": port,
        "server.headless": "true",
        "logger.hideWelcomeMessage": "true",
    } | ({"browser.serverAddress": name} if name else {})
    return [str(PROJECT / "app.py"), *(f"--{key}={value}" for key, value in own.items())]


def _started(command: Sequence[str]) -> Process:
    try:
        return subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.DEVNULL)  # noqa: S603
    except OSError as error:
        raise SharingError(f"{command[0]!r} cannot be started: {error.strerror}") from error


def _end(processes: Sequence[Process]) -> None:
    for process in processes:
        process.terminate()
    until = time.monotonic() + GRACE
    for process in processes:
        try:
            process.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _status(process: Process) -> str:
    return f"status {process.returncode}"


def _await(health: str, process: Process) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            raise SharingError(f"a server ended at its start, with {_status(process)}")
        try:
            with urllib.request.urlopen(health, timeout=2):  # noqa: S310 - our own address
                return
        except OSError:
            time.sleep(LOOKS_AGAIN)
    raise SharingError(f"no answer at {health} within {SECONDS:.0f} seconds")


def _see_free(address: str, port: int) -> None:
    with _socket(address) as asked:
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asked.bind((address, port))
        except OSError as error:
            raise SharingError(
                f"{address} port {port} cannot be used: {error.strerror}. Choose another port"
            ) from error


def _free_ports(count: int) -> list[int]:
    with ExitStack() as held:
        asked = [held.enter_context(_socket(LOOPBACK)) for _ in range(count)]
        for each in asked:
            each.bind((LOOPBACK, 0))
        return [each.getsockname()[1] for each in asked]


def _socket(address: str) -> socket.socket:
    return socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)


def _host(address: str) -> str:
    return f"[{address}]" if ":" in address else address


def _reached(address: str) -> str:
    """An address at which this machine reaches itself."""
    return {"0.0.0.0": LOOPBACK, "::": "::1"}.get(address, address)  # noqa: S104 - compared only
