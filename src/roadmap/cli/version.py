"""``roadmap --version``: everything that the same plan may come out differently with."""

from __future__ import annotations

from roadmap.model.holidays import table_version
from roadmap.version import __version__

LANGUAGE = 1
"""The plan language that this version reads (``version`` in the settings)."""


def version_line() -> str:
    return f"roadmap {__version__} (plan language {LANGUAGE}, holiday tables {table_version()})"
