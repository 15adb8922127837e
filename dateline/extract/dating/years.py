"""Rules for years, decades and centuries, of this era and of others."""

from __future__ import annotations

import re
from datetime import date, timedelta

from .calendars import islamic_day, islamic_year, persian_day, persian_year
from .dates import BEFORE_A_DATE, full_year
from .grammar import ORDINALS, Meaning, dated, rule
from .reading import TIME_LABELS, Reading

_CONTINUES = re.compile(r" ?(?:-|to|and|until|through) ?")
_WORDED = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9,
}  # fmt: skip
_SOLAR_MONTHS = (
    "hamal|farvardin", "saw?u?r|ordibehesht", "jawza|khordad", "saratan|tir", "asad|mordad",
    "sunbulah?|shahrivar", "mizan|mehr", "aqrab|aban", "qaws|azar", "jadi|dey", "dalwa?|bahman",
    "hu?oo?t|esfand",
)  # fmt: skip
_LUNAR_MONTHS = (
    "muharram", "safar", "rabi(?:' ?| )al-awwal", "rabi(?:' ?| )al-thani", "jumada al-awwal",
    "jumada al-thani", "rajab", "sha'?ban", "ramad(?:h)?[ai]n|ramazan", "shawwal",
    "dh[ui]'?l?[ -](?:al-)?qa'?dah", "dh[ui]'?l?[ -](?:al-)?hijjah",
)  # fmt: skip
_MONTHS = "|".join((*_SOLAR_MONTHS, *_LUNAR_MONTHS))
_HIJRI = r"1[2-5]\d\d(?!\d)"
_CALENDAR = r"(?:solar|lunar|shamsi|qamari|hijri|persian|afghan|iranian|islamic)"
_AFTER = (
    rf" ?(?:a\.?h\.?s?(?![\w-])\.?|s\.h\.|sh(?!\w)|h(?!\w))"
    rf"| (?:hijri|shamsi|qamari)(?: {_CALENDAR})?"
    rf"| solar(?= ?[.,;:)]|$| hijri| year)(?: hijri)?"
    rf"| (?:in|of|on|by) the (?:{_CALENDAR} )+calendar"
)
_LEADS = rf"(?:the )?{_CALENDAR}(?: {_CALENDAR})*(?: calendar)? year "
OTHER_ERA = re.compile(rf"\b{_HIJRI}(?:{_AFTER})|\b{_LEADS}{_HIJRI}")
_FIRST_WORDS = """
    muharram safar rabi'? jumada rajab sha'?ban ramadan ramadhan ramazan shawwal dh[ui]'?l?
    solar lunar shamsi qamari hijri persian afghan iranian islamic a\\.d\\. ad roaring
    (?:nineteen|eighteen)-\\w+
"""
FIRST_WORDS = "|".join((*_SOLAR_MONTHS, *_FIRST_WORDS.split(), *_WORDED)).split("|")


@rule(r"YEAR(?!'?s\b)(?:(?=-(?:\d\d|\d{4})\b)|(?![.:/-]\d))")
def year(match: re.Match[str], at: Reading) -> Meaning | None:
    if not _is_year(match, at):
        return None
    if at.thread.era and match["year"][:2] in ("13", "14"):
        return _hijri_year(int(match["year"]), at.thread.era)
    return dated(match["year"])


@rule(r"'(?P<short>\d\d)")
def short_year(match: re.Match[str], at: Reading) -> Meaning | None:
    before = at.folded[max(0, match.start() - 12) : match.start()]
    if not BEFORE_A_DATE.search(before):
        return None
    if at.leans_back() and at.thread.year:
        return dated(f"{at.thread.year // 100:02d}{match['short']}")
    return dated(f"{full_year(match['short']):04d}")


def _is_year(match: re.Match[str], at: Reading) -> bool:
    """Whether four digits are a year: by what stands before and after, and the model's word."""
    start, end = match.span()
    if at.folded.strip() == match[0] or _CONTINUES.fullmatch(at.folded[at.last_end : start]):
        return True
    before = at.folded[max(0, start - 12) : start]
    after = at.words(end, min(end + 2, len(at.text)))
    if after and after[-1].tag_ == "NNS" and not re.search(r"\b(?:the|its|in|his|'s) $", before):
        return False
    if at.label(start, end) in TIME_LABELS:
        return True
    if at.label(start, end) in ("MONEY", "PERCENT", "QUANTITY"):
        return False
    if re.match(r"-(?:1\d|20)\d\d\b", at.folded[end : end + 5]):
        return True
    return bool(BEFORE_A_DATE.search(before)) or start == 0


@rule(
    r"(?P<n>\d{1,4}) ?(?:(?P<bc>b\.?c\b\.?(?:e\b\.?)?)|(?P<ad>a\.d\.|ad|c\.e\.|ce)(?!\w))"
    r"|(?:a\.d\.|ad) (?P<n2>\d{1,4})|(?:the )?year (?P<n3>\d{3})(?!\d)"
)
def year_of_era(match: re.Match[str], at: Reading) -> Meaning | None:
    """500 BC (before the calendar's first day), AD 642, 870 CE, the year 711."""
    era = re.search(r"[A-Za-z][A-Za-z.]*$|^[A-Za-z.]+", at.text[match.start() : match.end()])
    number = int(match["n"] or match["n2"] or match["n3"])
    if not match["n3"] and not (era and era[0].isupper()):
        return None
    return Meaning("DATE", f"BC{number:04d}") if match["bc"] else dated(f"{number:04d}")


