"""Taking away what a screen shows: what, in which format and part; made when it is clicked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components import theme
from data.access import files
from data.access.files import FORMATS, Form
from data.access.written import Wanted
from dateline.brush import Brush


def _no_command(_form: Form) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table that may be taken away."""

    name: str
    """What it is called."""
    file: str
    """How its file's name begins."""
    forms: tuple[Form, ...]
    """The formats that make sense for it."""
    made: Callable[[Wanted, int], bytes]
    """Makes one part of it, counted from 0."""
    rows: Callable[[], int] | None = None
    """How many rows it has; a table that is never in parts need not say."""
    command: Callable[[Form], str] = _no_command
    """What makes the whole of it in one file, as text for a terminal."""


def popover(key: str, tables: Mapping[str, Table], brush: Brush, caption: str) -> None:
    """A button that opens the choice of what to take away.

    Args:
        key: of the button; its widgets' keys begin with it.
        tables: each by a name of its own, in the order in which they are offered.
    """
    with (
        st.popover("Export", type="tertiary", icon=":material/download:", key=key),
        st.container(key=f"{key}_choice", gap="small"),
    ):
        st.caption(caption)
        _choice(key, tables, brush)


def _choice(key: str, tables: Mapping[str, Table], brush: Brush) -> None:
    chosen = next(iter(tables))
    if len(tables) > 1:
        chosen = st.selectbox("What", list(tables), key=f"{key}_what",
                              format_func=lambda one: tables[one].name)  # fmt: skip
    table = tables[chosen]
    form = _form(f"{key}_form_{chosen}", table.forms)
    rows = table.rows() if table.rows else 0
    counted = f"{theme.counted(rows, 'row')}. " if table.rows else ""
    st.caption(f"{counted}{FORMATS[form].limit}")
    part, parts = _part(f"{key}_part_{chosen}", rows, table.command(form))
    has_bom = form in files.WITH_BOM and st.checkbox(
        "Byte order mark",
        key=f"{key}_bom",
        help="Three bytes before the text, by which older spreadsheets know that it is UTF-8",
    )
    wanted = Wanted(form, brush, has_bom)
    st.download_button(
        f"Download {FORMATS[form].title}" + (f", part {part + 1} of {parts}" if parts > 1 else ""),
        data=lambda: table.made(wanted, part),
        file_name=_file_name(table, form, part, parts),
        mime=FORMATS[form].mime,
        key=f"{key}_take",
        icon=":material/download:",
        on_click="ignore",
    )


def _form(key: str, forms: Sequence[Form]) -> Form:
    chosen: Form = st.segmented_control(
        "Format",
        forms,
        format_func=lambda one: FORMATS[one].title,
        default="csv",
        required=True,
        key=key,
    )
    return chosen


def _part(key: str, rows: int, command: str) -> tuple[int, int]:
    """Which part is wanted, counted from 0, and how many there are."""
    most = files.PART_ROWS
    parts = max(1, -(-rows // most))
    if parts == 1:
        return 0, 1
    part = st.selectbox(
        "Part",
        range(parts),
        key=key,
        format_func=lambda one: (
            f"{one + 1} of {parts}: rows {theme.number(one * most + 1)} to "
            f"{theme.number(min(rows, (one + 1) * most))}"
        ),
    )
    st.caption(
        f"A file from here has {theme.number(most)} rows at the most, the newest first. "
        "All in one file, from a terminal:"
    )
    st.code(command, language=None, wrap_lines=True)
    return int(part), parts


def _file_name(table: Table, form: Form, part: int, parts: int) -> str:
    of = f"-{part + 1}-of-{parts}" if parts > 1 else ""
    return f"{table.file}{of}.{FORMATS[form].ending}"
