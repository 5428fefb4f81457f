"""What only computes reads neither the clock nor files, also not by calls that need no import of their own."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reference import ROOT

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
PURE: list[str] = next(contract["source_modules"] for contract in CONTRACTS if contract["id"] == "pure")
REACHING_OUT = {
    "open", "print", "input", "today", "now", "utcnow", "read_text", "read_bytes", "write_text", "write_bytes",
    "exists", "is_file", "is_dir", "stat", "iterdir", "glob", "rglob", "cwd", "resolve", "unlink", "mkdir",
}  # fmt: skip
OF_THE_PACKAGE = {"roadmap/checks/registry.py", "roadmap/model/holidays.py"}
"""These read the documentation and the tables that are installed with them."""


@pytest.mark.parametrize("name", PURE)
def test_nothing_is_read_from_outside(name: str) -> None:
    assert [*_calls(ROOT / "src" / name.replace(".", "/"))] == []


def _calls(place: Path) -> Iterator[str]:
    """Every call that could reach out, as file, line and name."""
    files = sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    assert files
    for file in files:
        path = file.relative_to(ROOT / "src").as_posix()
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and path not in OF_THE_PACKAGE:
                function = node.func
                called = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
                if called in REACHING_OUT:
                    yield f"{path}:{node.lineno} {called}"
