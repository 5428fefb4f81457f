"""Measure the terminal interface: ``python -m benchmarks.tui [--tasks 10000]``.

It runs without a terminal, 200 by 60 cells, in a process of its own for the first paint and the memory. CPU is what
the process used; the longest block is the longest time in which the event loop could not take a key, measured by a
clock that ticks on it every 5 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks import workspace
from benchmarks.portfolio import TODAY, portfolio

SIZE = (200, 60)
TARGETS = {
    "first paint": (1.5, "s"),
    "page scroll, p95": (16.0, "ms CPU"),
    "longest block of the event loop": (50.0, "ms"),
    "memory": (300.0, "MB"),
}
BESIDE = ("a key without meaning, p95",)
"""What the driving of the measurement costs by itself; it is in all figures of keys."""

TICK = 0.005
PAGES = 150


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=10_000)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--inside", metavar="FOLDER", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        print(json.dumps(asyncio.run(_inside(Path(options.inside)))))
        return
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "plan"
        workspace.write(portfolio(options.tasks), root)
        runs = [_run(root) for _ in range(options.repeats)]
    print(f"{options.tasks:,} tasks, {SIZE[0]} by {SIZE[1]} cells")
    print(f"median of {options.repeats} processes (least to most)\n")
    for name, (target, unit) in TARGETS.items():
        figures = sorted(run[name] for run in runs)
        spread = f"({figures[0]:.2f} to {figures[-1]:.2f})"
        print(f"{name:<34}{statistics.median(figures):>9.2f} {unit:<8}{spread:<22} target {target:g} {unit}")
    for name in ("first paint, CPU", "findings shown", "scroll through time, p95", "selecting a row, p95", *BESIDE):
        figures = sorted(run[name] for run in runs)
        print(f"{name:<34}{statistics.median(figures):>9.2f} {'s' if name.startswith('fi') else 'ms CPU'}")


def _run(root: Path) -> dict[str, float]:
    """One process; its start is part of the first paint."""
    started = time.time()
    command = [sys.executable, "-m", "benchmarks.tui", "--inside", str(root)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode:
        raise SystemExit(answer.stderr[-2000:])
    found: dict[str, Any] = json.loads(answer.stdout.splitlines()[-1])
    found["first paint"] = found.pop("painted at") - started
    found["findings shown"] = found.pop("checked at") - started
    return found


async def _inside(root: Path) -> dict[str, float]:
    from roadmap.tui.app import RoadmapApp
    from roadmap.workspace.live import LivePlan

    app = RoadmapApp(LivePlan(root, TODAY), watched=False)
    found: dict[str, float] = {}
    async with app.run_test(size=SIZE) as pilot:
        screen = app.plan_screen
        beat = asyncio.create_task(_beat())
        while not screen.timeline.painted:
            await asyncio.sleep(0.002)
        found["painted at"] = time.time()
        found["first paint, CPU"] = time.process_time()
        while screen.snapshot is None or not screen.snapshot.checked:
            await asyncio.sleep(0.01)
        await pilot.pause(0.2)
        found["checked at"] = time.time()
        found["a key without meaning, p95"] = await _presses(pilot, "ctrl+t", 50)
        found["page scroll, p95"] = await _presses(pilot, "pagedown", PAGES)
        found["scroll through time, p95"] = await _presses(pilot, "L", 30)
        found["selecting a row, p95"] = await _presses(pilot, "k", 100)
        beat.cancel()
        found["longest block of the event loop"] = await beat
        found["memory"] = _peak()
    return found


async def _presses(pilot: Any, key: str, times: int) -> float:
    """Milliseconds of CPU from a key to the frame that answers it, 95 of 100."""
    costs = []
    for _ in range(times):
        before = time.process_time()
        await pilot.press(key)
        await pilot.pause()
        costs.append((time.process_time() - before) * 1000)
    return statistics.quantiles(costs, n=20)[-1]


async def _beat() -> float:
    """The longest time, in milliseconds, that a tick came late."""
    longest = 0.0
    try:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(TICK)
            longest = max(longest, time.perf_counter() - before - TICK)
    except asyncio.CancelledError:
        return longest * 1000


def _peak() -> float:
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 if sys.platform != "darwin" else 1024 * 1024)


if __name__ == "__main__":
    main()
