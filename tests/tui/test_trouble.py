"""What goes wrong while somebody looks: a clear word, and what was good stays."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from roadmap.source.disk import Workspace, read
from roadmap.tui.glyphs import ASCII
from roadmap.tui.palette import PALETTES
from roadmap.workspace.live import LivePlan
from tests.tui.driving import ACME, TODAY, details, opened, run, seen, told, until


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ACME, tmp_path / "acme"))


def test_a_change_on_disk_is_seen_within_a_second(acme: Path) -> None:
    async def test() -> None:
        async with opened(acme, watched=True) as (app, _):
            import asyncio

            await asyncio.sleep(0.5)  # until it watches
            path = acme / "projects/pim.yaml"
            path.write_text(path.read_text("utf-8").replace("Product information platform", "Another name"), "utf-8")
            started = time.monotonic()
            await until(lambda: any("Another name" in line for line in seen(app)))
            assert time.monotonic() - started < 3  # a second, and a machine that has other work to do

    run(test)


def test_while_a_file_is_broken_the_last_good_plan_stays_and_the_place_is_told(acme: Path) -> None:
    async def test() -> None:
        async with opened(acme) as (app, pilot):
            before = [row.label for row in app.plan_screen.timeline.rows]
            path = acme / "projects/pim.yaml"
            good = path.read_text("utf-8")
            path.write_text('projects:\n  pim: {title: "open\n', "utf-8")
            await pilot.press("r")
            await until(lambda: "projects/pim.yaml:" in app.plan_screen.trouble)
            await pilot.pause()
            assert [row.label for row in app.plan_screen.timeline.rows] == before
            assert any("projects/pim.yaml:" in line and "as it was" in line for line in seen(app)[:3])
            path.write_text(good, "utf-8")
            await pilot.press("r")
            await until(lambda: not app.plan_screen.trouble)

    run(test)


def test_a_plan_that_is_broken_from_the_start_shows_the_rest_of_it(acme: Path) -> None:
    (acme / "projects/pim.yaml").write_text("projects: [\n", "utf-8")

    async def test() -> None:
        async with opened(acme) as (app, _):
            assert app.plan_screen.trouble.startswith("projects/pim.yaml:")
            assert any("Black week 2026" in line for line in seen(app))

    run(test)


def test_a_deleted_file_takes_its_rows_away(acme: Path) -> None:
    async def test() -> None:
        async with opened(acme) as (app, pilot):
            (acme / "campaigns/black-week-2026.yaml").unlink()
            await pilot.press("r")
            await until(lambda: all(row.node != "black-week-2026" for row in app.plan_screen.timeline.rows))

    run(test)


def test_when_the_folder_goes_the_plan_stays_and_it_is_said(acme: Path) -> None:
    async def test() -> None:
        async with opened(acme) as (app, pilot):
            shutil.rmtree(acme)
            await pilot.press("r")
            await until(lambda: "is not there" in app.plan_screen.trouble)
            assert any("Black week 2026" in line for line in seen(app))

    run(test)


def test_an_empty_workspace_says_how_to_begin(tmp_path: Path) -> None:
    async def test() -> None:
        async with opened(tmp_path, ready=False) as (app, pilot):
            await until(lambda: any("roadmap init" in line for line in seen(app)))
            await pilot.press(
                "j", "n", "2", "plus", "enter", "e", "b", "o", "space", "z", "G", "1", "slash", "x", "escape"
            )

    run(test)


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (39, 9)])
def test_a_terminal_that_is_too_small_is_told(size: tuple[int, int]) -> None:
    async def test() -> None:
        async with opened(size=size) as (app, pilot):
            await pilot.press("j", "n", "2", "plus", "enter", "G", "1", "o")
            if size[0] >= 20:
                assert "too small" in " ".join(" ".join(seen(app)).split())

    run(test)


def test_the_commands_survive_a_terminal_that_has_no_room_for_them() -> None:
    async def test() -> None:
        async with opened(size=(20, 4)) as (app, pilot):
            await pilot.press("colon", "pagedown", "pagedown", "l", "pageup", "escape")
            await pilot.pause()
            assert app.is_running and app.screen is app.plan_screen

    run(test)


def test_growing_again_brings_the_plan_back() -> None:
    async def test() -> None:
        async with opened(size=(20, 5)) as (app, pilot):
            await pilot.resize_terminal(100, 30)
            await pilot.pause()
            assert any("Black week 2026" in line for line in seen(app))

    run(test)


def test_the_next_conflict_is_not_denied_before_the_checks_have_run() -> None:
    def slowly(root: Path) -> Workspace:
        time.sleep(0.6)
        return read(root)

    async def test() -> None:
        async with opened(live=LivePlan(ACME, TODAY, slowly), ready=False) as (app, pilot):
            await pilot.press("n")
            assert told(app) == ["The plan is still being checked."]

    run(test)


def test_on_a_slow_disk_it_says_that_it_is_reading_and_can_be_left() -> None:
    def slowly(root: Path) -> Workspace:
        time.sleep(0.6)
        return read(root)

    async def test() -> None:
        async with opened(live=LivePlan(ACME, TODAY, slowly), ready=False) as (app, pilot):
            await pilot.pause()
            assert any("reading the plan" in line for line in seen(app))
            await pilot.press("j", "2", "question_mark", "escape")
            await until(lambda: app.plan_screen.snapshot is not None)

    run(test)


def test_a_title_never_steers_the_terminal(tmp_path: Path) -> None:
    text = (
        'projects:\n  x:\n    title: "a\\e[2Jb\\u202ec [bold]d"\n'
        '    tasks:\n      t: {title: "\\e]0;x\\a", duration: 3d}\n'
    )
    (tmp_path / "x.yaml").write_text(text, "utf-8")

    async def test() -> None:
        async with opened(tmp_path, size=(200, 40)) as (app, pilot):
            await pilot.press("j", "enter")
            await pilot.pause()
            screen = "\n".join(seen(app)) + details(app)
            assert "\x1b" not in screen and "\u202e" not in screen and "\a" not in screen
            assert "\\u{1b}[2Jb" in screen
            assert "[bold]d" in screen

    run(test)


def test_ascii_is_enough() -> None:
    async def test() -> None:
        async with opened(size=(120, 40), glyphs=ASCII, palette=PALETTES["plain"]) as (app, pilot):
            await pilot.press("n")
            await pilot.pause()
            timeline = app.plan_screen.timeline
            lines = [timeline.render_line(y).text for y in range(timeline.size.height)]
            assert all(line.isascii() for line in lines), [line for line in lines if not line.isascii()]
            assert app.plan_screen.word.isascii() and all(line.isascii() for line in seen(app)[:1] + seen(app)[-1:])

    run(test)


@pytest.mark.parametrize("name", PALETTES)
def test_every_theme_shows_both_views_the_help_and_the_palette(name: str) -> None:
    async def test() -> None:
        async with opened(palette=PALETTES[name]) as (app, pilot):
            await pilot.press("n", "2", "question_mark", "escape", "colon", "escape", "slash", "l", "escape")
            for _ in PALETTES:
                await pilot.press("c")
            assert app.palette.name == name
            assert any("Conflicts" in line for line in seen(app))

    run(test)


def test_without_colours_states_are_told_by_symbols() -> None:
    async def test() -> None:
        async with opened(size=(200, 60), palette=PALETTES["plain"]) as (app, pilot):
            await pilot.press("n", "n")
            await pilot.pause()
            timeline = app.plan_screen.timeline
            for y in range(timeline.size.height):
                for segment in timeline.render_line(y):
                    style = segment.style
                    assert style is not None
                    assert style.color is None and style.bgcolor is None
            assert any("✗" in line and "▇" in line for line in seen(app))
            assert any("▒" in line for line in seen(app)) and any("░" in line for line in seen(app))

    run(test)


@pytest.mark.parametrize(
    ("width", "title"),
    [
        (80, " Acme roadmap 2026/27   1 Timeline  2 Conflicts        ✗ 4  ▲ 4  Sun 2026-11-22"),
        (60, " Acme roadmap 2026/27   1 Timeline  2 Conflicts   ✗ 4  ▲ 4"),
        (56, " Acme roadmap 2026…   1 Timeline  2 Conflicts ✗ 4  ▲ 4"),
        (40, "  1 Timeline  2 Conflicts     ✗ 4  ▲ 4"),
    ],
)
def test_on_a_narrow_terminal_the_views_and_the_conflicts_stay(width: int, title: str) -> None:
    async def test() -> None:
        async with opened(size=(width, 24)) as (app, _):
            assert seen(app)[0] == title

    run(test)
