"""Faults made on purpose in a clean workspace: each is found, and nothing else (`python -m benchmarks.mutations`)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.long
@pytest.mark.parametrize(
    "family", ["PF", "RF", "DG", "SC", "LT", "RT", "SU", "CC", "OW", "BG", "MT", "TS", "DP", "HZ", "OB", "RB", "VO"]
)
def test_every_fault_is_found_and_nothing_else(family: str) -> None:
    command = [sys.executable, "-m", "benchmarks.mutations", "--only", family]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].split()[-2:] == ["100.0%", "100.0%"]
