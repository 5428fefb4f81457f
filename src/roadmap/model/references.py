"""The one grammar of references: `task`, `initiative/task`, `initiative@market`, `initiative/ends`,
`train@27.6`, `train@27.6/code`, `kind:id`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from roadmap.model.values.value import Problem, quoted, remembered

ID = "[a-z0-9]+(-[a-z0-9]+)*"
_KIND, _AT = "[a-z]+(-[a-z]+)*", "[A-Za-z0-9._+-]+"
REFERENCE_PATTERN = f"({_KIND}:)?{ID}(@{_AT})?(/{ID})?"
"""For editors, and within other patterns."""

_REFERENCE = re.compile(f"((?P<kind>{_KIND}):)?(?P<head>{ID})(@(?P<at>{_AT}))?(/(?P<tail>{ID}))?", re.ASCII)


class Reference(NamedTuple):
    """`kind:head@at/tail`; what is not written is ``None``."""

    kind: str | None
    head: str
    at: str | None
    tail: str | None


@remembered
def parse_reference(text: str) -> Reference | Problem:
    """The parts of a reference. Whether there is such a thing is asked of a ``Directory``."""
    match = _REFERENCE.fullmatch(text) if len(text) <= 400 else None
    if match:
        return Reference(**match.groupdict())
    return Problem(
        "bad-link",
        f"{quoted(text)} is not a reference: write task, initiative/task, initiative@market, train@27.6 "
        "or train@27.6/code",
    )
