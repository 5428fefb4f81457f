"""OpenProject's sixteen cases of rescheduling: what moves, and what does not, when a predecessor slips.

There dates are stored and moved; here they follow from the plan. So each case becomes two plans, before and after:

- a predecessor with dates is pinned to them (``start``, ``finish``); without dates it is only work of one day;
- a successor's stored start is a ``not-before``: later if it must, never earlier, which is why pulling a predecessor
  forward moves nobody; its stored length is its duration;
- a successor with only a due date has it as a ``deadline``: it is shown there from its earliest start to its due date,
  here between early start and late finish.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from roadmap.model.workdays import Workdays
from tests.plan_text import load, plan_text
from tests.reference import reference

Dates = dict[str, str | None]  # start and due
CASES = 16
TODAY = "2022-08-01"
PREDECESSORS = ("work_package", "annoyer")


def cases() -> list[dict[str, Any]]:
    return list(json.loads(reference("openproject/cases.json").read_text(encoding="utf-8")))


def working_days(dates: Dates) -> int:
    if dates["start"] is None or dates["due"] is None:
        return 1
    first, last = (dt.date.fromisoformat(dates[side] or "").toordinal() for side in ("start", "due"))
    return Workdays().count(first, last + 1)


def task(name: str, dates: Dates, needs: list[str]) -> dict[str, Any]:
    if name in PREDECESSORS:
        pins = {pin: dates[side] for pin, side in (("start", "start"), ("finish", "due")) if dates[side]}
        return pins if len(pins) == 2 else {"duration": "1d", **pins}
    fields: dict[str, Any] = {"duration": f"{working_days(dates)}d", "needs": needs}
    if dates["start"]:
        fields["not-before"] = dates["start"]
    elif dates["due"]:
        fields["deadline"] = dates["due"]
    return fields


def scheduled(root: Path, case: dict[str, Any], stored: dict[str, Dates]) -> dict[str, Dates]:
    """Dates of all work packages of a case as OpenProject shows them; what it does not store stays ``None``."""
    needs = [
        relation["predecessor"].replace("_", "-") + (f" +{lag}d" if (lag := relation["lag_working_days"]) else "")
        for relation in case["relations"]
    ]
    tasks = {name.replace("_", "-"): task(name, dates, needs) for name, dates in stored.items()}
    study = load(root, {"plan.yaml": plan_text({"projects": {"p": {"tasks": tasks}}})}, TODAY)
    assert study.faults == ()
    found: dict[str, Dates] = {}
    for name, dates in stored.items():
        own = study.schedule.tasks[f"p/{name.replace('_', '-')}"]
        only_due = name not in PREDECESSORS and not dates["start"]
        due = max(own.end, Workdays().strip(own.late_end)) if only_due else own.end
        found[name] = {
            "start": own.first_day.isoformat(),
            "due": dt.date.fromordinal(due - 1).isoformat(),
        }
    return found


def told(stored: Dates, found: Dates) -> Dates:
    """``found``, as far as ``stored`` says anything."""
    return {side: found[side] if stored[side] else None for side in stored}


def test_all_cases_are_here() -> None:
    assert len(cases()) == CASES


@pytest.mark.parametrize("number", range(CASES))
def test_successors_move_as_far_as_they_must_and_no_further(number: int, tmp_path: Path) -> None:
    case = cases()[number]
    before: dict[str, Dates] = case["before"]
    found = scheduled(tmp_path / "before", case, before)
    assert {name: told(dates, found[name]) for name, dates in before.items()} == before

    expected = {**before, **case["expect_same"], **case["expect_changed"]}
    found = scheduled(tmp_path / "after", case, {**before, **case["change"]})
    assert {name: told(dates, found[name]) for name, dates in expected.items()} == expected, case["name"]
