"""What findings tell of driving chains."""

from __future__ import annotations

from pathlib import Path

from tests.plan_text import load


def test_a_finding_tells_the_last_hundred_nodes_of_a_chain(tmp_path: Path) -> None:
    tasks = "".join(f"      t{n}: {{duration: 1d, needs: [t{n - 1}]}}\n" for n in range(1, 150))
    text = f"campaigns:\n  sale:\n    launch: 2026-12-01\n    tasks:\n      t0: {{duration: 1d}}\n{tasks}"
    study = load(tmp_path, {"plan.yaml": text}, "2026-11-22")
    [late] = [finding for finding in study.findings if finding.code == "SC101"]
    # The launch, and 99 tasks: t149 down to t51.
    chain = late.evidence["chain"]
    assert chain[0] == "sale/t51 waits for sale/t50 (FS)"
    assert chain[-1].startswith("sale is possible on ")
    assert len([step for step in chain if " takes " in step]) == 99
