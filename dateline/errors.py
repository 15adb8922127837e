"""The exceptions that Dateline raises.

    DatelineError
    ├── UnreadableSource(ValueError)       a file that no reader can use
    ├── CorpusError(OSError)               the store cannot be opened or written
    │   ├── NewerSchema                    it was made by a newer Dateline
    │   └── ReviewClash                    someone else decided on the subject meanwhile
    ├── ModelError(RuntimeError)           the language model is absent or altered
    ├── GazetteerError(RuntimeError)       the gazetteer cannot be built or opened
    ├── ProviderError(OSError)             a geocoding provider gave no usable answer
    ├── JobError(OSError)                  work in a process of its own cannot be started
    ├── SharingError(OSError)              several servers cannot be started behind one address
    ├── BrowserError(RuntimeError)         no browser of the machine prints a file
    ├── PictureError(RuntimeError)         a map or chart cannot be made a picture
    ├── UsageError(ValueError)             a command or setting that makes no sense
    ├── WrongSearch(ValueError)            a search that makes no sense, and where
    └── SearchTooSlow(RuntimeError)        a search that was ended, as it took too long

"Not found" is `None` or empty, never an exception. A message says what, the value, where, and
what to do; `public_message` is what a screen may show.
"""

from __future__ import annotations


class DatelineError(Exception):
    """Root of all errors that Dateline raises on purpose."""

    @property
    def public_message(self) -> str:
        return str(self)


class UnreadableSource(DatelineError, ValueError):
    """A file or text that no reader can use."""


class CorpusError(DatelineError, OSError):
    """The corpus file cannot be opened, read or written."""


class NewerSchema(CorpusError):
    """The corpus was made by a newer Dateline; it is left untouched."""


class ReviewClash(CorpusError):
    """The subject has a newer decision than the one that the analyst was shown."""


class ModelError(DatelineError, RuntimeError):
    """The language model is absent, or its weights are not the pinned ones."""


class GazetteerError(DatelineError, RuntimeError):
    """The gazetteer cannot be built or opened."""


class ProviderError(DatelineError, OSError):
    """A geocoding provider on the network gave no usable answer."""


class JobError(DatelineError, OSError):
    """A process for long work, or a folder for its files, cannot be made."""


class SharingError(DatelineError, OSError):
    """Several servers cannot be started behind one address."""


class BrowserError(DatelineError, RuntimeError):
    """There is no browser on the machine that prints a file, or it failed to."""


class PictureError(DatelineError, RuntimeError):
    """A map or chart cannot be drawn or made a picture: what it needs is absent or altered."""


class UsageError(DatelineError, ValueError):
    """A command, option or setting that makes no sense."""


class WrongSearch(DatelineError, ValueError):
    """A search that makes no sense, or costs too much."""

    def __init__(self, said: str, at: int) -> None:
        super().__init__(said, at)
        self.said = said
        self.at = at
        """Where in the search, counted from 0; readers are told the place counted from 1."""

    def __str__(self) -> str:
        return f"{self.said}, at {self.at + 1}"


class SearchTooSlow(DatelineError, RuntimeError):
    """A search was ended, as it took longer than a reader waits."""
