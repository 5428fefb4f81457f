"""Globs over paths in a workspace: `archive/**`, `drafts/*.yaml`, `**/old-*`."""

from __future__ import annotations

from fnmatch import fnmatchcase


def matches(glob: str, path: str) -> bool:
    """Whether ``glob`` means the file ``path`` or a folder that it lies in; both relative to the workspace, with `/`.

    `**` is any number of folders; `*`, `?` and `[abc]` stay within one name.
    """
    parts = path.split("/")
    reached = {0}  # how many parts of the path the glob can have read so far
    for piece in glob.removeprefix("./").rstrip("/").split("/"):
        if piece == "**":
            reached = set(range(min(reached), len(parts) + 1))
        else:
            reached = {done + 1 for done in reached if done < len(parts) and fnmatchcase(parts[done], piece)}
        if not reached:
            return False
    return True
