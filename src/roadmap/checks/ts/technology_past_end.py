"""TS604: work uses a technology longer than there is one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.lasting import lasting
from roadmap.checks.registry import Rule, check
from roadmap.checks.ts.usage import Use, further, told, usage
from roadmap.checks.wording import gap, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    import datetime as dt

    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.registers import Technology


@check(
    "TS604",
    "technology-past-end",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="a technology past its end",
    source="ISO/IEC 19770-1, IT asset management: the end of life of what is used is planned for",
)
def technology_past_end(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for name, found in usage(facts).items():
        technology = facts.plan.technologies[name]
        if technology.until is not None:
            end = technology.until.toordinal() + 1
            dates = facts.schedule.tasks
            uses = [use for use in found if dates[use.task.id].end > end and _last_day(facts, use) > technology.until]
            if uses:
                yield _finding(facts, rule, technology, technology.until, uses)


def _last_day(facts: Facts, use: Use) -> dt.date:
    return facts.schedule.tasks[use.task.id].last_day


def _finding(facts: Facts, rule: Rule, technology: Technology, until: dt.date, uses: list[Use]) -> Finding:
    last = max(uses, key=lambda use: _last_day(facts, use))
    day = _last_day(facts, last)
    calendar = facts.problem.nodes[facts.problem.index[last.task.id]].calendar
    longer = gap(until.toordinal() + 1, day.toordinal() + 1, calendar)
    which = "" if last is uses[0] and len(uses) == 1 else f" ({last.task.id})"
    return rule.finding(
        f"{told(uses)} {named(technology)} until {day}{which}, {longer} after its end on {until}: be done earlier, use "
        "its successor, or agree on a later end.",
        uses[0].place,
        more=(use.task.id for use in uses),
        act=[use.task.team for use in uses],
        know=(technology.team, technology.decided_by),
        related=[*further(uses), Related(technology.where("until"), f"ends on {until}, as it says here")],
        evidence={"technology": technology.id, "until": until.isoformat(), "needed": day.isoformat()},
        key=lasting(facts).name("technology", technology.id),
    )
