"""Whether the provider that is set can be asked: one request, and what came of it."""

from __future__ import annotations

import time
from dataclasses import dataclass

from ...errors import ProviderError, UsageError
from ...settings import Settings
from .ask import asked
from .services import PROVIDERS, host_of, server_of

NAME = "Kabul"


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a trial."""

    is_well: bool
    words: str


def tried(settings: Settings) -> Trial:
    """What the provider answers for a name that every one of them knows, asked anew."""
    began = time.monotonic()
    try:
        answer = asked(NAME, settings, anew=True)
    except (ProviderError, UsageError) as error:
        return Trial(False, error.public_message)
    host = host_of(server_of(PROVIDERS[answer.by], settings))
    if not answer.candidates:
        return Trial(False, f"{host} answered, but knows no {NAME}: it may hold another region")
    first, took = answer.candidates[0], time.monotonic() - began
    return Trial(True, f"{host} answered in {took:.1f} s: {NAME} is {first['label']}")
