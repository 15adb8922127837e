"""Which column of a file fills which field: as recognised, and as chosen instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import streamlit as st

from components import state
from data.access import adding
from data.access.adding import Offer, Preview, Source

NAMES: Mapping[str, str] = {
    "text": "Text",
    "title": "Headline",
    "deck": "Line under the headline",
    "url": "Address",
    "published": "Published",
    "updated": "Updated",
    "seen": "Collected",
    "outlet": "Outlet",
    "agency": "Agency",
    "byline": "Author",
    "language": "Language",
}
OF_ROWS = frozenset({".csv", ".tsv", ".jsonl", ".ndjson", ".parquet"})
ABSENT = "not in this file"


def draw(file: Source, preview: Preview, alike: str) -> None:
    """A choice a field, and whether it holds for all files with these columns.

    Args:
        alike: what to call the files with the same columns; empty where this is the only one.
    """
    if "text" not in preview.mapping:
        st.markdown("**Which column holds the text of the articles?** Choose it under “Text”.")
    with st.container(key=f"columns_{name_of(file)}"):
        for field in preview.fields:
            _draw_field(file, preview, field)
    if alike:
        st.checkbox(
            f"Use for {alike} with these columns",
            value=True,
            key=_shared_key(file),
            on_change=_on_shared,
            args=(file, preview),
        )


def _draw_field(file: Source, preview: Preview, field: str) -> None:
    options = ["", *preview.columns]
    used = preview.mapping.get(field, "")
    here = state.session().adding
    turn = here.turns - here.own_turns.get(str(file.path), 0)
    key = f"column_{name_of(file)}_{field}_{turn}"
    st.selectbox(
        NAMES.get(field, field.capitalize()),
        options,
        index=options.index(used) if used in options else 0,
        format_func=lambda column: column or ABSENT,
        key=key,
        on_change=_on_choice,
        args=(file, preview, field, key),
    )


def _on_choice(file: Source, preview: Preview, field: str, key: str) -> None:
    chosen = dict(chosen_for(file)) | {field: state.widget(key) or ""}
    _keep(file, preview, chosen)


def _on_shared(file: Source, preview: Preview) -> None:
    _keep(file, preview, dict(chosen_for(file)))


def _keep(file: Source, preview: Preview, chosen: dict[str, str]) -> None:
    here, path = state.session().adding, str(file.path)
    if state.widget(_shared_key(file)) is False:
        here.columns[path] = chosen
        return
    here.columns.pop(path, None)
    here.columns[signature(preview.columns)] = chosen
    here.turns += 1
    here.own_turns[path] = here.own_turns.get(path, 0) + 1


def chosen_for(file: Source) -> Mapping[str, str]:
    """The columns that were chosen for the file itself, or for all that have its columns."""
    columns = state.session().adding.columns
    if not columns or file.path.suffix.casefold() not in OF_ROWS:
        return file.columns
    own = columns.get(str(file.path))
    if own is not None:
        return own
    return columns.get(signature(adding.columns_of(file)), file.columns)


def with_columns(file: Source) -> Source:
    """The file as it is to be read."""
    chosen = chosen_for(file)
    return replace(file, columns=chosen) if chosen else file


def sources(offer: Offer) -> Sequence[Source]:
    """What a job is to read of an offer: a folder whole, where one choice of columns fits it."""
    files = [with_columns(file) for file in offer.files]
    choices = [file.columns for file in files if file.path.suffix.casefold() in OF_ROWS]
    if all(choice == choices[0] for choice in choices):
        return [replace(offer.source, columns=choices[0])] if choices else [offer.source]
    return [*files, *(Source(Path(one.source)) for one in offer.refused)]


def signature(columns: Sequence[str]) -> str:
    """What files with the same columns share."""
    return "\x1f".join(columns)


def name_of(file: Source) -> str:
    """A name of the file that widgets can carry."""
    path = str(file.path).encode("utf-8", "replace")
    return sha256(path).hexdigest()[:10]


def _shared_key(file: Source) -> str:
    return f"shared_{name_of(file)}"
