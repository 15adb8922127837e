"""Days that each country keeps on its own date, and the words that name the country."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from .feasts import Keeping, by_weekday, fixed

_INDEPENDENCE = """
    AF 8-19 AM 9-21 AO 11-11 AR 7-9 AZ 5-28 BD 3-26 BG 9-22 BO 8-6 BR 9-7 BW 9-30 BY 7-3 CD 6-30
    CI 8-7 CL 9-18 CO 7-20 CY 10-1 DZ 7-5 EC 8-10 EE 2-24 ER 5-24 FI 12-6 GE 5-26 GH 3-6 GR 3-25
    GT 9-15 HN 9-15 HT 1-1 ID 8-17 IN 8-15 IQ 10-3 JM 8-6 JO 5-25 KE 12-12 KG 8-31 KH 11-9 KZ 12-16
    LB 11-22 LK 2-4 LT 2-16 LV 11-18 LY 12-24 MA 11-18 MD 8-27 ML 9-22 MM 1-4 MW 7-6 MX 9-16
    MY 8-31 MZ 6-25 NA 3-21 NE 8-3 NG 10-1 NI 9-15 PE 7-28 PH 6-12 PK 8-14 PL 11-11 RW 7-1 SD 1-1
    SN 4-4 SO 7-1 SS 7-9 SV 9-15 SY 4-17 TD 8-11 TJ 9-9 TM 9-27 TN 3-20 TT 8-31 TZ 12-9 UA 8-24
    UG 10-9 US 7-4 UY 8-25 UZ 9-1 VE 7-5 ZM 10-24 ZW 4-18
"""
_VICTORY = "AM 5-9 AZ 5-9 BD 12-16 BY 5-9 FR 5-8 KG 5-9 KZ 5-9 MD 5-9 RU 5-9 TJ 5-9 TR 8-30 UZ 5-9"
_NATIONAL = """
    AE 12-2 AT 10-26 BE 7-21 BH 12-16 CH 8-1 CN 10-1 ES 10-12 FR 7-14 HU 8-20 KW 2-25 OM 11-18
    QA 12-18 RO 12-1 SA 9-23 SE 6-6 SG 8-9 TW 10-10 VN 9-2
"""
_REPUBLIC = "IN 1-26 IT 6-2 KZ 10-25 TR 10-29"
_CONSTITUTION = """
    DK 6-5 ES 12-6 IN 11-26 JP 5-3 KR 7-17 KZ 8-30 MX 2-5 NO 5-17 PL 5-3 TJ 11-6 UA 6-28 US 9-17
    UZ 12-8
"""
_UNITY = "DE 10-3 RU 11-4"
_LIBERATION = "BG 3-3 IT 4-25 KR 8-15 NL 5-5"
_NAMES = """
    AE emirat\\w+|u\\.?a\\.?e\\.? AF afghan\\w* AM armenian?s? AO angolan?s? AR argentin\\w+
    AT austrian?s? AZ azerbaijan\\w* BD bangladesh\\w* BE belgi\\w+ BG bulgarian?s? BH bahrain\\w*
    BO bolivian?s? BR brazil\\w* BW botswana BY belarus\\w* CA canad\\w+ CD congo\\w*
    CH switzerland|swiss CI ivorian|ivory_coast CL chilean?s? CN china|chinese CO colombian?s?
    CY cypr\\w+ DE german\\w* DK denmark|danish DZ algerian?s? EC ecuador\\w* EE estonian?s?
    ER eritrean?s? ES spain|spanish FI finland|finnish FR france|french GE georgian?s?
    GH ghana\\w* GR greece|greeks? GT guatemala\\w* HN hondura\\w+ HT haitian?s?|haiti
    HU hungar\\w+ ID indonesian?s? IN indian?s? IQ iraqi?s? IT ital\\w+ JM jamaican?s?
    JO jordanian?s?|jordan JP japan\\w* KE kenyan?s? KG kyrgyz\\w* KH cambodian?s?
    KR south_korean?s?|seoul KW kuwaiti?s? KZ kazakh\\w* LB leban\\w+ LK sri_lankan?s?
    LT lithuanian?s? LV latvian?s? LY libyan?s? MA morocc\\w+ MD moldovan?s? ML malian?s?|mali
    MM myanmar|burm\\w+ MW malawi\\w* MX mexic\\w+ MY malaysian?s? MZ mozambi\\w+ NA namibian?s?
    NE niger NG nigerian?s? NI nicaragua\\w* NL netherlands|dutch NO norw\\w+ NP nepal\\w*
    OM omani?s? PE peru\\w* PH philippines|filipin\\w+ PK pakistan\\w* PL poland|polish|poles
    QA qatari?s? RO romanian?s? RU russian?s?|soviet|moscow RW rwandan?s? SA saudis? SD sudan\\w*
    SE swed\\w+ SG singapore\\w* SN senegal\\w* SO somali\\w* SS south_sudan\\w* SV salvador\\w*
    SY syrian?s? TD chad\\w* TJ tajik\\w* TM turkm\\w+ TN tunisian?s? TR turk\\w+ey|turk(?:s|ish)?
    TT trinidad\\w* TW taiwan\\w* TZ tanzanian?s? UA ukrain\\w+ UG uganda\\w*
    US united_states|american?s?|u\\.s\\. UY uruguay\\w* UZ uzbek\\w* VE venezuela\\w*
    VN vietnam\\w* ZM zambian?s? ZW zimbabwe\\w*
