"""The one place where the clock is read."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress


def today_in(timezone: str | None) -> dt.date:
    """The present day in an IANA time zone; in UTC where there is none or it is not known."""
    zone: dt.tzinfo = dt.UTC
    if timezone:
        from zoneinfo import ZoneInfo

        with suppress(ValueError, OSError, KeyError):  # not found is a KeyError
            zone = ZoneInfo(timezone)
    return dt.datetime.now(zone).date()
