"""The command line: `python -m dateline COMMAND`.

Exit status: 0 done, 1 nothing usable or it failed (the message says why), 2 a usage error.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from .corpus_commands import add_commands
from .errors import DatelineError, UsageError
from .export.codes import with_codes
from .export_command import add_export
from .gazetteer_commands import add_gazetteer
from .progress import shown_progress
from .settings import VERSION, corpus_path
from .share_command import add_share

if TYPE_CHECKING:
    from .places.providers import Answer


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status of one command."""
    options = parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except UsageError as error:
        print(f"dateline: {error.public_message}", file=sys.stderr)
        return 2
    except DatelineError as error:
        print(f"dateline: {error.public_message}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        print("dateline: stopped; what was stored is kept", file=sys.stderr)
        return 130
    return status


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    about = "Turns news articles into a corpus of what they say, and asks it."
    root = argparse.ArgumentParser("dateline", description=about)
    root.add_argument("--version", action="version", version=f"dateline {VERSION}")
    commands = root.add_subparsers(title="commands", required=True, metavar="COMMAND")

    add_commands(commands, _add_corpus)
    command = commands.add_parser("annotate", help="annotate a JSONL file into another")
    command.add_argument("source", type=Path, metavar="IN.jsonl")
    command.add_argument("target", type=Path, metavar="OUT.jsonl")
    command.set_defaults(run=run_annotate)

    command = commands.add_parser("geocode", help="the places that a name may mean, best first")
    command.add_argument("names", nargs="+", metavar="NAME")
    command.add_argument("--country", metavar="CC", help="only in this country (ISO, two letters)")
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(run=run_geocode)

    add_gazetteer(commands)
    add_export(commands, _add_corpus)
    add_share(commands)

    command = commands.add_parser("stats", help="what a corpus holds")
    _add_corpus(command)
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(run=run_stats)

    command = commands.add_parser("setup", help="build what the dashboard needs; once is enough")
    command.set_defaults(run=run_setup)
    return root


def _add_corpus(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--corpus", type=Path, metavar="FILE", default=corpus_path(), help="default: %(default)s"
    )


def run_annotate(options: argparse.Namespace) -> int:
    from .annotation_file import annotated_lines
    from .places.gazetteer import open_gazetteer

    total = _line_count(options.source)
    with (
        _opened(options.source) as source,
        _written(options.target) as target,
        shown_progress("Annotating") as progress,
    ):
        progress.update(0, total)
        for done, line in enumerate(annotated_lines(source, open_gazetteer()), start=1):
            target.write(line + "\n")
            progress.update(done, total)
    return 0


def _line_count(path: Path) -> int:
    """Documents in a file; 0 for a pipe, which can be read only once."""
    if not path.is_file():
        return 0
    with _opened(path) as source:
        return sum(1 for line in source if line.strip())


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    try:
        source = path.open(encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise UsageError(f"{str(path)!r} cannot be read: {error.strerror}") from error
    with source:
        yield source


@contextmanager
def _written(path: Path) -> Iterator[TextIO]:
    try:
        target = path.open("w", encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise UsageError(f"{str(path)!r} cannot be written: {error.strerror}") from error
    with target:
        yield target


def run_geocode(options: argparse.Namespace) -> int:
    from .places.gazetteer import open_gazetteer
    from .places.providers import geocoded_each
    from .settings import read_settings

    gazetteer, settings = open_gazetteer(), read_settings()
    answers = geocoded_each(options.names, gazetteer, settings, options.country or "")
    for note in dict.fromkeys(answer.note for answer in answers if answer.note):
        print(f"dateline: {note}", file=sys.stderr)
    if options.json:
        found = [
            {"query": name} | asdict(answer) | {"candidates": list(with_codes(answer.candidates))}
            for name, answer in zip(options.names, answers, strict=True)
        ]
        print(json.dumps(found, ensure_ascii=False, indent=2))
        return 0
    for name, answer in zip(options.names, answers, strict=True):
        _print_answer(name, answer)
    return 0


def _print_answer(name: str, answer: Answer) -> None:
    print(name)
    for candidate in answer.candidates:
        print(
            "  {score:6.2f}  {name}, {kind}, {country}  {latitude:.4f} {longitude:.4f}"
            "  {precision}, {radius_km:.0f} km  {reason}".format(**candidate)
        )
    if not answer.candidates:
        print("  not known")
    since = f", on {answer.kept_since}" if answer.kept_since else ""
    print(f"  answered by {answer.by}{since}: {answer.attribution}")


def run_stats(options: argparse.Namespace) -> int:
    from .store import Store

    with Store.open(options.corpus, readonly=True) as store:
        stats = store.stats()
    if options.json:
        print(json.dumps(stats, ensure_ascii=False, indent=2))
        return 0
    width = max(len(name) for name in stats)
    for name, value in stats.items():
        print(f"{name:<{width}}  {value}")
    return 0


def run_setup(_options: argparse.Namespace) -> int:
    from .prepare import prepare

    with shown_progress("Setting up", counted=False) as progress:
        prepare(progress.describe)
    return 0
