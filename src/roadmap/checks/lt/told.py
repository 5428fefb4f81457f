"""Requests of which the lead time checks speak already, so that no other check repeats it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmap.checks.lt.ask_by_soon import soon_asks
from roadmap.checks.lt.notice import late_asks
from roadmap.checks.lt.request_incomplete import incomplete
from roadmap.checks.lt.unanswered import waiting
from roadmap.checks.remembered import remembered

if TYPE_CHECKING:
    from roadmap.facts import Facts


@remembered
def told_as_requests(facts: Facts) -> frozenset[str]:
    """Ids of tasks: to be asked by now or soon (LT202, LT203), asked too late (LT201), asked and not complete (LT204),
    not answered for too long (LT205)."""
    late = {name for late in late_asks(facts) for name in (late.ask.task.id, *late.behind)}
    soon = {ask.task.id for ask, _ in soon_asks(facts)}
    return frozenset(
        late | soon | {task.id for task, _, _ in incomplete(facts)} | {wait.ask.task.id for wait in waiting(facts)}
    )
