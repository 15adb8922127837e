"""The lines of a GeoNames dump, from a plain file or out of a zip, in bounded memory."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ...errors import GazetteerError

LONGEST_LINE = 100_000
MOST_BYTES = 20_000_000_000
MOST_RATIO = 60
"""Unpacked bytes for one packed; GeoNames' own zips have about 4."""
MOST_MEMBERS = 100
_ASIDE = ("readme", "iso-languagecodes", "__macosx")


class DumpLines:
    """One open file of a dump."""

    def __init__(self, path: Path, file: BinaryIO, size: int) -> None:
        self.path = path
        self.size = size
        """Bytes of text in it."""
        self.done = 0
        """Bytes of text read so far."""
        self._file = file

    def __iter__(self) -> Iterator[bytes]:
        """Each line without its end; one that is too long is cut, and longer than allowed still.

        Raises:
            GazetteerError: the file cannot be read to its end.
        """
        try:
            while line := self._file.readline(LONGEST_LINE):
                self.done += len(line)
                if not line.endswith(b"\n"):
                    self._pass_rest()
                yield line.rstrip(b"\r\n")
        except _READING as error:
            raise unreadable(self.path, error) from error

    def _pass_rest(self) -> None:
        while rest := self._file.readline(LONGEST_LINE):
            self.done += len(rest)
            if rest.endswith(b"\n"):
                return


_READING = (OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error, NotImplementedError)


def unreadable(path: Path, error: Exception | str) -> GazetteerError:
    said = error.strerror if isinstance(error, OSError) and error.strerror else error
    return GazetteerError(f"{str(path)!r} cannot be read: {said}")


@contextmanager
def opened_dump(path: Path) -> Iterator[DumpLines]:
    """The lines of a text file, or of the one in a zip.

    Raises:
        GazetteerError: it cannot be opened, or the zip holds no dump or unpacks to too much.
    """
    try:
        if not path.is_file():
            raise unreadable(path, "there is no such file")
        if not zipfile.is_zipfile(path):
            with path.open("rb") as file:
                yield DumpLines(path, file, path.stat().st_size)
            return
        with zipfile.ZipFile(path) as packed:
            member = _member(path, packed)
            with packed.open(member) as inner, io.BufferedReader(inner, 1 << 20) as file:  # type: ignore[type-var]
                yield DumpLines(path, file, member.file_size)
    except _READING as error:
        if isinstance(error, GazetteerError):
            raise
        raise unreadable(path, error) from error


def _member(path: Path, packed: zipfile.ZipFile) -> zipfile.ZipInfo:
    members = packed.infolist()
    if len(members) > MOST_MEMBERS:
        raise unreadable(path, f"the zip holds {len(members):,} files")
    texts = [
        one
        for one in members
        if one.filename.casefold().endswith(".txt")
        and not one.filename.rpartition("/")[2].casefold().startswith(_ASIDE)
    ]
    if len(texts) != 1:
        raise unreadable(path, f"the zip holds {len(texts)} files that may be the dump, not one")
    if texts[0].file_size > min(MOST_BYTES, MOST_RATIO * max(texts[0].compress_size, 1)):
        raise unreadable(path, f"the zip would unpack to {texts[0].file_size:,} bytes")
    return texts[0]
