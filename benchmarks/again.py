"""Measure what a repeated ``roadmap check`` costs: ``python -m benchmarks.again [--tasks 10000] [--repeats 5]``."""

from __future__ import annotations

import argparse
import gc
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import workspace
from benchmarks.measure import Figures, compiled, measure
from benchmarks.portfolio import TODAY, portfolio

ROOT = Path(__file__).resolve().parent.parent
CHECK = (sys.executable, "-m", "roadmap", "check", "--today", str(TODAY), "--profile", "strict")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=10_000)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--inside", metavar="FOLDER", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        print(json.dumps(_inside(Path(options.inside), options.repeats)))
        return
    load = " ".join(f"{each:.2f}" for each in os.getloadavg())
    print(f"user + system CPU, all checks on, median of {options.repeats} (least to most), load {load}\n")
    with tempfile.TemporaryDirectory() as folder:
        plans = Path(folder, "plans")
        workspace.write(portfolio(options.tasks), plans)
        _repeated(f"{options.tasks} tasks", plans, Path(folder, "cache"), options.repeats)
        command = (sys.executable, "-m", "benchmarks.again", "--inside", str(plans), "--repeats", str(options.repeats))
        done = subprocess.run(command, env=compiled(), stdout=subprocess.PIPE, check=True, cwd=ROOT)
        for what, times in json.loads(done.stdout).items():
            print(f"  {what:<44}{statistics.median(times):8.3f} s ({min(times):.3f} to {max(times):.3f})")
        acme = Path(shutil.copytree(ROOT / "plans" / "acme", Path(folder, "acme")))
        _repeated("plans/acme", acme, Path(folder, "cache-of-acme"), options.repeats)


def _repeated(name: str, plans: Path, cache: Path, repeats: int) -> None:
    """Whole processes, with and without what the last one kept."""
    kept = (*CHECK, str(plans), "--cache-dir", str(cache))

    print(name)
    _line("--no-cache", measure((*CHECK, str(plans), "--no-cache"), repeats))
    _line("first, with a cache to fill", measure(kept, repeats, lambda: shutil.rmtree(cache, ignore_errors=True)))
    _line("nothing changed", measure(kept, repeats))
    _line("one file changed", measure(kept, repeats, lambda: _edit(plans)))


def _edit(plans: Path) -> None:
    """Let a task of one campaign take a day more."""
    path = min(plans.glob("campaigns/*.yaml"))
    before = path.read_text("utf-8")
    text = re.sub(r"duration: (\d+)d\b", lambda found: f"duration: {int(found[1]) + 1}d", before, count=1)
    if text == before:
        raise ValueError(f"no task in {path} has a duration in days")
    path.write_text(text, "utf-8")


def _inside(root: Path, repeats: int) -> dict[str, list[float]]:
    """Within one process that has read the workspace before, as ``--watch`` and the terminal interface do."""
    from roadmap.findings.selection import Selection
    from roadmap.source.disk import read
    from roadmap.source.parsed import ParsedFiles
    from roadmap.study import Study

    gc.disable()  # as the command does
    parsed = ParsedFiles()
    checking: list[float] = []
    again: list[float] = []
    for _ in range(repeats + 1):
        _edit(root)
        start = time.process_time()
        study = Study(read(root), TODAY, parsed)
        _ = study.facts
        before = time.process_time()
        study.report_for(Selection(study.plan.settings.checks, "strict"))
        checking.append(time.process_time() - before)
        again.append(time.process_time() - start)
        del study
        gc.collect()
    return {"all checks together": checking[1:], "one file changed, in one process (--watch)": again[1:]}


def _line(what: str, figures: Figures) -> None:
    cpu = f"{figures.cpu:8.3f} s ({figures.low:.3f} to {figures.high:.3f})"
    print(f"  {what:<44}{cpu}; {figures.peak / 1e6:4.0f} MB; exit status {figures.status}", flush=True)


if __name__ == "__main__":
    main()
