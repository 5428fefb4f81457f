"""Circles of waiting: all are found, each is one, and dropping what is proposed leaves none."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from roadmap.checks.circles import Tangle, shortest, tangles, turned, without
from roadmap.checks.registry import rule_named
from tests.plan_text import load

NODES = [f"t{number}" for number in range(8)]
waits = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=24)


def tangles_of(pairs: list[tuple[str, str]]) -> list[Tangle]:
    everything: Tangle = {node: [] for node in NODES}
    for waiting, needed in pairs:
        if waiting != needed and needed not in everything[waiting]:
            everything[waiting].append(needed)
    return without(everything, ("", ""))


def graph_of(pairs: list[tuple[str, str]]) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from((waiting, needed) for waiting, needed in pairs if waiting != needed)
    return graph


@given(waits)
def test_there_is_a_tangle_where_networkx_finds_a_cycle_and_its_circle_is_the_shortest(
    pairs: list[tuple[str, str]],
) -> None:
    cycles = list(nx.simple_cycles(graph_of(pairs)))
    found = tangles_of(pairs)
    assert bool(found) == bool(cycles)
    for tangle in found:
        circle = shortest(tangle)
        assert all(wait in set(pairs) for wait in circle)
        assert all(
            needed == waiting for (_, needed), (waiting, _) in zip(circle, turned(circle, circle[0])[1:], strict=False)
        )
        assert circle[-1][1] == circle[0][0]
        assert len(circle) == min(len(cycle) for cycle in cycles if set(cycle) <= set(tangle))


@given(waits)
def test_dropping_one_wait_of_each_circle_in_turn_leaves_none(pairs: list[tuple[str, str]]) -> None:
    left = tangles_of(pairs)
    dropped = set()
    while left:
        circle = shortest(left[0])
        dropped.add(circle[0])
        left = without(left[0], circle[0]) + left[1:]
    assert nx.is_directed_acyclic_graph(graph_of([wait for wait in pairs if wait not in dropped]))


def test_a_plan_without_a_circle_has_no_tangle(tmp_path: Path) -> None:
    plan = "projects: {pim: {tasks: {a: {}, b: {needs: [a]}, c: {needs: [a, b]}}}}\n"
    assert list(tangles(load(tmp_path, {"plan.yaml": plan}, "2026-11-22").facts)) == []


def test_what_stands_in_a_circle_or_behind_it_has_no_dates_and_no_other_finding(tmp_path: Path) -> None:
    plan = """\
campaigns:
  spring-sale:
    launch: 2026-11-23
    tasks:
      a: {needs: [b], duration: 50d, deadline: 2026-11-24}
      b: {needs: [a], duration: 50d}
      c: {needs: [b], duration: 50d, deadline: 2026-11-24}
      d: {duration: 0d}
"""
    study = load(tmp_path, {"plan.yaml": plan}, "2026-11-22")
    assert list(study.schedule.tasks) == ["spring-sale/d"]
    assert [finding.code for finding in study.report.findings] == ["DG101"]
    [finding] = study.report.findings
    assert finding.items == ("spring-sale/a", "spring-sale/b")
    assert finding.evidence["behind"] == ["spring-sale/c"]


def test_many_circles_in_one_tangle_are_told_ten_at_a_time(tmp_path: Path) -> None:
    names = [f"t{number}" for number in range(12)]
    tasks = "".join(f"      {name}: {{needs: [{', '.join(n for n in names if n != name)}]}}\n" for name in names)
    study = load(tmp_path, {"plan.yaml": f"projects:\n  pim:\n    tasks:\n{tasks}"}, "2026-11-22")
    rule = rule_named("cycle")
    assert rule is not None
    assert len(list(rule.find(study.facts, rule))) == 10
