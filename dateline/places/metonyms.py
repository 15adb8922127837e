"""Capitals that stand for their governments: "Moscow has been cautious"."""

from __future__ import annotations

import re

from ..records import Place
from .relations import line_before

CAPITALS = {
    "AE": "Abu Dhabi", "AF": "Kabul", "AM": "Yerevan", "AR": "Buenos Aires", "AT": "Vienna",
    "AU": "Canberra", "AZ": "Baku", "BD": "Dhaka", "BE": "Brussels", "BG": "Sofia",
    "BR": "Brasilia", "BY": "Minsk", "CA": "Ottawa", "CN": "Beijing", "CO": "Bogota",
    "CU": "Havana", "DE": "Berlin", "DK": "Copenhagen", "EG": "Cairo", "ER": "Asmara",
    "ES": "Madrid", "ET": "Addis Ababa", "FI": "Helsinki", "FR": "Paris", "GB": "London",
    "GE": "Tbilisi", "GR": "Athens", "HR": "Zagreb", "HU": "Budapest", "ID": "Jakarta",
    "IE": "Dublin", "IL": "Jerusalem", "IN": "New Delhi", "IQ": "Baghdad", "IR": "Tehran",
    "IT": "Rome", "JO": "Amman", "JP": "Tokyo", "KE": "Nairobi", "KP": "Pyongyang",
    "KR": "Seoul", "LT": "Vilnius", "LV": "Riga", "LY": "Tripoli", "MA": "Rabat",
    "MD": "Chisinau", "MX": "Mexico City", "NO": "Oslo", "PH": "Manila", "PK": "Islamabad",
    "PL": "Warsaw", "QA": "Doha", "RO": "Bucharest", "RS": "Belgrade", "RU": "Moscow",
    "RW": "Kigali", "SA": "Riyadh", "SD": "Khartoum", "SE": "Stockholm", "SY": "Damascus",
    "TH": "Bangkok", "TN": "Tunis", "TR": "Ankara", "TW": "Taipei", "UA": "Kyiv",
    "US": "Washington", "VE": "Caracas", "VN": "Hanoi", "XK": "Pristina", "ZA": "Pretoria",
    "ZW": "Harare",
}  # fmt: skip
"""ISO codes and the capitals that news names for the governments that sit there."""
_ACT = (
    r"(?:accus|announc|agre|back|believ|blam|block|call(?:s|ed)\s(?:for|on)\b|claim|condemn"
    r"|consider|criticis|criticiz|demand|den(?:y|ies|ied)|deploy|fear|hop(?:e|es|ed)\b|impos|insist"
    r"|offer|oppos|pledg|promis|protest|recogni[sz]|refus|reject|respond|retaliat|said|say|seek"
    r"|sought|severed|support|suspend|threaten|trad(?:e|ed)\s|urg|view|vow|want|warn|withdr"
    r"|recall|expell|is\s(?:seeking|considering|trying|cautious|concerned|worried|ready|willing)"
    r"|(?:has|have|had)\s(?:been\s)?(?:\w+ly\s)?(?:accus|agreed|backed|cautious|condemn|critici"
    r"|denied|impos|insisted|offered|pledged|promised|refused|rejected|repeatedly|said|sought"
    r"|supported|threaten|urged|vowed|wanted|warned|yet\sto))"
)
_AFTER = re.compile(rf"(?:\sand\s[A-Z][\w’'-]+(?:\s[A-Z]\w+)?)?\s(?:also\s|\w+ly\s)?{_ACT}")
_POWER = re.compile(
    r"(?:['’]s?\s|\s|-)(?:administration|ally|allies|ambassador|backed|backing|demands?|envoy"
    r"|foreign\spolicy|government|interests|invasion|policy|position|stance|support)\b"
)
_TIES = re.compile(
    r"\b(?i:ties|relations|talks|tensions|dialogue|alliance|rift|row|war\sof\swords|diplomacy)\s"
    r"(?:\w+\s)?(?:between|with)\s(?:[A-Z][\w’'-]+(?:\s[A-Z]\w+)?\sand\s)?$"
)
_PRO = re.compile(r"\b(?:pro|anti)-$")
_PLACED = re.compile(r"\b(?:in|at|near|from|outside|around|to|of|across|into|leaving)\s(?:the\s)?$")


def government_of(place: Place, text: str, start: int, end: int) -> str:
    """ISO code of the country whose government a capital's name stands for here, or empty.

    **Misses:** verbs that people and towns share ("Moscow waits"); governments named for a
    building ("the Kremlin"), which are no places here; capitals of small states.
    """
    country = place.country
    if place.kind != "city" or not country or not _is_capital(place, text[start:end]):
        return ""
    before = line_before(text, start)
    if _PRO.search(before) or _POWER.match(text, end, end + 30):
        return country
    if _TIES.search(before):
        return country
    is_subject = _AFTER.match(text, end, end + 60) is not None
    return country if is_subject and not _PLACED.search(before) else ""


def _is_capital(place: Place, surface: str) -> bool:
    capital = CAPITALS.get(place.country, "")
    return bool(capital) and (capital in {place.name, surface} or place.name.startswith(capital))
