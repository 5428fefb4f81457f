"""Which command opens a place in somebody's editor. A list of arguments, never a line for a shell."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path, PurePath

from roadmap.source.nodes import Place

_PLUS = frozenset(
    {"vi", "vim", "nvim", "view", "gvim", "nano", "emacs", "emacsclient", "kak", "joe", "jed", "ne", "mg"}
)
_COLON = frozenset({"hx", "helix", "micro", "subl", "zed"})
_GOTO = frozenset({"code", "codium", "cursor", "windsurf"})
_RETURNING = {"subl": "--wait", "zed": "--wait", "code": "--wait", "codium": "--wait", "cursor": "--wait"}


def editor_command(place: Place, root: Path, environment: Mapping[str, str]) -> list[str] | None:
    """The arguments of $VISUAL or $EDITOR for a place: at its line where the editor is known to take one. ``None``
    where neither is set."""
    written = environment.get("VISUAL") or environment.get("EDITOR")
    if not written or not written.strip():
        return None
    try:
        command = shlex.split(written)
    except ValueError:
        command = [written]
    name = PurePath(command[0]).name.removesuffix(".exe")
    file = str(root / place.path)
    if name in _RETURNING and _RETURNING[name] not in command:
        command.append(_RETURNING[name])
    if name in _PLUS:
        return [*command, f"+{place.line}", file]
    if name in _COLON:
        return [*command, f"{file}:{place.line}:{place.column}"]
    if name in _GOTO:
        return [*command, "--goto", f"{file}:{place.line}:{place.column}"]
    return [*command, file]
