"""Five plans with the dates that Microsoft Project itself stored: whole days, all four link types, lag and lead.

Each summary becomes a project, so that a link on a summary is a link on a project's end; the finish of the whole plan
becomes the deadline of every project, because that is what bounds late dates there. A date that must be met becomes a
pin (which holds the early date) and a deadline (which bounds the late one).
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from roadmap.model.workdays import Workdays
from roadmap.schedule.result import Schedule, TaskDates
from tests.plan_text import load, plan_text
from tests.reference import reference

NETWORKS = {
    # file: (tasks with early dates to compare, tasks with late dates to compare)
    "03-new-product-2004": (36, 36),
    "04-new-product-2001-mspdi": (36, 0),
    "12-conetpad-plan": (21, 12),
    "14-mpxj-slack9": (15, 15),
    "20-mpxj-links-2003-mspdi": (16, 16),
}
DAY = 480  # minutes
MON_TO_FRI = Workdays()


class Network:
    """One plan of the reference data, and the plan file that says the same."""

    def __init__(self, name: str) -> None:
        data = json.loads(reference(f"msproject/{name}.json").read_text(encoding="utf-8"))
        assert data["minutes_per_day"] == DAY
        self.start, self.finish = data["start"][:10], data["finish"][:10]
        self.links = data["links"]
        self.tasks = {task["uid"]: task for task in data["tasks"]}
        self.leaves = [task for task in data["tasks"] if not task["summary"]]
        self.compared = [task for task in self.leaves if task["tier"] == ["plain"] and task["reproduced"]]

    def reference_to(self, uid: int) -> str:
        task = self.tasks[uid]
        return f"s{uid}" if task["summary"] else f"s{task['parent']}/t{uid}"

    def files(self) -> dict[str, str]:
        projects: dict[str, Any] = {}
        for task in self.leaves:
            project = projects.setdefault(f"s{task['parent']}", {"deadline": self.finish, "tasks": {}})
            project["tasks"][f"t{task['uid']}"] = self._fields(task)
        settings = {"starts": self.start, "until": f"{int(self.finish[:4]) + 1}-12-31"}
        return {"roadmap.yaml": plan_text({"roadmap": settings}), "plan.yaml": plan_text({"projects": projects})}

    def _fields(self, task: dict[str, Any]) -> dict[str, Any]:
        fields = {"title": task["name"], "duration": f"{task['duration_minutes'] / DAY:g}d"}
        own_and_above = {task["uid"], task["parent"]}
        needs = [self._link(link) for link in self.links if link["succ"] in own_and_above]
        if needs:
            fields["needs"] = needs
        if task["constraint"] == "START_NO_EARLIER_THAN":
            fields["not-before"] = task["constraint_date"][:10]
        elif task["constraint"] == "MUST_FINISH_ON":
            fields["finish"] = fields["deadline"] = task["constraint_date"][:10]
        else:
            assert task["constraint"] == "AS_SOON_AS_POSSIBLE"
        return fields

    def _link(self, link: dict[str, Any]) -> str:
        assert not link["lag_elapsed"]
        lag = link["lag_minutes"] / DAY
        return f"{self.reference_to(link['pred'])} {link['type']}" + (f" {lag:+g}d" if lag else "")

    def schedule(self, root: Path) -> Schedule:
        study = load(root, self.files(), self.start)
        assert study.faults == ()
        return study.schedule


def boundary(moment: str) -> int:
    """A moment of Microsoft Project: 08:00 is the start of a day, 17:00 its end."""
    day, time = moment.split("T")
    assert time in ("08:00:00", "17:00:00")
    return dt.date.fromisoformat(day).toordinal() + (time == "17:00:00")


def shown(dates: TaskDates) -> tuple[int, int]:
    """Start and end as the planner sees them: what is pinned, else what is possible."""
    end = dates.end if dates.pinned_end is None else dates.pinned_end
    start = end if dates.shown_at else dates.start
    return start, end


@pytest.mark.parametrize("name", NETWORKS)
def test_early_dates_are_those_of_microsoft_project(name: str, tmp_path: Path) -> None:
    network = Network(name)
    schedule = network.schedule(tmp_path)
    assert len(network.compared) == NETWORKS[name][0]
    expected, found = {}, {}
    for task in network.compared:
        id_ = network.reference_to(task["uid"])
        dates = schedule.tasks[id_]
        expected[id_] = (boundary(task["expected"]["start"]), boundary(task["expected"]["finish"]))
        found[id_] = shown(dates)
    assert found == expected


@pytest.mark.parametrize("name", NETWORKS)
def test_milestones_are_shown_on_the_day_and_side_of_microsoft_project(name: str, tmp_path: Path) -> None:
    network = Network(name)
    schedule = network.schedule(tmp_path)
    expected, found = {}, {}
    for task in network.compared:
        dates = schedule.tasks[network.reference_to(task["uid"])]
        if task["duration_minutes"] == 0 and task["constraint"] == "AS_SOON_AS_POSSIBLE":
            day, time = task["expected"]["start"].split("T")
            expected[task["uid"]] = (day, "start" if time == "08:00:00" else "end")
            found[task["uid"]] = (dates.first_day.isoformat(), dates.shown_at)
    assert found == expected


@pytest.mark.parametrize("name", [name for name, (_, late) in NETWORKS.items() if late])
def test_late_dates_and_slack_are_those_of_microsoft_project(name: str, tmp_path: Path) -> None:
    network = Network(name)
    schedule = network.schedule(tmp_path)
    compared = [task for task in network.compared if task["late_reproduced"]]
    assert len(compared) == NETWORKS[name][1]
    expected, found = {}, {}
    for task in compared:
        stored, id_ = task["expected"], network.reference_to(task["uid"])
        dates = schedule.tasks[id_]
        # The end of Friday and the start of Monday are one moment of work: both are told as the latter.
        expected[id_] = (
            MON_TO_FRI.next(boundary(stored["late_start"])),
            MON_TO_FRI.next(boundary(stored["late_finish"])),
            stored["total_slack_minutes"] / DAY,
        )
        found[id_] = (MON_TO_FRI.next(dates.late_start), MON_TO_FRI.next(dates.late_end), dates.total_float)
    assert found == expected
