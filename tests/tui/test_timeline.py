"""The timeline as a planner meets it: plans/acme on 22 November 2026."""

from __future__ import annotations

import datetime as dt
import gc
from pathlib import Path

import pytest
from textual.strip import Strip

from tests.tui.driving import ACME, details, opened, run, seen, told


def rows(app):  # type: ignore[no-untyped-def]
    return [row.label for row in app.plan_screen.timeline.rows]


def test_it_opens_on_today_with_what_is_over_folded() -> None:
    async def test() -> None:
        async with opened() as (app, _):
            screen = seen(app)
            assert "Acme roadmap 2026/27" in screen[0]
            assert "Sun 2026-11-22" in screen[0]
            assert any("▸ Autumn collection 2026" in line for line in screen)
            assert any("┃" in line for line in screen)

    run(test)


@pytest.mark.parametrize(
    ("plan", "today", "month"),
    [
        (ACME, dt.date(2024, 5, 1), "September 2026"),  # its first tasks are of 1 September 2026
        (ACME.with_name("kubernetes"), dt.date(2026, 11, 22), "April 2024"),  # its last release was on 17 April 2024
    ],
)
def test_a_plan_that_is_far_away_or_over_opens_where_it_is(plan: Path, today: dt.date, month: str) -> None:
    async def test() -> None:
        async with opened(plan, today=today) as (app, _):
            assert month in seen(app)[1]

    run(test)


def test_letters_walk_the_rows() -> None:
    async def test() -> None:
        async with opened() as (app, pilot):
            timeline = app.plan_screen.timeline
            await pilot.press("j", "j", "k")
            assert timeline.cursor == 1
            await pilot.press("G")
            assert timeline.cursor == len(timeline.rows) - 1
            await pilot.press("g")
            assert timeline.cursor == 0

    run(test)


def test_n_goes_to_the_next_conflict_and_shows_its_bar() -> None:
    async def test() -> None:
        async with opened(size=(200, 60)) as (app, pilot):
            await pilot.press("n")
            row = app.plan_screen.timeline.selected
            assert row is not None
            assert row.node == "checkout-renewal/integration"
            assert "SC104" in details(app)
            assert "2027-01-25" in details(app)
            await pilot.press("N")
            assert any("no other conflict" in line for line in told(app))

    run(test)


def test_o_groups_by_team_and_by_train() -> None:
    async def test() -> None:
        async with opened() as (app, pilot):
            await pilot.press("o")
            groups = [row.node for row in app.plan_screen.timeline.rows if row.item is None]
            assert groups == sorted(groups)
            assert "shop-backend" in groups
            await pilot.press("o")
            assert [row.node for row in app.plan_screen.timeline.rows if row.item is None] == ["app", "data", "web", ""]

    run(test)


def test_space_folds_the_group_of_the_selected_row_and_z_all() -> None:
    async def test() -> None:
        async with opened() as (app, pilot):
            timeline = app.plan_screen.timeline
            before = len(timeline.rows)
            await pilot.press("j", "j", "space")
            assert timeline.selected is not None
            assert (timeline.selected.label, timeline.selected.folded) == ("Black week 2026", True)
            assert len(timeline.rows) == before - 10
            await pilot.press("z")
            assert all(row.item is None for row in timeline.rows)
            await pilot.press("z")
            assert sum(row.item is None for row in timeline.rows) == 14

    run(test)


@pytest.mark.parametrize(("zoom", "keys"), [("day", "+"), ("month", "-"), ("quarter", "--")])
def test_zooming_keeps_the_selected_bar_where_it_is(zoom: str, keys: str) -> None:
    async def test() -> None:
        async with opened(size=(200, 60)) as (app, pilot):
            timeline = app.plan_screen.timeline
            await pilot.press("n")
            row = timeline.selected
            assert row is not None
            before = timeline.scale.at(row.first) - timeline.scroll_offset.x
            await pilot.press(*{"+": ["plus"], "-": ["minus"], "--": ["minus", "minus"]}[keys])
            assert timeline.zoom == zoom
            assert abs(timeline.scale.at(row.first) - timeline.scroll_offset.x - before) <= 1

    run(test)


def test_months_go_by_and_today_comes_back() -> None:
    async def test() -> None:
        async with opened() as (app, pilot):
            timeline = app.plan_screen.timeline
            start = timeline.scroll_offset.x
            await pilot.press("L")
            assert timeline.scroll_offset.x - start in (30, 31)
            await pilot.press("L", "L", "T")
            assert timeline.scroll_offset.x == start

    run(test)


