"""``github``: commands of GitHub Actions, which annotate the files of a pull request.

GitHub annotates the first ten of a kind in each step, so errors come first; all of them stand in the log.
Every line is a command: in a line that is none, GitHub would obey a command that stands in a title.
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.wording import counted
from roadmap.findings.finding import SEVERITIES, Finding, Severity
from roadmap.outputs.markdown import table
from roadmap.outputs.reported import Reported
from roadmap.outputs.style import Style
from roadmap.outputs.terminal_text import visible
from roadmap.source.listing import WHOLE

MOST = 10
"""How many annotations of one kind GitHub shows for a step."""

LONGEST = 900_000
"""Bytes of a step's summary; GitHub takes 1 MiB."""

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def lines(reported: Reported, style: Style) -> Iterator[str]:
    """A command for each finding, the gravest first."""
    for severity in SEVERITIES:
        for finding in reported.findings:
            if finding.severity == severity:
                yield _command(finding, reported)


def beyond(reported: Reported) -> list[Finding]:
    """The findings that GitHub does not annotate, the gravest first."""
    return [
        finding
        for severity in SEVERITIES
        for finding in [each for each in reported.findings if each.severity == severity][MOST:]
    ]


def step_summary(reported: Reported) -> Iterator[str]:
    """What GitHub does not annotate, as Markdown for the summary of the step; nothing where it annotates all."""
    left = beyond(reported)
    if left:
        yield f"### Roadmap: {counted(len(left), 'more finding')} than can be annotated"
        yield ""
        yield from table(left, reported, LONGEST)


def _command(finding: Finding, reported: Reported) -> str:
    place = finding.place
    properties = {"title": f"{finding.code} {finding.name}"}
    if place.path != WHOLE:
        properties |= {
            "file": reported.checkout_path(place),
            "line": str(place.line),
            "endLine": str(place.end_line),
        }
        if place.line == place.end_line:  # GitHub takes columns only within one line
            properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{COMMANDS[finding.severity]} {told}::{_data(finding.message)}"


def _data(text: str) -> str:
    """Line ends are visible already, and cannot end the command."""
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
