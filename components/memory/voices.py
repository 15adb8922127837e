"""What the screens of voices show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import ClassVar

from .sizes import FORMS, PROPOSALS

AT_FIRST: Mapping[str, str] = MappingProxyType(
    {"shows": "quotations", "by": "none", "order": "newest", "page": "1"}
)
"""What an address of Voices says where it is silent."""


@dataclass
class Voicing:
    """What the Voices screen shows. Its own part of the address says the same."""

    KEYS: ClassVar = ("shows", "by", "order", "page")
    """Of the address."""

    shows: str = AT_FIRST["shows"]
    """Which of its views."""
    by: str = AT_FIRST["by"]
    """What quotations are grouped by."""
    order: str = AT_FIRST["order"]
    """Which of them come first."""
    page: int = 1
    paged: tuple[str, ...] = ()
    """The Brush, groups and order of which that page is; empty for those of the address."""
    open: frozenset[str] = frozenset({"speaker", "about", "mode"})
    """The fields whose values are shown."""
    letters: dict[str, str] = field(default_factory=dict)
    """What is looked for among the values of a field, or among groups."""
    rows: dict[str, int] = field(default_factory=dict)
    """Values of a field that are shown, where they are more than at first."""
    cells: int = 12
    """Rows of the matrix, and columns."""
    corner: tuple[int, int] = (0, 0)
    """The places of its first speaker and of its first entity by their counts."""
    kinds: tuple[str, ...] = ()
    """Kinds of the entities spoken about; all where empty."""

    def read(self, given: dict[str, list[str]], is_whole: bool) -> None:
        """Take our part out of an address.

        Args:
            is_whole: whether what it leaves out is as at first; else that stays as it is, where
                the address names none of ours.
        """
        told = {key: given.pop(key)[-1] for key in self.KEYS if given.get(key)}
        if not told and not is_whole:
            return
        self.shows, self.by, self.order = (
            told.get(key, AT_FIRST[key]) for key in ("shows", "by", "order")
        )
        page = told.get("page", AT_FIRST["page"])
        if page.isdecimal() and len(page) < 10:
            self.paged = self.paged if self.page == int(page) else ()
            self.page = max(1, int(page))

    def page_of(self, brush: str) -> int:
        """The page that is shown: the first again where another Brush, groups or order came."""
        listed = (brush, self.by, self.order)
        self.page = self.page if self.paged in ((), listed) else 1
        self.paged = listed
        return self.page

    def address(self, brush: str) -> dict[str, list[str]]:
        """Our part of the address: what is not as at first."""
        self.page_of(brush)
        told = {"shows": self.shows, "by": self.by, "order": self.order, "page": str(self.page)}
        return {key: [value] for key, value in told.items() if value != AT_FIRST[key]}


@dataclass
class Stating:
    """What positions and wordings show, besides what their address names."""

    parts: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """For each screen what its address names besides the Brush."""
    proposals: int = PROPOSALS
    """Proposed reversals that are shown."""
    compared: str = ""
    """The statement for which paraphrases were asked for."""
    forms: int = FORMS
    """Forms of the opened statement that are shown."""
