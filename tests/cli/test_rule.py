"""``roadmap rule``: what is checked, and why."""

from __future__ import annotations

import json

import pytest

from roadmap.checks.registry import all_rules
from tests.cli.command import roadmap


def test_without_a_code_all_checks_are_listed() -> None:
    answer = roadmap("rule")
    assert answer.status == 0
    heading, *rows = answer.out.splitlines()
    assert heading.split() == ["code", "name", "severity", "profile", "watches", "for"]
    assert [row.split()[0] for row in rows] == [rule.code for rule in all_rules()]
    assert roadmap("rule", "--all").out == answer.out


@pytest.mark.parametrize("name", ["SC111", "finish-before-start", "sc111"])
def test_a_check_is_found_by_code_and_by_name(name: str) -> None:
    answer = roadmap("rule", name)
    assert answer.status == 0
    assert answer.out.startswith("SC111 finish-before-start\nerror; in the profiles minimal, standard and strict\n\n")


def test_the_beginning_of_a_code_means_the_family() -> None:
    out = roadmap("rule", "SU").out
    assert [line for line in out.splitlines() if line.startswith("SU9")] == [
        f"{rule.code} {rule.name}" for rule in all_rules() if rule.family == "SU"
    ]


def test_as_a_document() -> None:
    document = json.loads(roadmap("rule", "SC111", "--output-format", "json").out)
    assert [rule["code"] for rule in document["rules"]] == ["SC111"]


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (("rule", "ask-by-son"), "roadmap: no check is called 'ask-by-son'; did you mean 'ask-by-soon'?\n"),
        (("rule", "SC111", "--all"), "roadmap: give CODEs or --all, not both\n"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(argv: tuple[str, ...], message: str) -> None:
    answer = roadmap(*argv)
    assert (answer.status, answer.out, answer.err) == (2, "", message)
