"""Run the command on every draft, and hold what it finds against what was expected."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.mutations.clean import TODAY
from benchmarks.mutations.draft import Draft, Expected, drafts

SOURCE = Path(__file__).resolve().parents[2] / "src"


@dataclass
class Score:
    """By code: what was expected and found, expected and not found, found and not expected."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    made: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    @property
    def perfect(self) -> bool:
        return not self.missed and not self.wrong

    def add(self, code: str, name: str, draft: Draft, findings: list[dict[str, Any]]) -> None:
        self.made[code] += 1
        left = list(draft.expected)
        for finding in findings:
            match = next((expected for expected in left if _fits(expected, finding)), None)
            if match:
                left.remove(match)
                self.right[match.code] += 1
            else:
                self.wrong[finding["code"]] += 1
                told = f"{finding['path']}:{finding['line']} {finding['code']} {finding['message']}"
                self.notes.append(f"{name} ({draft.flower}): not expected: {told}")
        for expected in left:
            self.missed[expected.code] += 1
            self.notes.append(f"{name} ({draft.flower}): missed: {expected.code} {expected.where}")

    def lines(self) -> list[str]:
        """The notes of what went wrong, and a table of precision and recall."""
        codes = sorted(set(self.right) | set(self.missed) | set(self.wrong))
        rows = [_row(code, self.made[code], self.right[code], self.wrong[code], self.missed[code]) for code in codes]
        total = _row("total", *(sum(each.values()) for each in (self.made, self.right, self.wrong, self.missed)))
        return [*self.notes, "code   faults  found  wrong  missed  precision  recall", *rows, total]


def measure(only: str, seed: int, jobs: int) -> Score:
    """Try all faults whose codes begin with ``only``."""
    score = Score()
    made = list(drafts(only, seed))
    with ThreadPoolExecutor(jobs) as pool:
        for (code, name, draft), findings in zip(made, pool.map(lambda each: _check(each[2]), made), strict=True):
            score.add(code, name, draft, findings)
    return score


def _check(draft: Draft) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        draft.write(Path(folder))
        command = [sys.executable, "-m", "roadmap", "check", "--plans", folder, "--today", TODAY.isoformat()]
        command += ["--profile", "strict", "--output-format", "json", "--no-cache"]
        environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)
    if done.returncode not in (0, 1) and not done.stdout:
        raise RuntimeError(f"roadmap check ended with {done.returncode}: {done.stderr}")
    return list(json.loads(done.stdout)["findings"])


def _fits(expected: Expected, finding: dict[str, Any]) -> bool:
    place = f"{finding['path']}:{finding['line']}"
    by_file = expected.where.endswith(":") and place.startswith(expected.where)
    by_item = any(_names(finding, item) for item in expected.where.split())
    return expected.code == finding["code"] and (by_file or by_item or expected.where == place)


def _names(finding: dict[str, Any], item: str) -> bool:
    alone = rf"(?<![\w/@-]){re.escape(item)}(?![\w/@-])"
    return item in finding["items"] or re.search(alone, finding["message"]) is not None


def _row(code: str, made: int, right: int, wrong: int, missed: int) -> str:
    precision = right / (right + wrong) if right + wrong else 0
    recall = right / (right + missed) if right + missed else 0
    return f"{code:6} {made:6} {right:6} {wrong:6} {missed:7} {precision:9.1%} {recall:7.1%}"
