"""roadmap: plan files become a model, the model a network, the network a schedule, the schedule findings.

source/   text -> nodes with places           network.py  plan -> networkx.DiGraph
model/    nodes -> Plan and faults            schedule/   plan -> dates, and why
checks/   facts -> findings                   study.py    where the stages are chained
outputs/  study -> text                       cli/        one file a command

``load(path, today)`` is the public way in; importing this package stays light.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roadmap.version import __version__

if TYPE_CHECKING:
    from roadmap.findings.finding import Finding
    from roadmap.model.plan import Plan
    from roadmap.study import Study, load

__all__ = ["Finding", "Plan", "Study", "__version__", "load"]

_HOME = {
    "Finding": "roadmap.findings.finding",
    "Plan": "roadmap.model.plan",
    "Study": "roadmap.study",
    "load": "roadmap.study",
}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'roadmap' has no attribute {name!r}")
