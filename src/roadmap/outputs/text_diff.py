"""What changes in files, as a unified diff that `git apply` and `patch -p1` understand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from roadmap.outputs.style import Paint, Style
from roadmap.outputs.terminal_text import visible

_PAINTS: dict[str, Paint] = {"+": "green", "-": "red", "@": "cyan"}
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_KEPT = re.compile(r"([\t\r])")


def lines(before: Mapping[str, str], after: Mapping[str, str], style: Style) -> Iterator[str]:
    """``before`` and ``after``: path to text; files of ``after`` only, in order of path."""
    from difflib import unified_diff

    for path, text in sorted(after.items()):
        old, new = _LINE.findall(before[path]), _LINE.findall(text)
        yield style.paint(f"--- a/{visible(path)}", "bold")
        yield style.paint(f"+++ b/{visible(path)}", "bold")
        for line in list(unified_diff(old, new))[2:]:
            body = line.removesuffix("\n")
            shown = "".join(part if part in ("\t", "\r") else visible(part) for part in _KEPT.split(body))
            yield style.paint(shown, _PAINTS[line[0]]) if line[0] in _PAINTS else shown
            if not line.endswith("\n"):
                yield "\\ No newline at end of file"
