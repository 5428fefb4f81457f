"""Plan files for tests: mappings written as YAML the way a planner would, and workspaces made of them."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from roadmap import Study

_PLAIN = re.compile(r"[A-Za-z0-9+<-][A-Za-z0-9_./@+:<>-]*( [A-Za-z0-9_./@+<>-]+)*")


def plan_text(sections: Mapping[str, Any]) -> str:
    """Block mappings, flow lists; texts are quoted only where they must be."""
    return "\n".join(_lines(sections, "")) + "\n"


def load(root: Path, files: Mapping[str, str], today: str | dt.date) -> Study:
    """The study of a workspace that holds ``files`` (name to text); a ``roadmap.yaml`` is added if there is none."""
    import roadmap

    for name, text in {"roadmap.yaml": "", **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return roadmap.load(root, today if isinstance(today, dt.date) else dt.date.fromisoformat(today))


def _lines(mapping: Mapping[Any, Any], indent: str) -> list[str]:
    lines = []
    for key, value in mapping.items():
        if isinstance(value, Mapping) and value:
            lines += [f"{indent}{_inline(key)}:", *_lines(value, indent + "  ")]
        else:
            lines.append(f"{indent}{_inline(key)}: {_inline(value)}")
    return lines


def _inline(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_inline(key)}: {_inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    text = str(value)
    return text if _PLAIN.fullmatch(text) and not text.endswith(":") else json.dumps(text, ensure_ascii=False)
