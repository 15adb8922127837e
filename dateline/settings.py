"""Where things are and what the user has set: dateline.toml, and two environment variables.

DATELINE_SETTINGS   the settings file (dateline.toml in the project's folder)
DATELINE_CORPUS     the corpus file that commands and screens open, whatever the settings say
"""

from __future__ import annotations

import os
import re
import shutil
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from .errors import UsageError

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

VERSION = "0.3.0"
PROJECT = Path(__file__).resolve().parent.parent
SAMPLE = PROJECT / "data" / "sample"
BASEMAP = PROJECT / "static" / "basemap"
FONTS = PROJECT / "static" / "fonts"
DEFAULT_CORPUS = PROJECT / "data" / "corpus.db"
GEOCODERS = ("offline", "nominatim", "photon", "geonames", "arcgis")
MOST_PER_SECOND = 50
LOCK_SECONDS = 5.0
_HEADING = "Dateline's settings. The Settings page writes here; comments and other keys are kept."


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has set, each with its default."""

    corpus: Path = DEFAULT_CORPUS
    """The corpus that is open, unless DATELINE_CORPUS names another."""
    corpora: tuple[Path, ...] = ()
    """The other corpora that the Settings page lists."""
    network: bool = False
    """Whether Dateline may ask another machine."""
    geocoder: str = "offline"
    """Who is asked where a name lies: one of `GEOCODERS`."""
    geocoder_server: str = ""
    """Address of the provider's server; empty for its public one."""
    geocoder_per_second: float = 1.0
    """Requests that a server of the user's own may get; a public one gets one at most."""
    geonames_username: str = ""
    """The user name at GeoNames, which is asked with it; no secret."""
    own_gazetteer: Path | None = None
    """A table of the user's own places, with the columns of data/gazetteer/places.tsv."""
    time_zone: str = "UTC"
    """IANA name of the zone in which times and days are shown."""
    dim_below: float = 0.6
    """Confidence, 0 to 1, below which a finding is shown as doubtful."""
    analyst: str = ""
    """The name under which decisions are kept; empty for that of the machine's user."""
    faults: tuple[str, ...] = ()
    """What could not be read, in words; the default stands in its place."""

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)


KEYS = tuple(field.name for field in fields(Settings) if field.name != "faults")


def settings_path() -> Path:
    """The settings file, which need not exist."""
    return Path(os.environ.get("DATELINE_SETTINGS") or PROJECT / "dateline.toml")


def cache_folder() -> Path:
    """Where what can be made again is kept: the user's cache; `DATELINE_CACHE` overrides."""
    own = os.environ.get("DATELINE_CACHE")
    if own:
        return Path(own)
    shared = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(shared) if shared else Path.home() / ".cache") / "dateline"


def corpus_path() -> Path:
    """The corpus file in use."""
    named = os.environ.get("DATELINE_CORPUS")
    return Path(named) if named else read_settings().corpus


def read_settings() -> Settings:
    """What is set now. Never raises: what makes no sense is left out and named in `faults`."""
    path = settings_path()
    try:
        state = path.stat()
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        return Settings(faults=(_unreadable(path, error),))
    return _settings(path, (state.st_ino, state.st_size, state.st_mtime_ns))


def write_settings(**changes: object) -> Settings:
    """The settings with these changes, kept in the file; None takes a key out.

    Raises:
        UsageError: a value makes no sense, or the file cannot be read or written; it is untouched.
    """
    from filelock import FileLock, Timeout

    path = settings_path().resolve()
    wanted = {name: _checked(path, name, value) for name, value in changes.items()}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_name(f".{path.name}.lock"), timeout=LOCK_SECONDS):
            _put(path, wanted)
    except Timeout as error:
        raise UsageError(f"{str(path)!r} is being written by another: try again") from error
    except OSError as error:
        raise UsageError(
            f"the settings file {str(path)!r} cannot be written: {error.strerror};"
            " check the folder's rights and the disk"
        ) from error
    return read_settings()


@lru_cache(maxsize=4)
def _settings(path: Path, _mark: tuple[int, int, int]) -> Settings:
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        return Settings(faults=(_unreadable(path, error),))
    read, faults = dict[str, Any](), list[str]()
    for name in (name for name in KEYS if name in given):
        try:
            read[name] = _READERS[name](given[name], path)
        except ValueError as error:
            faults.append(f"{name} is {_shown(given[name])}, {error}: the default is used")
    return Settings(**read, faults=tuple(faults))


