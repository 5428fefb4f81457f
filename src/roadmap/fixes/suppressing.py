"""Fixes of suppressions that hide nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roadmap.edit.patches import Patch, Sheet
from roadmap.fixes.fix import Files, Fix

if TYPE_CHECKING:
    from roadmap.findings.finding import Finding
    from roadmap.source.nodes import Place

_BRACKETS = re.compile(r"(roadmap: ignore\s*\[)[^\]]*(\])")


def expiry_removed(finding: Finding, files: Files) -> Fix | None:
    """Without a suppression that has expired."""
    patch = _comment_removed(files.sheet(finding.place.path), finding.place)
    return Fix("Remove the suppression", True, "It has expired and hides nothing.", (patch,), finding.place)


def idle_removed(finding: Finding, files: Files) -> Fix | None:
    """Without the codes of a suppression that hide nothing, or without the whole of it where none does."""
    place = finding.place
    suppression = files.suppressions(place.path).get(place)
    idle = finding.evidence.get("codes")
    if suppression is None or not isinstance(idle, list):
        return None
    kept = [code for code in suppression.codes if code not in idle]
    if not kept:
        patch = _comment_removed(files.sheet(place.path), place)
        return Fix("Remove the suppression", True, "It hides nothing.", (patch,), place)
    title = f"Take {', '.join(idle)} out of the suppression"
    return Fix(title, True, "It hides nothing of that kind.", (_with_codes(files, place, kept),), place)


def code_respelt(finding: Finding, files: Files) -> Fix | None:
    """With the code or the name that was meant. Safe where only capitals make the difference."""
    suppression = files.suppressions(finding.place.path).get(finding.place)
    word, meant = (finding.evidence.get(key) for key in ("code", "suggestion"))
    if suppression is None or not isinstance(word, str) or not isinstance(meant, str):
        return None
    text = _with_codes(files, finding.place, [meant if code == word else code for code in suppression.codes])
    safe = word.lower() == meant.lower()
    return Fix(f"Write `{meant}` instead of `{word}`", safe, f"It hides {meant}.", (text,), finding.place)


def _with_codes(files: Files, place: Place, codes: list[str]) -> Patch:
    """The comment with these codes between its brackets."""
    before = files.sheet(place.path).written(place)
    return Patch(place, _BRACKETS.sub(lambda found: f"{found[1]}{', '.join(codes)}{found[2]}", before, count=1))


def _comment_removed(sheet: Sheet, place: Place) -> Patch:
    """With its line where it stands alone, else with the blanks before it. A remark before it in the same comment
    stays."""
    start, end = sheet.span(place)
    found = sheet.text.find("roadmap: ignore", start, end)
    said = sheet.text[start:found].rstrip(" \t")
    if said.strip("# \t"):
        return Patch(sheet.place(start + len(said.rstrip("# \t")), end), "")
    line = sheet.line_start(start)
    if not sheet.text[line:start].strip():
        return Patch(sheet.place(line, sheet.next_line(end)), "")
    while sheet.text[start - 1] in " \t":
        start -= 1
    return Patch(sheet.place(start, end), "")
