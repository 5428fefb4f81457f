"""How findings about suppressions tell one from another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap.source.suppressions import Suppression


def identity(suppression: Suppression) -> str:
    """What survives that lines move and dates change: for the key of a finding."""
    return f"{suppression.place.path}: {','.join(suppression.codes)}: {suppression.because or ''}"
