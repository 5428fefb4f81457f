"""``roadmap completion``: what the TAB key offers, in the shells themselves where they are installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import roadmap

SHELLS = ("bash", "zsh", "fish")


def script(shell: str) -> str:
    answer = roadmap("completion", shell)
    assert (answer.status, answer.err) == (0, "")
    return answer.out


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_known(shell: str) -> None:
    text = script(shell)
    for word in ("init", "check", "rule", "schedule", "explain", "schema", "completion", "concise", "strict", "SC101"):
        assert word in text
    for option in ("plans", "today", "colour", "stdin-filename", "output-format", "fail-on", "critical"):
        assert f"-l {option} " in text if shell == "fish" else f"--{option}" in text


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_can_read_it(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run([shell, "-n"], input=script(shell), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["ch"], ["check"]),
        (["s"], ["schedule", "schema"]),
        (["--plans", "x", "sche"], ["schedule", "schema"]),
        (["check", "--fail-on", ""], ["error", "warning", "info", "never"]),
        (["check", "--st"], ["--stdin-filename", "--statistics"]),
        (["check", "--colour", "a"], ["auto", "always"]),
        (["rule", "SC10"], [f"SC10{digit}" for digit in range(1, 10)]),
        (["check", ""], []),  # nothing of ours: bash goes on with file names
    ],
)
def test_bash_completes(words: list[str], offered: list[str], tmp_path: Path) -> None:
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    (tmp_path / "completion").write_text(script("bash"))
    line = " ".join(f"'{word}'" for word in ("roadmap", *words))
    asked = f"COMP_WORDS=({line}); COMP_CWORD={len(words)}; _roadmap"
    run = f"source completion; {asked}; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    done = subprocess.run(["bash", "-c", run], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split() == offered


def test_an_unknown_shell_is_told_with_those_that_there_are() -> None:
    answer = roadmap("completion", "ksh93")
    assert (answer.status, answer.err) == (2, "roadmap: unknown shell 'ksh93': it is one of bash, zsh, fish\n")
