"""Money, people, rates, weeks, cut-offs, loads, numbers, shares, times of day and links, as planners write them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.model.names import parse_id, release_name
from roadmap.model.references import Reference, parse_reference
from roadmap.model.values.cutoffs import CutOff, Load
from roadmap.model.values.dates import Anchored
from roadmap.model.values.durations import Duration
from roadmap.model.values.every import after_every
from roadmap.model.values.links import LinkText, parse_link
from roadmap.model.values.money import Money
from roadmap.model.values.numbers import length, minutes, number, positive, share, time_of_day, time_zone, whole
from roadmap.model.values.people import Person
from roadmap.model.values.rates import Rate
from roadmap.model.values.recurrences import Recurrence
from roadmap.model.values.value import Problem, quoted
from roadmap.model.values.weeks import Week

NONE = Duration(0, "d")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Money.parse("120000 EUR"), Money(Decimal(120000), "EUR")),
        (Money.parse("99.50 GBP"), Money(Decimal("99.50"), "GBP")),
        (Money.parse("99.505 KWD"), Money(Decimal("99.505"), "KWD")),
        (Person.parse("dana@example.com"), Person("dana@example.com", None)),
        (Person.parse("Dana Berg <dana@example.com>"), Person("dana@example.com", "Dana Berg")),
        (Rate.parse("2 per week"), Rate(2, "week")),
        (Rate.parse("0.5 per month"), Rate(0.5, "month")),
        (Week.parse("mon-fri"), Week((0, 1, 2, 3, 4))),
        (Week.parse("mon,tue,thu"), Week((0, 1, 3))),
        (Week.parse("sun-thu"), Week((0, 1, 2, 3, 6))),
        (Week.parse("mon-wed, sat"), Week((0, 1, 2, 5))),
        (CutOff.parse_moment("3d"), Duration(3, "d")),
        (CutOff.parse_moment("7ed"), Duration(7, "ed")),
        (CutOff.parse_moment("2027-03-11"), dt.date(2027, 3, 11)),
        (CutOff.parse_moment("spring-sale -2w"), Anchored("spring-sale -2w", "spring-sale", Duration(-2, "w"))),
        (Load.parse("12"), Load(12, "tasks")),
        (Load.parse("40pd"), Load(40, "pd")),
        (number("2.5"), 2.5),
        (positive("0.5"), 0.5),
        (whole("3"), 3),
        (share("70%"), 0.7),
        (share("33.3%"), 0.333),
        (share("0.7"), 0.7),
        (share("100%"), 1.0),
        (time_of_day("09:30"), "09:30"),
        (time_zone("Europe/Berlin"), "Europe/Berlin"),
        (length("45m"), "45m"),
        (minutes("1h30m"), 90),
        (parse_id("spring-sale-2"), "spring-sale-2"),
        (release_name("27.6"), "27.6"),
        (after_every("2 weeks on tue"), Recurrence.parse("every 2 weeks on tue")),
        (after_every("month on the first wed"), Recurrence.parse("every month on the first wed")),
        (parse_link("copy"), LinkText("copy", False, "FS", NONE)),
        (parse_link("pim/feed"), LinkText("pim/feed", False, "FS", NONE)),
        (parse_link("pim/feed.work"), LinkText("pim/feed", True, "FS", NONE)),
        (parse_link("copy +2d"), LinkText("copy", False, "FS", Duration(2, "d"))),
        (parse_link("copy SS +1w"), LinkText("copy", False, "SS", Duration(1, "w"))),
        (parse_link("copy FF -1d"), LinkText("copy", False, "FF", Duration(-1, "d"))),
        (parse_link("legal +14ed"), LinkText("legal", False, "FS", Duration(14, "ed"))),
        (parse_link("web@27.6.work"), LinkText("web@27.6.work", False, "FS", NONE)),
        (parse_reference("copy"), Reference(None, "copy", None, None)),
        (parse_reference("pim/feed"), Reference(None, "pim", None, "feed")),
        (parse_reference("spring-sale@de"), Reference(None, "spring-sale", "de", None)),
        (parse_reference("web@27.6/code"), Reference(None, "web", "27.6", "code")),
        (parse_reference("campaign:spring-sale"), Reference("campaign", "spring-sale", None, None)),
    ],
)  # fmt: skip
def test_what_is_meant(value: Any, expected: Any) -> None:
    assert value == expected
    assert not isinstance(value, Problem)


@pytest.mark.parametrize(
    ("problem", "suggestion"),
    [
        (Money.parse("120000"), None),
        (Money.parse("120,000 EUR"), "120000 EUR"),
        (Money.parse("120 000 eur"), "120000 EUR"),
        (Money.parse("-5 EUR"), None),
        (Money.parse("120.000 EUR"), None),  # in Berlin a thousand times as much as in London
        (Money.parse("1.200.000 EUR"), None),
        (Money.parse("1.2000 EUR"), None),
        (Person.parse("Dana Berg"), None),
        (Person.parse("Dana <dana@>"), None),
        (Person.parse("a@b@c"), None),
        (Rate.parse("twice a week"), None),
        (Rate.parse("2 per year"), None),
        (Week.parse("Mon-Fri"), "mon-fri"),
        (Week.parse("mon..fri"), None),
        (Week.parse(""), None),
        (CutOff.parse_moment("-3d"), "3d"),
        (CutOff.parse_moment("3 days"), "3d"),
        (CutOff.parse_moment("2027-02-30"), None),
        (Load.parse("many"), None),
        (Load.parse("-1"), None),
        (number("two"), None),
        (number("-1"), None),
        (number(".inf"), None),
        (number("1e3"), None),
        (number("9" * 5000), None),
        (positive("0"), None),
        (whole("1.5"), None),
        (share("70"), "70%"),
        (share("170%"), None),
        (time_of_day("9:30"), "09:30"),
        (time_of_day("24:00"), None),
        (time_zone("Europe/Atlantis"), None),
        (time_zone("../../etc/passwd"), None),
        (length("0m"), None),
        (length("soon"), None),
        (parse_id("Spring Sale"), "spring-sale"),
        (parse_id("spring_sale"), "spring-sale"),
        (parse_id("-a"), "a"),
        (parse_id("a" * 101), None),
        (release_name("rc 1"), "rc-1"),
        (release_name("a/b"), "a-b"),
        (parse_link("copy 2d"), "copy +2d"),
        (parse_link("copy ss +1w"), "copy SS +1w"),
        (parse_link("copy and brief"), None),
        (parse_link("copy +2x"), None),
        (parse_link(""), None),
        (parse_reference("Copy!"), None),
        (parse_reference("a/b/c"), None),
        (after_every("blue moon"), None),
    ],
)  # fmt: skip
def test_what_is_refused_and_proposed(problem: Any, suggestion: str | None) -> None:
    assert isinstance(problem, Problem)
    assert problem.suggestion == suggestion


@given(st.text())
def test_no_text_raises(text: str) -> None:
    for parse in (
        Money.parse, Person.parse, Rate.parse, Week.parse, CutOff.parse_moment, Load.parse, number, positive, whole,
        share, time_of_day, time_zone, length, parse_id, release_name, parse_link, parse_reference, after_every,
    ):  # fmt: skip
        parse(text)


@given(st.decimals(0, 10**15 - 1, places=2), st.from_regex(r"[A-Z]{3}", fullmatch=True))
def test_money_is_read_back_as_printed(amount: Decimal, currency: str) -> None:
    assert Money.parse(str(Money(amount, currency))) == Money(amount, currency)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("3d", '"3d"'),
        ("3d ", '"3d "'),
        ("3\u00a0d\u200b", '"3\\u{a0}d\u200b"'),  # what no space is, the outputs show
        ("one\n  two\r\n", '"one two "'),
        ("x" * 70, f'"{"x" * 57}…"'),
    ],
)
def test_a_message_shows_what_was_written(text: str, shown: str) -> None:
    assert quoted(text) == shown
