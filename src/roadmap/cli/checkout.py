"""Where a workspace lies in the checkout that a forge knows its files by."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""What names the root of the checkout, on GitHub and on GitLab."""


def folder_in_checkout(root: Path, environment: Mapping[str, str]) -> str:
    """The folder of the workspace, relative to the root of the checkout, with ``/``; empty where there is none.

    The root is what the forge names, else the nearest folder upward that git keeps.
    """
    here = root.resolve()
    named = [Path(environment[name]).resolve() for name in ROOTS if environment.get(name)]
    # os.path, because it takes a folder that may not be looked into for one that git does not keep.
    kept = [folder for folder in (here, *here.parents) if os.path.exists(folder / ".git")]  # noqa: PTH110
    for checkout in (*named, *kept):
        if here.is_relative_to(checkout):
            path = here.relative_to(checkout).as_posix()
            return "" if path == "." else path
    return ""
