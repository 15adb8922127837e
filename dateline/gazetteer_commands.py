"""The commands that keep the gazetteer: what it holds, a GeoNames dump taken in or out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from .progress import shown_progress

if TYPE_CHECKING:
    from .places.gazetteer import DumpReport

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_gazetteer(commands: Commands) -> None:
    """Add the command and those under it."""
    command = commands.add_parser(
        "gazetteer", help="what the gazetteer holds; import a GeoNames dump, or forget it"
    )
    command.set_defaults(run=run_state)
    inner = command.add_subparsers(title="commands", metavar="COMMAND")

    taken = inner.add_parser("import", help="lay a GeoNames dump over the gazetteer")
    taken.add_argument("places", type=Path, metavar="allCountries", help="a .txt or .zip")
    taken.add_argument(
        "names", type=Path, nargs="?", metavar="alternateNamesV2", help="a .txt or .zip"
    )
    taken.set_defaults(run=run_import)

    left = inner.add_parser("forget", help="take an imported dump out again")
    left.set_defaults(run=run_forget)


def run_state(_options: argparse.Namespace) -> int:
    from .places.gazetteer import gazetteer_state

    for what, value in gazetteer_state():
        print(f"{what:<14} {value}")
    return 0


def run_import(options: argparse.Namespace) -> int:
    from .places.gazetteer import import_dump

    with shown_progress("Importing", counted=False) as progress:
        report = import_dump(options.places, options.names, progress.describe)
    _print_report(report)
    return 0


def _print_report(report: DumpReport) -> None:
    for reason, count in report.rejected.items():
        examples = "; ".join(report.examples.get(reason, ()))
        print(f"rejected  {count:,}: {reason}" + (f" ({examples})" if examples else ""))
    rejected = sum(report.rejected.values())
    print(
        f"{report.read:,} rows read = {report.places:,} places + {report.names:,} names"
        f" + {report.passed:,} of no use here + {rejected:,} rejected"
    )
    print(f"source: {report.attribution}")


def run_forget(_options: argparse.Namespace) -> int:
    from .places.gazetteer import forget_dump

    print("the imported dump is taken out" if forget_dump() else "there is no imported dump")
    return 0
