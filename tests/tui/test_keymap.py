"""Keys of one's own."""

from __future__ import annotations

import pytest

from roadmap.tui.actions import Action
from roadmap.tui.glyphs import UNICODE
from roadmap.tui.help import help_page
from roadmap.tui.keymap import Keymap, parse_keymap
from tests.tui.driving import opened, run, seen, told


def keys_of(keymap: Keymap, name: str) -> tuple[str, ...]:
    return next(action.keys for action in keymap.actions() if action.name == name)


def test_keys_are_written_as_the_help_shows_them() -> None:
    keymap = parse_keymap("keys.yaml", 'down: "n, PgDn"\nnext conflict: [ctrl+n, "]"]\ntop: Home\nfilter: "?"\n')
    assert keymap.problems == ()
    assert keymap.keys["down"] == ("n", "pagedown")
    assert keymap.keys["next_conflict"] == ("ctrl+n", "right_square_bracket")
    assert keymap.keys["top"] == ("home",)
    assert keymap.keys["filter"] == ("question_mark",)


def test_a_key_that_is_given_to_one_action_is_taken_from_the_others() -> None:
    keymap = parse_keymap("keys.yaml", "Today: j\nUp: c\n")
    assert keys_of(keymap, "today") == ("j",)
    assert keys_of(keymap, "down") == ("down",)
    assert keys_of(keymap, "up") == ("c",)
    assert keys_of(keymap, "theme") == ()
    assert keys_of(keymap, "bottom") == ("G", "end")


def test_capital_and_small_letters_are_two_keys() -> None:
    keymap = parse_keymap("keys.yaml", "top: T\nbottom: t\n")
    assert (keys_of(keymap, "top"), keys_of(keymap, "bottom"), keys_of(keymap, "today")) == (("T",), ("t",), ())


def test_there_is_always_a_way_out() -> None:
    keymap = parse_keymap("keys.yaml", "quit: x\ndown: ctrl+q\n")
    assert keys_of(keymap, "quit") == ("x", "ctrl+q")
    assert keymap.problems == ("keys.yaml:2: ctrl+q always leaves",)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("todya: x\n", "keys.yaml:1: there is no action “todya”, but there is “Today”"),
        ("down: PageDwn\n", "keys.yaml:1: there is no key “PageDwn”"),
        ("down: hyper+x\n", "keys.yaml:1: there is no key “hyper+x”"),
        ("down: x\nup: x\n", "keys.yaml:2: “x” is the key of “Down” already"),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_line(text: str, problem: str) -> None:
    assert parse_keymap("keys.yaml", text).problems == (problem,)


@pytest.mark.parametrize("text", ["", "- a\n", "down:\n", "down: {a: b}\n", "down: [[x]]\n", "{", "\0", "down: ''\n"])
def test_no_file_breaks_the_keys(text: str) -> None:
    keymap = parse_keymap("keys.yaml", text)
    assert all(isinstance(action, Action) for action in keymap.actions())
    assert keys_of(keymap, "down") == ("j", "down")


def test_the_keys_work_and_the_help_shows_them() -> None:
    keymap = parse_keymap("keys.yaml", "down: x\nbottom: j\nzap: y\n")

    async def test() -> None:
        async with opened(keymap=keymap) as (app, pilot):
            timeline = app.plan_screen.timeline
            await pilot.press("x", "x")
            assert timeline.cursor == 2
            await pilot.press("down")
            assert timeline.cursor == 2
            await pilot.press("j")
            assert timeline.cursor == len(timeline.rows) - 1
            assert any("there is no action “zap”" in line for line in told(app))
            await pilot.press("question_mark")
            await pilot.pause()
            page = {paragraph.lead.strip(): paragraph.text for paragraph in help_page(app.actions, UNICODE)}
            assert page["x"].startswith("Down:") and page["j"].startswith("Bottom:")
            assert any("x" in line and "Down: Select the next row" in line for line in seen(app))

    run(test)
