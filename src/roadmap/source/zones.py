"""Time zones: the tables of the IANA database as Python reads them, and the rule that goes on after their end."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo


class ZoneError(Exception):
    """A time zone cannot be used. The message is one line that says why."""


@dataclass(frozen=True, slots=True)
class Zone:
    """``name``: of the IANA database. ``rule``: how its offset changes from now on, as POSIX writes it
    (`CET-1CEST,M3.5.0,M10.5.0/3`, the last line of a TZif file, RFC 9636). ``info``: for arithmetic."""

    name: str
    rule: str
    info: dt.tzinfo

    @property
    def is_utc(self) -> bool:
        return self.rule.startswith("UTC0")


def zone_named(name: str) -> Zone:
    """The time zone called ``name``. Raises ``ZoneError`` where it is unknown or its table has no rule."""
    try:
        info = dt.UTC if name == "UTC" else ZoneInfo(name)  # refuses names that are no names
        rule = "UTC0" if name == "UTC" else _rule(_table(name))
    except (ValueError, OSError, KeyError):  # not found is a KeyError
        raise ZoneError(f"there is no time zone {name!r} on this computer") from None
    if not rule:
        raise ZoneError(f"the table of the time zone {name!r} on this computer ends without a rule")
    return Zone(name, rule, info)


def _table(name: str) -> bytes:
    for folder in TZPATH:
        path = Path(folder, name)
        if path.is_file():
            return path.read_bytes()
    return files("tzdata").joinpath("zoneinfo", name).read_bytes()


def _rule(table: bytes) -> str:
    """The footer; tables of the first version (RFC 9636, section 3) have none."""
    if not table.startswith(b"TZif") or table[4:5] < b"2":
        return ""
    return table.rstrip(b"\n").rpartition(b"\n")[2].decode("ascii")
