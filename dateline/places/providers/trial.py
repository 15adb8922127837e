"""Whether the provider that is set can be asked: one request, and what came of it."""

from __future__ import annotations

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
    try:
        answer = asked(NAME, settings, anew=True)
    except (ProviderError, UsageError) as error:
        return Trial(False, error.public_message)
    host = host_of(server_of(PROVIDERS[answer.by], settings))
    if not answer.candidates:
        return Trial(False, f"{host} answered, but knows no {NAME}: it may hold another region")
    return Trial(True, f"{host} answered: {NAME} is {answer.candidates[0]['label']}")
