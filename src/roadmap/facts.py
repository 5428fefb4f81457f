"""What a check may know: plan, faults, network, schedule, today. Values only."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from roadmap.model.plan import Plan
from roadmap.network import Network
from roadmap.schedule.problem import Problem
from roadmap.schedule.result import Schedule
from roadmap.source.faults import Fault
from roadmap.source.suppressions import Suppression


@dataclass(frozen=True)
class Facts:
    """``network`` is described in network.py, ``schedule`` (by logic) in schedule/result.py."""

    plan: Plan
    faults: tuple[Fault, ...]
    suppressions: tuple[Suppression, ...]
    network: Network
    problem: Problem
    schedule: Schedule
    today: dt.date
