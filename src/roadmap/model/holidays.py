"""Public holidays by ISO 3166 code: `DE`, `DE-BE`.

They are those of the `holidays` package, observed days included. Because importing it takes longer than checking a
whole plan, the usual countries and years are read from ready tables beside this module; only others import the package.
Before the first and after the last year that the package knows of a country, that country has no holidays.
Names are English where the package has them so, whatever the locale, because the same plan must give the same bytes.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from roadmap.model import holiday_tables

_CODE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?", re.ASCII)
_TABLES = Path(__file__).parent / "holiday_tables"

Names = Mapping[int, str]
"""Ordinal of a day to the name of its holiday, all days of one year."""


def table_version() -> str:
    """The version of the `holidays` package that the tables were made from."""
    return holiday_tables.VERSION


def is_known(code: str) -> bool:
    """Whether ``code`` is a country or subdivision whose holidays are known. Case counts."""
    if not _CODE.fullmatch(code):
        return False
    if code[:2] in holiday_tables.COUNTRIES:
        return _section(code) is not None
    return code in known_codes()


@cache
def known_codes() -> frozenset[str]:
    """All codes, e.g. to name the nearest one to a mistyped one. Imports the package."""
    import holidays

    countries = holidays.list_supported_countries(include_aliases=False)
    codes = {*countries, *(f"{country}-{part}" for country in countries for part in countries[country])}
    return frozenset(code for code in codes if _CODE.fullmatch(code))


def holiday_lookup(codes: tuple[str, ...]) -> Callable[[int], Collection[int]]:
    """What gives the holidays of a year, as ordinals: those that any of ``codes`` has. Unknown codes have none."""
    known = tuple(code for code in codes if is_known(code))
    if len(known) == 1:
        (only,) = known
        return lambda year: _names(only, year).keys()
    return lambda year: {day for code in known for day in _names(code, year)}


def name_of(code: str, date: dt.date) -> str | None:
    """The name of the holiday on ``date``, or ``None`` if it is none there (or the code is unknown)."""
    return _names(code, date.year).get(date.toordinal()) if is_known(code) else None


def _names(code: str, year: int) -> Names:
    if code[:2] in holiday_tables.COUNTRIES and holiday_tables.FIRST_YEAR <= year <= holiday_tables.LAST_YEAR:
        return _table(code).get(year, {})
    return names_from_package(code, year)


@cache
def names_from_package(code: str, year: int) -> Names:
    """The holidays of one year as the package computes them; ``code`` must be known."""
    import holidays

    country, _, subdivision = code.partition("-")
    days = holidays.country_holidays(
        country,
        subdiv=subdivision or None,
        years=year,
        expand=False,
        language=_language(getattr(holidays, country)),
    )
    return {day.toordinal(): name for day, name in sorted(days.items())}


def _language(country: Any) -> str | None:
    """Always one that the package has for this country: otherwise it would take that of the environment."""
    english = sorted(language for language in country.supported_languages if language.startswith("en_"))
    languages: list[str | None] = ["en_US"] if "en_US" in english else [*english, country.default_language]
    return languages[0]


@cache
def _text(country: str) -> str:
    return (_TABLES / f"{country}.txt").read_text(encoding="utf-8")


def _section(code: str) -> str | None:
    """The lines of one code in the table of its country."""
    _, found, rest = _text(code[:2]).partition(f"[{code}]\n")
    return rest.partition("[")[0] if found else None


@cache
def _table(code: str) -> dict[int, dict[int, str]]:
    """Year to holidays. A subdivision is written as what it has more, and (``-``) has not, of its country."""
    years: dict[int, dict[int, str]] = {}
    if "-" in code:
        years = {year: dict(names) for year, names in _table(code[:2]).items()}
    for line in (_section(code) or "").splitlines():
        name, _, dates = line.partition("\t")
        for date in _expand(dates):
            names = years.setdefault(date.year, {})
            if name == "-":
                del names[date.toordinal()]
            else:
                names[date.toordinal()] = name
    return years


def _expand(dates: str) -> list[dt.date]:
    if dates.startswith("*"):
        every = range(holiday_tables.FIRST_YEAR, holiday_tables.LAST_YEAR + 1)
        return [dt.date.fromisoformat(f"{year}{dates[1:]}") for year in every]
    return [dt.date.fromisoformat(date) for date in dates.split()]
