"""News agencies: the names under which they sign, and the name we give them."""

from __future__ import annotations

import re

SIGNATURES: dict[str, tuple[str, ...]] = {
    "AAP": ("AAP", "Australian Associated Press"),
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "ANI": ("ANI", "Asian News International"),
    "ANSA": ("ANSA",),
    "AP": ("AP", "Associated Press", "The Associated Press"),
    "APA": ("APA", "Austria Presse Agentur"),
    "Anadolu": ("Anadolu Agency", "Anadolu", "AA"),
    "Belga": ("Belga",),
    "Bernama": ("Bernama",),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
    "Canadian Press": ("The Canadian Press", "Canadian Press", "CP"),
    "EFE": ("EFE", "Agencia EFE"),
    "IANS": ("IANS", "Indo-Asian News Service"),
    "IRNA": ("IRNA",),
    "Interfax": ("Interfax",),
    "JTA": ("JTA", "Jewish Telegraphic Agency"),
    "Kyodo": ("Kyodo", "Kyodo News"),
    "MENA": ("MENA", "Middle East News Agency"),
    "NTB": ("NTB",),
    "PA": ("PA", "PA Media", "Press Association", "The Press Association"),
    "PAP": ("PAP",),
    "PR Newswire": ("PRNewswire", "PR Newswire", "PRNewswire-FirstCall"),
    "PTI": ("PTI", "Press Trust of India"),
    "Pajhwok": ("Pajhwok", "Pajhwok Afghan News"),
    "RIA Novosti": ("RIA Novosti", "RIA"),
    "Reuters": ("Reuters", "Thomson Reuters"),
    "SANA": ("SANA",),
    "TASS": ("TASS", "ITAR-TASS", "Itar-Tass"),
    "UPI": ("UPI", "United Press International"),
    "Ukrinform": ("Ukrinform",),
    "WAM": ("WAM",),
    "Xinhua": ("Xinhua", "Xinhua News Agency"),
    "Yonhap": ("Yonhap", "Yonhap News Agency"),
    "dpa": ("dpa", "Deutsche Presse-Agentur"),
}
NAMES = {sign.casefold(): name for name, signs in SIGNATURES.items() for sign in signs}
ANY_SIGNATURE = "|".join(
    re.escape(sign) for sign in sorted(sum(SIGNATURES.values(), ()), key=len, reverse=True)
)


def agency_of(signature: str) -> str:
    """Our name of the agency that signs so, or empty."""
    return NAMES.get(signature.strip(" |/()[].,*-–—").casefold(), "")
