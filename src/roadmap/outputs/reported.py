"""What an output of findings is made of."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from roadmap.checks.wording import counted, listed
from roadmap.findings.finding import SEVERITIES, Finding, Severity
from roadmap.fixes.fix import Fix
from roadmap.source.listing import ROOT_FILE, WHOLE
from roadmap.source.nodes import Place


class Reported(NamedTuple):
    """``findings``: what is left after settings, options and suppressions, in order of place.

    ``suppressed``: how many were suppressed. ``texts``: path to text of the files that were read. ``items``: how many
    initiatives and tasks there are. ``holidays``: version of the holiday tables. ``statistics``: whether counts are
    wanted instead of the findings. ``baselined``: how many are known from a baseline and left out. ``fixes``:
    fingerprint and place of a finding to the fixes that work. ``failing``: the severities that make the answer "no".
    ``folder``: where the workspace lies in the checkout that a forge shows, with ``/``; empty where it is the root.
    """

    findings: tuple[Finding, ...]
    suppressed: int
    texts: Mapping[str, str]
    items: int
    today: dt.date
    holidays: str
    statistics: bool = False
    baselined: int = 0
    fixes: Mapping[tuple[str, Place], Sequence[Fix]] = {}
    failing: tuple[Severity, ...] = ("error",)
    folder: str = ""

    def checkout_path(self, place: Place) -> str:
        """The file of a place as a forge knows it, relative to the root of the checkout.

        Where the workspace as a whole is meant, that is the file of its settings.
        """
        path = ROOT_FILE if place.path == WHOLE else place.path
        return f"{self.folder}/{path}" if self.folder else path

    def fixes_of(self, finding: Finding) -> tuple[Fix, ...]:
        """The fixes of this finding, which may share its fingerprint with others."""
        return tuple(self.fixes.get((finding.fingerprint, finding.place), ()))

    @property
    def fixable(self) -> int:
        """How many of the findings a safe fix mends."""
        return sum(any(fix.safe for fix in self.fixes_of(finding)) for finding in self.findings if self.fixes)

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
        found = f"Found {self.found}" if self.findings else "No findings"
        read = f"in {counted(len(self.texts), 'file')} with {counted(self.items, 'item')}"
        aside = [
            f"{number} {what}"
            for number, what in (
                (self.suppressed, "suppressed"),
                (self.baselined, "in the baseline"),
                (self.fixable, "fixable"),
            )
            if number
        ]
        brackets = f" ({', '.join(aside)})" if aside else ""
        return f"{found} {read}{brackets}."

    @property
    def found(self) -> str:
        """``2 errors, 1 warning and 3 info``; empty where nothing was found."""
        return listed(
            [
                counted(number, severity, severity if severity == "info" else None)
                for severity, number in self.severities.items()
                if number
            ]
        )
