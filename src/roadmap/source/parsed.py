"""Files as they were parsed, so that a workspace that is studied again parses only what has changed in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap.source.load import Document


class ParsedFiles:
    """Remembers the last text of each file and what was in it. Not for several threads at once."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, Document]] = {}

    def documents(self, texts: Mapping[str, str]) -> dict[str, Document]:
        """What the files of a workspace hold: path to text, to path to document. Files that are not among them are
        forgotten."""
        self._kept = {path: (text, self.document(path, text)) for path, text in texts.items()}
        return {path: document for path, (_, document) in self._kept.items()}

    def document(self, path: str, text: str) -> Document:
        """What a file holds."""
        before = self._kept.get(path)
        if before is not None and before[0] == text:
            return before[1]
        from roadmap.source.load import parse

        return parse(path, text)
