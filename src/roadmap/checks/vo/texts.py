"""What open work says in words, who wrote it, and who reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.ongoing import ongoing
from roadmap.checks.open_work import open_tasks
from roadmap.checks.remembered import remembered

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.initiative import Initiative
    from roadmap.model.task import Task
    from roadmap.source.nodes import Place


class Text(NamedTuple):
    """The title or the notes of a task or an initiative (``key`` says which). ``team``: of the initiative, which wrote
    it; ``reader``: the team that does the work."""

    words: str
    key: str
    of: Task | Initiative
    team: str | None
    reader: str | None

    @property
    def place(self) -> Place:
        return self.of.where(self.key)


@remembered
def texts(facts: Facts) -> list[Text]:
    """Of all initiatives that go on, and of their open tasks."""
    found = [text for initiative in ongoing(facts) for text in _texts(initiative, initiative.team)]
    for task in open_tasks(facts):
        found += _texts(task, facts.plan.initiatives[task.initiative].team, task.team)
    return found


def _texts(of: Task | Initiative, team: str | None, reader: str | None = None) -> Iterator[Text]:
    if of.title:
        yield Text(of.title, "title", of, team, reader or team)
    if of.notes:
        yield Text(of.notes, "notes", of, team, reader or team)
