"""What the views show: one revision of the plan, with its findings looked up by what they are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from roadmap.findings.finding import SEVERITIES, Finding, Severity
from roadmap.model.plan import Plan
from roadmap.schedule.result import Schedule
from roadmap.study import Study


@dataclass(frozen=True)
class Snapshot:
    """``checked``: whether the checks have run; until then ``findings`` are those of the revision before, if any.
    ``by_item``: id of a task, a launch, an initiative, a release… to the positions of its findings, the worst first."""

    revision: int
    study: Study
    findings: tuple[Finding, ...] = ()
    suppressed: int = 0
    checked: bool = False
    by_item: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def plan(self) -> Plan:
        return self.study.plan

    @property
    def schedule(self) -> Schedule:
        return self.study.schedule

    @property
    def today(self) -> int:
        return self.study.today.toordinal()

    def of(self, item: str) -> tuple[Finding, ...]:
        return tuple(self.findings[index] for index in self.by_item.get(item, ()))

    def worst(self, item: str) -> Severity | None:
        """The severity of the worst finding about an item."""
        found = self.by_item.get(item)
        return self.findings[found[0]].severity if found else None

    def count(self, severity: Severity) -> int:
        return sum(finding.severity == severity for finding in self.findings)


def scheduled(revision: int, study: Study, before: Snapshot | None = None) -> Snapshot:
    """A snapshot with dates and the findings of the one ``before``: the slow work of reading and scheduling is done
    when it returns."""
    _ = study.schedule
    if before is None:
        return Snapshot(revision, study)
    return Snapshot(revision, study, before.findings, before.suppressed, False, before.by_item)


def checked(snapshot: Snapshot) -> Snapshot:
    """The same with its findings, the worst first and then in order of their places."""
    report = snapshot.study.report
    findings = sorted(report.findings, key=lambda finding: SEVERITIES.index(finding.severity))
    by_item: dict[str, list[int]] = {}
    for index, finding in enumerate(findings):
        for item in dict.fromkeys(finding.items):
            by_item.setdefault(item, []).append(index)
    return Snapshot(
        snapshot.revision,
        snapshot.study,
        tuple(findings),
        len(report.suppressed),
        True,
        {item: tuple(found) for item, found in by_item.items()},
    )
