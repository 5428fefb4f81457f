"""``roadmap rule``: the documentation of every check can be printed, on any width."""

from __future__ import annotations

import pytest

from roadmap.checks.registry import Rule, all_rules
from roadmap.outputs.cells import cells
from roadmap.outputs.rule_text import rule_list, rule_page, rules_json
from roadmap.outputs.style import PLAIN, Style
from roadmap.outputs.terminal_text import visible


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_check_has_a_page_that_fits(rule: Rule) -> None:
    lines = list(rule_page(rule, Style(width=80)))
    assert lines[0] == f"{rule.code} {rule.name}"
    assert "It fires" in lines
    assert "It is silent" in lines
    assert all(visible(line) == line for line in lines)
    prose = lines[3 : lines.index("It fires")]
    assert all(cells(line) <= 80 for line in prose)


def test_the_list_has_a_line_for_each() -> None:
    assert len(list(rule_list(all_rules(), PLAIN))) == len(all_rules()) + 1


def test_the_document_has_all_that_is_known() -> None:
    import json

    document = json.loads("\n".join(rules_json(all_rules()[:1])))
    assert document["version"] == 1
    (rule,) = document["rules"]
    assert list(rule) == [
        "code", "name", "family", "severity", "profile", "scope", "clause", "source", "documentation",
    ]  # fmt: skip
    assert rule["documentation"].startswith(f"# {rule['code']} {rule['name']}")
