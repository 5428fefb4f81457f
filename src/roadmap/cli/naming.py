"""What a reference on the command line means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmap.cli.refusal import Refusal

if TYPE_CHECKING:
    from roadmap.model.directory import Target
    from roadmap.model.plan import Plan


def target(plan: Plan, text: str) -> Target:
    """The task, launch, end, release or cut-off that ``text`` means.

    A task's name alone will do where only one has it. Raises ``Refusal`` where it means nothing.
    """
    from roadmap.model.directory import Directory, Missing
    from roadmap.model.directory import Target as Found
    from roadmap.model.nearest import Nearest

    directory = Directory(
        plan.tasks, plan.campaigns, plan.projects, plan.trains, lambda train: plan.releases.get(train, ()), Nearest()
    )
    found = directory.find(text.removesuffix(".work"), None)
    if not isinstance(found, Missing):
        return found
    alone = [task.id for task in plan.tasks.values() if task.name == text]
    if len(alone) == 1:
        return Found(alone[0], "task")
    near = " or ".join(repr(close) for close, _ in found.near)
    raise Refusal(f"{found.message}{f'; did you mean {near}?' if near else ''}")
