"""Write the pages that come from a registry: the checks, what they cover, the keys of plans, the options of the
commands, and the keys of the terminal interface.

``python -m docs.make`` writes them; ``python -m docs.make --check`` only tells which are not current, and then exits
with 1.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from docs.pages import checks, clauses, keys_of_plans, options

DOCS = Path(__file__).parent


def generated() -> Mapping[str, str]:
    """Every generated text by its path below ``docs/``."""
    return {**checks.pages(), **clauses.pages(), **keys_of_plans.pages(), **options.pages(), **_keys()}


def outdated() -> Mapping[str, str | None]:
    """The texts that are not as written, by path; ``None`` where a page has no source any more."""
    wanted = generated()
    found: dict[str, str | None] = {}
    for path, text in sorted(wanted.items()):
        file = DOCS / path
        if not file.exists() or file.read_text("utf-8") != text:
            found[path] = text
    for folder in ("checks", "reference"):
        for file in sorted((DOCS / folder).glob("*.md")):
            path = file.relative_to(DOCS).as_posix()
            if path not in wanted:
                found[path] = None
    return found


def _keys() -> Mapping[str, str]:
    """The terminal interface is an extra: without it, the page of its keys stays as it is."""
    try:
        from roadmap.tui.key_table import key_table
    except ImportError:
        return {}
    return {"keys.md": "\n".join(key_table()) + "\n"}


def main(arguments: list[str]) -> int:
    found = outdated()
    for path, text in found.items():
        sys.stdout.write(f"docs/{path}\n")
        file = DOCS / path
        if arguments == ["--check"]:
            continue
        if text is None:
            file.unlink()
        else:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, "utf-8")
    return 1 if found and arguments == ["--check"] else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
