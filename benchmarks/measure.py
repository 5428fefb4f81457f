"""CPU time and peak memory of whole processes, as the kernel counts them."""

from __future__ import annotations

import os
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """``cpu``: user and system seconds of the process and all that it waited for. ``peak``: resident bytes."""

    cpu: float
    peak: int
    status: int


@dataclass(frozen=True)
class Figures:
    """Medians of several runs; ``low`` and ``high`` are the least and the most CPU time of one."""

    cpu: float
    low: float
    high: float
    peak: int
    status: int
    runs: int


def run(command: Sequence[str], output: str = os.devnull) -> Run:
    """Run ``command`` with its output in a file, and with compiled modules kept as they are for whoever installs it."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    to_file = (os.POSIX_SPAWN_OPEN, 1, output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    to_nowhere = (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)
    process = os.posix_spawnp(command[0], list(command), environment, file_actions=[to_file, to_nowhere])
    _, status, usage = os.wait4(process, 0)
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, os.waitstatus_to_exitcode(status))


def measure(command: Sequence[str], repeats: int, prepare: Callable[[], object] = lambda: None) -> Figures:
    """Medians of ``repeats`` runs, after one that warms the file cache and is not counted where there are several."""
    if repeats > 1:
        prepare()
        run(command)
    runs = []
    for _ in range(repeats):
        prepare()
        runs.append(run(command))
    times = [each.cpu for each in runs]
    peak = int(statistics.median(each.peak for each in runs))
    return Figures(statistics.median(times), min(times), max(times), peak, runs[-1].status, repeats)
