"""SC119: a date far outside of what the roadmap is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.registry import Rule, check
from roadmap.checks.standing import finished, standing
from roadmap.checks.wording import counted, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.initiative import Initiative
    from roadmap.model.task import Task
    from roadmap.source.nodes import Place

FAR = dt.timedelta(days=3653)
"""Ten years: a date that is further away from today is mistyped, whatever the horizon."""


class _Dated(NamedTuple):
    day: dt.date
    key: str
    noun: Initiative | Task

    @property
    def place(self) -> Place:
        market = getattr(self.noun, "launches", {}) if self.key == "launch" else {}
        of = next((name for name, launch in market.items() if name and launch.date == self.day), None)
        return self.noun.where("launches", of, "date") if of else self.noun.where(self.key)


@check(
    "SC119",
    "beyond-horizon",
    severity="warning",
    profile="standard",
    scope="item",
    clause="date far outside the horizon",
    source="plan language: dates beyond `until` are a finding",
)
def beyond_horizon(facts: Facts, rule: Rule) -> Iterator[Finding]:
    until = facts.plan.settings.until
    last = until or facts.today + FAR
    first = facts.today - FAR
    dated = _dated(facts)
    over = finished(facts)
    for initiative in facts.plan.initiatives.values():
        if initiative.id in facts.schedule.ends and initiative.id not in over:
            found = [each for each in dated.get(initiative.id, ()) if not first <= each.day <= last]
            outside = [each for each in found if each.day > last or not _is_missed(facts, each)]
            end = facts.schedule.ends[initiative.id]
            if outside:
                yield _written(facts, rule, initiative, outside)
            elif until is not None and end is not None and end > until.toordinal() + 1:
                yield _computed(facts, rule, initiative, dt.date.fromordinal(end - 1))


def _is_missed(facts: Facts, past: _Dated) -> bool:
    """Whether another check tells of a past day that it is missed: work is open that had to be there by then."""
    if past.key == "launch":
        launches = facts.plan.campaigns[past.noun.id].launch_ids.values()
        return any(not facts.schedule.launches[launch].met for launch in launches)
    return past.key in ("deadline", "finish")


def _dated(facts: Facts) -> dict[str, list[_Dated]]:
    """Initiative to every planned day that is written in it."""
    found: dict[str, list[_Dated]] = {}

    def add(day: dt.date | None, key: str, noun: Initiative | Task, initiative: str) -> None:
        if day is not None:
            found.setdefault(initiative, []).append(_Dated(day, key, noun))

    for campaign in facts.plan.campaigns.values():
        for launch in campaign.launches.values():
            add(launch.date, "launch", campaign, campaign.id)
        add(campaign.ends, "ends", campaign, campaign.id)
    for project in facts.plan.projects.values():
        add(project.deadline, "deadline", project, project.id)
    for task, _ in standing(facts).dated:
        add(task.start, "start", task, task.initiative)
        add(task.finish, "finish", task, task.initiative)
        add(task.not_before, "not-before", task, task.initiative)
        add(task.deadline, "deadline", task, task.initiative)
    return found


def _written(facts: Facts, rule: Rule, initiative: Initiative, outside: list[_Dated]) -> Finding:
    until = facts.plan.settings.until
    worst = max(outside, key=lambda dated: (abs(dated.day - facts.today), dated.noun.id))
    more = f" ({counted(len(outside) - 1, 'more date')} of it also)" if len(outside) > 1 else ""
    beyond = until is not None and until < worst.day <= facts.today + FAR
    where = f"after {until}, where the roadmap ends" if beyond else "more than ten years away"
    remedy = "correct the date, or move `until`" if beyond else "correct the date"
    return rule.finding(
        f"{named(worst.noun)} has `{worst.key}: {worst.day}`, which is {where}{more}: {remedy}.",
        worst.place,
        items=(initiative.id,),
        act=(initiative.team,),
        related=[
            *_horizon(facts),
            *(Related(other.place, f"`{other.key}: {other.day}`") for other in outside if other is not worst),
        ],
        evidence={"until": until.isoformat() if until else None, "date": worst.day.isoformat()},
        key="written",
    )


def _computed(facts: Facts, rule: Rule, initiative: Initiative, last: dt.date) -> Finding:
    until = facts.plan.settings.until
    return rule.finding(
        f"{named(initiative)} goes on until {last}, which is after {until}, where the roadmap ends: "
        "make it shorter, start it earlier, or move `until`.",
        initiative.place,
        items=(initiative.id,),
        act=(initiative.team,),
        related=_horizon(facts),
        evidence={"until": until.isoformat() if until else None, "earliest": last.isoformat()},
        key="computed",
    )


def _horizon(facts: Facts) -> list[Related]:
    settings = facts.plan.settings
    return [Related(settings.where("until"), f"the roadmap ends on {settings.until}")] if settings.until else []
