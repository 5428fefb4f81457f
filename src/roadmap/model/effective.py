"""What holds for a task, whether it says so itself or its service, its initiative or its team does."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap.model.fields import complete
from roadmap.model.initiative import Initiative
from roadmap.model.reading import Reading
from roadmap.model.service import Service
from roadmap.model.task import Task
from roadmap.model.team import Team

_REAL = ("started", "finished", "remaining")


class Effective:
    """Fills in tasks. Of a duration and an effort, which contradict each other, the duration holds."""

    def __init__(self, services: Mapping[str, Service], teams: Mapping[str, Team], reading: Reading) -> None:
        self._services = services
        self._teams = teams
        self._reading = reading
        for service in services.values():
            self._choose(service, "A service")

    def complete(self, task: Task, initiative: Initiative) -> None:
        """The effective status, team, estimate and notice of a task (see ``Task``)."""
        self._choose(task, "A task")
        self._stand(task)
        values = task.__dict__
        service = self._services.get(task.service) if task.service else None
        if service is not None:
            if task.team is None:
                values["team"] = service.team
            if task.duration is None and task.effort is None:
                values["duration"] = service.duration
                values["effort"] = service.effort
        team = task.team
        if team is None and not task.wrote("team") and not (service is not None and service.wrote("team")):
            team = values["team"] = initiative.team
        if service is None and team == initiative.team:
            return
        if service is not None and service.notice is not None:
            values["notice"] = service.notice
        elif team is not None:
            values["notice"] = self._teams[team].notice

    def _stand(self, task: Task) -> None:
        """Where a task stands, if it does not say so: what was begun or finished on a day says it, too."""
        if task.__dict__.keys().isdisjoint(_REAL):
            return
        if not task.wrote("status"):
            if task.finished is not None:
                complete(task, status="done")
            elif task.started is not None or task.remaining is not None:
                complete(task, status="doing")
        elif task.status in ("planned", "doing") and not task.unclear("status"):
            if task.finished is not None:
                self._contradict(task, "finished", "finished", "done")
            elif task.started is not None and task.status == "planned":
                self._contradict(task, "started", "begun", "doing")

    def _contradict(self, task: Task, key: str, what: str, right: str) -> None:
        said = f"The task is {task.status}, and has a day on which it was {what}"
        self._reading.fault("contradiction", f"{said}: write `status: {right}`, or remove the day.", task.key_at(key))

    def _choose(self, noun: Task | Service, called: str) -> None:
        if noun.duration is not None and noun.effort is not None:
            message = (
                f"{called} has either a duration or an effort (from which its duration follows): keep one of them."
            )
            self._reading.fault("contradiction", message, noun.key_at("effort"))
            complete(noun, effort=None)
