"""A workspace that is studied again parses only the files that have changed, and says what it would say anew."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from roadmap.source.disk import Workspace, read
from roadmap.source.parsed import ParsedFiles
from roadmap.study import Study

TODAY = dt.date(2026, 11, 22)
ACME = Path(__file__).parents[2] / "plans" / "acme"
SALE = "campaigns/spring-sale-2027.yaml"


def test_only_a_changed_file_is_parsed_anew() -> None:
    parsed = ParsedFiles()
    before = parsed.documents({"a.yaml": "teams: {web: {}}\n", "b.yaml": "teams: {shop: {}}\n"})
    after = parsed.documents({"a.yaml": "teams: {web: {}}\n", "b.yaml": "teams: {shops: {}}\n"})
    assert after["a.yaml"] is before["a.yaml"]
    root = after["b.yaml"].root
    assert root is not None
    assert list(root.keys) == ["teams"]
    assert parsed.documents({"a.yaml": "teams: {web: {}}\n"}) == {"a.yaml": before["a.yaml"]}


def test_what_was_read_before_changes_nothing() -> None:
    acme, parsed = read(ACME), ParsedFiles()
    sale = acme.texts[SALE]
    later = sale.replace("2027-03-22", "2027-04-12")
    assert later != sale
    without = {path: text for path, text in acme.texts.items() if path != "templates.yaml"}
    broken = {**acme.texts, SALE: sale.replace("tasks:", "tasks: [")}
    steps = [acme.texts, {**acme.texts, SALE: later}, without, broken, acme.texts]
    for texts in steps:
        assert findings(acme, texts, parsed) == findings(acme, texts, ParsedFiles())


def findings(workspace: Workspace, texts: dict[str, str], parsed: ParsedFiles) -> list[tuple[str, str, object]]:
    study = Study(workspace._replace(texts=texts), TODAY, parsed)
    return [(finding.code, finding.message, finding.place) for finding in study.findings]
