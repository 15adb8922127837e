"""The rules of this screen that config.toml cannot say."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
SHEET = HERE / "briefings.css"
