"""Recurrences: what people say, what RFC 5545 says, and what is refused."""

from __future__ import annotations

import datetime as dt
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.model.values.recurrences import Recurrence, occurrences
from roadmap.model.values.rules import PARTS
from roadmap.model.values.value import Problem
from tests.reference import reference


def recurrence(text: str) -> Recurrence:
    found = Recurrence.parse(text)
    assert isinstance(found, Recurrence), found
    return found


def problem(text: str) -> Problem:
    found = Recurrence.parse(text)
    assert isinstance(found, Problem), found
    return found


def first(text: str, start: str, limit: int, until: str = "2035-12-31") -> list[str]:
    days = occurrences(recurrence(text), dt.date.fromisoformat(start), dt.date.fromisoformat(until), limit)
    return [day.isoformat() for day in days]


# 1 September 2026 was a Tuesday, 2 September a Wednesday.
@pytest.mark.parametrize(
    ("text", "start", "days"),
    [
        ("every 2 weeks on tue", "2026-09-01", ["2026-09-01", "2026-09-15", "2026-09-29"]),
        ("every 2 weeks on tue", "2026-09-02", ["2026-09-08", "2026-09-22", "2026-10-06"]),
        ("every other week on fri", "2026-09-05", ["2026-09-11", "2026-09-25"]),
        ("every second week on fri", "2026-09-05", ["2026-09-11", "2026-09-25"]),
        ("every week on mon,thu", "2026-09-02", ["2026-09-03", "2026-09-07", "2026-09-10"]),
        ("every week on Monday and Thursday", "2026-09-02", ["2026-09-03", "2026-09-07", "2026-09-10"]),
        ("every 2 weeks on mon, thu", "2026-09-02", ["2026-09-03", "2026-09-14", "2026-09-17"]),
        ("every tue", "2026-09-02", ["2026-09-08", "2026-09-15"]),
        ("every week", "2026-09-02", ["2026-09-02", "2026-09-09"]),
        ("every weekday", "2026-09-04", ["2026-09-04", "2026-09-07"]),
        ("every 3 days", "2026-09-02", ["2026-09-02", "2026-09-05", "2026-09-08"]),
        ("every month on the first wed", "2026-09-03", ["2026-10-07", "2026-11-04", "2026-12-02"]),
        ("every 2 months on the first wed", "2026-09-03", ["2026-10-07", "2026-12-02", "2027-02-03"]),
        ("every month on the first and third tue", "2026-09-02", ["2026-09-15", "2026-10-06", "2026-10-20"]),
        ("every month on the 2nd tue and the last fri", "2026-09-01", ["2026-09-08", "2026-09-25"]),
        ("every month on the last fri", "2026-09-01", ["2026-09-25", "2026-10-30"]),
        ("every month on the 15th", "2026-09-16", ["2026-10-15", "2026-11-15"]),
        ("every month on day 15", "2026-09-16", ["2026-10-15", "2026-11-15"]),
        ("every month on the 1st and 15th", "2026-09-02", ["2026-09-15", "2026-10-01", "2026-10-15"]),
        ("every month on the 31st", "2026-09-01", ["2026-10-31", "2026-12-31"]),
        ("every month on the last day", "2027-01-31", ["2027-01-31", "2027-02-28"]),
        ("every month on the first weekday", "2026-10-02", ["2026-11-02", "2026-12-01", "2027-01-01"]),
        ("every quarter on the first tue", "2026-09-01", ["2026-10-06", "2027-01-05", "2027-04-06"]),
        ("every quarter on the last day", "2026-09-01", ["2026-09-30", "2026-12-31"]),
        ("every quarter", "2026-09-02", ["2026-09-02", "2026-12-02"]),
        ("every year on 1 mar", "2026-09-01", ["2027-03-01", "2028-03-01"]),
        ("every year on March 1st", "2026-09-01", ["2027-03-01", "2028-03-01"]),
        ("every year on 29 feb", "2026-09-01", ["2028-02-29", "2032-02-29"]),
        ("every 2 years on the last fri of november", "2026-09-01", ["2026-11-27", "2028-11-24"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-09-02", ["2026-09-15", "2026-09-29"]),
        ("rrule:freq=monthly;bymonthday=-1;", "2026-09-02", ["2026-09-30", "2026-10-31"]),
        ("INTERVAL=2;FREQ=DAILY", "2026-09-02", ["2026-09-02", "2026-09-04"]),
    ],
)
def test_days(text: str, start: str, days: list[str]) -> None:
    assert first(text, start, len(days)) == days


def test_until_is_inclusive_and_limit_ends_it_sooner() -> None:
    assert first("every tue", "2026-09-01", 9, until="2026-09-15") == ["2026-09-01", "2026-09-08", "2026-09-15"]
    assert first("every tue", "2026-09-01", 2, until="2026-09-15") == ["2026-09-01", "2026-09-08"]
    assert first("every tue", "2026-09-01", 9, until="2026-08-31") == []
    assert first("FREQ=DAILY;UNTIL=20260903", "2026-09-02", 9) == ["2026-09-02", "2026-09-03"]
    assert first("FREQ=DAILY;COUNT=2", "2026-09-02", 9) == ["2026-09-02", "2026-09-03"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "begins neither with every nor with FREQ="),
        ("tue", "begins neither with every nor with FREQ="),
        ("every", "begins neither with every nor with FREQ="),
        ("every fortnight", "neither how many days, weeks, months, quarters or years, nor a day of the week"),
        ("every 0 weeks", 'INTERVAL takes numbers from 1 to 999, not "0"'),
        ("every 1000 weeks", 'INTERVAL takes numbers from 1 to 999, not "1000"'),
        ("every week on tuseday", '"tuseday" is not a day of the week'),
        ("every month on tue", "say which day"),
        ("every month on the 6th tue", "there is no 6th weekday in a month"),
        ("every month on the 32nd", "BYMONTHDAY takes numbers from -31 to 31"),
        ("every month on the last day and first mon", "cannot be mixed"),
        ("every 2 quarters on the first mon", "write every 6 months on …"),
        ("every quarter on the first mon and last fri", "cannot be mixed"),
        ("every 3 days on mon", "days cannot be on a day"),
        ("every year on 30 feb", "no month of BYMONTH has such a day"),
        ("every year on 1 marzipan", "there is no month marzipan"),
        ("every year on march", "written as 1 mar"),
        ("FREQ=SECONDLY", "the unit is the day"),
        ("FREQ=HOURLY;INTERVAL=24", "the unit is the day"),
        ("FREQ=FORTNIGHTLY", "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY"),
        ("BYDAY=MO", "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY"),
        ("FREQ=DAILY;FREQ=WEEKLY", "FREQ is written twice"),
        ("FREQ=DAILY;BYHOUR=9", '"BYHOUR=9" is not understood'),
        ("FREQ=WEEKLY;BYDAY=1MO", "has no meaning with FREQ=WEEKLY"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "has no meaning with FREQ=WEEKLY"),
        ("FREQ=MONTHLY;BYDAY=0MO", "BYDAY takes days such as"),
        ("FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2", "no month of BYMONTH has such a day"),
        ("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS chooses among"),
        ("FREQ=YEARLY;BYMONTHDAY=15", "add BYMONTH"),
        ("FREQ=DAILY;UNTIL=20270230", "UNTIL takes a day such as 20271231"),
        ("FREQ=DAILY;COUNT=" + "9" * 5000, "it is too long"),
        ("FREQ=DAILY;COUNT=" + "9" * 200, "COUNT takes numbers from 1 to 99999"),
        ("every ٣ weeks", "neither how many days"),
    ],
)
def test_what_is_refused_says_why(text: str, why: str) -> None:
    refused = problem(text)
    assert refused.kind == "bad-value"
    assert why in refused.message
    assert len(refused.message) < 600


