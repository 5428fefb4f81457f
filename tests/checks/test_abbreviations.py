"""Which words of a title want explaining."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap.checks.vo.abbreviations import abbreviations
from tests.plan_text import load


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Feed of the CDP into PIMs", ["CDP"]),
        ("CDP, SEO and CDP again", ["CDP", "SEO"]),
        ("B2B shop with H2 headings", ["B2B"]),
        ("CRM-System, not iOS", ["CRM"]),
        ("Customer data platform (CDP)", []),
        ("SALE IN ALL SHOPS", []),
        ("CDP", ["CDP"]),
        ("Phase III for DE, 20 EUR", []),
        ("SHOP-1234 and Q1", []),
        ("Map of the ÖPNV in Łódź", ["ÖPNV"]),
        ("A plan", []),
        ("", []),
    ],
)
def test_capitals_that_nobody_explains(tmp_path: Path, words: str, found: list[str]) -> None:
    plan = "glossary: {pim: {}}\ncampaigns: {x: {launches: {de: 2027-01-11}}}\n"
    assert abbreviations(load(tmp_path, {"plan.yaml": plan}, "2026-11-22").facts, words) == found
