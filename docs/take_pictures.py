"""Take the pictures of the terminal interface: ``python -m docs.take_pictures``.

Needs the extras ``tui`` and ``docs``. Each picture is what somebody sees who opens plans/acme and presses some keys.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import sys
from pathlib import Path
from typing import NamedTuple

import cairosvg

from roadmap.tui.app import RoadmapApp
from roadmap.workspace.live import LivePlan

DOCS = Path(__file__).parent
ACME = DOCS.parent / "plans" / "acme"
TODAY = dt.date(2026, 11, 22)


class Picture(NamedTuple):
    name: str
    view: str
    keys: tuple[str, ...]


SIZE = (140, 38)

PICTURES = (
    # The spring sale alone, its launch in Germany, and the month before.
    Picture("timeline", "timeline", ("slash", *"spring", "enter", "n", "n", "H")),
    Picture("conflicts", "conflicts", ("n",)),
)


async def take(picture: Picture) -> None:
    app = RoadmapApp(LivePlan(ACME, TODAY), picture.view, watched=False)
    async with app.run_test(size=SIZE) as pilot:
        while app.plan_screen.snapshot is None or not app.plan_screen.snapshot.checked:
            await asyncio.sleep(0.02)
        await pilot.pause()
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause()
        svg = app.export_screenshot(title="roadmap tui", simplify=True)
    target = DOCS / "pictures" / f"{picture.name}.png"
    target.parent.mkdir(exist_ok=True)
    cairosvg.svg2png(bytestring=svg.encode(), write_to=str(target), output_width=1600)
    sys.stdout.write(f"docs/pictures/{picture.name}.png\n")


def main() -> None:
    for picture in PICTURES:
        asyncio.run(take(picture))


if __name__ == "__main__":
    main()