@pytest.mark.parametrize(
    "text",
    [
        "every 1 days",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",  # never, from a Monday
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=-30,29",
        "FREQ=YEARLY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTH=1",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
    ],
)
def test_no_rule_takes_long_even_if_it_never_happens(text: str) -> None:
    begin = time.process_time()
    days = occurrences(recurrence(text), dt.date(2026, 9, 7), dt.date(9999, 12, 31), 10_000)
    assert len(days) <= 10_000
    assert time.process_time() - begin < 1


def test_rules_of_other_calendar_programs() -> None:
    cases = json.loads(reference("ical/rrule.json").read_text(encoding="utf-8"))
    compared = 0
    for case in cases:
        rule = _on_whole_days(case["RRULE"], case["DTSTART"])
        parts = dict(part.split("=") for part in rule.strip(";").split(";"))
        if (
            not parts.keys() <= set(PARTS)
            or parts["FREQ"] in ("HOURLY", "MINUTELY", "SECONDLY")
            or ("BYMONTHDAY" in parts and parts["FREQ"] == "YEARLY" and "BYMONTH" not in parts)
        ):
            assert isinstance(Recurrence.parse(rule), Problem)
            continue
        instances = [text[:8] for text in case["INSTANCES"].split(",")]
        start = dt.datetime.strptime(case["DTSTART"][:8], "%Y%m%d").date()
        days = occurrences(recurrence(rule), start, dt.date(2400, 1, 1), len(instances) + 1)
        ours = [day.strftime("%Y%m%d") for day in days]
        bounded = parts.keys() & {"COUNT", "UNTIL"}
        assert ours[: None if bounded else len(instances)] == instances, case
        compared += 1
    assert compared == 73  # of 146: the others are about hours, days of the year or numbered weeks


