"""Campaigns and projects: their templates, answers and tasks, read into nouns."""

from __future__ import annotations

from typing import NamedTuple, TypeVar, cast

from roadmap.model.directory import Directory, Missing
from roadmap.model.fields import complete, construct, noun_reader
from roadmap.model.initiative import Campaign, Initiative, Launch, Project
from roadmap.model.later import INVALID, Later, Scope
from roadmap.model.names import parse_id
from roadmap.model.noun import is_null
from roadmap.model.reading import Reading, empty_mapping
from roadmap.model.sections import Entry
from roadmap.model.service import Service
from roadmap.model.task import Task
from roadmap.model.team import Team
from roadmap.model.templates import TaskNode, answered, uses, written_tasks
from roadmap.model.values.value import Problem, quoted
from roadmap.source.nodes import MappingNode, Node

AnyInitiative = TypeVar("AnyInitiative", Campaign, Project)


class Inherited(NamedTuple):
    """What links of template tasks must know: tasks that their initiative leaves out, and which tasks have
    their `needs` from a template.
    """

    left_out: frozenset[str]
    tasks: frozenset[str]


class InitiativeReader:
    """Reads initiatives one after the other. ``tasks`` and ``inherited`` (by initiative) fill up; what stays in
    ``answers`` answers nothing.
    """

    def __init__(self, reading: Reading, templates: dict[str, Entry], answers: dict[str, Entry]) -> None:
        self._reading = reading
        self._templates = _task_lists(templates)
        self.answers = dict(answers)
        self.inherited: dict[str, Inherited] = {}

    def read(self, cls: type[AnyInitiative], name: str, entry: Entry) -> AnyInitiative:
        """The initiative with its tasks."""
        reading = self._reading
        kind = cls.__name__.lower()
        reading.scope = Scope(f"{kind} {name}", name)
        node = entry.node
        if not isinstance(node, MappingNode):
            if not is_null(node):
                reading.wrong_type("a mapping with keys such as `title` and `tasks`", node)
            node = empty_mapping(node)
        initiative = noun_reader(cls, "tasks")(node, reading, entry.key.place)
        complete(initiative, id=name, tasks=self._tasks(name, node))
        if isinstance(initiative, Campaign):
            _join_launches(initiative, reading)
        return cast(AnyInitiative, initiative)

    def _tasks(self, initiative: str, node: MappingNode) -> dict[str, Task]:
        reading = self._reading
        own = node.values.get("tasks")
        if own is not None and not isinstance(own, MappingNode):
            if not is_null(own):
                reading.wrong_type("a mapping: the name of each task, and its fields", own)
            own = None
        written = written_tasks(own, uses(node, self._templates), reading)
        tasks: dict[str, Task] = {}
        for name, task_node in written.tasks.items():
            task = self._task(initiative, name, task_node)
            if task is not None:
                tasks[name] = task
        inheriting = frozenset(f"{initiative}/{name}" for name, task in written.tasks.items() if not task.own_needs)
        if inheriting:
            self.inherited[initiative] = Inherited(written.left_out, inheriting)
        return tasks

    def _task(self, initiative: str, name: str, written: TaskNode) -> Task | None:
        reading = self._reading
        label = f"task {initiative}/{name}"
        problem = parse_id(name)
        if isinstance(problem, Problem):
            reading.problem(problem, written.key)
            reading.doubtful.add(label)
            return None
        node: Node = written.node
        answer = self.answers.pop(f"{initiative}/{name}", None) if self.answers else None
        if answer is not None:
            node = self._answered(node, answer)
        scope = reading.scope = Scope(label, initiative)
        if is_null(node):
            node = empty_mapping(node)
        task = _READ_TASK(node, reading, written.key.place)
        if task is INVALID:
            reading.doubtful.add(label)
            return None
        scope.markets = task.for_
        values = task.__dict__
        values["id"] = f"{initiative}/{name}"
        values["name"] = name
        values["initiative"] = initiative
        return cast(Task, task)

    def report_answers_to_nothing(self, directory: Directory) -> None:
        """Answers whose task does not exist."""
        for text, entry in self.answers.items():
            target = directory.find(text, None)
            if isinstance(target, Missing):
                self._reading.missing(target, text, entry.key.place, text)
            else:
                message = f"{quoted(text)} is not a task: write initiative/task."
                self._reading.fault("unknown-task", message, entry.key.place)

    def _answered(self, node: Node, answer: Entry) -> Node:
        if isinstance(answer.node, MappingNode):
            return answered(node, answer.node, self._reading)
        if not is_null(answer.node):
            self._reading.wrong_type("a mapping with the keys of a request, such as `answer`", answer.node)
        return node


