"""What holds of the findings about dates, whatever the plan: checked on random small worlds."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from roadmap.checks.registry import all_rules
from roadmap.checks.run import run
from roadmap.findings.finding import Finding
from roadmap.source.disk import Workspace
from roadmap.study import Study
from tests.plan_text import plan_text
from tests.properties.worlds import World, sections, worlds

quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

RULES = [rule for rule in all_rules() if rule.family in ("SC", "LT", "RT")]


def study(world: World) -> Study:
    return Study(Workspace(Path(), {"roadmap.yaml": plan_text(sections(world))}, ()), dt.date.fromordinal(world.today))


def about(findings: tuple[Finding, ...], *codes: str) -> set[str]:
    """Everything that findings of some codes are about, those included that they list as affected."""
    chosen = [finding for finding in findings if finding.code in codes]
    return {item for finding in chosen for item in (*finding.items, *finding.evidence.get("behind", ()))}


@quick
@given(worlds())
def test_findings_stand_alone_and_are_told_apart(world: World) -> None:
    findings = run(study(world).facts, RULES)
    for finding in findings:
        assert finding.message.endswith(".")
        assert "None" not in finding.message
        assert finding.place.path == "roadmap.yaml"
        json.dumps(finding.evidence)
    assert len({finding.fingerprint for finding in findings}) == len(findings)


@quick
@given(worlds())
def test_whatever_is_late_for_a_written_day_is_told(world: World) -> None:
    studied = study(world)
    findings = run(studied.facts, RULES)
    told = about(findings, "SC101", "SC106", "SC107")
    for name, dates in studied.schedule.tasks.items():
        kind, _, item = dates.bound_by.partition(" ")
        if dates.total_float < 0 and kind != "end" and studied.plan.tasks[name].status != "done":
            assert item in told, f"{name} is late for {dates.bound_by}"


@quick
@given(worlds())
def test_a_launch_that_can_be_met_is_left_in_peace(world: World) -> None:
    studied = study(world)
    launch = studied.schedule.launches["campaign"]
    impossible = about(run(studied.facts, RULES), "SC101")
    assert impossible == (set() if launch.met or launch.decided_by is None else {"campaign"})


@quick
@given(worlds())
def test_a_planned_day_that_cannot_be_is_told_once(world: World) -> None:
    studied = study(world)
    findings = run(studied.facts, RULES)
    pins = [finding for finding in findings if finding.code in ("SC104", "SC105") or finding.key == "planned"]
    listed = [name for finding in pins for name in (*finding.items, *finding.evidence["behind"])]
    assert len(listed) == len(set(listed))
    if about(findings, "LT201", "LT202"):
        return  # what was asked too late is told there, and what follows it is not told again
    for name, dates in studied.schedule.tasks.items():
        task = studied.plan.tasks[name]
        if task.status == "planned" and task.start is not None and not task.alap and task.finish is None:
            needed = task.start.toordinal()
            # By the day: a milestone that is reached at the end of its planned day has kept to it.
            late = dates.first_day.toordinal() > studied.plan.workdays[task.team].next(needed)
            if late and dates.ask_by is None:
                assert name in listed, f"{name} is planned for {task.start} and starts on {dates.first_day}"
