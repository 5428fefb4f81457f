"""Files as they were parsed, so that a workspace that is studied again parses only what has changed in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from roadmap.source.load import Document


class Store(Protocol):
    """Remembers files beyond the end of the process."""

    def documents(self, texts: Mapping[str, str]) -> dict[str, Document]:
        """What the files of a workspace hold: path to text, to path to document."""


class ParsedFiles:
    """Remembers the last text of each file and what was in it. Not for several threads at once.

    ``store``: what is asked when nothing is remembered yet.
    """

    def __init__(self) -> None:
        self.store: Store | None = None
        self._kept: dict[str, tuple[str, Document]] = {}

    def documents(self, texts: Mapping[str, str]) -> dict[str, Document]:
        """What the files of a workspace hold: path to text, to path to document. Files that are not among them are
        forgotten."""
        if self.store is not None and not self._kept:
            documents = self.store.documents(texts)
        else:
            documents = {path: self.document(path, text) for path, text in texts.items()}
        self._kept = {path: (text, documents[path]) for path, text in texts.items()}
        return documents

    def document(self, path: str, text: str) -> Document:
        """What a file holds."""
        before = self._kept.get(path)
        if before is not None and before[0] == text:
            return before[1]
        from roadmap.source.load import parse

        return parse(path, text)
