"""Who waits for whom, and why."""

from __future__ import annotations

from pathlib import Path

from roadmap.network import Network
from tests.plan_text import load

PLAN = """
roadmap: {calendar: b}
calendars: {b: {week: mon-fri}}
teams: {web: {}, brand: {}}
services: {page: {team: web, notice: 5d, needs-from-asker: [text, pictures]}}
campaigns:
  spring:
    team: brand
    launch: 2027-03-15
    tasks:
      copy: {duration: 2d, provides: text}
      photo: {duration: 3d, provides: pictures}
      idea: {duration: 1d, status: dropped}
      page: {service: page, duration: 4d, needs: [copy SS, idea, photo, copy FF]}
      thanks: {duration: 1d, after-launch: true, needs: [page]}
"""


def network(root: Path) -> Network:
    loaded = load(root, {"roadmap.yaml": PLAN}, "2027-02-01")
    assert loaded.faults == ()
    return loaded.network


def test_a_node_waits_for_another_once_in_the_order_written(tmp_path: Path) -> None:
    found = network(tmp_path)
    assert found.incoming["spring/page"] == ["spring/copy", "spring/photo"]
    assert found.incoming["spring"] == ["spring/copy", "spring/page", "spring/photo"]  # in order of their ids
    assert found.incoming["spring/thanks"] == ["spring/page", "spring"]
    assert found.outgoing["spring/page"] == ["spring", "spring/thanks"]
    assert "spring/idea" not in found


def test_all_links_of_a_pair_are_told_together(tmp_path: Path) -> None:
    edge = network(tmp_path).edge("spring/copy", "spring/page")
    assert [link.type for link in edge.links] == ["SS", "FF"]
    assert (edge.provides, edge.member) == (("text",), False)


def test_a_task_precedes_its_launch_or_follows_it(tmp_path: Path) -> None:
    found = network(tmp_path)
    assert found.edge("spring/page", "spring") == ((), (), True)
    assert found.edge("spring", "spring/thanks") == ((), (), True)


def test_the_graph_says_the_same(tmp_path: Path) -> None:
    found = network(tmp_path)
    assert sorted(found.graph.edges) == [
        ("spring", "spring/thanks"),
        ("spring/copy", "spring"),
        ("spring/copy", "spring/page"),
        ("spring/page", "spring"),
        ("spring/page", "spring/thanks"),
        ("spring/photo", "spring"),
        ("spring/photo", "spring/page"),
    ]
    assert found.graph.edges["spring/photo", "spring/page"]["provides"] == ("pictures",)
