"""Drive the interface as somebody at a terminal does, without a terminal."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from roadmap.tui.app import RoadmapApp
from roadmap.tui.detail.panel import Details
from roadmap.tui.lines import LineView
from roadmap.workspace.live import LivePlan
from tests.reference import ROOT

ACME = ROOT / "plans" / "acme"
SHOP = ROOT / "tests" / "tui" / "shop"
TODAY = dt.date(2026, 11, 22)
PATIENCE = 20.0

Driver = tuple[RoadmapApp, Pilot[None]]


@asynccontextmanager
async def opened(
    root: Path = ACME, size: tuple[int, int] = (120, 40), view: str = "timeline", ready: bool = True, **options: Any
) -> AsyncIterator[Driver]:
    """The interface on a workspace, once its checks have run (or, if not ``ready``, at once)."""
    live = options.pop("live", None) or LivePlan(root, options.pop("today", TODAY))
    app = RoadmapApp(live, view, watched=options.pop("watched", False), **options)
    async with app.run_test(size=size) as pilot:
        if ready:
            await until(lambda: app.plan_screen.snapshot is not None and app.plan_screen.snapshot.checked)
            await pilot.pause()
        yield app, pilot


async def until(holds: Callable[[], bool]) -> None:
    """Wait for something that happens beside the event loop."""
    async with asyncio.timeout(PATIENCE):
        while not holds():
            await asyncio.sleep(0.01)


def run(test: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(test())  # type: ignore[arg-type]


def seen(app: RoadmapApp) -> list[str]:
    """The lines on the screen, as text."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def text_of(view: LineView) -> list[str]:
    """All lines of a view that are in sight."""
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


def details(app: RoadmapApp) -> str:
    """The whole page of details."""
    panel = app.plan_screen.query_one(Details)
    return "\n".join(f"{line.lead}{line.text}" for line in panel.lines_)


def told(app: RoadmapApp) -> list[str]:
    """What it has said in the corner."""
    return [notification.message for notification in app._notifications]
