"""Public holidays: the ready tables, the package behind them, and the reference calendars."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys

import holidays as package
import pytest

from roadmap.model import holiday_tables
from roadmap.model.holidays import (
    holiday_lookup,
    is_known,
    known_codes,
    name_of,
    names_from_package,
    table_version,
)
from tests.reference import reference


def dates(year: int, *codes: str) -> list[str]:
    return [dt.date.fromordinal(day).isoformat() for day in sorted(holiday_lookup(codes)(year))]


def python(code: str, **environment: str) -> str:
    """What a new process prints."""
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    ).stdout


def test_berlin_in_2027() -> None:
    assert dates(2027, "DE-BE") == [
        "2027-01-01", "2027-03-08", "2027-03-26", "2027-03-29", "2027-05-01",
        "2027-05-06", "2027-05-17", "2027-10-03", "2027-12-25", "2027-12-26",
    ]  # fmt: skip
    assert name_of("DE-BE", dt.date(2027, 3, 8)) == "Women's Day"
    assert name_of("DE", dt.date(2027, 3, 8)) is None


def test_a_holiday_on_a_sunday_is_observed_on_the_monday_in_england() -> None:
    # Christmas 2027 is a Saturday, Boxing Day a Sunday.
    assert {"2027-12-27", "2027-12-28"} < set(dates(2027, "GB-ENG"))


def test_several_codes_are_a_union() -> None:
    assert set(dates(2027, "DE-BE", "PL")) == {*dates(2027, "DE-BE"), *dates(2027, "PL")}
    assert {"2027-03-08", "2027-05-03"} < set(dates(2027, "DE-BE", "PL"))


@pytest.mark.parametrize("code", ["DE", "DE-BE", "US-CA", "GB-SCT", "AU-NSW", "SA", "KE"])
def test_countries_and_subdivisions_are_known(code: str) -> None:
    assert is_known(code)


@pytest.mark.parametrize("code", ["", "de", "DE-be", "DE-XX", "XX", "DEU", "Berlin", "DE-Augsburg", "D", "DE-", "DE\n"])
def test_anything_else_is_not_known_and_has_no_holidays(code: str) -> None:
    assert not is_known(code)
    assert holiday_lookup((code,))(2027) == set()
    assert name_of(code, dt.date(2027, 1, 1)) is None


def test_years_beyond_the_tables_come_from_the_package() -> None:
    assert name_of("DE-BE", dt.date(2019, 3, 8)) == "Women's Day"
    assert name_of("DE-BE", dt.date(2018, 3, 8)) is None  # not yet a holiday
    assert "2040-10-03" in dates(2040, "DE")


def test_years_that_the_package_does_not_know_have_no_holidays() -> None:
    assert dates(1900, "DE") == dates(2399, "DE") == []


def test_known_codes_hold_countries_and_subdivisions() -> None:
    assert {"DE", "DE-BE", "SA", "US-CA"} <= known_codes()


def test_the_tables_say_what_the_package_says() -> None:
    if package.__version__ != table_version():
        pytest.skip(f"the tables are of holidays {table_version()}, installed is {package.__version__}")
    codes = sorted(code for code in known_codes() if code[:2] in holiday_tables.COUNTRIES)
    assert len(codes) > 500
    for code in codes:
        lookup = holiday_lookup((code,))
        for year in range(holiday_tables.FIRST_YEAR, holiday_tables.LAST_YEAR + 1):
            expected = names_from_package(code, year)
            assert set(lookup(year)) == set(expected), (code, year)
            for day, name in expected.items():
                assert name_of(code, dt.date.fromordinal(day)) == name, (code, day)


def test_reference_calendars() -> None:
    reference_file = json.loads(reference("business-days/holidays.json").read_text(encoding="utf-8"))
    calendars = reference_file["calendars"]
    assert len(calendars) == 27
    for code, calendar in calendars.items():
        for year in range(2020, 2031):
            theirs = {day for day in calendar["holidays"] if day.startswith(str(year))}
            assert set(dates(year, code)) == theirs, (code, year)


def test_the_package_is_not_imported_for_the_usual_countries_and_years() -> None:
    code = (
        "import sys; from roadmap.model.holidays import *;"
        "assert is_known('DE-BE') and not is_known('DE-XX') and table_version();"
        "assert holiday_lookup(('DE-BE', 'PL'))(2027);"
        "print([name for name in sys.modules if name.split('.')[0] in ('holidays', 'dateutil') or 'metadata' in name])"
    )
    assert python(code) == "[]\n"


def test_names_do_not_depend_on_the_locale() -> None:
    code = (
        "import datetime as dt; from roadmap.model.holidays import name_of;"
        "print([name_of(code, dt.date(2015, 1, 1)) for code in ('DE', 'FR', 'PL', 'JP')])"
    )
    assert python(code, LANGUAGE="de_DE", LC_ALL="de_DE.UTF-8") == python(code, LANGUAGE="en_US", LC_ALL="C.UTF-8")
