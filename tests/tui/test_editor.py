"""Which command opens a place."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap.source.nodes import Place
from roadmap.tui.editor import editor_command

PLACE = Place("a b.yaml", 7, 3, 7, 9)
FILE = "/plan/a b.yaml"


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", ["vim", "+7", FILE]),
        ("/usr/bin/nvim -R", ["/usr/bin/nvim", "-R", "+7", FILE]),
        ("nano", ["nano", "+7", FILE]),
        ("hx", ["hx", f"{FILE}:7:3"]),
        ("code --new-window", ["code", "--new-window", "--wait", "--goto", f"{FILE}:7:3"]),
        ("code --wait", ["code", "--wait", "--goto", f"{FILE}:7:3"]),
        ("ed", ["ed", FILE]),
        ("'/opt/my editor/vi'", ["/opt/my editor/vi", "+7", FILE]),
        ("vi; rm -rf /", ["vi;", "rm", "-rf", "/", FILE]),
    ],
)
def test_the_place_is_one_argument_and_no_shell_is_asked(editor: str, command: list[str]) -> None:
    assert editor_command(PLACE, Path("/plan"), {"EDITOR": editor}) == command


def test_visual_comes_before_editor() -> None:
    assert editor_command(PLACE, Path("/plan"), {"EDITOR": "ed", "VISUAL": "vi"}) == ["vi", "+7", FILE]


@pytest.mark.parametrize("environment", [{}, {"EDITOR": ""}, {"EDITOR": "  "}])
def test_without_one_there_is_no_command(environment: dict[str, str]) -> None:
    assert editor_command(PLACE, Path("/plan"), environment) is None
