"""The outputs of findings: what ``--output-format`` offers. A module is imported when it is used."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Literal, NamedTuple, cast

from roadmap.outputs.reported import Reported
from roadmap.outputs.style import Style


class Output(NamedTuple):
    """``module`` has a function ``lines(reported, style)``; ``counts`` is the module that answers ``--statistics``,
    where the output can.

    ``closing``: where the summary goes: after the findings, aside (on stderr), or nowhere.
    """

    name: str
    about: str
    module: str
    counts: str | None
    closing: Literal["after", "aside", "nowhere"]

    def lines(self, reported: Reported, style: Style) -> Iterator[str]:
        """The output, line by line, without line ends."""
        module = import_module(f"roadmap.outputs.{(reported.statistics and self.counts) or self.module}")
        return cast(Iterator[str], module.lines(reported, style))


OUTPUTS = {
    output.name: output
    for output in (
        Output("full", "with the lines of the plan files, for people", "full", "finding_counts", "after"),
        Output("concise", "one line a finding, for editors and grep", "concise", "finding_counts", "aside"),
        Output("json", "a document, for programs", "findings_json", "findings_json", "nowhere"),
        Output("sarif", "SARIF 2.1.0, for code scanning", "sarif", None, "nowhere"),
        Output("github", "annotations, for GitHub Actions", "github", None, "aside"),
        Output("gitlab", "a Code Quality report, for GitLab", "gitlab", None, "nowhere"),
        Output("junit", "a test report in XML, for Jenkins and others", "junit", None, "nowhere"),
        Output("markdown", "a comment, for a pull request", "markdown", None, "nowhere"),
    )
}
