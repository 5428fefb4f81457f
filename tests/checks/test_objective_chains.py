"""The chain on which work for two objectives meets is the shortest that there is."""

from __future__ import annotations

import datetime as dt
import tempfile
from itertools import pairwise
from pathlib import Path

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.checks.ob.chains import Chains
from tests.plan_text import load, plan_text

TODAY = dt.date(2026, 11, 22)
TASKS = [f"{initiative}/{task}" for initiative in "abcd" for task in ("one", "two", "three")]
links = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=16)


def plan(pairs: set[tuple[str, str]], done: set[str]) -> str:
    projects: dict[str, dict[str, dict[str, dict[str, object]]]] = {}
    for task in TASKS:
        initiative, _, name = task.partition("/")
        fields: dict[str, object] = {"needs": sorted(needed for waiting, needed in pairs if waiting == task)}
        if task in done:
            fields |= {"status": "done", "finished": "2026-11-20"}
        projects.setdefault(initiative, {"tasks": {}})["tasks"][name] = fields
    return plan_text({"projects": projects})


@settings(max_examples=40, deadline=None)
@given(links, st.sets(st.sampled_from(TASKS), max_size=3))
def test_it_is_as_short_as_the_shortest_way_of_networkx(numbers: list[tuple[int, int]], done: set[str]) -> None:
    # A task waits only for what stands before it, so that there are no circles.
    pairs = {(TASKS[max(pair)], TASKS[min(pair)]) for pair in numbers if pair[0] != pair[1]}
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(task for task in TASKS if task not in done)
    graph.add_edges_from(pair for pair in pairs if not done.intersection(pair))
    with tempfile.TemporaryDirectory() as folder:
        chains = Chains(load(Path(folder), {"plan.yaml": plan(pairs, done)}, TODAY).facts, ["d"])
    for needed in "abc":
        ways = [
            nx.shortest_path_length(graph, source, target)
            for source in graph
            for target in graph
            if source[0] == "d" and target[0] == needed and nx.has_path(graph, source, target)
        ]
        chain = chains.to([needed])
        assert len(chain) == (min(ways) + 1 if ways else 0)
        assert all(graph.has_edge(waiting, other) for waiting, other in pairwise(chain))
        assert not chain or (chain[0][0], chain[-1][0]) == ("d", needed)


def test_the_nearest_of_several_is_chosen(tmp_path: Path) -> None:
    pairs = {("d/one", "c/one"), ("c/one", "b/one"), ("d/two", "b/two"), ("b/two", "a/one")}
    chains = Chains(load(tmp_path, {"plan.yaml": plan(pairs, set())}, TODAY).facts, ["d"])
    assert chains.to(["a", "b"]) == ("d/two", "b/two")
    assert chains.to(["a"]) == ("d/two", "b/two", "a/one")
    assert chains.to(["x"]) == ()