@rule(
    rf"(?:the )?DAY (?:of )?(?P<month>{_MONTHS})(?:,? (?P<year>{_HIJRI}))?(?: ?a\.?h\b)?"
    rf"|(?P<month2>{_MONTHS}) DAY2(?:,? (?P<year2>{_HIJRI}))?(?: ?a\.?h\b)?"
)
def hijri_day(match: re.Match[str], at: Reading) -> Meaning | None:
    """28 Asad 1400, a day of the solar year; 10 Muharram 1443, of the lunar, a day of doubt."""
    name = match["month"] or match["month2"]
    group = "month" if match["month"] else "month2"
    if not at.capital(match, group):
        return None
    day = int(re.sub(r"\D", "", match["day"] or match["day2"]))
    solar = _month_of(name, _SOLAR_MONTHS)
    written = match["year"] or match["year2"]
    if solar:
        return dated(persian_day(int(written), solar, day).isoformat()) if written else None
    years = [int(written)] if written else _hijri_years_near(at)
    days = [islamic_day(one, _month_of(name, _LUNAR_MONTHS) or 1, day) for one in years]
    now = at.now()
    best = min(days, key=lambda one: abs(one - now) if now else one - one, default=None)
    return _doubtful(best) if best else Meaning("DATE", "XXXX-XX-XX")


@rule(
    rf"{_LEADS}(?P<h>{_HIJRI})|(?:the year )?(?P<h2>{_HIJRI})(?P<after>{_AFTER})"
    r"|(?P<h3>\d{2,3}) ?a\.?h\b\.?(?![\w-])"
)
def hijri_year(match: re.Match[str], at: Reading) -> Meaning | None:
    """1443 AH, the solar year 1400: an open value, since it covers parts of two of our years."""
    if match["after"] == "h" and not at.text[match.end() - 1].isupper():
        return None
    if match["h3"] and not at.text[match.start() : match.end()].rstrip(".").endswith("H"):
        return None
    return _hijri_year(int(match["h"] or match["h2"] or match["h3"]), era_of(match[0]))


def era_of(words: str) -> str:
    """Solar or lunar, by the folded words around a year of the Hijra."""
    is_solar = re.search(r"solar|shamsi|persian|afghan|iranian|s\.?h\b|ahs", words)
    return "solar" if is_solar else "lunar"


def _hijri_year(number: int, era: str) -> Meaning:
    return Meaning("DATE", "XXXX", (persian_year if era == "solar" else islamic_year)(number))


def _hijri_years_near(at: Reading) -> list[int]:
    now = at.now()
    about = (now.year - 622) * 33 // 32 if now else 0
    return list(range(about, about + 3)) if about > 0 else []


def _month_of(name: str, months: tuple[str, ...]) -> int | None:
    return next((n for n, form in enumerate(months, 1) if re.fullmatch(form, name)), None)


def _doubtful(day: date) -> Meaning:
    doubt = timedelta(days=1)
    return Meaning("DATE", day.isoformat(), (day - doubt, day + doubt))


@rule(r"(?:the )?(?P<decade>(?:1\d|20)\d)0'?s|(?:the )?'(?P<short>\d)0s")
def decade(match: re.Match[str], _at: Reading) -> Meaning | None:
    return dated(match["decade"] or f"{full_year(match['short'] + '0') // 10}")


@rule(
    rf"(?:the )?(?:roaring )?(?:(?P<century>nineteen|eighteen)[ -])?(?P<ten>{'|'.join(_WORDED)})"
    r"|(?:the )(?P<ten0>noughties)"
)
def worded_decade(match: re.Match[str], at: Reading) -> Meaning | None:
    """The Sixties; no age ("in his eighties") and no heat ("in the eighties" of degrees)."""
    if match["century"]:
        return dated(_decade_in(match))
    if match["ten0"]:
        return dated("200")
    is_named = at.text[match.start("ten")].isupper() or "roaring" in match[0]
    is_dated = at.label(*match.span("ten")) == "DATE" and not _is_of_heat(match, at)
    before = at.folded[max(0, match.start() - 9) : match.start()]
    leads = re.search(r"(?:\b(?:in|of|since|during|from|by|early|late|mid)[ -]|^)$", before)
    if not match[0].startswith("the ") or not leads or not (is_named or is_dated):
        return None
    return dated(_decade_in(match))


def _is_of_heat(match: re.Match[str], at: Reading) -> bool:
    return bool(
        re.search(
            r"temperature|degrees|highs|lows",
            at.folded[max(0, match.start() - 60) : match.end() + 40],
        )
    )


def _decade_in(match: re.Match[str]) -> str:
    return f"{'18' if match['century'] == 'eighteen' else '19'}{_WORDED[match['ten']]}"


@rule(r"(?:the )?(?:ORDINAL|(?P<number>\d{1,2})(?:st|nd|rd|th))[ -]centur(?:y|ies)(?P<bc> b\.?c)?")
def century(match: re.Match[str], _at: Reading) -> Meaning | None:
    return None if match["bc"] else _century(match)


@rule(
    r"(?:the )?(?:ORDINAL|(?P<number>\d{1,2})(?:st|nd|rd|th))"
    r"(?=(?: (?:and|or|to) |-| ?, )(?:the )?(?:early |late )?[\w-]+[ -]centur(?:y|ies)\b)"
)
def first_century(match: re.Match[str], _at: Reading) -> Meaning | None:
    """The 17th of "the 17th and 18th centuries"."""
    return _century(match)


def _century(match: re.Match[str]) -> Meaning:
    ordinal = int(match["number"]) if match["number"] else ORDINALS[match["ordinal"]]
    return dated(f"{ordinal - 1:02d}")


RULES = (
    year, short_year, hijri_year, hijri_day, year_of_era, decade, worded_decade, first_century,
    century,
)  # fmt: skip
