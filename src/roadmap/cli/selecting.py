"""Checks as the command line names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmap.cli.arguments import meant
from roadmap.cli.refusal import Refusal

if TYPE_CHECKING:
    from roadmap.checks.registry import Rule


def selected(selector: str) -> tuple[Rule, ...]:
    """The rules that a code, a name or the beginning of codes means. Raises ``Refusal`` where it means none."""
    from roadmap.checks.registry import rules_matching, selectors

    found = rules_matching(selector)
    if not found:
        hint = meant(selector, selectors()) or "; roadmap rule lists all"
        raise Refusal(f"no check is called {selector!r}{hint}")
    return found
