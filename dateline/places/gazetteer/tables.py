"""A place as rows of the gazetteer's tables."""

from __future__ import annotations

from collections.abc import Iterator

from .drafts import Draft

PLACE_FIELDS = (
    "place_id",
    "geonameid",
    "name",
    "kind",
    "tier",
    "country",
    "code",
    "admin1",
    "admin2",
    "admin1_name",
    "latitude",
    "longitude",
    "population",
    "radius_km",
    "precision",
    "neutral_label",
    "source",
)


def place_row(number: int, draft: Draft) -> tuple[object, ...]:
    """A row of `place`."""
    return (number, *(_plain(getattr(draft, name)) for name in PLACE_FIELDS))


def name_rows(number: int, draft: Draft) -> Iterator[tuple[object, ...]]:
    """Rows of `name`: one a look-up key."""
    priors = {weight: round(draft.prior(weight), 4) for weight in (1, 2)}
    for key, (weight, form) in draft.keys.items():
        yield key, number, weight, priors[weight], _plain(form)


def _plain(value: object) -> object:
    """Text that SQLite takes: some names of the packages hold lone surrogates."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "ignore").decode("utf-8")
    return value
