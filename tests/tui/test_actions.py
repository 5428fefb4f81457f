"""The one registry of actions: keys, help, palette and documentation agree with it."""

from __future__ import annotations

from roadmap.tui.actions import ACTIONS, FOOTER
from roadmap.tui.deeds import Deeds
from roadmap.tui.glyphs import UNICODE
from roadmap.tui.help import help_page
from roadmap.tui.key_table import key_table
from tests.reference import ROOT
from tests.tui.driving import opened, run, seen, until

TAKEN = {"ctrl+s", "ctrl+b", "ctrl+a", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"}
"""Keys that terminals, tmux and readline keep for themselves."""


def test_no_key_means_two_things_and_none_is_taken() -> None:
    keys = [key for action in ACTIONS for key in action.keys]
    assert len(keys) == len(set(keys))
    assert not TAKEN.intersection(keys)


def test_every_action_can_be_carried_out() -> None:
    for action in ACTIONS:
        assert callable(getattr(Deeds, action.name)), action.name
    assert {action.name for action in ACTIONS if action.footer} == set(FOOTER)


def test_the_documented_keys_are_current() -> None:
    """Where it fails: roadmap tui --keys > docs/keys.md"""
    assert (ROOT / "docs" / "keys.md").read_text("utf-8") == "".join(f"{line}\n" for line in key_table())


def test_the_help_names_every_action() -> None:
    page = "\n".join(paragraph.text for paragraph in help_page(ACTIONS, UNICODE))
    for action in ACTIONS:
        assert action.title in page


def test_the_help_explains_every_symbol_between_the_bars() -> None:
    leads = "".join(paragraph.lead for paragraph in help_page(ACTIONS, UNICODE))
    for symbol in "▆▇▓━▄┈─▷?◆★☆═▼┊╌▒·┃✗▲●":
        assert symbol in leads


def test_question_mark_shows_the_help_and_escape_closes_it() -> None:
    async def test() -> None:
        async with opened() as (app, pilot):
            await pilot.press("question_mark")
            await pilot.pause()
            assert any("Keys and symbols" in line for line in seen(app))
            await pilot.press("escape")
            await pilot.pause()
            assert not any("Keys and symbols" in line for line in seen(app))

    run(test)


def test_the_palette_goes_to_a_task_by_name() -> None:
    async def test() -> None:
        async with opened() as (app, pilot):
            await pilot.press("colon")
            await pilot.press(*"loyalty card")
            await until(lambda: any("loyalty-relaunch-2027/app-screen" in line for line in seen(app)))
            await pilot.press("enter")
            await until(lambda: app.screen is app.plan_screen)
            await pilot.pause()
            row = app.plan_screen.timeline.selected
            assert row is not None
            assert row.node == "loyalty-relaunch-2027/app-screen"

    run(test)
