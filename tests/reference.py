"""Where the reference data are: real plans, networks and calendars that this project did not write."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def reference(name: str) -> Path:
    """The file or folder ``name`` of the reference data; the test is skipped where they are not at hand.

    They are looked for in ``$ROADMAP_REFERENCE_DATA``, else in ``../shared/data`` beside the project.
    """
    home = Path(os.environ.get("ROADMAP_REFERENCE_DATA") or ROOT.parent / "shared" / "data")
    path = home / name
    if not path.exists():
        pytest.skip(f"reference data not found: {path} (set ROADMAP_REFERENCE_DATA to their folder)")
    return path
