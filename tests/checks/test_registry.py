"""The registry: every check is found, well named, documented and cheap to import."""

from __future__ import annotations

import subprocess
import sys

import pytest

from roadmap.checks.documentation import documentation
from roadmap.checks.registry import FAMILIES, Rule, all_rules, is_selector, rule_named, rules_matching, selectors
from roadmap.findings.selection import PROFILES
from roadmap.source.nodes import Place

RULES = [pytest.param(rule, id=rule.code) for rule in all_rules()]
HERE = Place("a.yaml", 1, 1, 1, 2)


@pytest.mark.parametrize("rule", RULES)
def test_a_check_lies_where_its_name_and_family_say(rule: Rule) -> None:
    module = rule.name.replace("-", "_")
    assert rule.find.__module__ == f"roadmap.checks.{rule.family.lower()}.{module}"
    assert rule.find.__name__ == module


@pytest.mark.parametrize("rule", RULES)
def test_a_check_is_documented_with_both_kinds_of_cases(rule: Rule) -> None:
    text = documentation(rule)
    assert text.title == f"{rule.code} {rule.name}"
    assert text.prose
    assert rule.clause
    assert rule.source
    assert {case.fires for case in text.cases} == {True, False}
    assert all(bool(case.expected) == case.fires for case in text.cases)
    titles = [(case.fires, case.title) for case in text.cases]
    assert len(set(titles)) == len(titles)


def test_rules_are_in_order_of_their_codes_and_their_names_are_unique() -> None:
    codes = [rule.code for rule in all_rules()]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in all_rules()}) == len(codes)
    assert {rule.profile for rule in all_rules()} <= set(PROFILES)


def test_a_selector_is_a_code_a_name_or_a_prefix_of_codes() -> None:
    [cycle] = rules_matching("cycle")
    assert cycle is rule_named("DG101") is rule_named("cycle")
    assert rules_matching("DG101") == (cycle,)
    assert cycle in rules_matching("DG1")
    assert {rule.family for rule in rules_matching("DG")} == {"DG"}
    assert rules_matching("DG999") == ()
    assert rules_matching("cyc") == ()
    assert rules_matching("") == ()
    assert rule_named("DG") is None


def test_the_closer_selector_means_a_rule_more() -> None:
    cycle = rule_named("DG101")
    assert cycle is not None
    closeness = [cycle.matches(text) for text in ("RF", "DG", "DG1", "DG101", "cycle")]
    assert closeness == [0, 2, 3, 5, 6]


def test_a_family_without_checks_may_be_named_and_a_wrong_code_may_not() -> None:
    assert all(is_selector(family) for family in FAMILIES)
    assert not is_selector("DG999")
    assert not is_selector("XX101")
    assert not is_selector("dg101")
    assert not is_selector("")


def test_families_codes_and_names_can_be_proposed_for_a_wrong_word() -> None:
    assert {"DG", "DG101", "cycle"} <= set(selectors())
    assert all(rules_matching(word) for word in selectors())


def test_who_must_act_is_not_told_again_to_know() -> None:
    cycle = rule_named("DG101")
    assert cycle is not None
    finding = cycle.finding("A circle.", HERE, act=("web", None, "brand", "web"), know=("web", None, "legal"))
    assert finding.act == ("brand", "web")
    assert finding.know == ("legal",)


def test_importing_all_checks_brings_neither_numpy_nor_holidays() -> None:
    program = (
        "import sys; from roadmap.checks.registry import all_rules; all_rules();"
        "print([name for name in ('numpy', 'holidays') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.strip() == "[]"
