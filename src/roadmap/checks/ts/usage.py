"""Which open work uses which technology, and how several uses are told in one finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.remembered import remembered
from roadmap.checks.standing import standing
from roadmap.checks.wording import counted, listed, named
from roadmap.source.faults import Related
from roadmap.source.nodes import MappingNode, Place, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.task import Task


_SHOWN = 5


class Use(NamedTuple):
    """A task that is not done, and a technology that it uses."""

    task: Task
    technology: str

    @property
    def place(self) -> Place:
        """Where the task names the technology."""
        node = self.task.node.values.get("uses") if isinstance(self.task.node, MappingNode) else None
        for item in node.items if isinstance(node, SequenceNode) else ():
            if isinstance(item, ScalarNode) and item.text == self.technology:
                return item.place
        return self.task.where("uses")


@remembered
def usage(facts: Facts) -> dict[str, list[Use]]:
    """Technology to the open tasks that use it, both in order of their ids."""
    found: dict[str, list[Use]] = {}
    if facts.plan.technologies:
        for task in standing(facts).open:
            for technology in dict.fromkeys(task.uses):
                found.setdefault(technology, []).append(Use(task, technology))
    return dict(sorted(found.items()))


def told(uses: Sequence[Use]) -> str:
    """``“Copy” (spring-sale/copy) uses``, ``3 tasks (spring-sale/copy, pim/feed and 1 more) use``."""
    if len(uses) == 1:
        return f"{named(uses[0].task)} uses"
    return f"{counted(len(uses), 'task')} ({listed([use.task.id for use in uses])}) use"


def further(uses: Sequence[Use]) -> list[Related]:
    """The places of the next uses after the first, which is the place of the finding itself."""
    return [Related(use.place, f"{use.task.id} uses it as well") for use in uses[1:_SHOWN]]
