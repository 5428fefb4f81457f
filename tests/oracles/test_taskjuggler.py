"""Scheduler cases of TaskJuggler's own test suite that are logic only, put into words of ours by hand.

Its ``duration`` is elapsed time; its ``length``, and the ``effort`` of one full-time person, are working days. Its day
of work runs from 9:00 to 17:00, so that an end at 17:00 is our end of that day. Where it schedules backwards from a
date, the plan has ``alap`` and a deadline.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from roadmap.model.workdays import Workdays
from tests.plan_text import load
from tests.reference import reference


@dataclass(frozen=True)
class Case:
    """``tasks``: id there to our tasks (several for a container, which runs from the first start to the last end).

    ``moved``: starts that TaskJuggler leaves on a Saturday, where a planner in days begins on Monday.
    """

    today: str
    text: str
    tasks: dict[str, tuple[str, ...]]
    moved: tuple[str, ...] = ()


CASES = {
    "AutomaticMilestones": Case(
        "2009-02-12",
        """
projects:
  x:
    tasks:
      start: {duration: 0d, start: 2009-02-12}
      ms1: {duration: 0d, start: 2009-02-12}
      ms2: {duration: 0d, start: 2009-02-12, needs: [start]}
      ms3: {duration: 0d, needs: [start]}
""",
        {"ms1": ("x/ms1",), "ms2": ("x/ms2",), "ms3": ("x/ms3",)},
    ),
    "Container": Case(
        "2009-01-01",
        """
projects:
  c0:
    tasks:
      t1: {duration: 1w, start: 2009-01-10}
      t2: {duration: 1w, finish: 2009-01-19}
""",
        {
            "C0": ("c0/t1", "c0/t2"),
            "C0.C1": ("c0/t1",),
            "C0.C1.T1": ("c0/t1",),
            "C0.C2": ("c0/t2",),
            "C0.C2.T2": ("c0/t2",),
        },
        moved=("C0", "C0.C1.T1"),
    ),
    "Container-2": Case(
        "2009-01-01",
        """
roadmap: {calendar: always}
calendars: {always: {week: mon-sun}}
projects:
  c0: {tasks: {t0: {duration: 6ed}}}
  x:
    tasks:
      t1: {duration: 1ed, needs: [c0]}
      m1: {duration: 0d, start: 2009-01-10, needs: [t1, c0]}
      m2: {duration: 0d, needs: [c0]}
""",
        {"C0": ("c0/t0",), "C0.T0": ("c0/t0",), "T1": ("x/t1",), "M1": ("x/m1",), "M2": ("x/m2",)},
    ),
    "Depends": Case(
        "2007-04-02",
        """
projects:
  x:
    tasks:
      t1: {duration: 1ew, start: 2007-04-02}
      t2: {duration: 1ew, needs: [t1]}
      t3: {duration: 1ew, needs: [t2 +1ew]}
      t4: {duration: 1ew, needs: [t3 +1w]}
      t5: {duration: 1ew, needs: [t4 SS]}
      t6: {duration: 1ew, needs: [t4 SS +1w]}
      t7: {duration: 1w, start: 2007-04-02}
      t8: {duration: 1w, needs: [t7 SS +1w]}
""",
        {f"t{number}": (f"x/t{number}",) for number in range(1, 9)},
    ),
    "Precedes": Case(
        "2007-04-02",
        """
projects:
  x:
    tasks:
      t1: {duration: 1ew, alap: true, deadline: 2007-06-30, needs: [t2]}
      t2: {duration: 1ew, alap: true, needs: [t3 +1ew]}
      t3: {duration: 1ew, alap: true, needs: [t4 +1w]}
      t4: {duration: 1ew, alap: true, needs: [t5 FF, t6 FF +1w]}
      t5: {duration: 1ew, alap: true}
      t6: {duration: 1ew, alap: true}
      t7: {duration: 1w, alap: true, deadline: 2007-06-30, needs: [t8 FF +1w]}
      t8: {duration: 1w, alap: true}
