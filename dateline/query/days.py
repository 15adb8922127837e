"""Moments as days since 1970-01-01, in a time zone."""

from __future__ import annotations

from datetime import UTC, date, tzinfo

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .ids import Codes

NO_DAY = np.iinfo(np.int32).min
NO_HOUR = -1
DAYS_TO_EPOCH = 719_163
_DAYS = (date.min.toordinal() - DAYS_TO_EPOCH, date.max.toordinal() - DAYS_TO_EPOCH)
A_CLOCK_TIME = "2021-08-19T17:10"
"""The shortest date that states one."""


def days_of(
    published: pd.Series[pd.Timestamp],
    stated: pd.Series[str] | None = None,
    zone: tzinfo = UTC,
) -> Codes:
    """Days since 1970-01-01 in a zone; `NO_DAY` for an undated article.

    Args:
        published: moments, UTC.
        stated: the same as stated; one without a clock time keeps its day in every zone.
    """
    times = pd.to_datetime(published, utc=True, errors="coerce")
    days = _floored(times)
    if stated is not None and zone is not UTC:
        moved = np.clip(_floored(times.dt.tz_convert(zone).dt.tz_localize(None)), *_DAYS)
        days = np.where(stated.str.len() >= len(A_CLOCK_TIME), moved, days)
    return np.where(times.isna(), NO_DAY, days).astype(np.int32)


def minutes_of(
    published: pd.Series[pd.Timestamp], stated: pd.Series[str], zone: tzinfo = UTC
) -> NDArray[np.int16]:
    """Minutes since midnight in a zone; `NO_HOUR` where the date states no clock time."""
    times = pd.to_datetime(published, utc=True, errors="coerce")
    local = times.dt.tz_convert(zone).dt.tz_localize(None).dt.as_unit("s").astype("int64")
    minutes = np.asarray(local, dtype=np.int64) // 60 % 1440
    is_told = (stated.astype("str").str.len() >= len(A_CLOCK_TIME)).to_numpy(
        dtype=bool
    ) & ~times.isna()
    return np.where(is_told, minutes, NO_HOUR).astype(np.int16)


def day_number(iso: str) -> int:
    """Days since 1970-01-01 of an ISO date."""
    return date.fromisoformat(iso).toordinal() - DAYS_TO_EPOCH


def iso_day(number: int) -> str:
    """The ISO date of a day since 1970-01-01."""
    return date.fromordinal(number + DAYS_TO_EPOCH).isoformat()


def _floored(times: pd.Series[pd.Timestamp]) -> NDArray[np.int64]:
    days = times.dt.floor("D").dt.as_unit("s").astype("int64") // 86_400
    return np.asarray(days, dtype=np.int64)
