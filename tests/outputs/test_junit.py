"""``junit``: a test report that is valid against the schema of Jenkins' xUnit plugin."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import xmlschema

from roadmap.findings.finding import Finding
from roadmap.outputs.registry import OUTPUTS
from roadmap.outputs.reported import Reported
from roadmap.outputs.style import PLAIN
from tests.outputs.findings import LATE, reported

SCHEMA = Path(__file__).parent / "schemas/junit-10.xsd"
WARNING = LATE._replace(code="LT203", name="ask-by-soon", severity="warning")


@cache
def schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(SCHEMA))


def report(told: Reported) -> ElementTree.Element:
    """The report, which is valid."""
    text = "\n".join(OUTPUTS["junit"].lines(told, PLAIN))
    root = ElementTree.fromstring(text.encode("utf-8"))
    assert [error.reason for error in schema().iter_errors(root)] == []
    return root


def cases(*findings: Finding) -> list[tuple[str, str]]:
    return [
        (str(case.get("classname")), str(case.get("name"))) for case in report(reported(*findings)).iter("testcase")
    ]


def test_a_finding_is_a_test_that_failed_and_a_file_without_one_is_a_test_that_passed() -> None:
    assert cases(LATE) == [
        ("campaigns/spring.yaml", "SC101 launch-impossible at 3:13"),
        ("teams.yaml", "no findings"),
        ("trains/web.yaml", "no findings"),
    ]
    root = report(reported(LATE))
    assert root.attrib == {"name": "roadmap", "tests": "3", "failures": "1", "errors": "0"}
    (failure,) = root.iter("failure")
    assert failure.get("type") == "error"
    assert failure.get("message") == "Spring cannot be launched on 2027-03-15: 5 working days late."
    assert failure.text == f"campaigns/spring.yaml:3:13: {failure.get('message')}"


def test_what_does_not_make_the_answer_no_passes_and_says_so() -> None:
    root = report(reported(WARNING))
    assert (root.get("failures"), [*root.iter("failure")]) == ("0", [])
    (said,) = root.iter("system-out")
    assert (
        said.text
        == "warning: campaigns/spring.yaml:3:13: Spring cannot be launched on 2027-03-15: 5 working days late."
    )
    strict = report(reported(WARNING)._replace(failing=("error", "warning")))
    assert strict.get("failures") == "1"


def test_counts_of_a_suite_are_its_own() -> None:
    suites = {suite.get("name"): suite.attrib for suite in report(reported(LATE, WARNING, LATE)).iter("testsuite")}
    assert suites["campaigns/spring.yaml"] | {"name": ""} == {"name": "", "tests": "3", "failures": "2", "errors": "0"}
    assert suites["teams.yaml"]["tests"] == "1"
