"""What the user has set, for the screens to read and to change."""

from __future__ import annotations

from typing import Any

from dateline.settings import Settings, read_settings, write_settings


def preferences() -> Settings:
    """What is set now."""
    return read_settings()


def change(**values: Any) -> dict[str, Any]:  # noqa: ANN401 - a setting may be of any type
    """Save these settings; what they were before, so that `change` can put them back.

    Raises:
        UsageError: a value makes no sense, or the file cannot be written; nothing was changed.
    """
    before = read_settings()
    write_settings(**values)
    return {name: getattr(before, name) for name in values}
