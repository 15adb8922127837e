"""What the browser is asked to fetch before the first chart arrives."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st

from components import ahead


def test_each_file_is_one_of_the_installed_streamlit() -> None:
    folder = Path(st.__file__).parent / "static" / "static" / "js"
    assert all((folder / name).is_file() for name in ahead.files())
    assert [name.partition(".")[0] for name in ahead.files()] == list(ahead.DRAWING)


@pytest.mark.parametrize(
    ("address", "is_asked"),
    [
        ("http://127.0.0.1:8501", True),
        ("http://127.0.0.1:8501/?place=1", True),
        ("http://127.0.0.1:8501/explore?place=1", True),
        ("http://127.0.0.1:8501/news/explore", True),
        ("http://127.0.0.1:8501/articles", False),
        ("http://127.0.0.1:8501/news/help?at=/explore", False),
    ],
)
def test_only_explore_draws_charts_at_once(address: str, is_asked: bool) -> None:
    assert ahead.is_charted(address) == is_asked
