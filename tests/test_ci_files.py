"""What other repositories take from this one for their CI works as it stands here."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from roadmap.cli.delivering import FORMATS
from tests.reference import ROOT

TODAY = "--today 2026-11-22"


def document(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


@pytest.fixture
def command(tmp_path: Path) -> Path:
    """``roadmap`` as an installed command."""
    path = tmp_path / "bin" / "roadmap"
    path.parent.mkdir()
    path.write_text(
        f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT / "src"))} exec {shlex.quote(sys.executable)} -m roadmap "$@"\n'
    )
    path.chmod(0o755)
    return path


def run(script: str, command: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=ROOT,
        env={**os.environ, "PATH": f"{command.parent}:{os.environ['PATH']}", "NO_COLOR": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("path", "args", "status"),
    [
        ("plans/acme", TODAY, 1),
        ("plans/acme", f"{TODAY}\n  --exit-zero", 0),
        ("plans/kubernetes", TODAY, 0),
        ("plans/nowhere", "", 2),
        ("plans/acme; touch $HACKED", f"{TODAY} $(touch $HACKED) `touch $HACKED`", 2),
    ],
)
def test_the_action_ends_with_the_status_of_the_check(
    path: str, args: str, status: int, command: Path, tmp_path: Path
) -> None:
    action = document("action.yml")
    assert action["runs"]["using"] == "composite"
    install, check = action["runs"]["steps"]
    assert install["shell"] == check["shell"] == "bash"
    assert "${{" not in install["run"] + check["run"], "what is given would be read as part of the script"
    assert check["env"] == {
        "INPUT_PATH": "${{ inputs.path }}",
        "INPUT_ARGS": "${{ inputs.args }}",
        "INPUT_FORMAT": "${{ inputs.format }}",
    }
    outputs, hacked = tmp_path / "outputs", tmp_path / "hacked"
    done = run(
        check["run"],
        command,
        ROADMAP=str(command),
        INPUT_PATH=path,
        INPUT_ARGS=args,
        INPUT_FORMAT=action["inputs"]["format"]["default"],
        GITHUB_OUTPUT=str(outputs),
        GITHUB_WORKSPACE=str(ROOT),
        HACKED=str(hacked),
    )
    assert done.returncode == status, done.stderr
    assert outputs.read_text("utf-8") == f"status={status}\n"
    assert not hacked.exists()
    if status == 1:
        assert done.stdout.startswith("::error title=")
        assert ",file=plans/acme/" in done.stdout


def test_the_action_finds_the_workspace_where_no_path_is_given(command: Path, tmp_path: Path) -> None:
    action = document("action.yml")
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/roadmap.yaml").write_text("teams: {web: {peeple: 1}}\n")
    done = run(
        f"cd {shlex.quote(str(tmp_path))}\n{action['runs']['steps'][1]['run']}",
        command,
        ROADMAP=str(command),
        INPUT_PATH=action["inputs"]["path"]["default"],
        INPUT_ARGS="",
        INPUT_FORMAT="github",
        GITHUB_OUTPUT=str(tmp_path / "outputs"),
        GITHUB_WORKSPACE=str(tmp_path),
    )
    assert done.returncode == 1, done.stderr
    assert ",file=plans/roadmap.yaml,line=1," in done.stdout


def test_the_action_names_every_format() -> None:
    assert all(name in document("action.yml")["inputs"]["format"]["description"] for name in FORMATS)


@pytest.mark.parametrize(("args", "status"), [(["plans/acme"], 1), (["plans/kubernetes"], 0), ([], 2)])
def test_the_hook_refuses_what_the_check_refuses(args: list[str], status: int, command: Path) -> None:
    (hook,) = document(".pre-commit-hooks.yaml")
    assert (hook["id"], hook["language"], hook["pass_filenames"]) == ("roadmap-check", "python", False)
    assert run(shlex.join([*shlex.split(hook["entry"]), *TODAY.split(), *args]), command).returncode == status


def test_the_gitlab_job_writes_the_reports_that_it_hands_on(command: Path, tmp_path: Path) -> None:
    template = document("docs/ci/gitlab.yml")
    job = template["roadmap"]
    shutil.copytree(ROOT / "plans/acme", tmp_path / "plans")
    variables = {**template["variables"], "ROADMAP_ARGS": TODAY, "CI_PROJECT_DIR": str(tmp_path)}
    done = run(f"cd {shlex.quote(str(tmp_path))}\n" + "\n".join(job["script"]), command, **variables)
    assert done.returncode == 1
    reports = job["artifacts"]["reports"]
    items = json.loads((tmp_path / reports["codequality"]).read_text("utf-8"))
    assert items
    assert all(item["location"]["path"].startswith("plans/") for item in items)
    assert (tmp_path / reports["junit"]).read_text("utf-8").startswith("<?xml ")
    missing = run("\n".join(job["before_script"]), command, **{**variables, "ROADMAP_PACKAGE": ""})
    assert (missing.returncode, missing.stdout) == (2, "Set ROADMAP_PACKAGE to what pip installs roadmap from\n")


def test_the_example_plans_are_as_they_are_meant(command: Path) -> None:
    done = run(".ci/plans", command, ROADMAP=str(command))
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_workflow_of_this_repository_uses_its_own_action() -> None:
    jobs = document(".github/workflows/ci.yml")["jobs"]
    steps = [step for job in jobs.values() for step in job["steps"]]
    assert {"run": ".ci/run"} in steps
    inputs = set(document("action.yml")["inputs"])
    own = [step for step in steps if step.get("uses") == "./"]
    assert own
    assert all(set(step["with"]) <= inputs for step in own)
