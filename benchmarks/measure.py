"""CPU time and peak memory of whole processes, as the kernel counts them."""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Callable, Collection, Sequence
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


class FailedRunError(Exception):
    """A command did not do its work, so that its time means nothing."""


def run(command: Sequence[str], output: str = os.devnull, accepted: Collection[int] = (0, 1)) -> Run:
    """Run ``command`` with its output in a file.

    Raises ``FailedRunError`` where the command broke off, because that would look fast: an exit status that is not
    accepted (1 is the answer "no" of a command that has done its work) or a traceback (which exits with 1, too).
    """
    to_file = (os.POSIX_SPAWN_OPEN, 1, output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with tempfile.NamedTemporaryFile("r", encoding="utf-8", errors="replace") as talk:
        to_talk = (os.POSIX_SPAWN_OPEN, 2, talk.name, os.O_WRONLY, 0)
        process = os.posix_spawnp(command[0], list(command), compiled(), file_actions=[to_file, to_talk])
        _, status, usage = os.wait4(process, 0)
        told = talk.read()
    code = os.waitstatus_to_exitcode(status)
    if code not in accepted or "Traceback (most recent call last)" in told:
        raise FailedRunError(f"exit status {code}: {' '.join(command)}\n{told[-2000:]}")
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, code)


def compiled() -> dict[str, str]:
    """The environment in which Python keeps compiled modules, as an installed package has them; without the mark of
    CI, which turns the cache off."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "CI")}


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
