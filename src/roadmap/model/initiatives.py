"""Campaigns and projects: their templates, answers and tasks, read into nouns."""

from __future__ import annotations

from typing import NamedTuple, TypeVar, cast

from roadmap.model.directory import Directory, Missing
from roadmap.model.fields import complete, noun_reader
from roadmap.model.initiative import Campaign, Project
from roadmap.model.later import INVALID, Scope
from roadmap.model.launches import join_launches
from roadmap.model.names import parse_id
from roadmap.model.noun import is_null
from roadmap.model.reading import Reading, empty_mapping
from roadmap.model.sections import Entry
from roadmap.model.task import Task
from roadmap.model.templates import MOST_EXPANDED, MOST_TASKS, TaskNode, Use, answered, task_lists, uses, written_tasks
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
    """Reads initiatives one after the other. ``inherited`` (by initiative) fills up; what stays in ``answers`` answers
    nothing.
    """

    def __init__(self, reading: Reading, templates: dict[str, Entry], answers: dict[str, Entry]) -> None:
        self._reading = reading
        self._templates = task_lists(templates)
        self._room, self._room_for_tasks = MOST_EXPANDED, MOST_TASKS
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
        initiative = noun_reader(cls, "tasks")(node, reading, "key")
        complete(initiative, id=name, tasks=self._tasks(name, node))
        if isinstance(initiative, Campaign):
            join_launches(initiative, reading)
        return cast(AnyInitiative, initiative)

    def _tasks(self, initiative: str, node: MappingNode) -> dict[str, Task]:
        reading = self._reading
        own = node.values.get("tasks")
        if own is not None and not isinstance(own, MappingNode):
            if not is_null(own):
                reading.wrong_type("a mapping: the name of each task, and its fields", own)
            own = None
        written = written_tasks(own, self._uses(node), reading)
        tasks: dict[str, Task] = {}
        for name, task_node in written.tasks.items():
            task = self._task(initiative, name, task_node)
            if task is not None:
                tasks[name] = task
        inheriting = frozenset(f"{initiative}/{name}" for name, task in written.tasks.items() if not task.own_needs)
        if inheriting:
            self.inherited[initiative] = Inherited(written.left_out, inheriting)
        return tasks

    def _uses(self, node: MappingNode) -> list[Use]:
        """The templates that an initiative names, as long as all of them together do not grow beyond reason."""
        used = uses(node, self._templates)
        needed = sum(use.tasks.size for use in used)
        tasks = sum(len(use.tasks.node.values) for use in used)
        if needed > self._room or tasks > self._room_for_tasks:
            if self._room:
                most = f"{MOST_EXPANDED:,} values" if needed > self._room else f"{MOST_TASKS:,} tasks"
                message = f"Templates come to more than {most} over all uses: use them less often."
                self._reading.fault("too-large", message, used[0].name.place)
            self._room = 0
            return []
        self._room -= needed
        self._room_for_tasks -= tasks
        return used

    def _task(self, initiative: str, name: str, written: TaskNode) -> Task | None:
        reading = self._reading
        id = f"{initiative}/{name}"
        label = f"task {id}"
        problem = parse_id(name)
        if isinstance(problem, Problem):
            reading.problem(problem, written.node.key(name))
            reading.doubtful.add(label)
            return None
        node: Node = written.node
        answer = self.answers.pop(id, None) if self.answers else None
        if answer is not None:
            node = self._answered(node, answer)
        scope = reading.scope = Scope(label, initiative)
        if node.__class__ is not MappingNode and is_null(node):
            node = empty_mapping(node)
        task: Task = _READ_TASK(node, reading, written.template or "key")
        if task is INVALID:
            reading.doubtful.add(label)
            return None
        scope.markets = task.for_
        values = task.__dict__
        values["id"] = id
        values["name"] = name
        values["initiative"] = initiative
        return task

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
