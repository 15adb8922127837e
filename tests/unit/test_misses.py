"""What the extractors miss is read from their docstrings, all of it and nothing else."""

from __future__ import annotations

import ast

from dateline import misses
from dateline.misses import HERE, ROOMS, stated_misses

DOCSTRING = '''
def found(text):
    """The boats in `text`.

    Misses: rafts; anything
        that sank.
    Source: the harbour list.
    """

def other(text):
    """The rafts.

    **Misses:** boats

    More words.
    """

def silent(text):
    """Nothing said."""
'''


def test_misses_when_stated_in_either_form_then_read_up_to_the_next_section() -> None:
    found = [(m.gives, m.misses) for m in misses._in_source(DOCSTRING, "Harbour")]
    assert found == [
        ("The boats in text.", "rafts; anything that sank."),
        ("The rafts.", "boats"),
    ]


def test_stated_misses_when_read_then_every_docstring_that_states_one_is_there() -> None:
    stated = sum(
        "Misses:" in (ast.get_docstring(node) or "")
        for folder in ROOMS
        for path in (HERE / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module)
    )
    assert len(stated_misses()) == stated > 40
    assert {miss.room for miss in stated_misses()} == set(ROOMS.values())
    assert all(miss.gives and miss.misses for miss in stated_misses())
