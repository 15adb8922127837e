"""The quality gate: what is found against gold, each figure against its floor.

    make gate, make figures; or PYTHONPATH=. python tests/gold/gate.py [--only WORD] [--readme]

Our own gold is always measured, the development sets where they lie beside the project. Floors
are in floors.json: raise one when a figure has risen for good; lowering one needs a reason in the
commit. Exit status 1 where a figure is under its floor.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import figures
from own_gold import read_gold, score, source_document
from world_names import share_right

from dateline.places.gazetteer import open_gazetteer

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
FLOORS = HERE / "floors.json"
SECONDS = 1500


@dataclass(frozen=True)
class Target:
    name: str
    task: str
    figure: tuple[str, ...]
    options: tuple[str, ...] = ()
    wanted: float | None = None
    """What is aimed at; None where only a floor holds."""


MEANTIME = ("--dataset", "meantime")
PLATINUM = ("--dataset", "te3-platinum")
WIKIWARS = ("--dataset", "wikiwars")
NEWSWIRE = ("--dataset", "worldwide-newswire")
NEWS_PLACES = ("--dataset", "lgl", "--dataset", "tr-news", "--dataset", "geowebnews")
DIRECT, BOTH, INDIRECT = (("by_type", mode) for mode in ("direct", "direct+mixed", "indirect"))
SPEECH = ("--speech",)
JOINED = ("names", "across_b3_f1")
WORLD_NAMES = "places: names of world news"

TARGETS = (
    Target("quotes: direct F1", "quotes", (*DIRECT, "relaxed_f1"), (), 0.97),
    Target("quotes: direct, speaker", "quotes", (*DIRECT, "speaker_recall"), (), 0.90),
    Target("quotes: direct+mixed, speaker", "quotes", (*BOTH, "speaker_recall"), (), 0.80),
    Target("quotes: direct+mixed, mode", "quotes", (*BOTH, "type_accuracy"), (), 0.93),
    Target("quotes: indirect P", "quotes", (*INDIRECT, "relaxed_p"), SPEECH, 0.80),
    Target("quotes: indirect R", "quotes", (*INDIRECT, "relaxed_r"), SPEECH, 0.70),
    Target("quotes: indirect F1", "quotes", (*INDIRECT, "relaxed_f1"), SPEECH),
    Target("quotes: indirect, mode", "quotes", (*INDIRECT, "type_accuracy"), SPEECH, 0.93),
    Target("places: recognised F1", "geo", ("relaxed_f1",), (), 0.83),
    Target("places: end to end F1, 161 km", "geo", ("end_f161",), (), 0.70),
    Target("places: accuracy over all, 161 km", "geo", ("all_gold", "acc161")),
    Target("places: the same, three of news", "geo", ("all_gold", "acc161"), NEWS_PLACES, 0.62),
    Target("dates: MEANTIME, value F1", "time", ("value_f1",), MEANTIME, 0.80),
    Target("dates: MEANTIME, calendar F1", "time", ("calendar_f1",), MEANTIME, 0.92),
    Target("dates: platinum, value F1", "time", ("value_f1",), PLATINUM, 0.80),
    Target("dates: platinum, calendar F1", "time", ("calendar_f1",), PLATINUM, 0.92),
    Target("dates: WikiWars, value F1", "time", ("value_f1",), WIKIWARS, 0.76),
    Target("names: newswire exact F1", "ner", ("exact_f1",), NEWSWIRE, 0.74),
    Target("aliases: MEANTIME B3 F1", "alias", ("by_dataset", "meantime", *JOINED), (), 0.80),
    Target("aliases: News-Fair B3 F1", "alias", ("by_dataset", "news-fair-v2", *JOINED), (), 0.93),
)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="targets whose name has this word")
    parser.add_argument("--readme", action="store_true", help="write the figures to README.md")
    options = parser.parse_args(arguments)
    shared = Path(os.environ.get("DATELINE_SHARED") or PROJECT.parent / "shared")
    with TemporaryDirectory() as folder:
        try:
            results = dict(measure(shared, Path(folder), options.only))
        except (ValueError, subprocess.SubprocessError) as error:
            sys.stderr.write(f"gate: {error}\n")
            return 1
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    sys.stdout.write(table(results, floors))
    if options.readme:
        figures.write(PROJECT / "README.md", results)
    return 1 if under(results, floors) or not results else 0


def measure(shared: Path, out: Path, only: str = "") -> Iterator[tuple[str, float]]:
    """Each target that can be measured here, and its figure."""
    yield from _own(PROJECT, HERE / "sample.json", out, only)
    yield from _own(shared, HERE / "seed.json", out, only)
    if only in WORLD_NAMES:
        yield WORLD_NAMES, share_right(open_gazetteer())
    wanted = [target for target in TARGETS if only in target.name]
    sets = {target.task: shared / "bench" / target.task / "dev.jsonl" for target in wanted}
    present = {task: path for task, path in sets.items() if path.exists()}
    with ThreadPoolExecutor(max_workers=2) as pool:
        jobs = {
            task: pool.submit(annotate, gold, out / f"{task}.jsonl")
            for task, gold in present.items()
        }
        for target in wanted:
            if target.task in jobs:
                jobs[target.task].result()
                yield target.name, _figure(target, present[target.task], out)


def under(results: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """The targets under their floor; one that has none must be perfect."""
    return [name for name, result in results.items() if result < floors.get(name, 1.0)]


def table(results: Mapping[str, float], floors: Mapping[str, float]) -> str:
    """Targets, floors and results, a line each; then what could not be measured."""
    failed = under(results, floors)
    wanted = {target.name: target.wanted for target in TARGETS}
    lines = [f"{'what':<38}{'target':>8}{'floor':>8}{'result':>8}"]
    for name in [*results, *(name for name in floors if name not in results)]:
        figures = (wanted.get(name), floors.get(name, 1.0), results.get(name))
        cells = "".join(f"{'-':>8}" if one is None else f"{one:>8.3f}" for one in figures)
        is_met = (wanted.get(name) or 0.0) <= results.get(name, 1.0)
        mark = "" if is_met else "  under its target"
        lines.append(f"{name:<38}{cells}{'  UNDER ITS FLOOR' if name in failed else mark}")
    return "\n".join(lines) + "\n"


def annotate(source: Path, target: Path) -> None:
    """Run the command line on a file of documents, on one core."""
    command = [sys.executable, "-m", "dateline", "annotate", str(source), str(target)]
    threads = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    subprocess.run(command, check=True, cwd=PROJECT, timeout=SECONDS, env={**os.environ, **threads})


def _figure(target: Target, gold: Path, out: Path) -> float:
    scorer = gold.parents[1] / f"score_{target.task}.py"
    command = [sys.executable, str(scorer), "--gold", str(gold), "--pred"]
    command += [str(out / f"{target.task}.jsonl"), *target.options]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=300)
    value: Any = json.loads(done.stdout.splitlines()[-1])
    for key in target.figure:
        value = value[key]
    return float(value)


def _own(folder: Path, gold: Path, out: Path, only: str) -> Iterator[tuple[str, float]]:
    documents = read_gold(gold) if gold.exists() and only in f"own: {gold.stem}" else []
    documents = [one for one in documents if (folder / one["source"]).exists()]
    if not documents:
        return
    source, target = out / f"{gold.stem}-in.jsonl", out / f"{gold.stem}.jsonl"
    texts = [{"id": str(n)} | source_document(one, folder) for n, one in enumerate(documents)]
    source.write_text("".join(json.dumps(text) + "\n" for text in texts), encoding="utf-8")
    annotate(source, target)
    found = [json.loads(line) for line in target.read_text(encoding="utf-8").split("\n") if line]
    totals: dict[str, list[int]] = {}
    for one, annotated in zip(documents, found, strict=True):
        for name, (right, asked) in score(one, annotated).items():
            total = totals.setdefault(name, [0, 0])
            total[0], total[1] = total[0] + right, total[1] + asked
    for name, (right, asked) in totals.items():
        yield f"own: {gold.stem}, {name}", right / asked


if __name__ == "__main__":
    sys.exit(main())
