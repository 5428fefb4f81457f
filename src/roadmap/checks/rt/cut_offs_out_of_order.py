"""RT313: the cut-offs of a train do not follow one another as they should."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import counted, named
from roadmap.source.faults import Related

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.release import Release
    from roadmap.model.train import Train
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
        usual = _usual_order(train, releases)
        found: dict[tuple[_Swapped, Place], list[Release]] = {}
        for release in releases:
            if release.skipped is None and release.date >= facts.today:
                for swapped in _swapped(release, usual):
                    found.setdefault((swapped, _place(train, release, swapped)), []).append(release)
        for (swapped, place), out_of_order in found.items():
            yield _finding(rule, train, swapped, place, out_of_order)


def _usual_order(train: Train, releases: tuple[Release, ...]) -> dict[tuple[str, str], int]:
    """In how many releases one cut-off comes before another, of those that the train states for all its releases."""
    order: dict[tuple[str, str], int] = {}
    for release in releases:
        days = [(name, day) for name, day in release.cut_offs.items() if name in train.cut_offs]
        for first, day in days:
            for second, other in days:
                if day < other:
                    order[first, second] = order.get((first, second), 0) + 1
    return order


def _swapped(release: Release, usual: dict[tuple[str, str], int]) -> Iterator[_Swapped]:
    """Cut-offs that lie before what they should follow: the gate before the request gate, or otherwise than in most
    releases of the train."""
    days = release.cut_offs
    gates = (release.request_gate, release.gate)
    if gates[0] and gates[1] and gates[0] in days and gates[1] in days and days[gates[1]] < days[gates[0]]:
        yield _Swapped(gates[0], gates[1])
    for first, day in days.items():
        for second, other in days.items():
            odd = other < day and usual.get((first, second), 0) > usual.get((second, first), 0)
            if odd and (first, second) != gates:
                yield _Swapped(first, second)


def _place(train: Train, release: Release, swapped: _Swapped) -> Place:
    for written in train.releases:
        if written.place == release.place:
            for name in swapped:
                if name in written.cut_offs:
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
