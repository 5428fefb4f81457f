"""A workspace need not keep a register of what it names: whichever it keeps, the checks have an answer."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from tests.cli.command import roadmap, write

REGISTERS = {
    "teams": "{web: {function: it}, brand: {function: marketing}}",
    "objectives": "{x: {title: X}, y: {title: Y}, z: {title: Z}}",
    "technologies": "{cdp: {status: hold, connects: [erp]}, erp: {until: 2026-12-01}, redis: {status: trial}}",
    "data": "{browsing: {golden-record: cdp, personal: true}, more: {golden-record: [cdp, erp]}}",
    "channels": "{email: {team: web}, app: {}}",
    "audiences": "{all: {contacts: 2 per week}}",
}
PLAN = """\
campaigns:
  a:
    {team: web, launch: 2027-03-15, ends: 2027-04-01, supports: [x, y], channels: [email, app], audience: [all],
     contacts: 5 per week, told: {brand: 2026-10-10}, budget: {total: 5 EUR, split: {team:web: 10%}}, tasks: {
     t: {duration: 5d, team: brand, uses: [redis, cdp], connects: [cdp, erp], needs: [p/x],
         collects: [{data: browsing, how: clicks, stored-in: cdp}]}}}
  b:
    {team: brand, launch: 2027-03-16, supports: [z], stage: full, channels: [email], audience: [all],
     contacts: 5 per week, tasks: {t: {duration: 50d, needs: [a/t], team: web, uses: [redis, erp]}}}
projects:
  p: {team: web, supports: [y], tasks: {x: {duration: 2d, uses: [erp], reviews-data: [browsing]}}}
"""


@pytest.mark.parametrize("number", range(len(REGISTERS) + 1))
def test_whichever_registers_are_kept(number: int, tmp_path: Path) -> None:
    for kept in combinations(REGISTERS, number):
        write(tmp_path, {"roadmap.yaml": "".join(f"{name}: {REGISTERS[name]}\n" for name in kept) + PLAN})
        answer = roadmap(
            "check", "--plans", str(tmp_path), "--today", "2026-11-22", "--no-cache", "--profile", "strict"
        )
        assert (answer.status in (0, 1), "bug" in answer.err) == (True, False), (kept, answer.err)
        assert "error[PF" not in answer.out
