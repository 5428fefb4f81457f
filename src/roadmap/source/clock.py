"""The one place where the clock is read."""

from __future__ import annotations

import datetime as dt


def today_in(timezone: str | None) -> dt.date:
    """The present day in an IANA time zone; in UTC where there is none or it is not known."""
    from zoneinfo import ZoneInfo

    try:
        zone: dt.tzinfo = ZoneInfo(timezone) if timezone else dt.UTC
    except (ValueError, OSError, KeyError):  # not found is a KeyError
        zone = dt.UTC
    return dt.datetime.now(zone).date()
