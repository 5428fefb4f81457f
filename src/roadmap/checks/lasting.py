"""What findings know things by, whatever they are called now: their first ids (`was`), so that baselines and code
scanning know a finding again after a renaming.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from roadmap.checks.remembered import remembered

if TYPE_CHECKING:
    from roadmap.facts import Facts
    from roadmap.findings.finding import Finding
    from roadmap.model.lasting import Lasting


@remembered
def lasting(facts: Facts) -> Lasting:
    """The lasting names of all that the plan names. What several things are ordered by that have no better order."""
    from roadmap.model.lasting import Lasting

    return Lasting(facts.plan)


def known_as_first(facts: Facts, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The same findings, known by the first ids of what they are about."""
    names = lasting(facts)
    if not names.names:
        yield from findings
        return
    for finding in findings:
        first = tuple(map(names.item, finding.items))
        yield finding._replace(known_as=first) if first != finding.items else finding


@remembered
def in_first_ids(facts: Facts) -> Callable[[str], str]:
    """Puts first ids in the place of present ones in a text."""
    first: dict[str, str] = {}
    for names in lasting(facts).names.values():
        for id, name in names.items():
            if name != id:
                first.setdefault(id, name)
    if not first:
        return str
    present = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(first)))})(?![\w-])")
    return lambda text: present.sub(lambda found: first[found[0]], text)
