"""What a reference on the command line can rename."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roadmap.edit.renaming import Thing, former_ids
from roadmap.model.names import parse_id, release_name
from roadmap.model.plan import Plan
from roadmap.model.sections import KINDS, Sections
from roadmap.model.values.value import Problem
from roadmap.source.nodes import MappingNode, Node, ScalarNode, SequenceNode

_NOT_RENAMED = ("glossary", "answers")
_INITIATIVES = ("campaigns", "projects")


def things(text: str, plan: Plan, sections: Sections) -> list[Thing]:
    """Everything that ``text`` can mean: an id, `kind:id`, `initiative/task`, `train@name`, or a task's name alone."""
    kind, colon, name = text.rpartition(":")
    found = [thing for thing in _of_sections(name, sections) if not colon or kind in _kinds(thing, plan)]
    if not colon or kind == "task":
        tasks = [name] if name in plan.tasks else [one for one, task in plan.tasks.items() if task.name == name]
        if not found or name in plan.tasks:
            found += [thing for one in tasks if (thing := _task(one, plan, sections)) is not None]
    train, at, release = name.partition("@")
    if at and kind in ("", "train", "release"):
        found += _releases(train, release, plan)
    return found


def refusal(thing: Thing, new: str, plan: Plan, sections: Sections) -> str | None:
    """Why a thing cannot be called ``new``; ``None`` where it can."""
    problem = release_name(new) if thing.kind == "release" else parse_id(new)
    if isinstance(problem, Problem):
        return problem.message
    if new == thing.id:
        return f"{thing.reference} is called {new} already"
    if thing.kind == "task" and _is_shared(thing, plan, sections):
        return f"{thing.reference} comes from a template, and whatever uses that would change with it"
    taken = list(_of_sections(new, sections))
    if thing.kind == "task" and f"{thing.within}/{new}" in plan.tasks:
        return f"there is a task {thing.within}/{new} already"
    if thing.kind == "release" and any(one.id == f"{thing.within}@{new}" for one in plan.releases[thing.within or ""]):
        return f"there is a release {thing.within}@{new} already"
    if thing.within is None and any(one.kind == thing.kind for one in taken):
        return f"there is a {'campaign or project' if thing.kind == 'initiative' else thing.kind} {new} already"
    return None


def is_known_as_another(thing: Thing, plan: Plan, sections: Sections) -> bool:
    """Whether calendars and histories mean another thing by this one's id: the other was called so before."""
    return not former_ids(thing.node) and any(thing.id in former_ids(node) for node in _of_kind(thing, plan, sections))


def _of_kind(thing: Thing, plan: Plan, sections: Sections) -> Iterator[Node]:
    """What holds the things among which its id is unique."""
    if thing.kind == "task":
        node = plan.initiatives[thing.within or ""].node
        tasks = node.values.get("tasks") if isinstance(node, MappingNode) else None
        yield from tasks.values.values() if isinstance(tasks, MappingNode) else ()
    elif thing.kind == "release":
        yield from _written_releases(thing.within or "", plan)
    else:
        for section, entries in sections.entries.items():
            if thing.kind == ("initiative" if section in _INITIATIVES else KINDS[section]):
                yield from (entry.node for entry in entries.values())


def _kinds(thing: Thing, plan: Plan) -> Iterable[str]:
    if thing.kind != "initiative":
        return (thing.kind,)
    return ("initiative", "campaign" if thing.id in plan.campaigns else "project")


def _of_sections(name: str, sections: Sections) -> Iterator[Thing]:
    for section, entries in sections.entries.items():
        if name in entries and section not in _NOT_RENAMED:
            kind = "initiative" if section in _INITIATIVES else KINDS[section]
            yield Thing(kind, name, None, entries[name].key, entries[name].node)


def _task(name: str, plan: Plan, sections: Sections) -> Thing | None:
    """The task where its initiative writes it, else where a template does."""
    task = plan.tasks[name]
    for node in (plan.initiatives[task.initiative].node, *_templates(task.initiative, plan, sections)):
        tasks = node.values.get("tasks") if isinstance(node, MappingNode) else None
        if isinstance(tasks, MappingNode) and task.name in tasks.keys:
            return Thing("task", task.name, task.initiative, tasks.keys[task.name], tasks.values[task.name])
    return None


def _is_shared(thing: Thing, plan: Plan, sections: Sections) -> bool:
    """Whether a task is one of a template, whatever its initiative says besides."""
    for node in _templates(thing.within or "", plan, sections):
        tasks = node.values.get("tasks") if isinstance(node, MappingNode) else None
        if isinstance(tasks, MappingNode) and thing.id in tasks.keys:
            return True
    return False


def _templates(initiative: str, plan: Plan, sections: Sections) -> list[Node]:
    return [sections.entries["templates"][name].node for name in plan.initiatives[initiative].use]


def _releases(train: str, name: str, plan: Plan) -> Iterator[Thing]:
    for release in _written_releases(train, plan):
        written = release.values.get("name") if isinstance(release, MappingNode) else None
        if isinstance(written, ScalarNode) and written.text == name:
            yield Thing("release", name, train, written, release)


def _written_releases(train: str, plan: Plan) -> list[Node]:
    node = plan.trains[train].node if train in plan.trains else None
    return _items(node.values.get("releases") if isinstance(node, MappingNode) else None)


def _items(node: Node | None) -> list[Node]:
    return node.items if isinstance(node, SequenceNode) else [] if node is None else [node]
