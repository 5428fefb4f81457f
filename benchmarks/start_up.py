"""What each command costs on little or nothing, and what it imports: ``python -m benchmarks.start_up``."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import measure
from benchmarks.run import ROADMAP, ROOT

PACKAGES = ("holidays", "networkx", "numpy", "pydantic", "rich", "yaml")
ACME = ("--plans", str(ROOT / "plans" / "acme"), "--today", "2026-11-22")
COMMANDS: dict[str, tuple[str, ...]] = {
    "--version": ("--version",),
    "--help": ("--help",),
    "rule LT203": ("rule", "LT203"),
    "rule --all": ("rule", "--all"),
    "schema": ("schema",),
    "init": ("init",),
    "check (acme)": (*ACME, "check"),
    "schedule (acme)": (*ACME, "schedule"),
    "explain (acme)": (*ACME, "explain", "spring-sale-2027"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=5)
    options = parser.parse_args()
    bare = measure((sys.executable, "-c", "pass"), options.repeats)
    print(f"{'python -c pass':<20}{bare.cpu * 1000:6.0f} ms")
    with tempfile.TemporaryDirectory() as folder:
        new = Path(folder) / "new"
        for name, arguments in COMMANDS.items():
            command = (*ROADMAP, *arguments, *((str(new),) if name == "init" else ()))
            figures = measure(command, options.repeats, prepare=lambda: shutil.rmtree(new, ignore_errors=True))
            shutil.rmtree(new, ignore_errors=True)
            imports = ", ".join(imported(command)) or "none of the large ones"
            print(
                f"{name:<20}{figures.cpu * 1000:6.0f} ms; exit status {figures.status}; imports {imports}", flush=True
            )


def imported(command: tuple[str, ...]) -> list[str]:
    """Which of the large packages a command of Python imports."""
    told = subprocess.run(
        (command[0], "-X", "importtime", *command[1:]),
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    modules = set(re.findall(r"^import time:.*\| +(\S+)$", told.stderr, re.MULTILINE))
    return [package for package in PACKAGES if package in modules]


if __name__ == "__main__":
    main()
