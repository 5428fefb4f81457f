"""The recurrence behind the key `every`, which need not repeat that word: `every: 2 weeks on tue`."""

from __future__ import annotations

from typing import Annotated

from roadmap.model.values.recurrences import Recurrence
from roadmap.model.values.value import Problem


def after_every(text: str) -> Recurrence | Problem:
    """A recurrence with or without its first word."""
    found = Recurrence.parse(text)
    if isinstance(found, Recurrence) or text.startswith(("every", "FREQ=")):
        return found
    with_every = Recurrence.parse(f"every {text}")
    return with_every if isinstance(with_every, Recurrence) else found


Every = Annotated[Recurrence, after_every]
