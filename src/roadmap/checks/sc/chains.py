"""What of a driving chain is worth showing beside a finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.schedule.result import Step

_SHOWN = 5
_MINOR = ("link", "work", "calendar", "launch", "end")


def deciding_places(steps: Sequence[Step]) -> Iterator[Related]:
    """The steps that decide most and stand somewhere in the plan, the last of them first: waits for a release, a notice
    or a written date, then the longest work."""
    written = [step for step in steps if step.place is not None]
    telling = [step for step in written if step.kind not in _MINOR][-_SHOWN:]
    longest = sorted((step for step in written if step.kind == "work"), key=lambda step: -step.days)
    chosen = [*telling, *longest][:_SHOWN]
    for step in reversed(written):
        if step.place is not None and any(step is one for one in chosen):
            yield Related(step.place, step.text)
