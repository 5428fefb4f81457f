"""Whatever plan the documentation of the checks shows, good or bad, the commands have an answer to it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from roadmap.checks.documentation import documentation
from roadmap.checks.registry import Rule, all_rules
from roadmap.cli.delivering import FORMATS
from tests.cli.command import roadmap


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_command_has_an_answer(rule: Rule, tmp_path: Path) -> None:
    for number, case in enumerate(documentation(rule).cases):
        root = tmp_path / str(number)
        root.mkdir()
        for file in case.files:
            path = root / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            if file.target is None:
                path.write_bytes(file.text.encode(file.encoding))
            else:
                path.symlink_to(file.target)
        where = ("--plans", str(root), "--today", case.today.isoformat())
        # Every shape of the answer, for one case of each check: that is enough to see each message in each of them.
        also = [f"--also={name}={tmp_path / name}" for name in FORMATS] if number == 0 else []
        check = roadmap("check", "--profile", "strict", "--output-format", "json", *also, *where)
        assert check.status in (0, 1)
        assert json.loads(check.out)["version"] == 1
        schedule = roadmap("schedule", *where, environment={"COLUMNS": "80"})
        assert schedule.status in (0, 1)
        assert "bug" not in schedule.err
