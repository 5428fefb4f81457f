"""What open work says in words, who wrote it, and who reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.ongoing import ongoing, scheduled_work_of_others
from roadmap.checks.remembered import remembered
from roadmap.checks.standing import standing

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
    found = [text for each in ongoing(facts) for text in _texts(each, each.team, each.team)]
    for task in standing(facts).open:
        team = facts.plan.initiatives[task.initiative].team
        found += _texts(task, team, task.team or team)
    return found


@remembered
def asked(facts: Facts) -> dict[tuple[str, str], list[Text]]:
    """(function that asks, function that is asked) to the texts of open tasks that a team of the one wrote for a team
    of the other."""
    functions: dict[str | None, str] = {team.id: team.function for team in facts.plan.teams.values()}
    found: dict[tuple[str, str], list[Text]] = {}
    if len(set(functions.values())) < 2:
        return found
    initiatives = facts.plan.initiatives
    for task in scheduled_work_of_others(facts):
        team = initiatives[task.initiative].team
        pair = (functions.get(team, ""), functions.get(task.team, ""))
        if pair[0] != pair[1] and all(pair):
            found.setdefault(pair, []).extend(_texts(task, team, task.team))
    return found


def _texts(of: Task | Initiative, team: str | None, reader: str | None) -> list[Text]:
    found = [Text(of.title, "title", of, team, reader)] if of.title else []
    if of.notes:
        found.append(Text(of.notes, "notes", of, team, reader))
    return found
