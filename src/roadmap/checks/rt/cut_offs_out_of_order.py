"""RT313: the cut-offs of a train do not follow one another as they should."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import counted, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    import datetime as dt

    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.release import Release
    from roadmap.model.train import Train, WrittenRelease
    from roadmap.source.nodes import Place


class _Swapped(NamedTuple):
    earlier: str
    later: str


@check(
    "RT313",
    "cut-offs-out-of-order",
    severity="warning",
    profile="standard",
    scope="item",
    clause="cut-offs out of order",
    source="Kubernetes release process: enhancements freeze, then code freeze, then the release",
)
def cut_offs_out_of_order(facts: Facts, rule: Rule) -> Iterator[Finding]:
    for name, releases in facts.plan.releases.items():
        train = facts.plan.trains[name]
        by_hand: dict[Place | None, WrittenRelease] = {written.place: written for written in reversed(train.releases)}
        ranked = [(release, _ranks(release.cut_offs)) for release in releases]
        odd = _odd(train, Counter(ranks for _, ranks in ranked))
        found: dict[tuple[_Swapped, Place], list[Release]] = {}
        for release, ranks in ranked:
            if release.skipped is None and release.date >= facts.today:
                for swapped in _swapped(release, odd[ranks]):
                    place = _place(train, by_hand.get(release.place), swapped)
                    found.setdefault((swapped, place), []).append(release)
        for (swapped, place), out_of_order in found.items():
            yield _finding(rule, train, swapped, place, out_of_order)


_Ranks = tuple[tuple[str, int], ...]
"""Cut-offs in the order written, each with its place in the order of their days."""


def _ranks(days: Mapping[str, dt.date]) -> _Ranks:
    order = {day: rank for rank, day in enumerate(sorted(set(days.values())))}
    return tuple((name, order[day]) for name, day in days.items())


def _odd(train: Train, often: Counter[_Ranks]) -> dict[_Ranks, list[_Swapped]]:
    """What is in another order than in most releases of a train. ``often``: in how many releases cut-offs are in which
    order; nearly all have one."""
    usual: Counter[tuple[str, str]] = Counter()
    for ranks, count in often.items():
        stated = [(name, rank) for name, rank in ranks if name in train.cut_offs]
        for first, rank in stated:
            for second, other in stated:
                if rank < other:
                    usual[first, second] += count
    return {
        ranks: [
            _Swapped(first, second)
            for first, rank in ranks
            for second, other in ranks
            if other < rank and usual[first, second] > usual[second, first]
        ]
        for ranks in often
    }


def _swapped(release: Release, odd: list[_Swapped]) -> Iterator[_Swapped]:
    """Cut-offs that lie before what they should follow: the gate before the request gate, or otherwise than in most
    releases of the train."""
    days = release.cut_offs
    gates = (release.request_gate, release.gate)
    if gates[0] and gates[1] and gates[0] in days and gates[1] in days and days[gates[1]] < days[gates[0]]:
        yield _Swapped(gates[0], gates[1])
    yield from (swapped for swapped in odd if swapped != gates)


def _place(train: Train, written: WrittenRelease | None, swapped: _Swapped) -> Place:
    for name in swapped:
        if written is not None and name in written.cut_offs:
            return written.where("cut-offs", name)
    return train.where("cut-offs", swapped.later)


def _finding(rule: Rule, train: Train, swapped: _Swapped, place: Place, releases: list[Release]) -> Finding:
    first = releases[0]
    days = first.cut_offs
    more = f" (and so in {counted(len(releases) - 1, 'later release')})" if len(releases) > 1 else ""
    gates = (first.request_gate, first.gate) == swapped
    why = "though work is requested before it is finished" if gates else "though otherwise it comes after it"
    return rule.finding(
        f"{named(train)} has the cut-off {swapped.later} of {first.id} on {days[swapped.later]}, before "
        f"{swapped.earlier} on {days[swapped.earlier]}, {why}{more}: swap the two, or correct one.",
        place,
        items=(train.id if len(releases) > 1 else first.id, *swapped),
        act=(train.team,),
        related=[Related(train.where("cut-offs", swapped.earlier), f"the cut-off {swapped.earlier} of the train")],
        evidence={name: days[name].isoformat() for name in swapped},
    )
