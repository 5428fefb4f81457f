"""DG101: tasks wait for each other in a circle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.circles import MOST_IN_A_TANGLE, Circle, Tangle, behind, shortest, tangles, turned, without
from roadmap.checks.dropping import Choice, cheapest
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import called, counted, listed, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.source.nodes import Place

_SHOWN = 6
"""Waits that the message spells out; all of them are in the related places and in the evidence."""
_RELATED = 100


@check(
    "DG101",
    "cycle",
    severity="error",
    profile="minimal",
    scope="whole",
    clause="tasks that wait for each other in a circle, with the link that is cheapest to drop",
    source="critical path method (Kelley and Walker, 1959): only a network without circles has dates",
)
def cycle(facts: Facts, rule: Rule) -> Iterator[Finding]:
    if not facts.problem.stuck:
        return
    found = [told for tangle in tangles(facts) for told in _circles(facts, tangle)]
    victims = behind(facts, [[waiting for waiting, _ in circle] for circle, _ in found])
    for (circle, why), waiting in zip(found, victims, strict=True):
        yield _finding(facts, rule, circle, why, waiting)


def _circles(facts: Facts, tangle: Tangle) -> Iterator[tuple[Circle, str]]:
    """Circles of a tangle, each told from the wait that is cheapest to drop on, with a sentence on what to do."""
    waiting = [tangle]
    for _ in range(MOST_IN_A_TANGLE):
        if not waiting:
            return
        circle = shortest(part := waiting.pop(0))
        choice = cheapest(facts, circle)
        if choice is not None:
            circle = turned(circle, choice.wait)
        yield circle, _advice(facts, circle, choice)
        waiting = without(part, circle[0]) + waiting


def _advice(facts: Facts, circle: Circle, choice: Choice | None) -> str:
    if choice is None:
        return "Record in `given` what is there already, or let another task provide it."
    task = facts.plan.tasks[circle[0][0]]
    if len(circle) == 2 and task.initiative == circle[0][1].partition("@")[0] in facts.plan.campaigns:
        return "Say `after-launch: true` if it follows the launch; else drop the first of the two waits."
    if choice.why is None:
        return "No wait of the circle is cheaper to drop than another: agree on the one that can go."
    return f"The first wait is the cheapest to drop, because {choice.why}."


def _finding(facts: Facts, rule: Rule, circle: Circle, advice: str, victims: list[str]) -> Finding:
    tasks = [facts.plan.tasks[node] for node, _ in circle if node in facts.plan.tasks]
    teams = sorted({task.team for task in tasks if task.team})
    who = f"{listed(teams)} wait for each other: " if len(teams) > 1 else ""
    neither = "neither" if len(circle) == 2 else "none of them"
    story = _story(facts, circle, len(teams) > 1)
    lost = f" {counted(len(victims), 'task')} behind them {'has' if len(victims) == 1 else 'have'} no dates either."
    place, *others = [_place(facts, waiting, needed) for waiting, needed in circle]
    return rule.finding(
        f"{who}{story}, so that {neither} can go first. {advice}{lost if victims else ''}",
        place,
        more=sorted(task.id for task in tasks),
        act=teams,
        know=[facts.plan.tasks[victim].team for victim in victims],
        related=[
            Related(there, f"{_called(facts, waiting)} waits for {_called(facts, needed)}")
            for there, (waiting, needed) in zip(others[:_RELATED], circle[1:], strict=False)
        ],
        evidence={"circle": [node for node, _ in circle], "behind": victims},
    )


def _story(facts: Facts, circle: Circle, with_teams: bool) -> str:
    """``a waits for b, which waits for c, which waits for a``; of a long circle only the beginning."""
    words = []
    for node, _ in circle[: _SHOWN if len(circle) <= _SHOWN else _SHOWN - 1]:
        task = facts.plan.tasks.get(node)
        name = named(task) if task else _called(facts, node)
        words.append(f"{name} of {task.team}" if with_teams and task and task.team else name)
    more = len(circle) - len(words)
    end = _called(facts, circle[0][0])
    words.append(f"{more} more in turn, the last of which waits for {end}" if more else end)
    return f"{words[0]} waits for {', which waits for '.join(words[1:])}"


def _called(facts: Facts, node: str) -> str:
    """A node for reading: a task by its title, anything else by what it is."""
    task = facts.plan.tasks.get(node)
    if task is not None:
        return called(task)
    return f"the {'launch' if facts.network.kinds[node] == 'launch' else 'end'} of {node}"


def _place(facts: Facts, waiting: str, needed: str) -> Place:
    """The line that says so: the link; for what follows from elsewhere, the task that it follows from."""
    links = facts.network.edge(needed, waiting).links
    if links:
        place: Place = links[0].place
        return place
    tasks = facts.plan.tasks
    if waiting in tasks:
        return tasks[waiting].key_at("service" if needed in tasks else "after-launch")
    return tasks[needed].place if needed in tasks else facts.plan.initiatives[waiting].place
