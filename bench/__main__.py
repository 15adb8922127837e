"""Tables of speeds: python -m bench [engine|screens|sessions].

`engine` measures what runs without a browser, `screens` Explore in a headless Chromium, and
`sessions` many readers at once. Without a word: the engine, then the screens.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from bench import browsing, engine, screens, sessions


def main() -> None:
    given = _parser().parse_args()
    parts = [given.part] if given.part else ["engine", "screens"]
    for part in parts:
        for line in _lines(part, given):
            print(line, flush=True)


def _lines(part: str, given: argparse.Namespace) -> Iterator[str]:
    if part == "engine":
        return engine.table(given.articles)
    if part == "sessions":
        return sessions.table(given.articles, given.sessions, given.seconds, given.servers)
    lacking = browsing.missing()
    if lacking:
        return iter([f"Screens are not measured: {lacking}"])
    return screens.table(given.articles, given.brushes, given.naive)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__.splitlines()[0])
    parser.add_argument("part", nargs="?", choices=("engine", "screens", "sessions"))
    parser.add_argument("--articles", type=int, default=4000, help="in the made corpus")
    parser.add_argument("--brushes", type=int, default=10, help="of each kind")
    parser.add_argument("--naive", type=int, default=100_000, help="rows of the naive way; 0: none")
    parser.add_argument("--sessions", type=int, default=60, help="readers at once")
    parser.add_argument("--servers", type=int, default=1, help="that share them, behind HAProxy")
    parser.add_argument("--seconds", type=int, default=60, help="for which they brush")
    return parser


if __name__ == "__main__":
    main()
