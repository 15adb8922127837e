"""The rules of this screen that config.toml cannot say."""

from __future__ import annotations

from pathlib import Path

SHEET = Path(__file__).with_name("profile.css")
