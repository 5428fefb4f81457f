"""Which wait of a circle is the cheapest to drop, and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.circles import Circle, Wait
from roadmap.checks.wording import called

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.task import Task
    from roadmap.model.values.links import Dependency

_NEED = {"must": 0, "should": 1, "could": 2}


class Choice(NamedTuple):
    """``why`` goes on after "because"; it is ``None`` where no wait is cheaper than the others."""

    wait: Wait
    why: str | None


class _Candidate(NamedTuple):
    wait: Wait
    waiting: Task
    needed: Task | None
    links: tuple[Dependency, ...]


def cheapest(facts: Facts, circle: Circle) -> Choice | None:
    """The wait to drop: one that is over anyway, else one for what the launch can do without, else one that is partial
    already, else one that a single team can decide about, else one that nobody gave a reason for, else the first by
    place. ``None`` where the plan writes no link of the circle."""
    candidates = [found for wait in circle if (found := _candidate(facts, wait))]
    if not candidates:
        return None
    if len(candidates) == 1:
        return Choice(candidates[0].wait, "the others follow from what the plan says elsewhere")
    candidates.sort(key=lambda candidate: candidate.links[0].place)
    left = candidates
    why: str | None = None
    for cheap, words in _GROUNDS:
        chosen = [candidate for candidate in left if cheap(candidate)]
        if chosen and len(chosen) < len(left):
            left, why = chosen, why or words(chosen[0])
    return Choice(left[0].wait, why)


def _candidate(facts: Facts, wait: Wait) -> _Candidate | None:
    waiting, needed = wait
    edge = facts.network.edge(needed, waiting)
    if not edge.links or edge.member or edge.provides:
        return None
    tasks = facts.plan.tasks
    return _Candidate(wait, tasks[waiting], tasks.get(needed), edge.links)


def _is_over(found: _Candidate) -> bool:
    return found.waiting.status in ("doing", "done") or (found.needed is not None and found.needed.status == "done")


def _tell_over(found: _Candidate) -> str:
    begun = found.waiting if found.waiting.status in ("doing", "done") else found.needed
    assert begun is not None
    return f"{called(begun)} {'is done' if begun.status == 'done' else 'has begun'} already"


def _is_spare(found: _Candidate) -> bool:
    return found.needed is not None and _NEED[found.needed.priority] > _NEED[found.waiting.priority]


def _tell_spare(found: _Candidate) -> str:
    assert found.needed is not None
    return f"a launch can go ahead without {called(found.needed)}, which is a “{found.needed.priority}”"


def _is_partial(found: _Candidate) -> bool:
    return all(link.type != "FS" or link.lag.amount < 0 for link in found.links)


def _tell_partial(found: _Candidate) -> str:
    return "it lets the two overlap already"


def _is_internal(found: _Candidate) -> bool:
    return found.needed is not None and found.needed.team == found.waiting.team


def _tell_internal(found: _Candidate) -> str:
    team = found.waiting.team
    return f"both ends of it are with {team}, which can decide alone" if team else "both ends of it are in one hand"


def _is_unexplained(found: _Candidate) -> bool:
    return not any(link.because for link in found.links)


def _tell_unexplained(found: _Candidate) -> str:
    return "it gives no reason, while another does"


_GROUNDS: tuple[tuple[Callable[[_Candidate], bool], Callable[[_Candidate], str]], ...] = (
    (_is_over, _tell_over),
    (_is_spare, _tell_spare),
    (_is_partial, _tell_partial),
    (_is_internal, _tell_internal),
    (_is_unexplained, _tell_unexplained),
)
