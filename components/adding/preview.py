"""What the files would give, before anything is kept: a row a file, and the button that adds."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

import streamlit as st

from components import state, theme
from components.adding import columns, folders, recognised, words
from components.adding.asked import asked
from data.access import adding
from data.access.adding import Preview, Source

FILES = 8
"""Files shown at a time."""
LOOKED_AT = 32
"""Files up to which all are looked into at once."""
OPEN = 3
"""Files up to which all rows are open."""


@dataclass(frozen=True)
class Seen:
    """What is known of the files on offer."""

    files: Sequence[Source]
    looks: Mapping[str, Preview]
    """Of the files that were looked into, by their path."""
    known: Collection[str]
    """Ids of recognised articles that the corpus has already."""


def draw() -> None:
    """The files on offer; nothing where there are none."""
    here = state.session().adding
    files = sorted((file for offer in here.offers for file in offer.files), key=_has_no_rows)
    if not files:
        return
    pages = -(-len(files) // FILES)
    here.page = min(here.page, pages)
    first = (here.page - 1) * FILES
    shown = files[first : first + FILES]
    seen = _look(files, shown)
    with st.container(key="offered", gap="small"):
        _draw_head(seen)
        for offer in here.offers:
            folders.draw(offer)
        for file in shown:
            _draw_file(file, seen)
        if pages > 1:
            st.pagination(pages, key=f"file_page_{pages}", default=here.page, on_change=_on_page,
                          args=(f"file_page_{pages}",))  # fmt: skip


def _look(files: Sequence[Source], shown: Sequence[Source]) -> Seen:
    with st.spinner("Looking into the files"):
        read = files if len(files) <= LOOKED_AT else shown
        looks = {str(file.path): adding.look(columns.with_columns(file)) for file in read}
        found = [article.article_id for look in looks.values() for article in look.articles]
        return Seen(files, looks, adding.known(found))


def _has_no_rows(file: Source) -> bool:
    """Files of rows stand first: their columns may have to be chosen."""
    return file.path.suffix.casefold() not in columns.OF_ROWS


def _draw_head(seen: Seen) -> None:
    unseen = [PurePath(file.path) for file in seen.files if str(file.path) not in seen.looks]
    label, is_worth = words.promise(list(seen.looks.values()), unseen)
    with st.container(key="offered_head", horizontal=True, vertical_alignment="center"):
        st.subheader("What was recognised", anchor=False, width="stretch")
        st.button("Leave all out", key="leave_all", type="tertiary", on_click=_on_leave_all)
        st.button(label, key="add", type="primary", on_click=_on_add, disabled=not is_worth)
    if not is_worth:
        st.markdown("Nothing here can be added as it stands; below is why.")


def _draw_file(file: Source, seen: Seen) -> None:
    preview, key = seen.looks[str(file.path)], columns.name_of(file)
    name = theme.plain(theme.shortened(file.name or file.path.name, 80))
    with st.container(key=f"file_{key}", horizontal=True, gap="small"):
        with st.expander(
            f"**{name}** · {words.file_words(preview, file.name)}",
            expanded=len(seen.files) <= OPEN or _is_first_question(file, seen),
            key=f"file_row_{key}",
        ):
            if preview.columns and not words.is_pasted(file.name):
                columns.draw(file, preview, _alike(preview, seen))
            recognised.draw(preview, seen.known, f"recognised_{key}")
        offer = next(one for one in state.session().adding.offers if file in one.files)
        if offer.source == file:
            st.button("Leave out", key=f"leave_{key}", type="tertiary", on_click=folders.on_leave,
                      args=(offer,))  # fmt: skip


def _is_first_question(file: Source, seen: Seen) -> bool:
    """Whether nothing can be added of it, and no file with the same columns stands before it."""
    preview = seen.looks[str(file.path)]
    alike = _with_columns_of(preview, seen)
    return not preview.articles and (not preview.columns or alike[0] == str(file.path))


def _alike(preview: Preview, seen: Seen) -> str:
    """What to call the files with the same columns: all 12 files; empty for one alone."""
    same = len(_with_columns_of(preview, seen))
    if len(seen.looks) < len(seen.files):
        return "all files"
    return f"all {same} files" if same > 1 else ""


def _with_columns_of(preview: Preview, seen: Seen) -> list[str]:
    return [path for path, each in seen.looks.items() if each.columns == preview.columns]


def _on_add() -> None:
    with asked() as here:
        before = here.job
        here.job = adding.start([one for offer in here.offers for one in columns.sources(offer)])
        here.offers, here.folder, here.stopping = [], "", ""
        adding.forget(before)


def _on_leave_all() -> None:
    with asked() as here:
        here.offers.clear()


def _on_page(key: str) -> None:
    state.session().adding.page = state.widget(key) or 1