def _on_whole_days(rule: str, start: str) -> str:
    """UNTIL is a moment there, and before the time of day of DTSTART it means the day before."""
    head, found, tail = rule.partition("UNTIL=")
    if not found or "T" not in tail:
        return rule
    until, _, rest = tail.partition(";")
    day = dt.datetime.strptime(until[:8], "%Y%m%d").date()
    if "T" in start and until[9:15] < start[9:15]:
        day -= dt.timedelta(days=1)
    return f"{head}UNTIL={day:%Y%m%d};{rest}"


rules = st.builds(
    lambda frequency, interval, days, numbers, months: ";".join(
        part
        for part in (
            f"FREQ={frequency}",
            f"INTERVAL={interval}",
            days and frequency != "MONTHLY" and f"BYDAY={','.join(sorted(days))}",
            numbers
            and (frequency in ("DAILY", "MONTHLY") or months)
            and frequency != "WEEKLY"
            and f"BYMONTHDAY={','.join(map(str, sorted(numbers)))}",
            months and f"BYMONTH={','.join(map(str, sorted(months)))}",
        )
        if part
    ),
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 5),
    st.sets(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), max_size=3),
    st.sets(st.integers(1, 28), max_size=3),
    st.sets(st.integers(1, 12), max_size=3),
)


@given(rules, st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)), st.integers(0, 2000))
def test_days_rise_stay_within_and_do_not_depend_on_the_end(rule: str, start: dt.date, length: int) -> None:
    until = start + dt.timedelta(days=length)
    days = occurrences(recurrence(rule), start, until, 5000)
    assert days == sorted(set(days))
    assert all(start <= day <= until for day in days)
    later = occurrences(recurrence(rule), start, until + dt.timedelta(days=400), 5000)
    assert later[: len(days)] == days
    assert all(day > until for day in later[len(days) :])


@given(
    st.text(st.characters(max_codepoint=0x7FF), max_size=60)
    | st.text("every FREQ=;,0123456789 daywekmonthBYUNTIL", max_size=60)
)
def test_any_text_is_a_recurrence_or_a_problem(text: str) -> None:
    found = Recurrence.parse(text)
    if isinstance(found, Recurrence):
        occurrences(found, dt.date(2026, 9, 1), dt.date(2027, 9, 1), 100)
    else:
        assert found.kind == "bad-value"
