"""What a user can call is in the README: commands, make targets, file endings, tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.cli import parser
from dateline.export.tables import FORMATS, TABLES
from dateline.places.providers import ARCGIS_KEY, PROVIDERS
from dateline.read import SUPPORTED
from dateline.settings import KEYS

PROJECT = Path(__file__).resolve().parents[2]
README = (PROJECT / "README.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    usage = parser().format_help()
    return re.findall(r"^    (\w+)\b", usage, re.MULTILINE)


def test_commands_when_listed_then_there_are_eleven() -> None:
    assert len(commands()) == 11


@pytest.mark.parametrize("name", commands())
def test_command_when_it_exists_then_the_readme_names_it(name: str) -> None:
    assert re.search(rf"`(python -m dateline )?{name}[ `]", README)


@pytest.mark.parametrize("target", ["run", "test", "setup", "check", "gate", "bench"])
def test_make_target_when_documented_then_exists(target: str) -> None:
    assert f"make {target}" in README
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)


@pytest.mark.parametrize("word", [*SUPPORTED, *TABLES, *FORMATS])
def test_format_when_supported_then_the_readme_names_it(word: str) -> None:
    assert word in README


@pytest.mark.parametrize("word", [*KEYS, *PROVIDERS, ARCGIS_KEY])
def test_setting_when_there_is_one_then_the_readmes_table_explains_it(word: str) -> None:
    table = README.partition("## Settings")[2].partition("\n## ")[0]
    assert f"`{word}`" in table


def test_pictures_when_the_readme_shows_them_then_they_are_there() -> None:
    for path in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README):
        assert (PROJECT / path).is_file()
