"""Fixes of links that say nothing new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmap.edit.entries import without_item
from roadmap.fixes.fix import Files, Fix
from roadmap.source.nodes import MappingNode, Node, SequenceNode

if TYPE_CHECKING:
    from roadmap.findings.finding import Finding
    from roadmap.source.nodes import Place


def repetition_removed(finding: Finding, files: Files) -> Fix | None:
    """Without the link that repeats another word for word."""
    return _removed(finding, files, True, "The same link stands once more, so that no date moves.")


def redundancy_removed(finding: Finding, files: Files) -> Fix | None:
    """Without the link that others imply. Not safe: the others may be changed one day, and this one be missed."""
    return _removed(finding, files, False, "Other links imply it, so that no date moves.")


def _removed(finding: Finding, files: Files, safe: bool, effect: str) -> Fix | None:
    root = files.root(finding.place.path)
    found = _item_at(root, finding.place) if root is not None else None
    if found is None:
        return None
    sheet = files.sheet(finding.place.path)
    patch = without_item(sheet, *found)
    what = sheet.written(finding.place)
    return Fix(f"Remove the link `{what}`", safe, effect, (patch,), finding.place) if patch else None


def _item_at(root: Node, place: Place) -> tuple[SequenceNode, int] | None:
    """The innermost list that has an item at ``place``, and which one that is."""
    node: Node | None = root
    found = None
    while node is not None:
        if isinstance(node, SequenceNode):
            children = node.items
        else:
            children = list(node.values.values()) if isinstance(node, MappingNode) else []
        index = next((index for index, child in enumerate(children) if _within(place, child.place)), None)
        if isinstance(node, SequenceNode) and index is not None:
            found = (node, index)
        node = children[index] if index is not None else None
    return found


def _within(place: Place, outer: Place) -> bool:
    begins, ends = (outer.line, outer.column), (outer.end_line, outer.end_column)
    return begins <= (place.line, place.column) and (place.end_line, place.end_column) <= ends
