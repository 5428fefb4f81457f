"""Comments that suppress findings: `# roadmap: ignore[LT203] until 2027-01-31 because …`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from roadmap.source.nodes import Place


@dataclass(frozen=True, slots=True)
class Suppression:
    """``codes``: codes, names or prefixes as written. ``line``: the line whose findings it suppresses (its own, or the next where it stands alone).
    ``until`` or ``because`` is ``None`` where missing or not readable."""

    codes: tuple[str, ...]
    until: dt.date | None
    because: str | None
    line: int
    place: Place
