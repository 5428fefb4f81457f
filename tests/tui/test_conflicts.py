"""The view of conflicts, and the way from a conflict to its cause and into the editor."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from roadmap.tui.app import RoadmapApp
from roadmap.tui.detail.conflict import conflict_page
from roadmap.tui.detail.reasons import chain_of
from roadmap.tui.glyphs import UNICODE
from roadmap.tui.snapshot import checked, scheduled
from tests.plan_text import load
from tests.tui.driving import ACME, TODAY, details, opened, run, seen, told, until


def test_the_findings_of_check_are_there_the_worst_first() -> None:
    async def test() -> None:
        async with opened(view="conflicts") as (app, _):
            found = [row.finding.code for row in app.plan_screen.conflicts.rows if row.finding is not None]
            assert found == ["SC108", "SC101", "SC101", "SC104", "LT206", "SC117", "LT201", "RT307"]
            assert "8 findings, 1 suppressed" in seen(app)[1]

    run(test)


@pytest.mark.parametrize(
    ("times", "groups"),
    [
        (2, ["brand", "content", "mobile", "shop-backend", "web"]),
        (3, ["LT206 declined", "SC101 launch-impossible", "SC104 pinned-start-too-early", "SC108 promise-missed"]),
    ],
)
def test_o_groups_them_by_team_and_by_code(times: int, groups: list[str]) -> None:
    async def test() -> None:
        async with opened(view="conflicts") as (app, pilot):
            await pilot.press(*["o"] * times)
            shown = [row.group for row in app.plan_screen.conflicts.rows if row.finding is None]
            errors = [
                row.group for row in app.plan_screen.conflicts.rows if row.finding is None and row.worst == "error"
            ]
            assert set(groups) <= set(shown)
            assert errors == sorted(errors)

    run(test)


def test_the_selected_one_is_explained_with_chain_and_places() -> None:
    async def test() -> None:
        async with opened(size=(200, 60), view="conflicts") as (app, pilot):
            await pilot.press("j", "j")
            page = details(app)
            assert "SC101 launch-impossible" in page
            assert "campaigns/winter-clearance-2027.yaml:7" in page
            assert "launch: 2027-01-11" in page
            assert "winter-clearance-2027/landing ships with web@2027-01-19" in page
            assert "must act" in page

    run(test)


def test_1_shows_the_selected_conflict_in_the_timeline() -> None:
    async def test() -> None:
        async with opened(view="conflicts") as (app, pilot):
            await pilot.press("j", "j", "1")
            assert app.plan_screen.timeline.selected is not None
            assert app.plan_screen.timeline.selected.node == "winter-clearance-2027"

    run(test)


def test_a_filter_says_how_many_findings_it_leaves() -> None:
    async def test() -> None:
        async with opened(view="conflicts") as (app, pilot):
            await pilot.press("slash", *"code:SC101", "enter", "z")
            await pilot.pause()
            assert seen(app)[1] == " by severity: 2 of 8 findings, 1 suppressed"

    run(test)


def test_2_shows_the_conflict_of_the_selected_row() -> None:
    async def test() -> None:
        async with opened() as (app, pilot):
            await pilot.press("n", "2")
            row = app.plan_screen.conflicts.selected
            assert row is not None and row.finding is not None
            assert (row.finding.code, row.finding.items) == ("SC104", ("checkout-renewal/integration",))

    run(test)


def test_reading_the_files_again_leaves_the_cursor_on_its_finding() -> None:
    async def test() -> None:
        async with opened(view="conflicts") as (app, pilot):
            await pilot.press("j", "j")
            conflicts, seen_then = app.plan_screen.conflicts, []
            conflicts.when_selected = lambda view: seen_then.append(conflicts.selected)
            await pilot.press("r")
            await until(lambda: app.plan_screen.snapshot.revision == 2 and app.plan_screen.snapshot.checked)
            await pilot.pause()
            # Nor does it go elsewhere while the checks run.
            assert len(seen_then) >= 2
            assert {row.finding.items for row in seen_then} == {("winter-clearance-2027",)}

    run(test)


def test_enter_in_the_details_follows_a_step_to_its_row() -> None:
    async def test() -> None:
        async with opened(view="conflicts") as (app, pilot):
            await pilot.press("j", "j", "enter")
            panel = app.plan_screen.details
            assert panel.has_focus
            wanted = next(i for i, line in enumerate(panel.lines_) if line.node == "winter-clearance-2027/landing")
            panel.select(wanted)
            await pilot.press("enter")
            assert app.plan_screen.timeline.selected is not None
            assert app.plan_screen.timeline.selected.node == "winter-clearance-2027/landing"

    run(test)


def test_e_opens_the_place_in_the_editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    commands: list[list[str]] = []

    class Done:
        returncode = 0

    @contextmanager
    def lent(self: RoadmapApp):  # type: ignore[no-untyped-def]
        yield

    monkeypatch.setattr(RoadmapApp, "suspend", lent)
    monkeypatch.setattr("subprocess.run", lambda command, check: commands.append(command) or Done())
    monkeypatch.setenv("EDITOR", "vim -u NONE")
    monkeypatch.delenv("VISUAL", raising=False)

    async def test() -> None:
        async with opened(view="conflicts") as (_, pilot):
            await pilot.press("j", "j", "e")
            assert commands == [["vim", "-u", "NONE", "+7", str(ACME / "campaigns/winter-clearance-2027.yaml")]]

    run(test)


def test_without_an_editor_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)

    async def test() -> None:
        async with opened(view="conflicts") as (app, pilot):
            await pilot.press("e")
            await pilot.pause()
            assert any("Set $EDITOR" in line for line in told(app))

    run(test)


def test_an_editor_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def lent(self: RoadmapApp):  # type: ignore[no-untyped-def]
        yield

    monkeypatch.setattr(RoadmapApp, "suspend", lent)
    monkeypatch.setenv("VISUAL", f"{sys.prefix}/no-such-editor")

    async def test() -> None:
        async with opened(view="conflicts") as (app, pilot):
            await pilot.press("e")
            await pilot.pause()
            assert any("No such file" in line for line in told(app))

    run(test)


@pytest.mark.parametrize("size", [(200, 60), (80, 24)])
@pytest.mark.parametrize("view", ["timeline", "conflicts"])
def test_the_whole_page_of_details_can_be_seen(size: tuple[int, int], view: str) -> None:
    """Between the title and the line of keys, and beside or below the view."""

    async def test() -> None:
        async with opened(size=size, view=view) as (app, pilot):
            await pilot.press("n", "enter")
            await pilot.pause()
            shown, behind = app.plan_screen.details.region, app.plan_screen.view.region
            assert shown.bottom == size[1] - 1
            assert not shown.overlaps(behind)
            await pilot.press("G")
            await pilot.pause()
            last = app.plan_screen.details.lines_[-1].text
            assert last[:30] in "\n".join(seen(app)[shown.y : shown.bottom])

    run(test)


def test_what_is_left_out_of_a_page_is_told(tmp_path: Path) -> None:
    tasks = "".join(f"      t{number}: {{duration: 1d, needs: [t{number - 1}]}}\n" for number in range(1, 80))
    text = f"projects:\n  long:\n    tasks:\n      t0: {{duration: 1d}}\n{tasks}"
    future = f"      x: {{status: done, finished: 2027-01-08, notes: {'x' * 200}}}\n"
    snapshot = checked(scheduled(1, load(tmp_path, {"plan.yaml": text + future}, TODAY)))
    _, title, before, *steps = chain_of("long/t79", snapshot)
    assert (title.text, len(steps)) == ("Why this date", 60)
    assert before.text.endswith(" steps before")
    (finding,) = (finding for finding in snapshot.findings if finding.code == "SC112")
    page = [paragraph.text for paragraph in conflict_page(finding, snapshot, UNICODE)]
    line = page[page.index("plan.yaml:84  the line to edit") + 1]
    assert line.startswith("x: {status: done") and line.endswith("xxx…") and len(line) == 201
