"""Suppressions hide what they name, where they stand, as long as they hold."""

from __future__ import annotations

import datetime as dt

import pytest

from roadmap.findings.finding import Finding
from roadmap.findings.suppress import suppress
from roadmap.source.faults import Related
from roadmap.source.nodes import Place
from roadmap.source.suppressions import Suppression

TODAY = dt.date(2026, 11, 22)


def at(path: str, line: int) -> Place:
    return Place(path, line, 7, line, 20)


def finding(code: str = "LT203", name: str = "ask-by-soon", line: int = 12) -> Finding:
    related = (Related(at("trains.yaml", 4), "the cut-off"),)
    return Finding(code, name, "warning", "Ask soon.", at("spring.yaml", line), related)


def suppression(
    *codes: str,
    path: str = "spring.yaml",
    line: int = 12,
    until: dt.date | None = dt.date(2026, 11, 30),
    because: str | None = "the vendor confirmed by phone",
) -> Suppression:
    return Suppression(codes, until, because, line, at(path, line))


@pytest.mark.parametrize("code", ["LT203", "ask-by-soon", "LT2", "LT"])
def test_a_suppression_hides_the_finding_of_its_line_by_code_name_or_prefix(code: str) -> None:
    outcome = suppress([finding()], [suppression(code)], TODAY)
    assert outcome.kept == ()
    assert outcome.suppressed == (finding(),)
    assert outcome.idle == ()


def test_it_may_stand_at_the_other_end_of_the_relation() -> None:
    outcome = suppress([finding()], [suppression("LT203", path="trains.yaml", line=4)], TODAY)
    assert outcome.suppressed == (finding(),)


@pytest.mark.parametrize(
    "other",
    [
        suppression("SC101"),
        suppression("LT203", line=13),
        suppression("LT203", path="autumn.yaml"),
    ],
    ids=["another code", "another line", "another file"],
)
def test_what_hides_nothing_is_idle(other: Suppression) -> None:
    outcome = suppress([finding()], [other], TODAY)
    assert outcome.kept == (finding(),)
    assert outcome.suppressed == ()
    assert outcome.idle == (other,)


def test_only_the_codes_that_hide_nothing_are_idle() -> None:
    outcome = suppress([finding()], [suppression("SC101", "LT203")], TODAY)
    assert outcome.suppressed == (finding(),)
    assert [idle.codes for idle in outcome.idle] == [("SC101",)]


def test_it_holds_through_its_last_day() -> None:
    last = suppression("LT203", until=TODAY)
    assert suppress([finding()], [last], TODAY).suppressed == (finding(),)
    assert suppress([finding()], [last], TODAY + dt.timedelta(1)).suppressed == ()


@pytest.mark.parametrize(
    "powerless",
    [
        suppression("LT203", until=dt.date(2026, 11, 21)),
        suppression("LT203", until=None),
        suppression("LT203", because=None),
        suppression("LT203", because=""),
    ],
    ids=["expired", "without a date", "without a reason", "with an empty reason"],
)
def test_what_is_not_in_force_hides_nothing_and_is_not_called_idle(powerless: Suppression) -> None:
    outcome = suppress([finding()], [powerless], TODAY)
    assert outcome.kept == (finding(),)
    assert outcome.idle == ()


def test_findings_about_suppressions_are_never_hidden() -> None:
    expired = finding("SU903", "suppression-expired")
    outcome = suppress([expired], [suppression("SU903", "SU")], TODAY)
    assert outcome.kept == (expired,)
    assert [idle.codes for idle in outcome.idle] == [("SU903", "SU")]


def test_one_line_may_hide_several_findings_and_one_finding_may_use_several_lines() -> None:
    both = [finding(), finding("LT202", "ask-by-past")]
    ends = [suppression("LT"), suppression("LT203", path="trains.yaml", line=4)]
    outcome = suppress(both, ends, TODAY)
    assert outcome.suppressed == tuple(both)
    assert outcome.idle == ()