_READ_TASK = noun_reader(Task)


def _task_lists(templates: dict[str, Entry]) -> dict[str, MappingNode]:
    """Template to the mapping of its tasks; what is wrong in a template is reported when it is read."""
    lists = {}
    for name, entry in templates.items():
        tasks = entry.node.values.get("tasks") if isinstance(entry.node, MappingNode) else None
        lists[name] = _well_named(tasks) if isinstance(tasks, MappingNode) else empty_mapping(entry.node)
    return lists


def _well_named(tasks: MappingNode) -> MappingNode:
    kept = empty_mapping(tasks)
    for name, key, node in tasks.items():
        if not isinstance(parse_id(name), Problem):
            kept.keys[name], kept.values[name] = key, node
    return kept


def _join_launches(campaign: Campaign, reading: Reading) -> None:
    """Puts the one launch among the launches, and says of each which market it is for."""
    if campaign.launch and campaign.launches:
        message = f"The campaign {quoted(campaign.id)} has `launch` and `launches`: keep one of them."
        reading.fault("contradiction", message, campaign.key_at("launch"))
        complete(campaign, launch=None)
    if campaign.launch:
        complete(campaign, launches={"": campaign.launch})
    elif campaign.launched and not campaign.launches:
        launched = campaign.__dict__["launched"]
        values = {name: field.default for name, field in Launch.model_fields.items()}
        values.update(
            date=launched, launched=launched, node=campaign.node.values["launched"], place_=campaign.where("launched")
        )
        if isinstance(launched, Later):
            reading.pending += [(values, "date", None, launched), (values, "launched", None, launched)]
        complete(campaign, launches={"": construct(Launch, values)})
    for market, launch in campaign.launches.items():
        complete(launch, market=market or None)


def settle_launches(campaign: Campaign) -> None:
    """Leaves out launches whose day could not be worked out, and says of the only one when it really was."""
    launches = {market: launch for market, launch in campaign.launches.items() if launch.date is not None}
    if campaign.launched and "" in launches and launches[""].launched is None:
        complete(launches[""], launched=campaign.launched)
    if campaign.launch and "" not in launches:
        complete(campaign, launch=None)
    complete(campaign, launches=launches)


def complete_task(
    task: Task, initiative: Initiative, services: dict[str, Service], teams: dict[str, Team], reading: Reading
) -> None:
    """The effective team, estimate and notice of a task (see ``Task``)."""
    values = task.__dict__
    service = services.get(task.service) if task.service else None
    if task.duration is not None and task.effort is not None:
        message = "A task has either a duration or an effort (from which its duration follows): keep one of them."
        reading.fault("contradiction", message, task.key_at("effort"))
        values["effort"] = None
    if service is not None:
        if task.team is None:
            values["team"] = service.team
        if task.duration is None and task.effort is None:
            values["duration"] = service.duration
            values["effort"] = service.effort
    team = values["team"]
    if team is None:
        team = values["team"] = initiative.team
    if service is None and team == initiative.team:
        return
    if service is not None and service.notice is not None:
        values["notice"] = service.notice
    elif team is not None and team in teams:
        values["notice"] = teams[team].notice
