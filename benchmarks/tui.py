"""Measure the terminal interface: ``python -m benchmarks.tui [--tasks 10000]``.

The program that a user starts runs on a terminal of its own, 200 by 60 cells in all colours, with its modules compiled
as an installed package has them. The first paint is the time from its start until the rows of the plan have been
written to the terminal. A key costs the CPU time that all threads of the process use from the moment it is typed until
everything is quiet again: reading it, moving, drawing, the frame and writing it out; no driving of tests is in it.
The longest block is the longest time in which the event loop could not take a key, from the first frame on, while the
plan is loaded and the same keys are typed; a clock that ticks on the loop every 5 ms tells, in a process of its own.
Where other programs want the processor, too, it tells of them; what the process used in the meantime stands beside it.
Memory is the peak of the process after all keys.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks import workspace
from benchmarks.portfolio import TODAY, portfolio
from benchmarks.terminal import Terminal, on_terminal

SIZE = (200, 60)
TARGETS = {
    "first paint": (1.5, "s"),
    "page scroll, p95": (16.0, "ms CPU"),
    "longest block of the event loop": (50.0, "ms"),
    "memory": (300.0, "MB"),
}
BESIDE = {
    "first paint, CPU": "s",
    "findings shown": "s",
    "scroll through time, p95": "ms CPU",
    "selecting a row, p95": "ms CPU",
    "a key without meaning, p95": "ms CPU",
    "no key, p95": "ms CPU",
    "longest block, CPU": "ms CPU",
}

PAGE_DOWN, CTRL_T = "\x1b[6~", "\x14"
KEYS = (
    ("no key, p95", "", 50),
    ("a key without meaning, p95", CTRL_T, 50),
    ("page scroll, p95", PAGE_DOWN, 150),
    ("scroll through time, p95", "L", 30),
    ("selecting a row, p95", "k", 100),
)
QUIET = 0.05
"""Seconds after which a key has been answered: a person who holds one down sends about thirty of them a second."""

ROWS, WARNINGS = " rows, ", "▲ "
"""What is only written with the rows, and with the findings."""

TICK = 0.005


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=10_000)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--ticking", metavar=("FOLDER", "FILE"), nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.ticking:
        _ticking(*map(Path, options.ticking))
        return
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "plan"
        workspace.write(portfolio(options.tasks), root)
        _seen(root)  # compiles the modules and warms the file cache
        loads = [os.getloadavg()[0]]
        runs = []
        for _ in range(options.repeats):
            runs.append(_seen(root) | _block(root, Path(folder) / "longest"))
            loads.append(os.getloadavg()[0])
    print(f"{options.tasks:,} tasks, {SIZE[0]} by {SIZE[1]} cells; load {min(loads):.1f} to {max(loads):.1f}")
    print(f"median of {options.repeats} processes (least to most)\n")
    for name, unit in [*((name, unit) for name, (_, unit) in TARGETS.items()), *BESIDE.items()]:
        figures = sorted(run[name] for run in runs)
        target = f"target {TARGETS[name][0]:g} {unit}" if name in TARGETS else ""
        spread = f"({figures[0]:.2f} to {figures[-1]:.2f})"
        print(f"{name:<34}{statistics.median(figures):>9.2f} {unit:<8}{spread:<22}{target}".rstrip())


def _seen(root: Path) -> dict[str, float]:
    """What one process shows to somebody who starts it and presses keys."""
    command = (sys.executable, "-m", "roadmap", "--plans", str(root), "--today", str(TODAY), "tui")
    with on_terminal(command, *SIZE) as terminal:
        found = {"first paint": terminal.await_text(ROWS), "first paint, CPU": terminal.cpu()}
        found["findings shown"] = terminal.await_text(WARNINGS)
        terminal.drain(1)
        for name, key, times in KEYS:
            found[name] = _p95([_cost(terminal, key) for _ in range(times)])
        found["memory"] = terminal.peak() / 1e6
    return found


def _cost(terminal: Terminal, key: str) -> float:
    """Milliseconds of CPU that a key costs."""
    before = terminal.cpu()
    terminal.press(key)
    terminal.drain(QUIET)
    return (terminal.cpu() - before) * 1000


def _p95(costs: Sequence[float]) -> float:
    return statistics.quantiles(costs, n=20)[-1]


def _block(root: Path, file: Path) -> dict[str, float]:
    """The same start and the same keys, with a clock on the event loop."""
    file.unlink(missing_ok=True)
    command = (sys.executable, "-m", "benchmarks.tui", "--ticking", str(root), str(file))
    with on_terminal(command, *SIZE) as terminal:
        terminal.await_text(WARNINGS)
        for _, key, times in KEYS:
            for _ in range(times):
                terminal.press(key)
                terminal.drain(QUIET)
        terminal.press("q")
        while not file.exists():
            terminal.drain(0.05)
    late, used = map(float, file.read_text().split())
    return {"longest block of the event loop": late, "longest block, CPU": used}


def _ticking(root: Path, file: Path) -> None:
    """Run the interface, and write down the longest time by which a tick came late after its first frame, and the most
    CPU time that the process used from one tick to the next, both in milliseconds."""
    from roadmap.tui.app import RoadmapApp
    from roadmap.workspace.live import LivePlan

    longest = [0.0, 0.0]

    async def beat() -> None:
        while True:
            before, used = time.perf_counter(), time.process_time()
            await asyncio.sleep(TICK)
            longest[0] = max(longest[0], time.perf_counter() - before - TICK)
            longest[1] = max(longest[1], time.process_time() - used)

    class Ticking(RoadmapApp):
        def on_ready(self) -> None:  # Textual calls that of RoadmapApp as well
            self.beating = asyncio.create_task(beat())

        def exit(self, *arguments: Any, **options: Any) -> None:
            self.beating.cancel()  # leaving waits for the terminal
            super().exit(*arguments, **options)

    Ticking(LivePlan(root, TODAY)).run()
    written = file.with_suffix(".new")
    written.write_text(" ".join(str(each * 1000) for each in longest))
    written.replace(file)


if __name__ == "__main__":
    main()