def test_the_links_of_the_selected_task_are_drawn() -> None:
    async def test() -> None:
        async with opened(size=(200, 60)) as (app, pilot):
            app.plan_screen.go_to("winter-clearance-2027/landing")
            await pilot.pause()
            line = next(line for line in seen(app) if "▲ Landing page" in line)
            assert "▇" in line
            screen = "\n".join(seen(app))
            assert "╮" in screen or "╯" in screen or "│" in screen

    run(test)


def test_a_filter_leaves_what_fits_and_says_so() -> None:
    async def test() -> None:
        async with opened() as (app, pilot):
            await pilot.press("slash", *"team:web", "enter")
            timeline = app.plan_screen.timeline
            assert {row.item.team for row in timeline.rows if row.item is not None} == {"web"}
            assert "team:web" in seen(app)[-1]
            await pilot.press("slash", *" late", "enter")
            nodes = [row.node for row in timeline.rows if row.item is not None]
            assert nodes == ["winter-clearance-2027/landing", "spring-sale-2027/landing"]
            await pilot.press("escape")
            assert len(timeline.rows) > 100

    run(test)


def test_a_filter_finds_what_is_folded_and_leaves_it_folded() -> None:
    async def test() -> None:
        async with opened() as (app, pilot):
            await pilot.press("z", "slash", *"autumn brief", "enter")
            assert rows(app) == ["Autumn collection 2026", "Campaign brief"]
            await pilot.press("space")
            assert rows(app) == ["Autumn collection 2026"]
            await pilot.press("escape")
            assert "Campaign brief" not in rows(app)

    run(test)


def test_a_filter_that_does_not_exist_is_named() -> None:
    async def test() -> None:
        async with opened() as (app, pilot):
            await pilot.press("slash", *"teem:web", "enter")
            assert "there is no filter teem:" in seen(app)[-1]

    run(test)


def test_a_click_on_a_group_folds_it_and_one_on_a_bar_opens_its_details() -> None:
    async def test() -> None:
        async with opened() as (app, pilot):
            timeline = app.plan_screen.timeline
            top = timeline.region.y + timeline.header_height
            await pilot.click(offset=(10, top + 1))
            assert timeline.rows[1].folded
            await pilot.click(offset=(60, top + 3))
            await pilot.pause()
            assert app.plan_screen.details.display
            assert timeline.rows[3].label in details(app)

    run(test)


def test_the_wheel_scrolls() -> None:
    async def test() -> None:
        async with opened() as (app, pilot):
            from textual.events import MouseScrollDown

            timeline = app.plan_screen.timeline
            timeline.post_message(
                MouseScrollDown(timeline, 5, 10, 0, 0, 0, shift=False, meta=False, ctrl=False, screen_x=5, screen_y=10)
            )
            await pilot.pause()
            assert timeline.scroll_offset.y == 3

    run(test)


def test_an_initiative_is_gone_to_and_its_group_unfolds() -> None:
    async def test() -> None:
        async with opened() as (app, _):
            screen, timeline = app.plan_screen, app.plan_screen.timeline
            assert screen.go_to("autumn-collection-2026")
            row = timeline.selected
            assert row is not None
            assert (row.node, row.label, row.folded) == ("autumn-collection-2026", "Launch", False)
            assert screen.go_to("checkout-renewal")  # a project has no launch
            assert timeline.selected is not None and timeline.selected.label == "Deadline"

    run(test)


def test_the_cursor_tells_where_the_keys_go() -> None:
    async def test() -> None:
        async with opened() as (app, pilot):
            timeline = app.plan_screen.timeline

            def ground() -> object:
                style = next(iter(timeline.render_line(timeline.header_height + timeline.cursor))).style
                return None if style is None else style.bgcolor

            with_focus = ground()
            await pilot.press("enter")  # opens the details and goes there
            await pilot.pause()
            assert app.plan_screen.details.has_focus
            assert ground() != with_focus
            await pilot.press("tab")
            await pilot.pause()
            assert ground() == with_focus

    run(test)


def test_paging_leaves_nothing_behind() -> None:
    """An hour of it must not fill the memory, whenever the garbage collector comes."""

    async def test() -> None:
        async with opened(size=(200, 60)) as (app, pilot):
            gc.collect()
            gc.disable()
            try:
                for _ in range(10):
                    app.plan_screen.timeline.redraw()
                    await pilot.press("pagedown", "pagedown", "g")
                    await pilot.pause()
                strips = sum(isinstance(each, Strip) for each in gc.get_objects())
            finally:
                gc.enable()
            assert strips < 800  # some pages of rows and details, not thirty

    run(test)
