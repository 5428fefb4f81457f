"""Standard lists of tasks, merged field by field under what an initiative says itself, and answers merged into
requests.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from roadmap.model.names import parse_id
from roadmap.model.noun import is_null, says
from roadmap.model.reading import Reading, empty_mapping
from roadmap.model.sections import Entry
from roadmap.model.values.value import Problem, quoted
from roadmap.source.faults import Related
from roadmap.source.nodes import MappingNode, Node, ScalarNode, SequenceNode

MOST_EXPANDED = 1_000_000
"""So many values may templates come to, over all their uses: a small file must not make a huge plan."""

MOST_TASKS = 150_000
"""So many tasks may templates come to, however little is written in each."""

_EXCLUDING = (("duration", "effort"), ("effort", "duration"))
"""Who says one of them replaces the other."""


class TaskNode(NamedTuple):
    """One task as written: its fields, and where the template is named that it comes from, if the initiative does not
    name it itself. ``own_needs`` tells that the initiative itself says what the task needs.
    """

    template: ScalarNode | None
    node: Node
    own_needs: bool


class WrittenTasks(NamedTuple):
    """The tasks of an initiative, in sorted order; ``left_out``: names of those of its templates that it leaves out."""

    tasks: dict[str, TaskNode]
    left_out: frozenset[str]


class TaskList(NamedTuple):
    """The tasks of a template. ``size``: how many values are written in them."""

    node: MappingNode
    size: int


class Use(NamedTuple):
    """Where an initiative names a template, and the tasks of that."""

    name: ScalarNode
    tasks: TaskList


def task_lists(templates: Mapping[str, Entry]) -> dict[str, TaskList]:
    """Template to its well-named tasks; what is wrong in a template is reported when it is read."""
    lists = {}
    for name, entry in templates.items():
        kept = empty_mapping(entry.node)
        tasks = entry.node.values.get("tasks") if isinstance(entry.node, MappingNode) else None
        for task, node in tasks.values.items() if isinstance(tasks, MappingNode) else ():
            if not isinstance(parse_id(task), Problem):
                kept.values[task] = node
        lists[name] = TaskList(kept, _size(kept))
    return lists


def _size(node: Node) -> int:
    if isinstance(node, MappingNode):
        return 1 + sum(map(_size, node.values.values()))
    return 1 + sum(map(_size, node.items)) if isinstance(node, SequenceNode) else 1


def uses(node: MappingNode, templates: Mapping[str, TaskList]) -> list[Use]:
    """The templates that an initiative names; unknown ones are reported when `use` is read."""
    written = node.values.get("use")
    names = written.items if isinstance(written, SequenceNode) else [written]
    once = {name.text: name for name in names if isinstance(name, ScalarNode) and name.text in templates}
    return [Use(name, templates[text]) for text, name in once.items()]


def written_tasks(own: MappingNode | None, used: list[Use], reading: Reading) -> WrittenTasks:
    """Own tasks over those of templates; of several templates the later goes before the earlier."""
    tasks: dict[str, TaskNode] = {}
    for name, template in used:
        for task, node in template.node.values.items():
            base = tasks[task].node if task in tasks else None
            tasks[task] = TaskNode(name, _merged(base, node), False)
    left_out = set()
    for task, node in own.values.items() if own is not None else ():
        if used and is_null(node):
            if task in tasks:
                del tasks[task]
                left_out.add(task)
            else:
                _report_nothing_to_leave_out(node.key(task), tasks, reading)
        elif task in tasks:
            own_needs = says(node, "needs")
            tasks[task] = TaskNode(None, _merged(tasks[task].node, node), own_needs)
        else:
            tasks[task] = TaskNode(None, node, True)
    return WrittenTasks(dict(sorted(tasks.items())), frozenset(left_out))


def _report_nothing_to_leave_out(key: ScalarNode, tasks: dict[str, TaskNode], reading: Reading) -> None:
    if reading.incomplete:
        reading.unchecked += 1
        return
    near = reading.nearest.of(key.text, tasks)
    names = " or ".join(quoted(text) for text in near)
    hint = f"; did you mean {names}?" if near else ": write its fields, or remove it."
    gist = f"No template in `use` has a task {quoted(key.text)} to leave out"
    reading.fault("unknown-task", gist + hint, key.place, near[0] if len(near) == 1 else None, gist=gist)


def _merged(base: Node | None, over: Node) -> Node:
    """The fields of ``base`` under those of ``over``; a field that is null in ``over`` is as if it were not written."""
    if not isinstance(base, MappingNode) or not isinstance(over, MappingNode):
        return over if base is None or not is_null(over) else base
    merged = empty_mapping(over)
    merged.values.update(base.values)
    for text, node in over.values.items():
        if not is_null(node) or text not in base.values:
            merged.values[text] = node
    for said, other in _EXCLUDING:
        if says(over, said) and not says(over, other) and says(base, other):
            del merged.values[other]
    return merged


def answered(task: Node, answer: MappingNode, reading: Reading) -> Node:
    """The task with the answer of the doing team's file merged into its `request`; what is stated twice must be
    the same.
    """
    if not isinstance(task, MappingNode):
        if not is_null(task):
            return task
        task = empty_mapping(task)
    request = task.values.get("request")
    merged = empty_mapping(task)
    merged.values.update(task.values)
    if request is None or is_null(request):
        merged.values["request"] = answer
    elif isinstance(request, MappingNode):
        merged.values["request"] = _both(request, answer, reading)
    return merged


def _both(request: MappingNode, answer: MappingNode, reading: Reading) -> MappingNode:
    merged = empty_mapping(request)
    merged.values.update(request.values)
    for text, node in answer.values.items():
        here = request.values.get(text)
        if here is None or is_null(here):
            merged.values[text] = node
        elif isinstance(here, MappingNode) and isinstance(node, MappingNode):
            merged.values[text] = _both(here, node, reading)
        elif not is_null(node) and not _same(here, node):
            first = here.place
            message = f"`{text}` is stated differently in the request ({first.path}, line {first.line}): state it once."
            reading.fault("contradiction", message, node.place, related=(Related(first, "It is stated here too"),))
    return merged


def _same(one: Node, other: Node) -> bool:
    return isinstance(one, ScalarNode) and isinstance(other, ScalarNode) and one.text == other.text