def _unreadable(path: Path, error: Exception) -> str:
    said = error.strerror if isinstance(error, OSError) else error
    return f"{path} cannot be read ({said}): the defaults are used; correct it, or move it away"


def _checked(path: Path, name: str, value: object) -> object:
    """The value as the file holds it."""
    if name not in KEYS:
        raise UsageError(f"there is no setting {name!r}: there are {', '.join(KEYS)}")
    if isinstance(value, tuple):
        value = [str(item) for item in value]
    elif isinstance(value, Path):
        value = str(value)
    if value is not None:
        try:
            _READERS[name](value, path)
        except ValueError as error:
            raise UsageError(f"{name} is {_shown(value)}, {error}") from error
    return value


def _put(path: Path, wanted: Mapping[str, object]) -> None:
    document = _document(path)
    for name, value in wanted.items():
        if value is None:
            document.pop(name, None)
        else:
            document[name] = value
    with NamedTemporaryFile(
        "w", encoding="utf-8", newline="\n", dir=path.parent, prefix=f".{path.name}-", delete=False
    ) as file:
        fresh = Path(file.name)
        try:
            file.write(document.as_string())
            file.flush()
            os.fsync(file.fileno())
            if path.exists():
                shutil.copymode(path, fresh)
            fresh.replace(path)
        except BaseException:
            fresh.unlink(missing_ok=True)
            raise


def _document(path: Path) -> TOMLDocument:
    import tomlkit

    if not path.exists():
        document = tomlkit.document()
        document.add(tomlkit.comment(_HEADING))
        document.add(tomlkit.nl())
        return document
    try:
        return tomlkit.parse(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise UsageError(f"{_unreadable(path, error)}. Nothing was changed") from error


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:79] + "\N{HORIZONTAL ELLIPSIS}"


def _switch(value: object, _path: Path) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError("which is neither true nor false")


def _share(value: object, _path: Path) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    raise ValueError("which is no number from 0 to 1")


def _file(value: object, path: Path) -> Path:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise ValueError("which is no path of a file")
    try:
        return path.parent / Path(value).expanduser()
    except RuntimeError as error:
        raise ValueError("whose home folder is not known") from error


def _files(value: object, path: Path) -> tuple[Path, ...]:
    if not isinstance(value, list):
        raise ValueError("which is no list of paths")
    return tuple(dict.fromkeys(_file(item, path) for item in value))


def _geocoder(value: object, _path: Path) -> str:
    if value in GEOCODERS:
        return str(value)
    raise ValueError(f"which is none of {', '.join(GEOCODERS)}")


def _server(value: object, _path: Path) -> str:
    if value == "" or (isinstance(value, str) and _is_address(value)):
        return str(value)
    raise ValueError(
        "which is no web address: write https://host/ or leave it empty;"
        " no user name, question mark or hash"
    )


def _is_address(value: str) -> bool:
    parts = urlsplit(value)
    bare = value.isprintable() and not any(mark in value for mark in " ?#@\\")
    return bare and parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0


def _rate(value: object, _path: Path) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if is_number and 0.1 <= float(str(value)) <= MOST_PER_SECOND:
        return float(str(value))
    raise ValueError(f"which is no number from 0.1 to {MOST_PER_SECOND}")


def _account(value: object, _path: Path) -> str:
    if isinstance(value, str) and re.fullmatch(r"[\w.@+-]{0,60}", value):
        return value
    raise ValueError("which is no user name of letters, digits and . _ - @ +")


def _name(value: object, _path: Path) -> str:
    if isinstance(value, str) and len(value) <= 60 and (value == "" or value.isprintable()):
        return value.strip()
    raise ValueError("which is no name of at most 60 letters")


def _zone(value: object, _path: Path) -> str:
    try:
        return ZoneInfo(value).key if isinstance(value, str) else ZoneInfo("").key
    except (ValueError, OSError, KeyError) as error:
        raise ValueError("which is no time zone of the IANA list, as Asia/Kabul is") from error


_READERS: Mapping[str, Callable[[Any, Path], object]] = {
    "corpus": _file,
    "corpora": _files,
    "network": _switch,
    "geocoder": _geocoder,
    "geocoder_server": _server,
    "geocoder_per_second": _rate,
    "geonames_username": _account,
    "own_gazetteer": _file,
    "time_zone": _zone,
    "dim_below": _share,
    "analyst": _name,
}