"""
_PAIRS = dict(zip(_NAMES.split()[::2], _NAMES.split()[1::2], strict=True))
_COUNTRY = re.compile(
    "|".join(rf"\b(?P<{code}>{form.replace('_', ' ')})(?!\w)" for code, form in _PAIRS.items())
)
_DOMAIN = re.compile(r"//[^/]*\.([a-z]{2})(?:[:/ ]|$)")


def _dates(listed: str) -> dict[str, Keeping]:
    words = listed.split()
    days = {code: day.split("-") for code, day in zip(words[::2], words[1::2], strict=True)}
    return {code: fixed(int(month), int(day)) for code, (month, day) in days.items()}


NATIONAL: dict[str, dict[str, Keeping]] = {
    "independence day": _dates(_INDEPENDENCE),
    "victory day": _dates(_VICTORY),
    "national day": _dates(_NATIONAL),
    "republic day": _dates(_REPUBLIC),
    "constitution day": _dates(_CONSTITUTION),
    "unity day": _dates(_UNITY),
    "liberation day": _dates(_LIBERATION),
    "labour day": {"CA": by_weekday(9, 0, 1), "IN": fixed(5, 1), "PK": fixed(5, 1)},
    "thanksgiving": {"CA": by_weekday(10, 0, 2), "US": by_weekday(11, 3, 4)},
}
"""What a day is called -> the country, ISO 3166-1 -> when it is kept."""
DEFAULT = {"thanksgiving": "US"}
"""Whose day is meant where no country is named."""


def near_keeping(name: str, around: str, at: int) -> Keeping | None:
    """How the country named nearest keeps a day, or None where no country that has it is.

    Args:
        name: the day, as in `NATIONAL`.
        around: folded words among which the country may stand.
        at: where in them the day is named.
    """
    kept = NATIONAL[name]
    named = [
        (abs(m.start() - at), code) for m in _COUNTRY.finditer(around) if (code := _code(m)) in kept
    ]
    return kept[min(named)[1]] if named else None


@lru_cache(maxsize=16)
def far_keeping(name: str, told: tuple[str, ...]) -> Keeping | None:
    """How the country that a text is mostly about keeps a day, the first of several that has one.

    Args:
        told: folded texts, the last one the outlet's name and address.
    """
    kept = NATIONAL[name]
    for text in told:
        counts = Counter(code for m in _COUNTRY.finditer(text) if (code := _code(m)) in kept)
        if counts and 2 * max(counts.values()) > counts.total():
            return kept[counts.most_common(1)[0][0]]
    domain = _DOMAIN.search(told[-1])
    codes = (domain[1].upper() if domain else "", DEFAULT.get(name, ""))
    return next((kept[code] for code in codes if code in kept), None)


def _code(named: re.Match[str]) -> str:
    return named.lastgroup or ""
