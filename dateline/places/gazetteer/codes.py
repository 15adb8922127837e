"""GeoNames' feature codes as our kinds of place, with a tier and a usual radius each.

A code that is not here is left out of an import: roads, schools, hotels, wells and the like are
named by their thousands and meant by news hardly ever.
"""

from __future__ import annotations

from typing import NamedTuple

from ...records import Precision
from .drafts import TIER_A_CITY, city_radius_km, precision_of

_AREAS = """
country 300: A.PCL A.PCLD A.PCLF A.PCLI A.PCLIX A.PCLS
continent 3000: L.CONT
region 100: L.RGN L.RGNE L.RGNL
admin1 60: A.ADM1
sea 500: H.SEA H.OCN
desert 100: T.DSRT T.ERG
delta 50: T.DLTA
range 100: T.MTS
islands 50: T.ISLS
"""
_OTHERS = """
historic 100: A.PCLH L.RGNH A.ADM1H A.ADM2H A.ADM3H A.ADM4H A.ADM5H A.ADMDH
admin2 20: A.ADM2
admin3 10: A.ADM3 A.ADM4 A.ADM5 A.ADMD A.PRSH
area 20: A.TERR L.AREA L.PRK L.RESN L.RESW L.TRB V.GRSLD
zone 20: A.ZN A.ZNB A.LTER
city 5: P.PPL P.PPLA P.PPLA2 P.PPLA3 P.PPLA4 P.PPLA5 P.PPLC P.PPLCH P.PPLF P.PPLG P.PPLH P.PPLL
city 5: P.PPLQ P.PPLR P.PPLS P.PPLW P.STLMT
quarter 3: P.PPLX
river 50: H.STM H.STMS H.STMI H.STMM H.STMX H.WAD H.WADS
lake 15: H.LK H.LKS H.LKI H.LKN H.LKSN H.LGN H.RSV
bay 25: H.BAY H.BAYS H.COVE H.FJD H.FJDS H.BGHT
gulf 100: H.GULF
strait 30: H.STRT H.CHN H.CHNM H.SD H.NRWS
canal 20: H.CNL H.CNLN
glacier 15: H.GLCR
marsh 20: H.MRSH H.SWMP H.WTLD H.MGV
reef 10: H.RF H.RFC H.SHOL H.BNK
valley 20: T.VAL T.VALS
gorge 10: T.GRGE T.CNYN T.CNYNS
pass 5: T.PASS T.GAP
peak 5: T.MT T.PK T.PKS T.VLC T.HLL
hills 15: T.HLLS T.UPLD T.RDGE
plain 50: T.PLN T.PLNX T.PLAT T.DPR
corridor 20: T.CRDR
peninsula 50: T.PEN T.PENX
cape 5: T.CAPE T.PT T.HDLD
island 15: T.ISL T.ISLT T.ISLM T.ISLF T.ATOL T.ISTH
coast 30: L.CST L.CSTL
forest 20: V.FRST V.FRSTF
seabed 50: U.BNKU U.BSNU U.CNYU U.PLTU U.RDGU U.RISU U.SMU U.SMSU U.TRGU U.TRNU U.DEPU
airport 5: S.AIRP S.AIRF
base 5: S.AIRB S.INSM S.BRKS L.MILB L.NVB
dam 3: S.DAM S.DAMQ
bridge 2: S.BDG
crossing 3: S.PSTB S.PSTC
prison 2: S.PRN S.PRNJ S.PRNQ
camp 3: S.CMP S.CMPRF L.CMN
battlefield 5: L.BTL
landmark 2: S.CSTL S.FT S.PAL S.MNMT S.RUIN S.ANS S.HSTS S.STDM S.SQR H.FLLS
site 5: S.CTRS S.PS S.PSN S.PSH S.OILR S.MN S.MNQ L.OILF L.GASF L.PRT L.INDS L.LCTY
site 5: L.OAS R.TNL
"""


class Code(NamedTuple):
    kind: str
    is_area: bool
    """Whether its places may be taken from text alone, whoever lives there."""
    radius_km: float

    def tier(self, population: int) -> str:
        """A: may be taken from text alone; B: only with evidence beside it."""
        is_large = self.kind == "city" and population >= TIER_A_CITY
        return "A" if self.is_area or is_large else "B"

    def precision(self, country: str, population: int) -> Precision:
        return precision_of(self.kind, country, population)

    def radius(self, population: int) -> float:
        """Usual kilometres from its point to its edge."""
        return city_radius_km(population) if self.kind == "city" else self.radius_km


def _codes(table: str, is_area: bool) -> dict[str, Code]:
    found = dict[str, Code]()
    for line in table.strip().split("\n"):
        head, _, codes = line.partition(": ")
        kind, radius = head.split(" ")
        found |= {code: Code(kind, is_area, float(radius)) for code in codes.split(" ")}
    return found


CODES = _codes(_AREAS, True) | _codes(_OTHERS, False)
"""By class and code, "P.PPL"."""
