"""A briefing as PDF, printed from its HTML file by a browser of the machine."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from ...errors import BrowserError

BROWSERS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "microsoft-edge",
)
_ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
SECONDS = 120
_LAYING_MS = 20_000
"""Of the browser's own time, in which it lays the slides out; it waits for no clock."""
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pdf-header-footer",
    "--proxy-server=127.0.0.1:9",
    f"--virtual-time-budget={_LAYING_MS}",
)
MISSING = (
    "No browser that prints a PDF was found. Install Chromium or Google Chrome (Debian and Ubuntu: "
    "apt install chromium), or take the HTML file and print it to PDF from any browser."
)
FAILED = "The browser made no PDF. Take the HTML file and print it to PDF from any browser."


def browser() -> str | None:
    """The path of a browser that prints without a window; None where there is none."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or next((path for path in _ELSEWHERE if Path(path).is_file()), None)


def pdf_bytes(html: bytes, seconds: float = SECONDS) -> bytes:
    """The file of `html_bytes` as PDF: a page a slide, or as many as its parts, on A4 across.

    Raises:
        BrowserError: there is no browser, or it made no PDF in this time.
    """
    program = browser()
    if program is None:
        raise BrowserError(MISSING)
    with TemporaryDirectory(prefix="dateline-", ignore_cleanup_errors=True) as folder:
        page, made = Path(folder, "briefing.html"), Path(folder, "briefing.pdf")
        page.write_bytes(html)
        _print(_command(program, page, made), seconds)
        found = made.read_bytes() if made.is_file() else b""
    if not found.startswith(b"%PDF"):
        raise BrowserError(FAILED)
    return found


def _command(program: str, page: Path, made: Path) -> list[str]:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    own = [f"--user-data-dir={page.parent / 'profile'}", f"--print-to-pdf={made}"]
    sandbox = ["--no-sandbox"] if is_root else []
    return [program, *_FLAGS, *sandbox, *own, f"{page.as_uri()}#print"]


def _print(command: list[str], seconds: float) -> None:
    try:
        with _running(command) as process:
            process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise BrowserError(FAILED) from None
    except OSError as error:
        raise BrowserError(f"{FAILED} {error.strerror or ''}".strip()) from error


@contextmanager
def _running(command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    """The browser and all that it started, ended whatever comes of it."""
    process = subprocess.Popen(  # noqa: S603 - a browser found on the path, and our own file
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with suppress(OSError, AttributeError):
            os.killpg(process.pid, signal.SIGKILL)
        with suppress(OSError):
            process.kill()
        process.wait()
