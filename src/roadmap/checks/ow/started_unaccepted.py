"""OW505: another team's work is under way, and that team has not accepted it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.ongoing import work_of_others
from roadmap.checks.registry import Rule, check
from roadmap.checks.saying import saying
from roadmap.checks.wording import named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "OW505",
    "started-unaccepted",
    severity="warning",
    profile="standard",
    scope="pair",
    clause="a cross-team task accepted by nobody: under way already",
    source="Last Planner System (Ballard, 2000): work is made ready by a promise of whoever does it",
)
def started_unaccepted(facts: Facts, rule: Rule) -> Iterator[Finding]:
    if not any(task.request is not None and task.request.answer != "open" for task in saying(facts, "request")):
        return
    for name, work in work_of_others(facts).items():
        for task in work:
            if task.status != "doing":
                continue
            answer = task.request.answer if task.request is not None else "open"
            unclear = task.request is not None and task.request.unclear("answer")
            if answer == "accepted" or unclear:
                continue
            words = "declined it" if answer == "declined" else "not accepted it"
            yield rule.finding(
                f"{named(task)} is under way, and {task.team} has {words}: agree on it and on a day "
                "(`answer: accepted` with `promised`), or stop the work.",
                task.where("request", "answer"),
                items=(task.id,),
                act=(task.team,),
                know=(facts.plan.initiatives[name].team,),
            )
