"""What the pages need on the site: they are written to be read in the repository, too.

A fence there may name the file that it shows, ```` ```yaml path=trains.yaml ````, and a link may lead to a file of the
repository that the site does not hold.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LOG = logging.getLogger("mkdocs.roadmap")

_FENCE = re.compile(r"^(`{3,})([\w-]+) [^\n`]*?path=(\S+)[^\n`]*$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]\n]*)\]\((?!https?:|#)([^)#\s]+)[^)\s]*\)")


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """Called by mkdocs with the text of each page."""
    named = _FENCE.sub(r"`\3`:\n\n\1\2", markdown)
    source = ROOT / "docs" / page.file.src_uri
    return _LINK.sub(lambda match: _on_site(match, source), named)


def _on_site(link: re.Match[str], source: Path) -> str:
    """The link, or its words alone where it leads out of the site. Where it leads nowhere, mkdocs --strict refuses."""
    target = (source.parent / link[2]).resolve()
    if not target.exists():
        LOG.warning("%s links to %s, which does not exist", source.relative_to(ROOT), link[2])
    return link[0] if target.is_relative_to(ROOT / "docs") else link[1]
