"""What a user can call is in the README: commands, make targets, file endings, tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.cli import parser
from dateline.export.formats import FORMATS as FORMS
from dateline.export.formats import Format
from dateline.export.provenance import COLUMNS
from dateline.export.tables import FORMATS, TABLES
from dateline.places.providers import ARCGIS_KEY, PROVIDERS
from dateline.read import SUPPORTED
from dateline.settings import KEYS

PROJECT = Path(__file__).resolve().parents[2]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
FORMATS_PAGE = (PROJECT / "docs" / "formats.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    usage = parser().format_help()
    return re.findall(r"^    (\w+)\b", usage, re.MULTILINE)


def test_commands_when_listed_then_there_are_twelve() -> None:
    assert len(commands()) == 12


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


@pytest.mark.parametrize(("form", "known"), FORMS.items())
def test_format_when_it_is_written_then_its_page_tells_its_name_and_limit(
    form: str, known: Format
) -> None:
    (row,) = re.findall(rf"^\| `{form}` \|.*$", FORMATS_PAGE, re.MULTILINE)
    assert f".{known.ending}`" in row
    assert known.limit in row


@pytest.mark.parametrize("word", [*COLUMNS, "--table", "--format", "--out", "--bom", "--brush"])
def test_column_or_option_when_there_is_one_then_the_page_of_formats_names_it(word: str) -> None:
    assert f"`{word}" in FORMATS_PAGE


@pytest.mark.parametrize("word", [*KEYS, *PROVIDERS, ARCGIS_KEY])
def test_setting_when_there_is_one_then_the_readmes_table_explains_it(word: str) -> None:
    table = README.partition("## Settings")[2].partition("\n## ")[0]
    assert f"`{word}`" in table


def test_pictures_when_the_readme_shows_them_then_they_are_there() -> None:
    for path in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README):
        assert (PROJECT / path).is_file()