""",
        {f"t{number}": (f"x/t{number}",) for number in range(1, 9)},
    ),
    "Duration": Case(
        "2007-03-25",
        """
projects:
  x:
    tasks:
      t2: {duration: 5ed, start: 2007-03-27}
      t3: {duration: 5ew, start: 2007-03-27}
""",
        {"duration.t2": ("x/t2",), "duration.t3": ("x/t3",)},
    ),
    "InheritStartEnd": Case(
        "2009-02-04",
        """
calendars: {always: {week: mon-sun}}
teams: {anyday: {calendar: always}, office: {}}
projects:
  dates:
    team: anyday
    tasks:
      begin: {duration: 0d}
      only-start: {duration: 0d, start: 2009-02-06}
      only-end: {duration: 0d, not-before: 2009-03-01}
      after: {duration: 0d, start: 2009-02-06, needs: [begin]}
  work:
    team: office
    deadline: 2009-05-31
    tasks:
      t1: {duration: 20d}
      t2: {duration: 20d, start: 2009-02-06}
      t3: {duration: 20d, alap: true}
      t4: {duration: 20d, alap: true, deadline: 2009-04-30}
""",
        {
            "p1.only_s_e.t2": ("dates/only-start",),
            "p1.only_s_e.t3": ("dates/only-end",),
            "p1.ms.t3": ("dates/only-start",),
            "p1.ms.t4": ("dates/only-end",),
            "p1.ms.t5": ("dates/after",),
            "p1.ms.t6": ("dates/only-end",),
            "p1.w_effort.t1": ("work/t1",),
            "p1.w_effort.t2": ("work/t2",),
            "p1.w_effort.t3": ("work/t3",),
            "p1.w_effort.t4": ("work/t4",),
        },
    ),
}

LEFT_OUT = {
    "hammock": "a task without a length of its own, stretched between two others, is not in the language",
    "Scheduled": "its task is a list of hours already worked by a named person",
    "InheritedAttributes": "no dates are asserted; it is about the priorities of scenarios",
    "Manager": "no dates are asserted; it is about who manages a resource",
}
NOT_WHOLE_DAYS = {"duration.t1": "5 hours", "duration.t4": "5 months of 30.4 days"}


def boundary(moment: str) -> int:
    day, time = moment.split("T")
    assert time in ("00:00:00", "09:00:00", "17:00:00"), moment
    return dt.date.fromisoformat(day).toordinal() + (time == "17:00:00")


def test_every_logic_case_is_compared_or_left_out_for_a_reason() -> None:
    cases = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(reference("taskjuggler").glob("*.json"))]
    logic = {case["name"].removeprefix("correct-") for case in cases if not case["needs_resources"]}
    assert len(cases) == 35
    assert logic == {"AutomaticMilestones", "Container", "Container-2", *LEFT_OUT}
    # Four more cases name people, but nobody in them is wanted twice at once.
    assert set(CASES) - logic == {"Depends", "Precedes", "Duration", "InheritStartEnd"}


@pytest.mark.parametrize("name", CASES)
def test_dates_are_those_that_taskjuggler_asserts(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    study = load(tmp_path, {"roadmap.yaml": case.text}, case.today)
    assert study.faults == ()
    data = json.loads(reference(f"taskjuggler/correct-{name}.json").read_text(encoding="utf-8"))
    agreed = {task["id"]: task["asserted"] for task in data["tasks"] if task["agreed"]}
    assert set(agreed) - set(NOT_WHOLE_DAYS) == set(case.tasks)

    expected, found = {}, {}
    for id_, ours in case.tasks.items():
        dates = [study.schedule.tasks[task] for task in ours]
        asserted = {side: boundary(moment) for side, moment in agreed[id_].items()}
        if id_ in case.moved:
            asserted["start"] = Workdays().next(asserted["start"])
        expected[id_] = asserted
        possible = {"start": min(each.start for each in dates), "end": max(each.end for each in dates)}
        found[id_] = {side: possible[side] for side in asserted}
    assert found == expected
