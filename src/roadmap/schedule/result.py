"""What scheduling says. Every moment is a boundary: the start of a day, as an ordinal (``date.toordinal``)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from roadmap.source.nodes import Place

if TYPE_CHECKING:
    from roadmap.schedule.forward import Early


def day(boundary: int) -> dt.date:
    """The day that starts at a boundary: of a start, a launch or a release."""
    return dt.date.fromordinal(boundary)


def last_day(end: int) -> dt.date:
    """The last day of work that ends at a boundary."""
    return dt.date.fromordinal(end - 1)


class TaskDates(NamedTuple):
    """The dates of a task by logic.

    ``start``, ``end``: the possible half-open stretch (a milestone has ``start == end``); ``shown_at`` the side of
    the day on which a milestone is shown (``None`` for work). ``available``: when users have it (the release that
    carries it, or ``end``); ``None`` where no release can carry it. ``releases``: ids of the releases that carry it,
    one for each train it ships on. ``late_start``, ``late_end``: of its work. ``total_float``: in
    working days of its own calendar (for free float see slack.py). ``bound_by``: the node or field that bounds its
    late dates, for reading ("launch spring-sale"). ``ask_by``: the latest day on which a complete request is in time;
    ``None`` where nothing must be asked (any more). ``pinned_start``, ``pinned_end``: what the planner wrote, where it
    differs from what is possible.
    """

    start: int
    end: int
    shown_at: Literal["start", "end"] | None
    available: int | None
    releases: tuple[str, ...]
    late_start: int
    late_end: int
    total_float: int
    ask_by: dt.date | None
    bound_by: str
    pinned_start: int | None = None
    pinned_end: int | None = None

    @property
    def critical(self) -> bool:
        return self.total_float <= 0

    @property
    def first_day(self) -> dt.date:
        """First day of work; the day on which a milestone is shown."""
        return last_day(self.start) if self.shown_at == "end" else day(self.start)

    @property
    def last_day(self) -> dt.date:
        """Last day of work; the day on which a milestone is shown."""
        return self.first_day if self.shown_at else last_day(self.end)


class LaunchDates(NamedTuple):
    """One launch. ``id`` is `campaign` or `campaign@market`. ``written`` and ``possible`` are boundaries (starts of
    days); ``possible`` is what its musts allow (``None`` where something it needs can never be available), never
    earlier than today. ``float_``: working days of the campaign team's calendar from possible to written; negative
    when it cannot hold. ``needed_by``: the task that decides ``possible``."""

    id: str
    campaign: str
    market: str | None
    written: int
    firm: bool
    possible: int | None
    float_: int
    launched: int | None
    decided_by: str | None

    @property
    def met(self) -> bool:
        return self.possible is not None and self.possible <= self.written


StepKind = Literal[
    "today",
    "start",
    "not-before",
    "pin",
    "notice",
    "link",
    "calendar",
    "work",
    "progress",
    "cut-off",
    "release",
    "launch",
    "end",
    "alap",
]


class Step(NamedTuple):
    """One step of a driving chain, in order from the beginning to the date that is explained.

    ``node``: whose date it gives; ``source``: the node before, for links. ``boundary``: the moment after this step.
    ``days``: how long it took, in working days of the node's calendar where ``working``, else in calendar days (0: it
    sets a date). ``text``: a sentence that stands alone; ``place``: where the plan states it, if it does.
    """

    kind: StepKind
    node: str
    source: str | None
    boundary: int
    days: int
    working: bool
    text: str
    place: Place | None


@dataclass(frozen=True)
class Schedule:
    """``tasks``: by id, in sorted order, only those that are scheduled (not dropped, not of initiatives that are
    idea, paused or cancelled). ``launches``: by id. ``ends``: initiative id to the boundary at which all its work is
    available (``None``: never). ``carries``: release id to the tasks that ship with it. ``moments``: the same dates
    by position in the problem, for driving chains."""

    today: dt.date
    tasks: dict[str, TaskDates]
    launches: dict[str, LaunchDates]
    ends: dict[str, int | None]
    carries: dict[str, tuple[str, ...]]
    moments: Early
