"""What is offered to be added: pasted texts and dropped files put aside, paths of this machine."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from dateline import jobs
from dateline.errors import UnreadableSource
from dateline.jobs import JobState
from dateline.read import files_of
from dateline.records import Rejected, Source

LONGEST_NAME = 120
PASTED = "pasted: "
"""How the names of pasted texts begin."""
ENDING = re.compile(r"\.[a-z0-9]{1,8}", re.IGNORECASE)
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text as typed or pasted, with what its reader says of it."""

    text: str
    title: str = ""
    outlet: str = ""
    address: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that was named to be added, and the files that it stands for."""

    source: Source
    files: tuple[Source, ...]
    """Itself, or what a folder holds that can be read."""
    refused: tuple[Rejected, ...] = ()
    """What a folder holds beside them, and why it is left."""


def new_folder() -> Path:
    """A fresh folder for what is put aside; it goes after a day, or with its job."""
    return jobs.staged_folder()


def text_offer(folder: Path, pasted: Pasted) -> Offer:
    """The pasted text, put aside to be read as a file is.

    Raises:
        UnreadableSource: there are no words in it, or no space to keep it.
    """
    if not any(character.isalnum() for character in pasted.text):
        raise UnreadableSource("There is no text to read yet: paste the article under its title.")
    record = {
        "title": pasted.title,
        "text": pasted.text,
        "publisher": pasted.outlet,
        "url": pasted.address.strip(),
        "published": pasted.day.isoformat() if pasted.day else "",
    }
    name = display_name(pasted.title or " ".join(pasted.text.split())[:60])
    content = BytesIO(json.dumps(record).encode("ascii"))
    return _put_aside(folder, f"{PASTED}{name}", ".jsonl", content)


def file_offer(folder: Path, name: str, content: BinaryIO) -> Offer:
    """A file that was dropped, kept under a generated name and read under its own.

    Raises:
        UnreadableSource: there is no space to keep it.
    """
    shown = display_name(name)
    ending = Path(shown).suffix
    return _put_aside(folder, shown, ending if ENDING.fullmatch(ending) else "", content)


def path_offer(given: str) -> Offer:
    """A file or folder of this machine, with the files that it stands for.

    Raises:
        UnreadableSource: there is none, or nothing in it can be read.
    """
    offer = _offer(Source(_checked_path(given)))
    if not offer.files:
        first, many = offer.refused[0].reason, len(offer.refused)
        like_it = f" ({many:,} files are left for such reasons)" if many > 1 else ""
        path = str(offer.source.path)
        raise UnreadableSource(f"Nothing in {path!r} can be read: {first}{like_it}.")
    return offer


def offers_again(ended: JobState) -> list[Offer]:
    """What a job was to read and can be read still, to be offered once more."""
    offers = (_offer(source) for source in ended.sources)
    return [offer for offer in offers if offer.files]


def display_name(given: str) -> str:
    """The name of a file as it may be shown: one line, no folders, nothing unseen, not too long."""
    last = re.split(r"[/\\]", given)[-1]
    seen = "".join(" " if unicodedata.category(c) in UNSEEN else c for c in last)
    name = " ".join(unicodedata.normalize("NFC", seen).split()).strip(". ")
    stem, dot, ending = name.rpartition(".")
    if len(name) <= LONGEST_NAME:
        return name or "a file without a name"
    if dot and len(ending) <= 8:
        return f"{stem[: LONGEST_NAME - 10]}\N{HORIZONTAL ELLIPSIS}.{ending}"
    return f"{name[: LONGEST_NAME - 1]}\N{HORIZONTAL ELLIPSIS}"


def _offer(source: Source) -> Offer:
    found = list(files_of(source))
    files = tuple(each for each in found if isinstance(each, Source))
    return Offer(source, files, tuple(each for each in found if isinstance(each, Rejected)))


def _put_aside(folder: Path, name: str, ending: str, content: BinaryIO) -> Offer:
    path = folder / f"{uuid4().hex}{ending.casefold()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            shutil.copyfileobj(content, file)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise UnreadableSource(
            f"{name!r} could not be put aside in {str(folder)!r}: {error.strerror or error}. "
            "Free some space, then offer it again."
        ) from error
    source = Source(path, name)
    return Offer(source, (source,))


def _checked_path(given: str) -> Path:
    words = given.strip().strip("\"'")
    advice = "name it whole, as in /home/me/articles or ~/articles"
    if not words:
        raise UnreadableSource(f"No folder or file is named yet: {advice}.")
    try:
        path = Path(words).expanduser()
        is_there = path.exists()
    except (OSError, ValueError, RuntimeError) as error:
        raise UnreadableSource(f"{words[:200]!r} cannot be opened: {advice}.") from error
    if not path.is_absolute():
        raise UnreadableSource(f"{words[:200]!r} does not say where it lies: {advice}.")
    if not is_there:
        raise UnreadableSource(f"There is no file or folder {words[:200]!r} on this machine.")
    return path
