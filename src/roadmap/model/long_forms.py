"""Links and cut-offs: texts that also have a long form, a mapping with keys."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from pydantic import Field

from roadmap.model.later import INVALID, Later
from roadmap.model.noun import Noun
from roadmap.model.reading import Reading
from roadmap.model.scalars import anchored
from roadmap.model.values.cutoffs import CutOff
from roadmap.model.values.dates import Anchored
from roadmap.model.values.durations import Duration, SignedDuration
from roadmap.model.values.links import NO_LAG, Link, LinkText, LinkType, by_position, parse_link
from roadmap.model.values.value import Problem
from roadmap.source.nodes import MappingNode, Node, ScalarNode

ReadNoun = Callable[[Node, Reading], Any]


class LongLink(Noun):
    """`{task: pim/feed, type: SS, lag: 2d, because: "…"}`"""

    called = "A link"

    task: str = Field(description="What is waited for")
    type: LinkType = Field("FS", description="FS, SS, FF or SF")
    lag: SignedDuration = Field(NO_LAG, description="Days between; negative: a lead")
    because: str | None = Field(None, description="Why")


class LongCutOff(Noun):
    """`{at: 30d, until: 7d}`"""

    called = "A cut-off"

    at: str = Field(description="When it begins: 30d before the release, or a date")
    until: str | None = Field(None, description="When a freeze thaws: 7d before the release, or a date")


def link_reader(read_long: ReadNoun) -> Callable[[Node, Reading], Any]:
    """Reads `copy SS +1w`, or the long form."""

    def read(node: Node, reading: Reading) -> Any:
        if isinstance(node, ScalarNode):
            found = parse_link(node.text)
            if isinstance(found, Problem):
                return reading.problem(found, node)
            return by_position(Link, (*found, None, node))
        if not isinstance(node, MappingNode):
            return reading.wrong_type("a link such as copy or pim/feed +2d", node)
        long = read_long(node, reading)
        if long is INVALID:
            return INVALID
        task = node.values["task"]
        target = parse_link(long.task)
        if not isinstance(target, LinkText) or target.lag != NO_LAG or target.type != "FS":
            message = (
                f'"{long.task}" is not what a link can wait for: write a reference here, and type and lag beside it'
            )
            return reading.problem(Problem("bad-link", message), task)
        return Link(target.reference, target.work, long.type, long.lag, long.because, task)

    return read


def cut_off_reader(read_long: ReadNoun) -> Callable[[Node, Reading], Any]:
    """Reads `3d`, `7ed`, a date, or the long form of a freeze that thaws."""

    def read(node: Node, reading: Reading) -> Any:
        if isinstance(node, MappingNode):
            long = read_long(node, reading)
            if long is INVALID:
                return INVALID
            return _cut_off(
                [_moment(node.values[key], reading) for key in ("at", "until") if getattr(long, key)], node, reading
            )
        return _cut_off([_moment(node, reading)], node, reading)

    return read


def _moment(node: Node, reading: Reading) -> Duration | dt.date | Later | Any:
    if not isinstance(node, ScalarNode):
        return reading.wrong_type("a cut-off such as 3d", node)
    found = CutOff.parse_moment(node.text)
    if isinstance(found, Problem):
        return reading.problem(found, node)
    return anchored(found, node, reading) if isinstance(found, Anchored) else found


def _cut_off(moments: list[Any], node: Node, reading: Reading) -> Any:
    if any(moment is INVALID for moment in moments):
        return INVALID
    if not any(isinstance(moment, Later) for moment in moments):
        return CutOff(*moments)

    def work(anchors: Any) -> Any:
        known = [moment.get(anchors) if isinstance(moment, Later) else moment for moment in moments]
        return INVALID if any(moment is INVALID for moment in known) else CutOff(*known)

    return Later(work, node.place, reading.scope)
