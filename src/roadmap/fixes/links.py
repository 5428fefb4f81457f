"""Fixes of links that say nothing new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmap.edit.entries import without_item
from roadmap.fixes.fix import Files, Fix

if TYPE_CHECKING:
    from roadmap.findings.finding import Finding


def repetition_removed(finding: Finding, files: Files) -> Fix | None:
    """Without the link that repeats another word for word."""
    return _removed(finding, files, True, "The same link stands once more, so that no date moves.")


def redundancy_removed(finding: Finding, files: Files) -> Fix | None:
    """Without the link that others imply. Not safe: the others may be changed one day, and this one be missed."""
    return _removed(finding, files, False, "Other links imply it, so that no date moves.")


def _removed(finding: Finding, files: Files, safe: bool, effect: str) -> Fix | None:
    found = files.nesting(finding.place.path).item_at(finding.place)
    if found is None:
        return None
    sheet = files.sheet(finding.place.path)
    patch = without_item(sheet, *found)
    what = sheet.written(finding.place)
    return Fix(f"Remove the link `{what}`", safe, effect, (patch,), finding.place) if patch else None
