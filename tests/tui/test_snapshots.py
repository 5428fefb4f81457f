"""Both views in three sizes, as pictures. ``pytest tests/tui --snapshot-update`` takes them anew: look at them then."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.tui.driving import SHOP, opened, run


class Picture(SingleFileSnapshotExtension):
    """One SVG file a picture."""

    _write_mode = WriteMode.TEXT
    file_extension = "svg"


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Picture)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("view", ["timeline", "conflicts"])
def test_the_views_look_as_they_did(view: str, size: tuple[int, int], picture: SnapshotAssertion) -> None:
    async def test() -> None:
        async with opened(SHOP, size=size, view=view) as (app, pilot):
            await pilot.press("n")
            await pilot.pause()
            assert app.export_screenshot(title="roadmap", simplify=True) == picture

    run(test)
