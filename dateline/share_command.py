"""The command that serves many readers: share."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from typing import TYPE_CHECKING

from .errors import UsageError
from .sharing import LOOPBACK, sharing

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
MOST = 64


def add_share(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser(
        "share",
        help="the dashboard for many readers: a server a processor, at one address",
        epilog="Needs HAProxy. Dateline asks for no password: whoever reaches the address reads "
        "the corpus and changes it.",
    )
    command.add_argument(
        "--servers", type=int, default=os.cpu_count() or 1, help="default: %(default)s"
    )
    command.add_argument(
        "--address",
        default=LOOPBACK,
        help="where readers are heard; 0.0.0.0 for all networks of the machine; default: "
        "%(default)s, this machine alone",
    )
    command.add_argument("--port", type=int, default=8501, help="default: %(default)s")
    command.add_argument(
        "--name", default="", help="what readers call this machine in their browsers"
    )
    command.set_defaults(run=run_share)


def run_share(options: argparse.Namespace) -> int:
    if not 1 <= options.servers <= MOST:
        raise UsageError(f"--servers {options.servers} is not between 1 and {MOST}")
    if not 1 <= options.port <= 65_535:
        raise UsageError(f"--port {options.port} is not between 1 and 65535")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with sharing(options.servers, options.address, options.port, options.name) as shared:
            print(f"Dateline, {options.servers} servers: {shared.address}", flush=True)
            for said in shared.keep():
                print(f"dateline: {said}", file=sys.stderr, flush=True)
    except KeyboardInterrupt:
        pass
    return 0
