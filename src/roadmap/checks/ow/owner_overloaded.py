"""OW508: one person is accountable for more musts at once than one can hold."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.registry import Rule, check
from roadmap.checks.standing import scheduled_saying
from roadmap.checks.wording import iso, listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.task import Task

DEFAULT = 3
"""Musts at once that one person can hold, where `owner-musts` does not say."""


class Must(NamedTuple):
    """A must and its possible stretch of boundaries, by logic."""

    start: int
    end: int
    task: Task


@check(
    "OW508",
    "owner-overloaded",
    severity="warning",
    profile="standard",
    scope="whole",
    clause="an owner of more overlapping musts than one person can hold",
    source="the workspace's limit (`owner-musts`, default 3); Kanban: limit work in progress (Anderson, 2010)",
)
def owner_overloaded(facts: Facts, rule: Rule) -> Iterator[Finding]:
    limit = facts.plan.settings.checks.limits.owner_musts
    most = DEFAULT if limit is None else limit
    owned: dict[str, list[Must]] = {}
    for task, dates in scheduled_saying(facts, "owner"):
        if task.priority == "must" and task.status != "done" and dates.end > dates.start:
            owned.setdefault(task.owner[0].address, []).append(Must(dates.start, dates.end, task))
    for address, musts in sorted(owned.items()):
        if len(musts) > most:
            together = _most_at_once(musts)
            if len(together) > most:
                yield _finding(rule, address, together, most)


def _most_at_once(musts: list[Must]) -> list[Must]:
    """The first largest group of musts that share a day. One is at its largest when one of them starts."""
    ordered = sorted(musts, key=lambda must: (must.start, must.task.id))
    ends: list[int] = []
    most = at = 0
    for index, must in enumerate(ordered):
        while ends and ends[0] <= must.start:
            heappop(ends)
        heappush(ends, must.end)
        if len(ends) > most:
            most, at = len(ends), index
    return [must for must in ordered[: at + 1] if must.end > ordered[at].start]


def _finding(rule: Rule, address: str, together: list[Must], most: int) -> Finding:
    last = together[-1].task
    person = last.owner[0]
    start, end = max(must.start for must in together), min(must.end for must in together)
    days = f"on {iso(start)}" if end - start == 1 else f"from {iso(start)} to {iso(end - 1)}"
    return rule.finding(
        f"{person.name or address} is accountable for {len(together)} musts at once {days}, "
        f"{listed([named(must.task) for must in together])}, where one person can hold {most}: "
        "hand some of them to others, or do them one after the other.",
        last.where("owner"),
        more=(must.task.id for must in together),
        act=[must.task.team for must in together],
        related=[
            Related(must.task.where("owner"), f"{must.task.id} from {iso(must.start)} to {iso(must.end - 1)}")
            for must in together[:-1]
        ],
        evidence={"owner": address, "musts": len(together), "limit": most, "from": iso(start), "to": iso(end - 1)},
        key=address,
    )
