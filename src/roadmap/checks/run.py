"""Run checks: facts to findings, and findings to what is reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from roadmap.checks.lasting import known_as_first
from roadmap.checks.registry import Rule, all_rules
from roadmap.facts import Facts
from roadmap.findings.finding import Finding
from roadmap.findings.report import Report
from roadmap.findings.selection import Selection, meanings
from roadmap.findings.suppress import suppress


def run(facts: Facts, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """What the rules find, in order of place, as if nothing were suppressed. What is left to the housekeeping of
    suppressions by scope is not run: it depends on what all others find."""
    found = (finding for rule in rules if rule.scope != "suppressions" for finding in rule.find(facts, rule))
    return _sorted(known_as_first(facts, found))


def report(facts: Facts, selection: Selection) -> Report:
    """What the selected rules find, less what is suppressed, with the severities of the settings."""
    rules = {rule.code: rule for rule in all_rules() if selection.runs(rule)}
    outcome = suppress(run(facts, rules.values()), facts.suppressions, facts.today)
    looked_for = {selector for rule in rules.values() for selector in meanings(rule)}
    idle = [
        suppression._replace(codes=codes)
        for suppression in outcome.idle
        if (codes := tuple(code for code in suppression.codes if code in looked_for))
    ]
    leftover = replace(facts, suppressions=tuple(idle))
    housekeeping = (
        finding for rule in rules.values() if rule.scope == "suppressions" for finding in rule.find(leftover, rule)
    )

    def judged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
        chosen = (selection.judge(finding, rules[finding.code]) for finding in findings)
        return _sorted(finding for finding in chosen if finding)

    return Report(judged([*outcome.kept, *housekeeping]), judged(outcome.suppressed))


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.sort_key))
