"""The README's table of figures, made from what the gate measured and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

BEGIN, END = "<!-- figures: made by `make figures` -->\n", "<!-- end of figures -->\n"
NEWS, OWN = "public development sets", "our gold on bundled articles"
NAMES = "our table of names"
SAID: Mapping[str, tuple[str, str]] = {
    "quotes: direct F1": ("direct quotations found (F1)", NEWS),
    "quotes: direct, speaker": ("direct quotations found, with the right speaker", NEWS),
    "quotes: direct+mixed, speaker": ("direct and mixed, with the right speaker", NEWS),
    "quotes: indirect F1": ("indirect speech found (F1)", NEWS),
    "quotes: direct+mixed, mode": ("direct told from mixed", NEWS),
    "quotes: indirect, mode": ("indirect told from direct and mixed (1)", NEWS),
    "places: recognised F1": ("places recognised (F1)", NEWS),
    "places: end to end F1, 161 km": ("places found and put within 161 km (F1)", NEWS),
    "places: accuracy over all, 161 km": ("of all places, put within 161 km", NEWS),
    "places: names of world news": ("names of world news found without context", NAMES),
    "dates: MEANTIME, value F1": ("dates found with the right value (F1), MEANTIME", NEWS),
    "dates: MEANTIME, calendar F1": ("calendar days found and right (F1), MEANTIME", NEWS),
    "dates: platinum, value F1": ("dates found with the right value (F1), platinum", NEWS),
    "dates: platinum, calendar F1": ("calendar days found and right (F1), platinum", NEWS),
    "dates: WikiWars, value F1": ("dates found with the right value (F1), WikiWars", NEWS),
    "names: newswire exact F1": ("names found, exact span and kind (F1)", NEWS),
    "aliases: MEANTIME B3 F1": ("names joined across articles (B³ F1), MEANTIME", NEWS),
    "aliases: News-Fair B3 F1": ("names joined across articles (B³ F1), News-Fair", NEWS),
    "own: sample, speakers": ("speakers right", OWN),
    "own: sample, modes": ("modes right", OWN),
    "own: sample, dates": ("days right", OWN),
    "own: sample, places": ("places right, with their precision", OWN),
    "own: sample, identity": ("pairs of names rightly joined or kept apart", OWN),
}  # fmt: skip
"""What each figure of the gate is called in the README, and on what it was measured."""


def write(readme: Path, results: Mapping[str, float]) -> None:
    """Put the figures in the place of those that stand; one that was not measured stays."""
    text = readme.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    stood, _, after = rest.partition(END)
    if not after:
        raise ValueError(f"{readme.name} has no place for figures: {BEGIN.strip()!r}")
    kept = dict(read(stood))
    known = {name: results.get(name, kept.get(name)) for name in SAID}
    rows = [
        f"| {what} | {on} | {value:.3f} |"
        for (what, on), value in zip(SAID.values(), known.values(), strict=True)
        if value is not None
    ]
    head = ["| what | measured on | figure |", "|---|---|---|"]
    block = "\n".join([*head, *rows]) + "\n"
    readme.write_text(before + BEGIN + block + END + after, encoding="utf-8")


def read(text: str) -> Iterator[tuple[str, float]]:
    """The figures that stand in a README, by the gate's names."""
    name_of = {what: name for name, (what, _) in SAID.items()}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("| ").split("|")]
        if len(cells) == 3 and cells[0] in name_of and cells[2].replace(".", "").isdigit():
            yield name_of[cells[0]], float(cells[2])
