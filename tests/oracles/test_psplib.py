"""480 networks of PSPLIB: the length of the longest path, without regard to resources, is known for each."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from tests.plan_text import load, plan_text
from tests.reference import reference

MONDAY = dt.date(2027, 2, 1)


def project(network: dict[str, Any]) -> dict[str, Any]:
    """Jobs are numbered from 1; days are plain numbers, because every day of the week is worked."""
    needs: dict[int, list[str]] = {}
    for job, successors in enumerate(network["successors"], 1):
        for successor in successors:
            needs.setdefault(successor, []).append(f"j{job}")
    return {
        "tasks": {
            f"j{job}": {"duration": f"{days}d", "needs": needs.get(job, [])}
            for job, days in enumerate(network["durations"], 1)
        }
    }


def test_critical_paths_are_as_long_as_published(tmp_path: Path) -> None:
    lines = reference("psplib/j30.jsonl").read_text(encoding="utf-8").splitlines()
    networks = {line["name"].removesuffix(".sm").replace("_", "-"): line for line in map(json.loads, lines)}
    assert len(networks) == 480
    files = {f"{name}.yaml": plan_text({"projects": {name: project(network)}}) for name, network in networks.items()}
    files["roadmap.yaml"] = plan_text({"roadmap": {"calendar": "always"}, "calendars": {"always": {"week": "mon-sun"}}})
    study = load(tmp_path, files, MONDAY)
    assert study.faults == ()
    ends = {name: study.schedule.ends[name] for name in networks}
    found = {name: None if end is None else end - MONDAY.toordinal() for name, end in ends.items()}
    assert found == {name: network["mpm_time"] for name, network in networks.items()}
    # Nothing but the network bounds the late dates, so that the last job of each is critical.
    assert all(study.schedule.tasks[f"{name}/j32"].total_float == 0 for name in networks)
