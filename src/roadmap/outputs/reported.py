"""What an output of findings is made of."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from roadmap.checks.wording import counted, listed
from roadmap.findings.finding import SEVERITIES, Finding


@dataclass(frozen=True)
class Reported:
    """``findings``: what is left after settings, options and suppressions, in order of place.

    ``suppressed``: how many were suppressed. ``texts``: path to text of the files that were read. ``items``: how many
    initiatives and tasks there are. ``holidays``: version of the holiday tables. ``statistics``: whether counts are
    wanted instead of the findings.
    """

    findings: tuple[Finding, ...]
    suppressed: int
    texts: Mapping[str, str]
    items: int
    today: dt.date
    holidays: str
    statistics: bool = False

    @property
    def severities(self) -> dict[str, int]:
        """Findings by severity, all three of them, the gravest first."""
        count = Counter(finding.severity for finding in self.findings)
        return {severity: count[severity] for severity in SEVERITIES}

    @property
    def codes(self) -> list[tuple[int, str, str, str]]:
        """(number, code, name, severity) of what was found, the most frequent first."""
        count = Counter((finding.code, finding.name, finding.severity) for finding in self.findings)
        return sorted(((number, *what) for what, number in count.items()), key=lambda row: (-row[0], row[1:]))

    @property
    def summary(self) -> str:
        """One line to close with."""
        counts = [
            counted(number, severity, severity if severity == "info" else None)
            for severity, number in self.severities.items()
            if number
        ]
        found = f"Found {listed(counts)}" if counts else "No findings"
        read = f"in {counted(len(self.texts), 'file')} with {counted(self.items, 'item')}"
        return f"{found} {read}{f' ({self.suppressed} suppressed)' if self.suppressed else ''}."
