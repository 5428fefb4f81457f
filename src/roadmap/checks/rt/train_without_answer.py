"""RT305: work ships on the train of another team, which has not agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check
from roadmap.checks.standing import standing
from roadmap.checks.wording import called, counted, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.task import Task


@check(
    "RT305",
    "train-without-answer",
    severity="info",
    profile="standard",
    scope="pair",
    clause="ships on another team's train without its answer",
    source="SAFe, Agile Release Train: teams plan and commit together",
)
def train_without_answer(facts: Facts, rule: Rule) -> Iterator[Finding]:
    answering = _answering(facts)
    if not answering:
        return
    unasked: dict[tuple[str, str], list[Task]] = {}
    for task, _ in standing(facts).shipping:
        for name in task.ships_on if task.status == "planned" else ():
            train = facts.plan.trains.get(name)
            if train is None or train.team is None or train.team == task.team or name not in answering:
                continue
            if task.request is None or (task.request.answer == "open" and not task.request.unclear("answer")):
                unasked.setdefault((name, task.initiative), []).append(task)
    for (name, initiative), tasks in sorted(unasked.items()):
        yield _finding(facts, rule, name, initiative, tasks)


def _answering(facts: Facts) -> frozenset[str]:
    """Trains on which work of other teams is answered at all. Where nobody writes answers down, none is missing."""
    trains = facts.plan.trains
    return frozenset(
        name
        for task, _ in standing(facts).requested
        if task.request is not None and task.request.answer != "open"
        for name in task.ships_on
        if name in trains and trains[name].team != task.team
    )


def _finding(facts: Facts, rule: Rule, name: str, initiative: str, tasks: list[Task]) -> Finding:
    train, first = facts.plan.trains[name], tasks[0]
    more = f" ({counted(len(tasks) - 1, 'more task')} of {initiative} also)" if len(tasks) > 1 else ""
    return rule.finding(
        f"{named(first)} is done by {first.team or 'nobody yet'} and ships on {named(train)}, the train of "
        f"{train.team}, which has not answered{more}: ask {train.team}, and note its answer "
        f"(`answers: {{{first.id}: {{answer: accepted}}}}`).",
        first.where("ships-on"),
        items=(name, initiative),
        act=(facts.plan.initiatives[initiative].team, *(task.team for task in tasks)),
        know=(train.team,),
        related=[
            Related(train.where("team"), f"{train.team} runs {train.id}"),
            *(Related(task.where("ships-on"), f"{called(task)} ships on it too") for task in tasks[1:]),
        ],
        evidence={"tasks": [task.id for task in tasks]},
    )
