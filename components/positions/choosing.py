"""Whose position, and on what: boxes fed from what the Brush holds."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import streamlit as st

from components import state, theme
from components.parts import name_parts, part
from data import access
from data.access import statements
from data.access.statements import BODY, COUNTRY, Offer, Subject
from dateline.brush import Brush, clause

LISTED = 200
"""Names that a box lists; any other is found by typing it."""
SIDES = 40


def chosen_sides() -> tuple[str, ...]:
    """Speakers of the Brush and sides of the address; where neither names one, the most quoted."""
    return _named() or tuple(one.value for one in statements.speakers(_brush())[:1])


def chosen_subject() -> Subject:
    """What the address asks for, else the one entity that the Brush asks to be spoken of."""
    said = next(iter(part("subject")), "")
    about = next((c.values for c in _brush().clauses if c.field == "about"), ())
    said = said or (about[0] if len(about) == 1 else "")
    return Subject(entity=said) if access.is_known("entity", said) else Subject(words=said)


def draw() -> None:
    """The two boxes."""
    chosen, offers = chosen_sides(), _offers()
    counts = {one.value: one.count for one in offers}
    key = f"position_who {' '.join(chosen)}"
    st.multiselect(
        "Speaker, or several as a side",
        list(dict.fromkeys((*chosen, *counts))),
        default=chosen,
        format_func=lambda value: _side_words(value, counts.get(value)),
        accept_new_options=True,
        placeholder="Choose, or type a name",
        key=key,
        width=520,
        help=_listed(len(statements.speakers(_brush()))),
        on_change=_on_sides,
        args=(key,),
    )
    _subject(chosen)


def _subject(chosen: Sequence[str]) -> None:
    asked = chosen_subject()
    offers = statements.subjects(_brush(), chosen)
    counts = {one.value: one.count for one in offers[:LISTED]}
    value = asked.entity or asked.words
    key = f"position_subject {value} {' '.join(chosen)}"
    options = list(dict.fromkeys(("", *([value] if value else []), *counts)))
    st.selectbox(
        "Subject",
        options,
        index=options.index(value),
        format_func=lambda one: _subject_words(one, counts.get(one)),
        accept_new_options=True,
        key=key,
        width=340,
        help="Whom or what it is about; or type words that it must have",
        on_change=_on_subject,
        args=(key,),
    )


def _on_sides(key: str) -> None:
    values = [found for one in state.widget(key) or () if (found := resolved(one))]
    speakers = [one for one in values if not _is_side(one)]
    brush = _brush().without("speaker")
    if speakers:
        brush = brush.with_clause(clause("speaker", *speakers))
    name_parts(brush, side=[one for one in values if _is_side(one)])


def _on_subject(key: str) -> None:
    value = str(state.widget(key) or "").strip()
    found = _matching(value, statements.subjects(_brush(), chosen_sides()), exact=True)
    name_parts(subject=[found or value[:200]] if value else [])


def resolved(typed: str) -> str:
    """The speaker or side that a value is, or that a typed name stands for; empty for no one."""
    if _is_side(typed) or access.is_known("entity", typed):
        return typed
    return _matching(typed, (*statements.speakers(_brush()), *statements.sides(_brush())))


def _matching(typed: str, offers: Sequence[Offer], exact: bool = False) -> str:
    """The most quoted whose name is what was typed, or else begins with it, or has it."""
    wanted = _plain(typed)
    if not wanted or any(one.value == typed for one in offers):
        return typed
    names = [(_plain(_name(one.value)), one.value) for one in offers]
    tests = [lambda name: name == wanted]
    if not exact:
        tests += [lambda name: name.startswith(wanted), lambda name: wanted in name]
    return next((value for test in tests for name, value in names if test(name)), "")


def _named() -> tuple[str, ...]:
    said = _brush().clause_on("speaker")
    sides = [one for one in part("side") if _is_side(one)]
    return (*(said.values if said else ()), *sides)


def _offers() -> list[Offer]:
    return [*statements.speakers(_brush())[:LISTED], *statements.sides(_brush())[:SIDES]]


def _listed(total: int) -> str:
    said = "Those with most statements in the selection first, then countries and bodies."
    if total > LISTED:
        return f"{said} {LISTED} of {theme.number(total)} are listed: type any other name."
    return said


def _side_words(value: str, count: int | None) -> str:
    name = _name(value)
    said = f"All who speak for {name}" if _is_side(value) else name
    return f"{said} · {theme.number(count)}" if count else said


def _subject_words(value: str, count: int | None) -> str:
    if not value:
        return "Anything"
    if count is None and not access.is_known("entity", value):
        return f"with the words “{value}”"
    name = access.name_of("entity", value)
    return f"{name} · {theme.number(count)}" if count else name


def _name(value: str) -> str:
    is_known = _is_side(value) or access.is_known("entity", value)
    return statements.name_of(value) if is_known else value


def _is_side(value: str) -> bool:
    return value.startswith((COUNTRY, BODY))


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


def _brush() -> Brush:
    return state.session().brush
