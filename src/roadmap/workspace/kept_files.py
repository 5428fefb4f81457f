"""Plan files as they were parsed, kept in a cache: a run parses only the files that have changed since the last one."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from pathlib import Path

from roadmap.source.kept import data_of, document_of
from roadmap.source.load import Document, parse
from roadmap.workspace.cache import Cache
from roadmap.workspace.program import program

ENOUGH = 16
"""All is written anew when more than one file in so many had to be parsed: to parse fewer again costs less."""


class KeptFiles:
    """Those of one workspace: one value of the cache, with a line of JSON for each file: a digest of its text, by which
    it is known, and what was in it."""

    def __init__(self, cache: Cache, root: Path) -> None:
        self._cache = cache
        self._key = _digest("\0".join(("files", sys.byteorder, str(root.resolve()), *program())))

    def documents(self, texts: Mapping[str, str]) -> dict[str, Document]:
        """What the files of the workspace hold: path to text, to path to document."""
        lines = self._lines()
        names = {path: _digest(text) for path, text in texts.items()}
        documents = {}
        parsed = 0
        for path, text in texts.items():
            document = _recalled(path, text, lines.get(names[path]))
            if document is None:
                document = parse(path, text)
                data = data_of(text, document)
                if data is not None:
                    name = names[path]
                    lines[name] = json.dumps([name, data], separators=(",", ":")).encode()
                    parsed += 1
            documents[path] = document
        if parsed * ENOUGH > len(texts):
            kept = (lines[name] for name in dict.fromkeys(names.values()) if name in lines)
            self._cache.write(self._key, b"\n".join(kept))
        return documents

    def _lines(self) -> dict[str, bytes]:
        """The digest of each file that is kept, and its line."""
        body = self._cache.read(self._key) or b""
        return {line[2:66].decode("latin-1"): line for line in body.split(b"\n")}


def _recalled(path: str, text: str, line: bytes | None) -> Document | None:
    """The document that was kept, if it is there and has the shape of one."""
    if line is None:
        return None
    try:
        _, data = json.loads(line)
        return document_of(path, text, data)
    except (TypeError, ValueError, IndexError, RecursionError):
        return None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
