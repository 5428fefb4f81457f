"""What scenarios change: whether it exists, and whether the new values can be read."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap.model.anchors import Anchors
from roadmap.model.directory import Directory, Missing
from roadmap.model.fields import noun_reader
from roadmap.model.initiative import Campaign, Launch, Project
from roadmap.model.later import Scope
from roadmap.model.noun import Noun
from roadmap.model.nouns import NOUNS
from roadmap.model.reading import Reading
from roadmap.model.scenario import Scenario
from roadmap.model.sections import KINDS
from roadmap.model.task import Task
from roadmap.model.train import WrittenRelease
from roadmap.source.nodes import MappingNode

_BY_TARGET: dict[str, type[Noun]] = {"task": Task, "launch": Launch, "release": WrittenRelease}
_BY_KIND: dict[str, type[Noun]] = {KINDS[section]: cls for section, cls in NOUNS.items()}


def check_scenarios(
    scenarios: Mapping[str, Scenario], directory: Directory, anchors: Anchors, reading: Reading
) -> None:
    """Reports what the changes of scenarios name or say wrongly. Their values stay as written."""
    for name, scenario in scenarios.items():
        changes = scenario.node.values.get("change") if isinstance(scenario.node, MappingNode) else None
        if not isinstance(changes, MappingNode):
            continue
        for text, key, node in changes.items():
            reading.scope = Scope(f"scenario {name}")
            kind, _, rest = text.partition(":")
            cls = _BY_KIND.get(kind) if rest in reading.known.get(kind, {}) else None
            if cls is None:
                target = directory.find(text, None)
                if isinstance(target, Missing):
                    reading.missing(target, text, key.place, text)
                    continue
                cls = _noun_of(target.node, target.kind, directory)
                if target.kind not in ("release", "cut-off"):
                    reading.scope = Scope(f"scenario {name}", target.node.partition("/")[0].partition("@")[0])
            if cls is None:
                message = "A scenario cannot change this: name a task, an initiative, a launch or a release."
                reading.fault("bad-value", message, key.place)
            elif isinstance(node, MappingNode):
                pending = len(reading.pending)
                noun_reader(cls).values_of(node, reading)
                for *_, later in reading.pending[pending:]:
                    later.get(anchors)
                del reading.pending[pending:]


def _noun_of(node: str, kind: str, directory: Directory) -> type[Noun] | None:
    if kind in ("launch", "end") and node in directory.campaigns:
        return Campaign
    if kind == "end":
        return Project
    return _BY_TARGET.get(kind)
