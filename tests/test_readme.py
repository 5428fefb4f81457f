"""The documents for readers say what the program does: their commands run and print what is shown, their Python runs,
their plan is sound, and their links lead somewhere.

``python tests/test_readme.py`` writes the present output into the documents.
"""

from __future__ import annotations

import datetime as dt
import doctest
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import roadmap
from roadmap.cli.parser import COMMANDS

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
README = ROOT / "README.md"
TODAY = dt.date(2026, 11, 22)

_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)")


def _shown(document: Path) -> list[tuple[str, str]]:
    """Each command with the output below it."""
    parts = (
        part for block in _CONSOLE.findall(document.read_text("utf-8")) for part in re.split(r"^\$ ", block, flags=re.M)
    )
    return [(command, output) for command, _, output in (part.partition("\n") for part in parts if part)]


def _run(command: str) -> subprocess.CompletedProcess[str]:
    """A command of roadmap, by this interpreter, on a terminal of 100 columns without colours."""
    name, *arguments = shlex.split(command)
    assert name == "roadmap"
    start = "import sys; from roadmap.cli import main; sys.argv[0] = 'roadmap'; main()"
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONPATH": str(ROOT / "src")}
    environment.pop("FORCE_COLOR", None)
    return subprocess.run(
        [sys.executable, "-c", start, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def _commands() -> Iterator[tuple[Path, str, str]]:
    for document in DOCUMENTS:
        for command, output in _shown(document):
            yield document, command, output


@pytest.mark.parametrize(("document", "command", "output"), [pytest.param(*each, id=each[1]) for each in _commands()])
def test_a_command_prints_what_is_shown(document: Path, command: str, output: str) -> None:
    assert _run(command).stdout == output


def test_the_first_command_checks_the_example_and_finds_conflicts() -> None:
    set_up, _ = _set_up_commands()
    environment, install, check = set_up.split(" && ")
    assert (environment, install) == ("python3 -m venv .venv", ".venv/bin/pip install -q .")
    done = _run(check.removeprefix(".venv/bin/"))
    assert done.returncode == 1
    assert "SC101" in done.stdout


def test_the_second_command_installs_what_the_tests_need() -> None:
    _, set_up = _set_up_commands()
    environment, install, run = set_up.split(" && ")
    assert (environment, run) == ("python3 -m venv .venv", ".venv/bin/pytest -n auto")
    extra = re.fullmatch(r"\.venv/bin/pip install -q -e '\.\[(\w+)\]'", install)
    assert extra is not None
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert any(need.startswith("pytest>") for need in project["optional-dependencies"][extra[1]])


def _set_up_commands() -> list[str]:
    found = re.findall(r"^```sh\n(python3 -m venv .*)\n```$", README.read_text("utf-8"), re.MULTILINE)
    assert len(found) == 2
    return found


def test_python_in_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    session = doctest.DocTestParser().get_doctest(README.read_text("utf-8"), {}, "README.md", "README.md", 0)
    assert len(session.examples) > 2
    told: list[str] = []
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(session, out=told.append)
    assert result.failed == 0, "".join(told)


def test_the_first_plan_of_the_language_page_is_sound(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "plan-language.md").read_text("utf-8")
    (plan,) = re.findall(r"^```yaml path=roadmap.yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (tmp_path / "roadmap.yaml").write_text(plan, "utf-8")
    study = roadmap.load(tmp_path, TODAY)
    assert [fault.message for fault in study.faults] == []
    assert [finding.message for finding in study.report.findings] == []


def test_examples_on_the_language_page_have_the_right_form(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "plan-language.md").read_text("utf-8")
    examples = re.findall(r"^```yaml[^\n]*\n(\w.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert len(examples) > 8
    for number, example in enumerate(examples):
        root = tmp_path / str(number)
        root.mkdir()
        (root / "roadmap.yaml").write_text(example, "utf-8")
        messages = [finding.message for finding in roadmap.load(root, TODAY).findings if finding.code.startswith("PF")]
        assert messages == [], example


@pytest.mark.parametrize("document", [README, ROOT / "docs" / "commands.md"], ids=lambda path: path.name)
def test_every_command_is_listed(document: Path) -> None:
    listed = re.findall(r"^\| \[?`(?:roadmap )?([a-z-]+)`", document.read_text("utf-8"), re.MULTILINE)
    assert tuple(name for name in listed if name in COMMANDS) == COMMANDS


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    for path, anchor in _LINK.findall(document.read_text("utf-8")):
        target = (document.parent / path).resolve() if path else document
        assert target.exists(), path
        if anchor:
            assert anchor in _anchors(target), f"{path}#{anchor}"


def _anchors(document: Path) -> set[str]:
    """The anchors of headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.*)$", document.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _rewrite(document: Path) -> None:
    """Put the present output of each command in place of what is shown."""
    text = document.read_text("utf-8")
    for command, output in _shown(document):
        text = text.replace(f"$ {command}\n{output}", f"$ {command}\n{_run(command).stdout}")
    document.write_text(text, "utf-8")


if __name__ == "__main__":
    for each in DOCUMENTS:
        _rewrite(each)
