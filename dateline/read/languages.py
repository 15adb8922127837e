"""The language of an article, by its words or by its source's name for it."""

from __future__ import annotations

import tempfile
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from ..errors import ModelError

SAMPLE_CHARACTERS = 2000
LANGUAGES: dict[str, tuple[str, str]] = {
    "ar": ("ara", "arabic"), "bg": ("bul", "bulgarian"), "bn": ("ben", "bengali"),
    "cs": ("ces", "czech"), "da": ("dan", "danish"), "de": ("deu", "german"),
    "el": ("ell", "greek"), "en": ("eng", "english"), "es": ("spa", "spanish"),
    "et": ("est", "estonian"), "fa": ("fas", "persian"), "fi": ("fin", "finnish"),
    "fr": ("fra", "french"), "he": ("heb", "hebrew"), "hi": ("hin", "hindi"),
    "hr": ("hrv", "croatian"), "hu": ("hun", "hungarian"), "id": ("ind", "indonesian"),
    "it": ("ita", "italian"), "ja": ("jpn", "japanese"), "ko": ("kor", "korean"),
    "lt": ("lit", "lithuanian"), "lv": ("lav", "latvian"), "ms": ("msa", "malay"),
    "nl": ("nld", "dutch"), "no": ("nor", "norwegian"), "pl": ("pol", "polish"),
    "ps": ("pus", "pashto"), "pt": ("por", "portuguese"), "ro": ("ron", "romanian"),
    "ru": ("rus", "russian"), "sk": ("slk", "slovak"), "sl": ("slv", "slovenian"),
    "sr": ("srp", "serbian"), "sv": ("swe", "swedish"), "sw": ("swa", "swahili"),
    "ta": ("tam", "tamil"), "th": ("tha", "thai"), "tr": ("tur", "turkish"),
    "uk": ("ukr", "ukrainian"), "ur": ("urd", "urdu"), "vi": ("vie", "vietnamese"),
    "zh": ("zho", "chinese"), "zu": ("zul", "zulu"),
}  # fmt: skip
"""ISO 639-1 code -> ISO 639-3 code and English name of the languages that news is read in here."""
NAMES = {name: code for code, names in LANGUAGES.items() for name in (code, *names)}
OTHER_NAMES = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "chi": "zh", "ger": "de",
               "fre": "fr", "per": "fa", "dut": "nl", "gre": "el", "farsi": "fa", "dari": "fa",
               "mandarin": "zh", "cze": "cs", "slo": "sk", "rum": "ro", "may": "ms"}  # fmt: skip


def language_of(title: str, body: str) -> str:
    """ISO 639-1 code of the language that the words are in, or empty where there are too few.

    Raises:
        ModelError: the model cannot be unpacked.
    """
    sample = f"{title}\n{body[:SAMPLE_CHARACTERS]}"
    if sum(1 for c in sample if c.isalpha()) < 20:
        return ""
    label, _ = _identifier().classify(sample)
    return str(label)


def language_code(name: str) -> str:
    """ISO 639-1 code for "en", "en-GB", "eng" or "English"; empty where it is none we know."""
    plain = name.strip().casefold().replace("_", "-").split("-")[0].strip()
    return NAMES.get(plain) or OTHER_NAMES.get(plain, "")


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    try:
        identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    except OSError as error:
        raise ModelError(
            f"the model that tells languages apart cannot be unpacked: {error.strerror}; free some"
            f" space in {tempfile.gettempdir()!r}, or reinstall py3langid"
        ) from error
    identifier.set_languages(sorted(set(LANGUAGES) & set(identifier.labels)))
    return identifier
