"""The recurrence behind the key `every`, which need not repeat that word: `every: 2 weeks on tue`."""

from __future__ import annotations

from typing import Annotated

from roadmap.model.values.recurrences import Recurrence
from roadmap.model.values.value import Problem


def after_every(text: str) -> Recurrence | Problem:
    """A recurrence with or without its first word."""
    return Recurrence.parse(text if "=" in text or text.lower().startswith("every") else f"every {text}")


Every = Annotated[Recurrence, after_every]
