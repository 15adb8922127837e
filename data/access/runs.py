"""What holds for one run of a script: it sees the corpus in one state, and looks it up once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from streamlit.runtime.scriptrunner import get_script_run_ctx

T = TypeVar("T")
_found: WeakKeyDictionary[Any, dict[tuple[object, bool], Any]] = WeakKeyDictionary()


def of_this_run(look_up: Callable[[], T]) -> T:
    """What was looked up first in this run; callbacks, which may change it, look up for themselves.

    Outside of a run it is looked up each time.
    """
    context = get_script_run_ctx(suppress_warning=True)
    if context is None or context.parallel_coordinator is None:
        return look_up()
    known = _found.setdefault(context.parallel_coordinator, {})
    key = look_up, context.has_script_started
    if key not in known:
        known[key] = look_up()
    found: T = known[key]
    return found


def forget() -> None:
    """Have this run look up again: the corpus or what is set was changed in it."""
    _found.clear()
