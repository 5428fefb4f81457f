#!/usr/bin/env python3
"""Write src/roadmap/model/holiday_tables from the installed `holidays` package.

    python .ci/make-holiday-tables.py

Run it after the package was updated, look at what changed, and commit it.
The README beside the tables explains the format.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import holidays

from roadmap.model.holidays import known_codes, names_from_package

YEARS = range(2020, 2036)
COUNTRIES = """
AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK
CH GB IS LI NO RS TR UA
AR BR CA CL CO MX US
AE AU CN HK IL IN JP KR NZ SG TW ZA
"""
TABLES = Path(__file__).resolve().parent.parent / "src" / "roadmap" / "model" / "holiday_tables"

Days = dict[dt.date, str]

MODULE = '''"""Ready tables of public holidays, written by `.ci/make-holiday-tables.py`; README explains them."""

VERSION = "{version}"
FIRST_YEAR, LAST_YEAR = {first}, {last}
CODES = """{countries}"""
COUNTRIES = frozenset(CODES.split())
'''


def public_holidays(code: str) -> Days:
    return {dt.date.fromordinal(day): name for year in YEARS for day, name in names_from_package(code, year).items()}


def lines(days: Days) -> list[str]:
    """One line a name, in the order of the first day; `*` stands for all years of the table."""
    by_name: dict[str, list[dt.date]] = {}
    for day in sorted(days):
        by_name.setdefault(days[day], []).append(day)
    return [f"{name}\t{' '.join(tokens(found))}" for name, found in by_name.items()]


def tokens(days: list[dt.date]) -> list[str]:
    if len(days) == len(YEARS) and len({(day.month, day.day) for day in days}) == 1:
        return [f"*-{days[0]:%m-%d}"]
    return [day.isoformat() for day in days]


def section(code: str) -> list[str]:
    days = public_holidays(code)
    if "-" not in code:
        return [f"[{code}]", *lines(days)]
    whole = public_holidays(code[:2])
    missing = {day: "-" for day in whole if day not in days}
    return [f"[{code}]", *lines(missing), *lines({day: name for day, name in days.items() if whole.get(day) != name})]


def main() -> None:
    for old in TABLES.glob("*.txt"):
        old.unlink()
    for country in COUNTRIES.split():
        codes = sorted(code for code in known_codes() if code.startswith(country))
        text = "\n".join(line for code in codes for line in section(code)) + "\n"
        (TABLES / f"{country}.txt").write_text(text, encoding="utf-8", newline="\n")
    module = MODULE.format(
        version=holidays.__version__,
        first=YEARS[0],
        last=YEARS[-1],
        countries=COUNTRIES,
    )
    (TABLES / "__init__.py").write_text(module, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
