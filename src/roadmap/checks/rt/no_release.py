"""RT306: work needs a release that there is none of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.lasting import lasting
from roadmap.checks.registry import Rule, check
from roadmap.checks.shipping import dated, planned_for_nothing, release_of
from roadmap.checks.standing import standing
from roadmap.checks.wording import called, counted, iso, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.release import Release
    from roadmap.model.task import Task


@check(
    "RT306",
    "no-release",
    severity="error",
    profile="minimal",
    scope="whole",
    clause="the release needed does not exist (beyond until, skipped)",
    source="plan language: work that ships on a train is available when a release carries it",
)
def no_release(facts: Facts, rule: Rule) -> Iterator[Finding]:
    beyond: dict[str, list[Task]] = {}
    for task, dates in standing(facts).shipping:
        if dates.available is None:
            carried = {name.partition("@")[0] for name in dates.releases}
            for train in task.ships_on:
                if train in facts.plan.running and train not in carried:
                    beyond.setdefault(train, []).append(task)
    for name, tasks in sorted(planned_for_nothing(facts).items()):
        yield _skipped(facts, rule, sorted(tasks, key=lambda task: task.where("release")), release_of(facts, name))
    for train, tasks in sorted(beyond.items()):
        yield _beyond(facts, rule, train, tasks)


def _skipped(facts: Facts, rule: Rule, tasks: list[Task], release: Release) -> Finding:
    """``tasks``: all that are planned for it, in order of place."""
    first, train = tasks[0], facts.plan.trains[release.train]
    dates = facts.schedule.tasks[first.id]
    carried = next((name for name in dates.releases if name.startswith(f"{train.id}@")), None)
    known, *others = sorted((task.id for task in tasks), key=lasting(facts).work)
    blackout = facts.plan.blackouts.get((release.skipped or "").removeprefix("blackout "))
    why = f" because of {named(blackout)}" if blackout is not None else ""
    more, are, it = (f" and {counted(len(others), 'more task')}", "are", "them") if others else ("", "is", "it")
    remedy = f"plan {it} for {dated(release_of(facts, carried))}" if carried else f"plan {it} for another release"
    related = [Related(task.where("release"), f"{called(task)} is planned for it, too") for task in tasks[1:]]
    if release.place:
        related.append(Related(release.place, f"{release.id} stands here"))
    if blackout is not None:
        related.append(Related(blackout.where("days"), f"no releases in {called(blackout)}"))
    return rule.finding(
        f"{named(first)}{more} {are} planned for {dated(release)}, which does not take place{why}: {remedy}, "
        f"or let {train.team or train.id} run that release after all.",
        first.where("release"),
        items=(known, release.id),
        more=others,
        act=[task.team for task in tasks],
        know=[train.team, *(facts.plan.initiatives[task.initiative].team for task in tasks)],
        related=related,
        evidence={"release": release.id, "skipped": release.skipped, "next": carried},
        key="skipped",
    )


def _beyond(facts: Facts, rule: Rule, name: str, tasks: list[Task]) -> Finding:
    train = facts.plan.trains[name]
    first = min(tasks, key=lambda task: (facts.schedule.tasks[task.id].end, task.id))
    usable = [release for release in facts.plan.releases[name] if release.skipped is None]
    ends = facts.schedule.tasks[first.id].end
    last = f"the last of {train.id} is {dated(usable[-1])}" if usable else f"{train.id} has no release at all"
    gate = _gate(first, usable[-1]) if usable else None
    if gate is not None and usable[-1].date.toordinal() >= ends:
        last += f", whose cut-off {gate} is on {usable[-1].cut_offs[gate]}"
    more = f" ({counted(len(tasks) - 1, 'more task')} also)" if len(tasks) > 1 else ""
    key = "until" if train.wrote("until") else "every" if train.wrote("every") else "releases"
    return rule.finding(
        f"{named(first)} is finished on {iso(ends - 1)} and needs a release of "
        f"{named(train)} after that day, but {last}{more}: "
        "add a release, let the train run longer (`until`), or finish sooner.",
        train.where(key),
        items=(name,),
        act=(train.team,),
        know=[task.team for task in tasks],
        related=[Related(task.where("ships-on"), f"{called(task)} needs a later release of {name}") for task in tasks],
        evidence={"last": usable[-1].id if usable else None, "tasks": [task.id for task in tasks]},
        key="beyond",
    )


def _gate(task: Task, release: Release) -> str | None:
    """The cut-off of a release by which a task must be finished, where it has one."""
    return next((name for name in (task.gate, release.gate) if name is not None and name in release.cut_offs), None)
