"""What stands on one line of the timeline: bars, floats, waits for a release, milestones and launches."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap.findings.finding import Severity
from roadmap.layout.scale import Scale
from roadmap.model.initiative import Campaign
from roadmap.model.task import Task
from roadmap.schedule.result import LaunchDates, TaskDates
from roadmap.tui.canvas import Canvas
from roadmap.tui.glyphs import Glyphs
from roadmap.tui.snapshot import Snapshot
from roadmap.tui.timeline.items import Item
from roadmap.tui.timeline.rows import Group, Row


@dataclass(frozen=True, slots=True)
class Bars:
    """``left``: the cell of the scale at the left edge of the canvas."""

    scale: Scale
    left: int
    glyphs: Glyphs
    snapshot: Snapshot

    def draw(self, row: Row, canvas: Canvas) -> None:
        subject = row.subject
        if isinstance(subject, Group):
            self._group(subject, canvas)
            return
        if subject.kind == "task":
            self._task(subject, canvas)
        else:
            self._goal(subject, canvas)
        severity = self.snapshot.worst(subject.node)
        if severity is not None:
            self._conflict(subject, severity, canvas)

    def cell(self, boundary: int) -> int:
        return self.scale.at(boundary) - self.left

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        left, right = self.scale.stretch(start, end)
        return left - self.left, right - self.left

    def _task(self, item: Item, canvas: Canvas) -> None:
        dates, task, glyphs = item.dates, item.task, self.glyphs
        assert isinstance(dates, TaskDates) and task is not None
        ink = "late" if dates.total_float < 0 else "critical" if dates.critical else "planned"
        if task.status == "done":
            ink = "done"
        if dates.shown_at:
            canvas.put(self.cell(item.first), glyphs.milestone, "milestone" if ink == "planned" else ink)
            return
        left, right = self.stretch(dates.start, dates.end)
        if dates.late_end > dates.end and task.status != "done":
            canvas.fill(right, self.stretch(dates.start, dates.late_end)[1], glyphs.float_, "float")
        if task.ships_on:
            self._shipping(dates, right, canvas)
        canvas.fill(left, right, *self._body(task, ink))

    def _body(self, task: Task, ink: str) -> tuple[str, str]:
        glyphs = self.glyphs
        if task.status == "done":
            return glyphs.done, ink
        if task.status == "doing":
            return glyphs.doing, ink if ink == "late" else "doing"
        if ink != "planned":
            return glyphs.critical, ink
        return (glyphs.planned, ink) if task.priority == "must" else (glyphs.optional, "optional")

    def _shipping(self, dates: TaskDates, right: int, canvas: Canvas) -> None:
        """The wait of finished work for its release."""
        if dates.available is None:
            canvas.put(right, self.glyphs.never, "missed")
            return
        there = max(self.cell(dates.available), right)
        canvas.fill(right, there, self.glyphs.shipping, "ship")
        canvas.put(there, self.glyphs.shipped, "release")

    def _goal(self, item: Item, canvas: Canvas) -> None:
        """A launch or a deadline as written; where it cannot hold, the way to when it can."""
        glyphs, written = self.glyphs, self.cell(item.first)
        dates = item.dates
        possible = self.snapshot.schedule.ends.get(item.node) if item.kind == "deadline" else None
        if possible is not None:
            possible -= 1
        if isinstance(dates, LaunchDates):
            possible = dates.possible
            self._live(item, canvas)
        late = item.late
        if late and possible is not None:
            canvas.fill(written + 1, self.cell(possible), glyphs.float_, "missed")
            canvas.put(max(self.cell(possible), written + 1), glyphs.possible, "missed")
        elif late:
            canvas.put(written + 1, glyphs.never, "missed")
        canvas.put(
            written, glyphs.launch if item.kind == "launch" else glyphs.milestone, "missed" if late else "launch"
        )

    def _live(self, item: Item, canvas: Canvas) -> None:
        campaign = item.initiative
        if isinstance(campaign, Campaign) and campaign.ends is not None:
            left, right = self.stretch(item.first, campaign.ends.toordinal() + 1)
            canvas.fill(left, right, self.glyphs.live, "live")

    def _group(self, group: Group, canvas: Canvas) -> None:
        glyphs = self.glyphs
        left, right = self.stretch(group.first, group.past)
        canvas.fill(left, right, glyphs.span, "span")
        canvas.put(left, glyphs.span_left, "span")
        canvas.put(right - 1, glyphs.span_right, "span")
        for item in group.goals:
            self._goal(item, canvas)

    def _conflict(self, item: Item, severity: Severity, canvas: Canvas) -> None:
        """Right before the bar; on its first cell where something stands before it."""
        left = self.cell(item.first)
        cell = left - 1 if canvas.free(left - 1) else left
        canvas.put(cell, self.glyphs.severity(severity), severity)
