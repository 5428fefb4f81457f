"""Releases: what a train's rule and its releases by hand come to, with dates."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from roadmap.model.values.cutoffs import Load
from roadmap.source.nodes import Place


class Release(NamedTuple):
    """``id`` is `train@name`, or `train@slot` without a name; moving it does not change who it is.

    ``cut_offs`` and ``milestones``: name to day, in the order written. A cut-off is inclusive: work must be finished on
    or before it. ``gate`` and ``request_gate`` name cut-offs (``None``: no gate; work then must be finished the day
    before the release). ``thaws``: last day of a freeze that ends before its release. ``skipped`` tells why it does not
    take place ("skip", "closed day" or "blackout <id>"), else ``None``.
    """

    id: str
    train: str
    date: dt.date
    slot: dt.date
    name: str | None
    cut_offs: dict[str, dt.date]
    gate: str | None
    request_gate: str | None
    milestones: dict[str, dt.date]
    thaws: dict[str, dt.date]
    capacity: Load | None
    at: str | None
    skipped: str | None
    place: Place | None
