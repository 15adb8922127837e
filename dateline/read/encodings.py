"""Bytes -> text: what a file really is, and which encoding it is in."""

from __future__ import annotations

import codecs
import hashlib
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

MAX_TEXT_BYTES = 100 * 1024 * 1024
"""Largest text or page that is read as one article."""
HEAD_BYTES = 8192
SAMPLE_BYTES = 32 * 1024
CHUNK_BYTES = 1024 * 1024
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, video or WebP file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"ARROW1", "an Arrow file"),
    (b"\x89HDF", "an HDF5 file"),
    (b"\x93NUMPY", "a NumPy array"),
    (b"\x80\x02", "a pickle"),
    (b"\x80\x03", "a pickle"),
    (b"\x80\x04", "a pickle"),
    (b"\x80\x05", "a pickle"),
)
CONTROLS = frozenset(range(0x20)) - frozenset(b"\t\n\r\f\x1b")
WESTERN_MARKS = frozenset(b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa9\xab\xb0\xb7\xbb")
"""Bytes that are punctuation in Windows-1252; alone they do not tell the encodings apart."""

WESTERN_SHARE = 0.05
"""Fewer bytes beyond ASCII than this share speak for English and its neighbours."""
KANA_SHARE = 0.2
"""Hiragana among the letters beyond ASCII that only Japanese has."""
LEGACY = [
    "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "koi8_r", "koi8_u", "cp874", "cp932", "euc_jp", "gb18030", "big5", "cp949",
]  # fmt: skip
"""Encodings that news was published in before UTF-8."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What one pass over a file's bytes tells."""

    sha256: str
    encoding: str
    """A codec that reads the whole file, with replacements at worst."""
    lines: int
    """Lines, the last one counted where it has no end."""
    rows: int | None
    """Lines below the first, one that a quoted cell goes on in left out; None where a quotation
    mark is left open."""


def survey(path: Path) -> Survey:
    """The file's digest, encoding and lines, in one pass that holds a megabyte at a time.

    Raises:
        OSError: the file cannot be read.
    """
    digest, head, doubtful, count = hashlib.sha256(), b"", b"", _Lines()
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            digest.update(chunk)
            count.add(chunk)
            head = head or chunk[:SAMPLE_BYTES]
            if not doubtful and not _decodes(decoder, chunk):
                doubtful = chunk
    found = encoding_of(doubtful) if doubtful else "utf-8"
    encoding = _marked(head) or _wide(head) or found
    return Survey(digest.hexdigest(), encoding, count.lines, count.rows)


class _Lines:
    """Line ends counted, those inside quotation marks apart."""

    def __init__(self) -> None:
        self._ends = self._ends_inside = 0
        self._is_open = False
        self._last = b"\n"

    def add(self, chunk: bytes) -> None:
        pieces = chunk.split(b'"')
        self._ends += chunk.count(b"\n")
        self._ends_inside += sum(piece.count(b"\n") for piece in pieces[not self._is_open :: 2])
        self._is_open ^= len(pieces) % 2 == 0
        self._last = chunk[-1:]

    @property
    def lines(self) -> int:
        return self._ends + (self._last != b"\n")

    @property
    def rows(self) -> int | None:
        return None if self._is_open else max(self.lines - self._ends_inside - 1, 0)


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes) -> bool:
    try:
        decoder.decode(chunk)
    except UnicodeDecodeError:
        return False
    return True


def decode(data: bytes, declared: str = "") -> str:
    """The text of the bytes; what no encoding explains becomes U+FFFD.

    Args:
        data: a whole file.
        declared: the encoding that the file states, believed where it fits.
    """
    marked = _marked(data)
    if not marked and declared and _fits(data, declared):
        return data.decode(declared)
    return data.decode(marked or encoding_of(data), "replace")


def glance(head: bytes) -> str:
    """The first bytes of a file as text, good enough to see ASCII markup in."""
    return head.decode(_marked(head) or _wide(head) or "latin-1", "replace")


def encoding_of(data: bytes) -> str:
    """The codec that reads the bytes best."""
    if marked := _marked(data) or _wide(data):
        return marked
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for c in text if c > "\x7f") - broken
    return "utf-8" if whole >= broken else _legacy(data)


def binary_kind(head: bytes) -> str:
    """What the bytes are in words ("a PDF document") where they are no text, else empty."""
    for signature, kind in SIGNATURES:
        if head.startswith(signature):
            return kind
    if _marked(head) or _wide(head):
        return ""
    sample = head[:HEAD_BYTES]
    controls = sum(1 for byte in sample if byte in CONTROLS)
    return "binary data" if controls > 3 and controls * 20 > len(sample) else ""


def _marked(data: bytes) -> str:
    return next((codec for mark, codec in BYTE_ORDER_MARKS if data.startswith(mark)), "")


def _wide(data: bytes) -> str:
    sample = data[:HEAD_BYTES]
    half = len(sample) // 2
    if half < 4:
        return ""
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if second > half * 0.7 and first < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if first > half * 0.7 and second < half * 0.05 else ""


def _fits(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except (LookupError, ValueError, TypeError):
        return False
    return True


def _legacy(data: bytes) -> str:
    first = next((i for i, byte in enumerate(data) if byte > 0x7F), 0)
    sample = data[max(0, first - SAMPLE_BYTES // 2) :][:SAMPLE_BYTES]
    high = [byte for byte in sample if byte > 0x7F]
    if WESTERN_MARKS.issuperset(high) or len(high) < len(sample) * WESTERN_SHARE:
        return "cp1252"
    if japanese := next((codec for codec in ("cp932", "euc_jp") if _has_kana(sample, codec)), ""):
        return japanese
    best = from_bytes(sample, cp_isolation=LEGACY).best()
    return best.encoding if best else "cp1252"


def _has_kana(sample: bytes, codec: str) -> bool:
    foreign = [c for c in sample.decode(codec, "replace") if c > "\x7f"]
    kana = sum(1 for c in foreign if "\u3041" <= c <= "\u3096")
    return kana > len(foreign) * KANA_SHARE
