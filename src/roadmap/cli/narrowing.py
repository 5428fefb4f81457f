"""Which part of a schedule is wanted: tasks, launches and releases by reference or by group."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from roadmap.cli.arguments import meant
from roadmap.cli.naming import target
from roadmap.cli.refusal import Refusal

if TYPE_CHECKING:
    from roadmap.model.plan import Plan
    from roadmap.model.task import Task
    from roadmap.schedule.result import Schedule


def narrowed(plan: Plan, schedule: Schedule, references: Iterable[str], late: bool, critical: bool) -> frozenset[str]:
    """The ids of the tasks, launches and releases that any of the references means (none: all of them).

    A reference may be a group: ``team:web``, ``function:it``, ``train:web``, ``service:landing-page``. Releases that
    carry a wanted task are wanted. ``late`` and ``critical`` keep only tasks with that much float, and late launches.
    Raises ``Refusal`` for a reference that means nothing.
    """
    meaning = [_meant(plan, schedule, text) for text in references]
    wanted = frozenset().union(*meaning) if meaning else frozenset((*schedule.tasks, *schedule.launches))
    if late or critical:
        least = 0 if critical else -1
        wanted = frozenset(
            id
            for id in wanted
            if (id in schedule.tasks and schedule.tasks[id].total_float <= least and plan.tasks[id].status != "done")
            or (id in schedule.launches and not schedule.launches[id].met)
        )
    if meaning or late or critical:
        carrying = (id for id, carried in schedule.carries.items() if not wanted.isdisjoint(carried))
    else:
        carrying = (release.id for releases in plan.releases.values() for release in releases)
    return wanted.union(carrying)


def _meant(plan: Plan, schedule: Schedule, text: str) -> frozenset[str]:
    group = _group(plan, text)
    if group is not None:
        releases = plan.releases.get(text.removeprefix("train:"), ()) if text.startswith("train:") else ()
        return frozenset((*(task.id for task in plan.tasks.values() if group(task)), *(each.id for each in releases)))
    node, kind = target(plan, text)
    if kind == "task":
        return frozenset((node,))
    owner = node.split("/")[0]
    if kind in ("release", "cut-off"):
        return frozenset((owner, *schedule.carries.get(owner, ())))
    if kind == "launch":
        from roadmap.network import goals

        campaign = plan.initiatives[owner.split("@")[0]]
        return frozenset((node, *(task.id for task in campaign.tasks.values() if node in goals(task, campaign))))
    launches = (launch.id for launch in schedule.launches.values() if launch.campaign == owner)
    return frozenset((*launches, *(task.id for task in plan.initiatives[owner].tasks.values())))


def _group(plan: Plan, text: str) -> Callable[[Task], bool] | None:
    """What tells the tasks of a group; ``None`` where the text is no group."""
    kind, colon, name = text.partition(":")
    if not colon:
        if text not in plan.teams or text in plan.initiatives or text in plan.trains:
            return None
        kind, name = "team", text
    groups: dict[str, tuple[Iterable[str], Callable[[Task], bool]]] = {
        "team": (plan.teams, lambda task: task.team == name or name in task.with_),
        "train": (plan.trains, lambda task: name in task.ships_on),
        "service": (plan.services, lambda task: task.service == name),
        "function": (
            sorted({team.function for team in plan.teams.values()}),
            lambda task: task.team in plan.teams and plan.teams[task.team].function == name,
        ),
    }
    if kind not in groups or "@" in name:
        return None
    known, belongs = groups[kind]
    if name not in known:
        raise Refusal(f"no {kind} is called {name!r}{meant(name, list(known))}")
    return belongs
