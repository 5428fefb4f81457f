"""The driving chain of a date: the links, waits and days of work that make it what it is, each with its place."""

from __future__ import annotations

import datetime as dt

from roadmap.model.closed_days import closings
from roadmap.schedule.drivers import Driver, drivers
from roadmap.schedule.forward import Early
from roadmap.schedule.links import FF, FS, NAMES, Arc
from roadmap.schedule.problem import MUST, Node, Problem, arc_of
from roadmap.schedule.result import Schedule, Step, StepKind, day, last_day
from roadmap.source.nodes import Place

LONGEST = 1000
"""A chain is cut at its beginning after so many nodes: nobody reads more."""


class Chains:
    """The driving chains of a schedule. What leads to a node is written once, however many chains pass it."""

    def __init__(self, problem: Problem, schedule: Schedule) -> None:
        self._index = problem.index
        self._tracer = _Tracer(problem, schedule.moments)
        self._visited: dict[tuple[int, str, bool], tuple[list[Step], int | None, str]] = {}

    def to(self, node: str, longest: int = LONGEST) -> tuple[Step, ...]:
        """The steps to the date of a node (for a launch: to the earliest that its musts allow), from the beginning.
        Empty for a node without dates."""
        position = self._index.get(node)
        part = "available"
        found: list[Step] = []
        for _ in range(longest):
            if position is None:
                break
            here = (position, part, bool(found))
            if here not in self._visited:
                self._visited[here] = self._tracer.visited(*here)
            steps, position, part = self._visited[here]
            found += steps
        return tuple(reversed(found))


def chain(problem: Problem, schedule: Schedule, node: str) -> tuple[Step, ...]:
    """The driving chain of one node."""
    return Chains(problem, schedule).to(node)


def reached(step: Step, problem: Problem, schedule: Schedule) -> dt.date:
    """The day that people see after a step: the last day of work, the day whose end a moment is, or the day that
    anything else leads to."""
    position, moments = problem.index[step.node], schedule.moments
    worked = step.kind in ("work", "progress") and moments.end[position] > moments.start[position]
    ends_a_day = moments.at_end[position] and step.boundary == moments.end[position]
    return last_day(step.boundary) if worked or ends_a_day else day(step.boundary)


