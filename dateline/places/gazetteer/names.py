"""Names as keys: one spelling for "U.S.", "Côte d'Ivoire" and "Saint Petersburg"."""

from __future__ import annotations

import re
import unicodedata

MAX_WORDS = 7
_ROMANISED = (
    "AE AF AM AZ BD BG BH BT CN DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY"
    " MA MM MN MR NP OM PK PS QA RU SA SD SY TH TJ TM TN TW UA UZ YE"
)
ROMANISED = frozenset(_ROMANISED.split())
"""Countries whose names are written in English without the marks of their romanisation."""
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ŋ": "ng",
        "ə": "e",
        "ħ": "h",
        "ŧ": "t",
    }
)
_ROMANISATION_MARKS = str.maketrans("", "", "‘ʻʼʿʾʹ")
_APOSTROPHES = "'’‘`ʻʼʿʾ´ʹ′"
_INNER_APOSTROPHE = re.compile(rf"[{_APOSTROPHES}]")
_POSSESSIVE = re.compile(rf"(?:[{_APOSTROPHES}]s?)$", re.IGNORECASE)
_ACRONYM = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_PLAIN = re.compile(r"[a-z]+(?: [a-z]+)*")
_OTHER = re.compile(r"[\W_]+")
_OPENING = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_LATIN_KEY = re.compile(r"(?=.*[a-z])[a-z0-9 ]+")


def normalise(name: str) -> str:
    """The look-up key of a name: no case, marks, apostrophes or punctuation; "St." opens as Saint.

    "U.S." and "US" share the key "us". A key may be empty. Lone surrogates are dropped.
    """
    key = name.casefold()
    if not _PLAIN.fullmatch(key):
        key = _fold(key)
    first, space, rest = key.partition(" ")
    if space and first in _OPENING:
        return f"{_OPENING[first]} {rest}"
    return key


def _fold(name: str) -> str:
    plain = name
    if not name.isascii():
        parts = unicodedata.normalize("NFKD", name)
        plain = "".join(
            c for c in parts if not unicodedata.combining(c) and not "\ud800" <= c <= "\udfff"
        )
        plain = plain.casefold().translate(_LETTERS)
    plain = _INNER_APOSTROPHE.sub("", plain)
    plain = _ACRONYM.sub(lambda m: m.group().replace(".", "") + " ", plain)
    return _OTHER.sub(" ", plain).strip()


def without_possessive(surface: str) -> str:
    """The surface with no "'s" or closing apostrophe."""
    return _POSSESSIVE.sub("", surface)


def key_of(name: str, is_primary: bool) -> str:
    """The key under which a package's name is kept, or empty where it is only noise.

    **Misses:** names in other scripts than Latin, names of one or two letters, alternates that
    are three capitals (airport codes), names of more than `MAX_WORDS` words.
    """
    if "\u0370" <= name[:1] < "\u1e00" or name[:1] > "\u2100":
        return ""
    if not is_primary and len(name) == 3 and name.isupper():
        return ""
    key = normalise(name)
    if len(key) <= 2 or not _LATIN_KEY.fullmatch(key) or key.count(" ") >= MAX_WORDS:
        return ""
    return key


def english_form(name: str, country: str) -> str:
    """The name without marks of romanisation: "Kandahār" in AF is "Kandahar"."""
    if country not in ROMANISED or name.isascii():
        return name
    parts = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in parts if not unicodedata.combining(c))
    return plain.translate(_ROMANISATION_MARKS).strip()


def slug(name: str) -> str:
    """The name as part of an id: "Panjshir Valley" is "panjshir-valley"."""
    return normalise(name).replace(" ", "-")
