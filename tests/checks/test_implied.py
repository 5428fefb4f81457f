"""Links that others imply: where all links are of one kind, they are what a transitive reduction leaves out."""

from __future__ import annotations

import tempfile
from pathlib import Path

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.checks.implied import implied_links
from tests.plan_text import load

TASKS = 9
links = st.sets(
    st.tuples(st.integers(0, TASKS - 1), st.integers(0, TASKS - 1)).filter(lambda pair: pair[0] < pair[1]), max_size=24
)


@settings(max_examples=60, deadline=None)
@given(links)
def test_they_are_what_networkx_leaves_out_of_the_transitive_reduction(pairs: set[tuple[int, int]]) -> None:
    needs = {task: [f"t{needed}" for needed, waiting in sorted(pairs) if waiting == task] for task in range(TASKS)}
    lines = [f"      t{task}: {{needs: [{', '.join(names)}]}}\n" for task, names in needs.items()]
    with tempfile.TemporaryDirectory() as folder:
        text = "projects:\n  pim:\n    tasks:\n" + "".join(lines)
        facts = load(Path(folder), {"plan.yaml": text}, "2026-11-22").facts
    found = {(implied.link.target, implied.task) for implied in implied_links(facts)}
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from((f"pim/t{needed}", f"pim/t{waiting}") for needed, waiting in pairs)
    assert found == set(graph.edges) - set(nx.transitive_reduction(graph).edges)


def test_dropping_an_implied_link_moves_no_date(tmp_path: Path) -> None:
    plan = """\
projects:
  pim:
    tasks:
      a: {duration: 3d}
      b: {duration: 2d, needs: [a +1d]}
      c: {duration: 4d, needs: [a]}
      d: {duration: 1d, needs: [b, c, a]}
"""
    study = load(tmp_path, {"plan.yaml": plan}, "2026-11-22")
    [implied] = implied_links(study.facts)
    assert (implied.task, implied.link.target) == ("pim/d", "pim/a")
    without = load(tmp_path, {"plan.yaml": plan.replace("[b, c, a]", "[b, c]")}, "2026-11-22")
    assert without.schedule.tasks == study.schedule.tasks
