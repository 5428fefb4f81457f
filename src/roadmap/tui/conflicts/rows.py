"""The rows of the conflicts: findings in groups, folded and filtered."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from roadmap.findings.finding import SEVERITIES, Finding
from roadmap.tui.filter import Filter, Traits
from roadmap.tui.snapshot import Snapshot

Sorting = Literal["severity", "initiative", "team", "code"]
SORTINGS: tuple[Sorting, ...] = get_args(Sorting)

_SEVERITY_NAMES = {"error": "Errors", "warning": "Warnings", "info": "Notes"}


@dataclass(frozen=True, slots=True)
class FindingRow:
    """``finding`` is ``None`` for a group; ``worst`` is the severity of its worst finding."""

    key: str
    label: str
    group: str
    worst: str
    finding: Finding | None = None
    folded: bool = False
    count: int = 0


def initiative_of(finding: Finding, snapshot: Snapshot) -> str:
    """The initiative that a finding is about, by its first item that belongs to one; empty if it is about none."""
    for item in finding.items:
        head = item.partition("/")[0].partition("@")[0]
        if head in snapshot.plan.initiatives:
            return head
    return ""


def fitting(snapshot: Snapshot, wanted: Filter) -> tuple[Finding, ...]:
    """The findings that a filter leaves."""
    if not wanted:
        return snapshot.findings
    return tuple(finding for finding in snapshot.findings if wanted.fits(_traits(finding, snapshot)))


def rows_of(
    shown: Iterable[Finding], snapshot: Snapshot, sorting: Sorting, folded: Collection[str]
) -> list[FindingRow]:
    """Groups in the order of their worst finding, then by name. A finding for which several teams must act stands
    with each of them."""
    groups: dict[str, list[Finding]] = {}
    for finding in shown:
        for key in _keys(finding, sorting, snapshot):
            groups.setdefault(key, []).append(finding)

    def order(key: str) -> tuple[int, bool, str]:
        return (SEVERITIES.index(groups[key][0].severity), not key, key)

    rows: list[FindingRow] = []
    for key in sorted(groups, key=order):
        findings = groups[key]
        worst, closed = findings[0].severity, key in folded
        rows.append(FindingRow(key, _label(key, sorting, snapshot), key, worst, None, closed, len(findings)))
        if not closed:
            rows += [
                FindingRow(f"{key}|{finding.fingerprint}", finding.message, key, finding.severity, finding)
                for finding in findings
            ]
    return rows


def _keys(finding: Finding, sorting: Sorting, snapshot: Snapshot) -> tuple[str, ...]:
    if sorting == "severity":
        return (finding.severity,)
    if sorting == "code":
        return (f"{finding.code} {finding.name}",)
    if sorting == "initiative":
        return (initiative_of(finding, snapshot),)
    return finding.act or ("",)


def _label(key: str, sorting: Sorting, snapshot: Snapshot) -> str:
    plan = snapshot.plan
    if sorting == "severity":
        return _SEVERITY_NAMES[key]
    if sorting == "initiative":
        return (plan.initiatives[key].title or key) if key else "about no initiative"
    if sorting == "team":
        return ((plan.teams[key].name if key in plan.teams else None) or key) if key else "for no team in particular"
    return key


def _traits(finding: Finding, snapshot: Snapshot) -> Traits:
    tasks = [snapshot.plan.tasks[item] for item in finding.items if item in snapshot.plan.tasks]
    states = ["conflict"]
    if any((dates := snapshot.schedule.tasks.get(task.id)) and dates.total_float < 0 for task in tasks) or any(
        item in snapshot.schedule.launches and not snapshot.schedule.launches[item].met for item in finding.items
    ):
        states.append("late")
    return Traits(
        f"{finding.code} {finding.name} {finding.message} {finding.place.path}".casefold(),
        {
            "team": (*finding.act, *finding.know),
            "train": tuple(train for task in tasks for train in task.ships_on),
            "initiative": (initiative_of(finding, snapshot),),
            "status": tuple(task.status for task in tasks),
            "tag": tuple(tag for task in tasks for tag in task.tags),
            "code": (finding.code,),
        },
        states,
    )
