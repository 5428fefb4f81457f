"""What the settings exclude: known before the other files are read, even while the rest of `roadmap.yaml` is broken."""

from __future__ import annotations

import re

from roadmap.source.nodes import MappingNode, Node, ScalarNode, SequenceNode

# The section alone: its line and all below it that are indented, blank or comments.
_SECTION = re.compile(r"^roadmap:.*+(?:\r?\n(?:[ #].*+)?+)*+", re.MULTILINE)


def exclusions(text: str) -> tuple[str, ...]:
    """The globs under ``exclude`` in the section ``roadmap``. What is wrong with them is told when the file is read."""
    if "exclude" not in text:
        return ()
    from roadmap.source.load import parse  # YAML, which a run that remembers its answer does not need

    section = _SECTION.search(text.removeprefix("\ufeff"))
    root = parse("roadmap.yaml", section[0] if section else text).root
    exclude = _value(_value(root, "roadmap"), "exclude")
    globs = exclude.items if isinstance(exclude, SequenceNode) else [exclude]
    return tuple(glob.text for glob in globs if isinstance(glob, ScalarNode) and not glob.is_null)


def _value(node: Node | None, key: str) -> Node | None:
    return node.values.get(key) if isinstance(node, MappingNode) else None
