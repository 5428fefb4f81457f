"""Measure ``roadmap check``: ``python -m benchmarks.run [--repeats 5] [--sizes 1000 10000 100000] [--peer]``."""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import taskjuggler, workspace
from benchmarks.measure import FailedRunError, Figures, measure, run
from benchmarks.portfolio import TODAY, portfolio

ROOT = Path(__file__).resolve().parent.parent
ROADMAP = (sys.executable, "-m", "roadmap")
TARGETS = {10_000: (1.2, 250), 100_000: (9.0, 900)}  # tasks: CPU seconds, megabytes
ACME_TARGET = 0.30
SLOPE_TARGET = 1.1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 3_000, 10_000, 30_000, 100_000])
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument(
        "--peer", action="store_true", help="measure tj3 as well, where it is installed (takes minutes)"
    )
    parser.add_argument("--peer-sizes", type=int, nargs="+", default=[1_000, 10_000])
    options = parser.parse_args()

    load = " ".join(f"{each:.2f}" for each in os.getloadavg())
    print(f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores, load {load}")
    print(f"user + system CPU of whole processes, median of {options.repeats} (least to most)\n")
    bare = measure((sys.executable, "-c", "pass"), options.repeats)
    _line("python -c pass", bare)
    acme = ROOT / "plans" / "acme"
    if acme.is_dir():
        _line("roadmap check, plans/acme", measure(_check(acme), options.repeats), cpu_target=ACME_TARGET)
    with tempfile.TemporaryDirectory() as folder:
        ours = _sizes(Path(folder), options.sizes, options.repeats)
        if options.peer:
            _peers(Path(folder), options.peer_sizes, ours)


def _sizes(folder: Path, sizes: Sequence[int], repeats: int) -> dict[int, float]:
    seconds: dict[int, float] = {}
    for tasks in sizes:
        made = portfolio(tasks)
        root = folder / str(tasks)
        workspace.write(made, root)
        files = sum(1 for _ in root.rglob("*.yaml"))
        found = _findings(root, made.tasks)
        figures = measure(_check(root), repeats)
        cpu_target, memory_target = TARGETS.get(tasks, (None, None))
        name = f"roadmap check, {made.tasks} tasks, {made.links} links, {files} files"
        _line(name, figures, cpu_target, memory_target, f"{found} findings")
        seconds[tasks] = figures.cpu
    if len(seconds) > 1:
        # What a process costs at the start flatters the whole line: the last step shows how it really grows.
        last = _slope(dict(list(seconds.items())[-2:]))
        print(
            f"\ngrowth: log-log slope {_slope(seconds):.2f}, over the last two sizes {last:.2f}; target {SLOPE_TARGET}"
        )
    return seconds


def _peers(folder: Path, sizes: Sequence[int], ours: dict[int, float]) -> None:
    tj3 = shutil.which("tj3")
    if tj3 is None:
        print("\ntj3 is not installed: no figures of a peer")
        return
    print()
    for tasks in sizes:
        plan = folder / f"{tasks}.tjp"
        taskjuggler.write(portfolio(tasks), plan)
        figures = measure((tj3, "--silent", "--no-reports", str(plan)), 1)
        ratio = f"{figures.cpu / ours[tasks]:.0f} times roadmap check" if tasks in ours else ""
        _line(f"tj3 without reports, {tasks} tasks", figures, note=ratio)


def _check(root: Path) -> tuple[str, ...]:
    return (*ROADMAP, "--plans", str(root), "--today", str(TODAY), "check", "--no-cache")


def _findings(root: Path, tasks: int) -> str:
    """How many findings there are: the benchmark is about plans that mostly work. Proves that all was checked."""
    with tempfile.NamedTemporaryFile("r", encoding="utf-8") as output:
        run((*_check(root), "--output-format", "json"), output.name)
        summary = json.load(output)["summary"]
    if summary["items"] < tasks:
        raise FailedRunError(f"only {summary['items']} items of {tasks} tasks were checked")
    return str(summary["error"] + summary["warning"] + summary["info"])


def _slope(seconds: dict[int, float]) -> float:
    """Least squares through (log tasks, log seconds)."""
    x = [math.log(tasks) for tasks in seconds]
    y = [math.log(time) for time in seconds.values()]
    middle = sum(x) / len(x)
    return sum((a - middle) * b for a, b in zip(x, y, strict=True)) / sum((a - middle) ** 2 for a in x)


def _line(
    name: str,
    figures: Figures,
    cpu_target: float | None = None,
    memory_target: int | None = None,
    note: str = "",
) -> None:
    cpu = f"{figures.cpu:8.3f} s ({figures.low:.3f} to {figures.high:.3f})"
    cpu += f", target {cpu_target}" if cpu_target else ""
    memory = f"{figures.peak / 1e6:6.0f} MB" + (f", target {memory_target}" if memory_target else "")
    status = f"exit status {figures.status}"
    print("; ".join(part for part in (f"{name:<66}{cpu}", memory, status, note) if part), flush=True)


if __name__ == "__main__":
    main()
