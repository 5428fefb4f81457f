"""DP603: nobody can say which system's values count, or which team answers for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.lasting import lasting
from roadmap.checks.registry import Rule, check
from roadmap.checks.wording import counted, listed, named

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding


@check(
    "DP603",
    "data-set-unowned",
    severity="warning",
    profile="standard",
    scope="item",
    clause="data set with no golden record, with two, or no steward",
    source="DAMA-DMBOK2 (2017): each data set has one system of record and a steward",
)
def data_set_unowned(facts: Facts, rule: Rule) -> Iterator[Finding]:
    systems = facts.plan.technologies
    for data in facts.plan.data.values():
        lacks, remedy, place = [], [], data.place
        if not data.wrote("golden-record"):
            lacks.append("no golden record")
            remedy.append("which system's values count (`golden-record`)")
        elif len(data.golden_record) > 1:
            lacks.append(f"{counted(len(data.golden_record), 'golden record')} ({listed(data.golden_record)})")
            remedy.append("the one system whose values count (`golden-record`)")
            place = data.where("golden-record")
        if not data.wrote("steward"):
            lacks.append("no steward")
            remedy.append("which team answers for it (`steward`)")
        if lacks:
            yield rule.finding(
                f"The data set {named(data)} has {listed(lacks)}: write {listed(remedy)}.",
                place,
                act=(data.steward,),
                know=[systems[system].team for system in data.golden_record if system in systems],
                evidence={"golden-record": list(data.golden_record), "steward": data.steward},
                key=lasting(facts).name("data", data.id),
            )
