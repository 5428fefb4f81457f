"""How findings about suppressions tell one from another."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap.source.suppressions import Suppression

_LONGEST = 1_000


def identity(suppression: Suppression) -> str:
    """What survives that lines move and dates change: for the key of a finding. A long one is in the keys of many."""
    told = f"{suppression.place.path}: {','.join(suppression.codes)}: {suppression.because or ''}"
    return told if len(told) <= _LONGEST else sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
