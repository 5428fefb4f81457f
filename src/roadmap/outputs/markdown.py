"""``markdown``: a comment for a pull request.

Whatever titles hold, they are shown as they are: no HTML, no links, no cell of a table ends early, and nobody is
mentioned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from roadmap.checks.wording import counted
from roadmap.findings.finding import SEVERITIES, Finding
from roadmap.outputs.reported import Reported
from roadmap.outputs.style import Style
from roadmap.outputs.terminal_text import visible

LONGEST = 60_000
"""Bytes of the table; a comment on GitHub has at most 65,536 characters."""

_SIGN = re.compile(
    r"""(?P<begins>(?<!\w)[@#!%$~&](?=[\w"]))"""  # a name or a number that a forge would link: @web, #12, ~label
    r"""|[&<>@\\`*_\[\]{}|~^$]"""
    r"""|:(?=//)|(?i:(?<=www))\."""
)


def lines(reported: Reported, style: Style) -> Iterator[str]:
    """A heading with the counts, a table with the gravest findings first, and what was read."""
    yield f"### Roadmap: {reported.found or 'no findings'}"
    yield ""
    if reported.findings:
        graded = sorted(reported.findings, key=lambda finding: SEVERITIES.index(finding.severity))
        yield from table(graded, reported, LONGEST)
        yield ""
    yield f"{reported.summary} As of {reported.today.isoformat()}."


def table(findings: Iterable[Finding], reported: Reported, longest: int) -> Iterator[str]:
    """A row for each finding, as many as have room in ``longest`` bytes, and how many have none."""
    yield "| | check | where | what | who must act |"
    yield "| --- | --- | --- | --- | --- |"
    left = 0
    for finding in findings:
        row = _row(finding, reported)
        longest -= len(row.encode("utf-8", "replace")) + 1
        if longest >= 0:
            yield row
        else:
            left += 1
    if left:
        yield ""
        yield f"There are {counted(left, 'more finding')}, which have no room here."


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, in a cell of a table, too.

    A forge looks for names and numbers to link after entities are read, in each stretch of text: a sign that begins
    such a name is set apart from it.
    """
    return _SIGN.sub(_entity, visible(text))


def _entity(sign: re.Match[str]) -> str:
    entity = f"&#{ord(sign[0])};"
    return f"<span>{entity}</span>" if sign["begins"] else entity


def _row(finding: Finding, reported: Reported) -> str:
    where = f"{reported.checkout_path(finding.place)}:{finding.place.line}"
    cells = (
        finding.severity,
        f"{finding.code} {escaped(finding.name)}",
        escaped(where),
        escaped(finding.message),
        escaped(", ".join(finding.act)),
    )
    return f"| {' | '.join(cells)} |"
