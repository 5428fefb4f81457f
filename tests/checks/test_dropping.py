"""The wait of a circle that is cheapest to drop, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap.checks.circles import shortest, tangles
from roadmap.checks.dropping import cheapest
from tests.plan_text import load

A_ON_B, B_ON_A = ("pim/a", "pim/b"), ("pim/b", "pim/a")


@pytest.mark.parametrize(
    ("tasks", "wait", "why"),
    [
        ("a: {needs: [b]}, b: {needs: [a]}", A_ON_B, None),
        ("a: {needs: [b]}, b: {needs: [a], status: doing, started: 2026-11-16}", B_ON_A, "pim/b has begun already"),
        (
            "a: {needs: [b]}, b: {needs: [a], priority: should}",
            A_ON_B,
            "a launch can go ahead without pim/b, which is a “should”",
        ),
        ("a: {needs: [b]}, b: {needs: [a SS]}", B_ON_A, "it lets the two overlap already"),
        ("a: {needs: [b]}, b: {needs: [a -2d]}", B_ON_A, "it lets the two overlap already"),
        (
            "a: {needs: [{task: b, because: Legal says so}]}, b: {needs: [a]}",
            B_ON_A,
            "it gives no reason, while another does",
        ),
        (
            "a: {needs: [b SS]}, b: {needs: [a], status: doing, started: 2026-11-16}",
            B_ON_A,
            "pim/b has begun already",
        ),
    ],
)
def test_the_cheapest_wait_of_two(tmp_path: Path, tasks: str, wait: tuple[str, str], why: str | None) -> None:
    facts = load(tmp_path, {"plan.yaml": f"projects: {{pim: {{tasks: {{{tasks}}}}}}}\n"}, "2026-11-22").facts
    [tangle] = tangles(facts)
    assert cheapest(facts, shortest(tangle)) == (wait, why)


def test_a_team_can_drop_a_wait_of_its_own_without_asking(tmp_path: Path) -> None:
    tasks = "a: {needs: [b]}, b: {needs: [c], team: web}, c: {needs: [a], team: web}"
    text = f"teams: {{web: {{}}, data: {{}}}}\nprojects: {{pim: {{team: data, tasks: {{{tasks}}}}}}}\n"
    facts = load(tmp_path, {"plan.yaml": text}, "2026-11-22").facts
    [tangle] = tangles(facts)
    why = "both ends of it are with web, which can decide alone"
    assert cheapest(facts, shortest(tangle)) == (("pim/b", "pim/c"), why)
