"""PF119: settings name a check that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmap.checks.registry import Rule, check, is_selector, meant
from roadmap.model.nearest import Nearest
from roadmap.source.nodes import MappingNode, Place

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.settings import Checks, PathChecks


@check(
    "PF119",
    "unknown-code",
    severity="warning",
    profile="minimal",
    scope="whole",
    clause="a code, name or prefix in the settings that means no check",
    source="plan language, Sections: `checks` in `roadmap`",
)
def unknown_code(facts: Facts, rule: Rule) -> Iterator[Finding]:
    nearest = Nearest()
    for setting, word, place in _selectors(facts.plan.settings.checks):
        if is_selector(word):
            continue
        near = meant(word, nearest)
        hint = f"did you mean {' or '.join(near)}?" if near else "`roadmap rule --all` lists them all."
        yield rule.finding(
            f"`{word}` in `{setting}` is not the code, the prefix of codes or the name of a check: {hint}",
            place,
            evidence={"suggestion": near[0]} if len(near) == 1 else None,
            key=f"{setting}: {word}",
        )


def _selectors(checks: Checks) -> Iterator[tuple[str, str, Place]]:
    """(setting, word, place) of everything in the settings that should mean a check."""
    yield from _of("checks", checks)
    for glob, some in checks.per_path.items():
        yield from _of(f'checks.per-path."{glob}"', some)


def _of(name: str, checks: Checks | PathChecks) -> Iterator[tuple[str, str, Place]]:
    for setting, words in (("select", checks.select), ("ignore", checks.ignore)):
        for index, word in enumerate(words):
            yield f"{name}.{setting}", word, checks.where(setting, index)
    written = checks.node.values.get("severity") if isinstance(checks.node, MappingNode) else None
    for word in checks.severity:
        key = written.keys.get(word) if isinstance(written, MappingNode) else None
        yield f"{name}.severity", word, key.place if key else checks.key_at("severity")
