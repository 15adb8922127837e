"""Where the turns of all processes and the answers that were kept lie."""

from __future__ import annotations

from pathlib import Path

from ...settings import cache_folder


def made_folder() -> Path:
    """The folder, in the user's cache and for the user alone: it tells what was looked up.

    Raises:
        OSError: it cannot be made.
    """
    folder = cache_folder() / "geocoding"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
