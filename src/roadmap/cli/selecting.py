"""Checks as the command line names them."""

from __future__ import annotations

from roadmap.cli.arguments import meant
from roadmap.cli.refusal import Refusal


def selector(text: str) -> str:
    """A code, a name or the beginning of codes, in any case. Raises ``Refusal`` where it means none."""
    from roadmap.checks.registry import rules_matching, selectors

    for spelling in (text, text.upper(), text.lower()):
        if rules_matching(spelling):
            return spelling
    hint = meant(text, selectors()) or "; roadmap rule lists all"
    raise Refusal(f"no check is called {text!r}{hint}")
