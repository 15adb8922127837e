"""What the user has set, for the screens to read and to change."""

from __future__ import annotations

from typing import Any

from dateline.settings import DEFAULT_CORPUS, Settings, read_settings, write_settings
from dateline.store.peek import peek

from .runs import forget, of_this_run


def preferences() -> Settings:
    """What is set now."""
    return of_this_run(read_settings)


def change(**values: Any) -> dict[str, Any]:  # noqa: ANN401 - a setting may be of any type
    """Save these settings; what they were before, so that `change` can put them back.

    None stands for a default, which the file need not state.

    Raises:
        UsageError: a value makes no sense, or the file cannot be written; nothing was changed.
        CorpusError: there is no such corpus, or it cannot be opened; nothing was changed.
    """
    if "corpus" in values:
        peek(values["corpus"] or DEFAULT_CORPUS)
    before, usual = read_settings(), Settings()
    write_settings(**values)
    forget()
    stated = {name: getattr(before, name) for name in values}
    return {n: None if value == getattr(usual, n) else value for n, value in stated.items()}
