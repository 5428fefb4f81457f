"""``concise``: one line a finding, as editors and ``grep`` like it."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.findings.finding import Severity
from roadmap.outputs.reported import Reported
from roadmap.outputs.style import Paint, Style
from roadmap.outputs.terminal_text import visible

PAINTS: dict[Severity, Paint] = {"error": "red", "warning": "yellow", "info": "blue"}


def lines(reported: Reported, style: Style) -> Iterator[str]:
    """``path:line:column: CODE severity message``."""
    for finding in reported.findings:
        place = finding.place
        where = style.link(f"{visible(place.path)}:{place.line}:{place.column}", place)
        code = style.paint(finding.code, "bold", PAINTS[finding.severity])
        yield f"{where}: {code} {finding.severity} {visible(finding.message)}"
