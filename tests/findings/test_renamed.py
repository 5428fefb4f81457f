"""What is renamed, or moved about, leaves its findings those that they were, for baselines and code scanning."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap.findings.baseline import baseline_of, compare
from roadmap.findings.finding import Finding
from tests.plan_text import load

PLAN = """\
teams: {brand: {}, web: {}}
trains:
  shop:
    team: web
    every: 2 weeks on tue
    from: 2027-02-02
    until: 2027-04-30
    cut-offs: {code: 3d}
    releases: [{slot: 2027-02-02, name: "27.1"}]
campaigns:
  sale:
    team: brand
    launches: {de: 2026-12-01, pl: 2027-03-22}
    tasks:
      copy: {duration: 20d, for: [de]}
      page: {team: web, duration: 60d, ships-on: shop, release: shop@27.1, needs: [kopy]}
  gala: {team: brand, launch: 2027-03-22, tasks: {hall: {duration: 1d}, food: {duration: 1d, needs: [hall, hall]}}}
"""


def findings(root: Path, text: str, *codes: str) -> list[Finding]:
    return [finding for finding in load(root, {"plan.yaml": text}, "2026-11-22").findings if finding.code in codes]


@pytest.mark.parametrize(
    ("code", "items", "changes"),
    [
        ("SC101", ("promo@de",), {"  sale:": "  promo:\n    was: sale"}),
        ("RF101", ("promo/page",), {"  sale:": "  promo:\n    was: sale"}),
        ("DG109", ("gala/food", "gala/room"), {"hall: {": "room: {was: hall, ", "[hall, hall]": "[room, room]"}),
        ("RT301", ("sale/page", "shop@27.9"), {'"27.1"}': '"27.9", was: ["27.1"]}', "shop@27.1": "shop@27.9"}),
        ("RT301", ("sale/page", "web-shop@27.1"), {"  shop:": "  web-shop:\n    was: [shop]", ": shop": ": web-shop"}),
        ("CC607", ("sale@pl", "zoo-gala"), {"gala: {": "zoo-gala: {was: [gala, fest], "}),
    ],
)
def test_a_baseline_knows_what_was_renamed(
    code: str, items: tuple[str, ...], changes: dict[str, str], tmp_path: Path
) -> None:
    text = PLAN
    for before, after in changes.items():
        text = text.replace(before, after)
    known = findings(tmp_path / "before", PLAN, code)
    now = findings(tmp_path / "after", text, code)
    assert [finding.items for finding in now] == [items]
    assert compare(baseline_of(known), now).new == ()


OPTIONAL = """\
projects:
  pim:
    tasks:
      plan: {duration: 1d, priority: could}
      feed: {duration: 1d, needs: [plan]}
      audit: {duration: 1d, needs: [plan]}
"""


def test_a_baseline_knows_what_was_moved_about(tmp_path: Path) -> None:
    *rest, feed, audit = OPTIONAL.splitlines()
    (known,) = findings(tmp_path / "before", OPTIONAL, "DG107")
    (now,) = findings(tmp_path / "after", "\n".join([*rest, audit, feed]), "DG107")
    assert (known.items, now.items) == (("pim/plan", "pim/feed", "pim/audit"), ("pim/plan", "pim/audit", "pim/feed"))
    assert compare(baseline_of([known]), [now]).new == ()
