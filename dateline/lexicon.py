"""What extraction may ask of places, without knowing the gazetteer."""

from __future__ import annotations

from typing import Protocol


class PlaceLexicon(Protocol):
    """Names of countries, their people and well-known places."""

    def demonym_country(self, word: str) -> str | None:
        """ISO 3166-1 code of the country that "Libyan" or "Afghans" belongs to."""
        ...

    def country_code(self, name: str) -> str | None:
        """ISO 3166-1 code of a country named in full, in short or by abbreviation."""
        ...

    def place_kind(self, name: str) -> str | None:
        """Kind of the likeliest well-known place of that name: country, admin1, city, sea, ..."""
        ...
