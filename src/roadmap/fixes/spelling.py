"""Fixes of what is misspelt, where exactly one text can be meant.

Words of the language and ways to write a value are a closed set: putting them right is safe. Names are the planner's
own, and a near one may be another thing: putting them right is not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roadmap.edit.scalars import replaced
from roadmap.fixes.fix import Files, Fix

if TYPE_CHECKING:
    from roadmap.findings.finding import Finding

_SAFE = frozenset({"unknown-key", "wrong-type", "bad-value", "bad-duration", "bad-link"})
# Year first, or days with dots: no other order is in use for these. A day of ISO form that does not exist is a guess.
_OTHER_DATES = re.compile(
    r"['\"]?(?!\d{4}-\d{2}-\d{2}['\"]?$)(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4})['\"]?"
)


def respelt(finding: Finding, files: Files) -> Fix | None:
    """What a finding suggests, in the place of what stands there."""
    text = finding.evidence.get("suggestion")
    if not isinstance(text, str):
        return None
    sheet = files.sheet(finding.place.path)
    before = sheet.written(finding.place)
    # Quotes around the right text are what is wrong with it.
    plain = before[:1] in ("'", '"') and before[1:-1] == text
    patch = replaced(sheet, finding.place, text, plain=plain)
    if patch.text == before:
        return None
    safe = (
        finding.name in _SAFE
        or (finding.name == "bad-date" and bool(_OTHER_DATES.fullmatch(before)))
        or (finding.name == "unknown-code" and before.lower() == text.lower())
    )
    return Fix(f"Write `{patch.text}` instead of `{before}`", safe, f"It is read as `{text}`.", (patch,), finding.place)