class _Tracer:
    """Walks from a date to what drives it; ``steps`` gathers those of one node backwards. ``waited_for``: whether
    something waits for the node."""

    def __init__(self, problem: Problem, dates: Early) -> None:
        self.problem = problem
        self.dates = dates
        self.steps: list[Step] = []
        self.waited_for = False

    def visited(self, position: int, part: str, waited_for: bool) -> tuple[list[Step], int | None, str]:
        """The steps of one node, and where to go on."""
        self.steps, self.waited_for = [], waited_for
        onward, part_of_it = self.visit(position, part)
        return self.steps, onward, part_of_it

    def add(
        self,
        kind: StepKind,
        node: Node,
        boundary: int,
        days: int,
        working: bool,
        text: str,
        place: Place | None,
        source: str | None = None,
    ) -> None:
        self.steps.append(Step(kind, node.id, source, boundary, days, working, text, place))

    def visit(self, position: int, part: str) -> tuple[int | None, str]:
        """Add the steps of one node up to ``part`` ("start", "end" or "available"), and tell where to go on."""
        node = self.problem.nodes[position]
        if node.work is None:
            return self.moment(position, node)
        if part == "available" and node.work.trains:
            self.shipping(position, node)
        start, end = self.dates.start[position], self.dates.end[position]
        task = self.problem.plan.tasks[node.id]
        if node.work.actual is not None:
            state = "done" if node.work.progress == "done" else "under way"
            text = f"{node.id} is {state}: {span(start, end)}"
            self.add("progress", node, end, 0, True, text, task.where("status"))
            return None, part
        if part != "start" and node.work.length:
            unit = "calendar day" if node.work.elapsed else "working day"
            text = f"{node.id} takes {count(node.work.length, unit)}: {span(start, end)}"
            if not node.work.elapsed:
                text += self.off(node, start, end)
            place = task.where("effort" if task.wrote("effort") else "duration")
            self.add("work", node, end, node.work.length, not node.work.elapsed, text, place)
        causes = drivers(self.problem, self.dates, node)
        if not causes:
            text = f"{node.id} is done as late as possible, right before what needs it: from {day(start)}"
            self.add("alap", node, start, 0, True, text, task.where("alap"))
            return None, part
        return self.cause(node, start, causes[0])

    def cause(self, node: Node, start: int, driver: Driver) -> tuple[int | None, str]:
        """The step that leads into a task, and the wait for a working day after it."""
        task = self.problem.plan.tasks[node.id]
        work = node.work
        assert work is not None
        if start > driver.boundary:
            days = start - driver.boundary
            whose = f" of {task.team}" if task.team else ""
            off = self.off(node, driver.boundary, start)
            text = f"{node.id} waits {count(days, 'day')} for the next working day{whose}: {day(start)}{off}"
            self.add("calendar", node, start, days, False, text, task.where("team"))
        bound = driver.boundary
        if driver.arc is not None:
            return self.link(node, bound, driver.arc)
        if driver.kind == "today":
            text = f"nothing that has not started begins before today, {day(bound)}"
        elif driver.kind == "start":
            text = f"nothing that has not started begins before {day(bound)}, where the roadmap starts"
        elif driver.kind == "notice":
            unit = "calendar day" if work.notice.elapsed else "working day"
            asked = "asked today" if task.request is None or task.request.asked is None else "complete"
            text = (
                f"{node.id} is a request to {task.team}, {asked} on {day(work.complete)}; "
                f"with {count(work.notice.days, unit)} of notice it starts on {day(bound)} at the earliest"
            )
        elif driver.kind == "not-before":
            text = f"{node.id} starts on {day(bound)} or later (not-before)"
        else:
            text = f"{node.id} is planned from {day(bound)} (pinned)"
        days = work.notice.days if driver.kind == "notice" else 0
        self.add(driver.kind, node, bound, days, not work.notice.elapsed, text, driver.place)
        return None, "available"

    def link(self, node: Node, bound: int, arc: Arc) -> tuple[int | None, str]:
        source = self.problem.nodes[arc.source]
        written = next(
            (
                dependency
                for dependency in self.problem.plan.dependencies.get(node.id, ())
                if dependency.target == source.id and arc_of(arc.source, dependency, node.calendar) == arc
            ),
            None,
        )
        lag = f" {arc.lag:+d}{'ed' if arc.elapsed else 'd'}" if arc.lag else ""
        if written is not None:
            because = f", because {written.because}" if written.because else ""
            text = f"{node.id} waits for {source.id} ({NAMES[arc.type]}{lag}){because}"
            place: Place | None = written.place
            kind: StepKind = "link"
        elif source.work is None:
            text, place, kind = f"{node.id} follows {source.id}", None, "link"
        else:
            text = f"the request {node.id} is complete the day after {source.id} ends, and needs{lag or ' no'} notice"
            place, kind = self.problem.plan.tasks[source.id].where("provides"), "notice"
        self.add(kind, node, bound, arc.lag, not arc.elapsed, text, place, source.id)
        leaves_end = arc.type == FS or arc.type == FF
        return arc.source, ("end" if arc.work else "available") if leaves_end else "start"

    def off(self, node: Node, start: int, end: int) -> str:
        """The holidays and closed days in a stretch, for reading."""
        if node.calendar.count(start, end) == end - start:
            return ""
        found = closings(self.problem.plan, self.problem.plan.tasks[node.id].team, start, end)
        return f" (not on {' and '.join(found)})" if found else ""

    def shipping(self, position: int, node: Node) -> None:
        """The wait for the release that carries finished work."""
        assert node.work is not None
        end = self.dates.end[position]
        best = max(
            (
                (timetable.days[carrier], index)
                for index, (timetable, carrier) in enumerate(
                    zip(node.work.trains, self.dates.carriers[position], strict=True)
                )
                if carrier is not None
            ),
            default=None,
        )
        if best is None:
            text = f"no release carries {node.id}, which is finished on {last_day(end)}"
            self.add("release", node, end, 0, False, text, self.problem.plan.tasks[node.id].where("ships-on"))
            return
        timetable = node.work.trains[best[1]]
        carrier = self.dates.carriers[position][best[1]]
        assert carrier is not None
        release, gate = timetable.releases[carrier], timetable.gates[carrier]
        missed = timetable.missed(carrier, node.work.pinned_releases[best[1]])
        before = ""
        if missed is not None:
            late = node.calendar.count(timetable.gates[missed], end)
            before = f"; it misses {timetable.releases[missed].id} by {count(late, 'working day')}"
        text = f"{node.id} ships with {release.id} on {release.date}, to be finished by {last_day(gate)}{before}"
        available = max(best[0], end)  # work may end on the day of its release
        self.add("release", node, available, available - end, False, text, release.place)

    def moment(self, position: int, node: Node) -> tuple[int | None, str]:
        """Launches, ends, releases and cut-offs."""
        boundary = self.dates.available[position]
        if node.kind in ("launch", "end"):
            if node.kind == "launch":
                boundary = self.dates.possible[position] if node.fixed is None else node.fixed
            deciding = self.deciding(node)
            # What waits for a launch waits for its written day, if its work is ready before.
            early = node.kind == "launch" and self.waited_for and boundary < node.floor
            if deciding is not None and node.fixed is None and not early:
                text = f"{node.id} is possible on {day(boundary)} at the earliest"
                if node.kind == "end":
                    shown = last_day(boundary) if self.dates.at_end[position] else day(boundary)
                    text = f"{node.id} has all its work available by {shown}"
                source = self.problem.nodes[deciding]
                self.add("launch" if node.kind == "launch" else "end", node, boundary, 0, False, text, None, source.id)
                return deciding, "available"
        if node.kind == "launch":
            text = f"{node.id} is launched on {day(node.fixed or node.floor)}"
            self.add("launch", node, node.fixed or node.floor, 0, False, text, self.launch_place(node))
        elif node.kind == "end":
            self.add("end", node, boundary, 0, False, f"{node.id} has no work of its own", None)
        else:
            shown = last_day(boundary) if node.at_end else day(boundary)
            kind: StepKind = "release" if node.kind == "release" else "cut-off" if node.kind == "cut-off" else "end"
            self.add(kind, node, boundary, 0, False, f"{node.id} is on {shown}", None)
        return None, "available"

    def launch_place(self, node: Node) -> Place | None:
        campaign = self.problem.plan.campaigns.get(node.initiative)
        if campaign is None or node.launch is None:
            return None
        market = node.launch.market
        return campaign.where("launches", market) if market else campaign.where("launch")

    def deciding(self, node: Node) -> int | None:
        """The member that is available last (of a launch: a must)."""
        return max(
            (
                member
                for member in node.members
                if (node.kind == "end" or self.problem.nodes[member].rank == MUST)
                and self.dates.available[member] >= self.problem.today
            ),
            key=lambda member: (self.dates.available[member], self.problem.nodes[member].id),
            default=None,
        )


def count(number: int, noun: str) -> str:
    """ "1 day", "3 days"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def span(start: int, end: int) -> str:
    """Days of work, for reading."""
    if end <= start:
        return f"{day(start)}"
    return f"{day(start)} to {last_day(end)}" if end - start > 1 else f"{day(start)}"
