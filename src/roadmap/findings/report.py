"""A report: what is told of all that was found."""

from __future__ import annotations

from typing import NamedTuple

from roadmap.findings.finding import Finding


class Report(NamedTuple):
    """What is left after settings and suppressions, and what suppressions hide; both in order of place."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Finding, ...]
