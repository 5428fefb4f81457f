"""The registry of checks: found by walking the family packages, so that adding a check touches no list.

``all_rules()`` is cheap (about 0.15 ms a module); the documentation of a rule is read only when asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from roadmap.findings.finding import Finding, Severity
from roadmap.findings.selection import Profile, closeness, meanings

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.model.nearest import Nearest
    from roadmap.source.faults import Related
    from roadmap.source.nodes import Place

Scope = Literal["item", "pair", "whole", "suppressions"]
"""What a finding of the check depends on: one item, two that are related, or the whole plan. A check of scope
``suppressions`` runs after all others, and its facts hold only the suppressions that suppressed nothing."""

Find = Callable[["Facts", "Rule"], Iterable[Finding]]

FAMILIES = {
    "PF": "plan files",
    "RF": "references",
    "DG": "dependencies",
    "SC": "schedule",
    "LT": "lead time",
    "RT": "release trains",
    "CP": "capacity",
    "CC": "campaigns",
    "OW": "ownership",
    "BG": "budget",
    "TS": "technology",
    "DP": "data and privacy",
    "HZ": "horizon",
    "OB": "objectives",
    "RB": "roadblocks",
    "VO": "vocabulary",
    "MT": "meetings",
    "CN": "change notice",
    "SU": "suppressions",
}
"""The first two letters of every code. Some families have no checks in this version; naming them is no mistake."""

_CODE = re.compile(r"[A-Z]{2}[0-9]{3}")
_SELECTOR = re.compile(r"[A-Z]{2}[0-9]{0,3}")


class Rule(NamedTuple):
    """A check. ``profile`` is the least profile that includes it; ``clause`` says in half a sentence what it reports;
    ``source`` names where the rule comes from; ``find`` is the function."""

    code: str
    name: str
    severity: Severity
    profile: Profile
    scope: Scope
    clause: str
    source: str
    find: Find

    @property
    def family(self) -> str:
        """The two letters of the code."""
        return self.code[:2]

    @property
    def doc(self) -> str:
        """The Markdown text beside the module: prose and cases. Read on each use."""
        from importlib.resources import files

        package, _, module = self.find.__module__.rpartition(".")
        return files(package).joinpath(f"{module}.md").read_text("utf-8")

    def matches(self, selector: str) -> int:
        """How closely a code, a prefix of codes or a name means this rule: 0 not at all, else the more the closer."""
        return closeness(selector, self)

    def finding(
        self,
        message: str,
        place: Place,
        *,
        items: Iterable[str] = (),
        more: Iterable[str] = (),
        act: Iterable[str | None] = (),
        know: Iterable[str | None] = (),
        related: Iterable[Related] = (),
        evidence: Mapping[str, Any] | None = None,
        key: str = "",
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this rule. ``more``: items after those of ``items``, in an order that says nothing (that of
        files or ids). ``act`` and ``know`` may hold ``None`` (a team that is not known) and repeats; who must act is
        not told again to know. ``severity`` where it differs from the rule's own."""
        acting = tuple(sorted({team for team in act if team}))
        others = tuple(more)
        return Finding(
            code=self.code,
            name=self.name,
            severity=severity or self.severity,
            message=message,
            place=place,
            related=tuple(related),
            items=(*items, *others),
            act=acting,
            know=tuple(sorted({team for team in know if team}.difference(acting))),
            evidence=evidence or {},
            key=key,
            unordered=len(others),
        )


def check(
    code: str, name: str, *, severity: Severity, profile: Profile, scope: Scope, clause: str, source: str
) -> Callable[[Find], Rule]:
    """Make a function a rule. The function's module must lie in the package of its family and bear its name."""

    def rule_of(find: Find) -> Rule:
        if not _CODE.fullmatch(code) or code[:2] not in FAMILIES:
            raise ValueError(f"{code!r} is not a code: two letters of a family and three digits")
        return Rule(code, name, severity, profile, scope, clause, source, find)

    return rule_of


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every check, by code. Raises ``ValueError`` where two have one code or one name."""
    rules: list[Rule] = []
    for family in Path(__file__).parent.iterdir():
        for file in family.iterdir() if family.name.upper() in FAMILIES else ():
            if file.name.endswith(".py") and file.name != "__init__.py":
                module = import_module(f"roadmap.checks.{family.name}.{file.stem}")
                rules += [thing for thing in vars(module).values() if isinstance(thing, Rule)]
    rules.sort(key=lambda rule: rule.code)
    for known in ([rule.code for rule in rules], [rule.name for rule in rules]):
        if len(set(known)) < len(known):
            raise ValueError(f"two checks share {max(known, key=known.count)}")
    return tuple(rules)


def rule_named(text: str) -> Rule | None:
    """The rule with this code or name."""
    return next((rule for rule in all_rules() if text in (rule.code, rule.name)), None)


def rules_matching(selector: str) -> tuple[Rule, ...]:
    """The rules that a code, a prefix of codes or a name means; none where it means nothing."""
    return tuple(rule for rule in all_rules() if rule.matches(selector))


def is_selector(text: str) -> bool:
    """Whether a word means checks, or belongs to a family that has none in this version."""
    if text in _meaning():
        return True
    family = text[:2]
    return family in FAMILIES and _SELECTOR.fullmatch(text) is not None and family not in _meaning()


@cache
def _meaning() -> frozenset[str]:
    """All words that mean rules: names, codes and what codes begin with."""
    return frozenset(word for rule in all_rules() for word in meanings(rule))


def meant(word: str, nearest: Nearest) -> tuple[str, ...]:
    """What a word that means no check may be meant for: codes are written in capitals and names in small letters."""
    for other in (word.upper(), word.lower().replace("_", "-")):
        if is_selector(other):
            return (other,)
    return nearest.of(word, selectors()) or nearest.of(word.upper(), selectors())


@cache
def selectors() -> tuple[str, ...]:
    """Everything that means a rule and may be proposed for a wrong word: codes, names and families."""
    families = sorted({rule.family for rule in all_rules()})
    return (*families, *(word for rule in all_rules() for word in (rule.code, rule.name)))
