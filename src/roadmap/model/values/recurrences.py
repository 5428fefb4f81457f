"""Recurrences: `every 2 weeks on tue`, `every month on the first wed`, or an RFC 5545 rule."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, ClassVar

from roadmap.model.values.occurrences import days
from roadmap.model.values.phrases import rule_text
from roadmap.model.values.rules import RuleError, read_rule
from roadmap.model.values.value import Problem, Value, quoted, remembered

_WRITE = (
    "write e.g. every 2 weeks on tue, every month on the first wed, every month on the 15th, "
    "or an RFC 5545 rule such as FREQ=WEEKLY;BYDAY=TU"
)


@dataclass(frozen=True, slots=True)
class Recurrence(Value):
    """``text`` as written; ``rule`` is its RFC 5545 form (`FREQ=WEEKLY;INTERVAL=2;BYDAY=TU`)."""

    text: str
    rule: str

    json_schema: ClassVar[dict[str, Any]] = {
        "type": "string",
        "description": "every 2 weeks on tue, every month on the first wed, or an RFC 5545 rule (FREQ=…)",
        "examples": ["every 2 weeks on tue", "every month on the first wed", "FREQ=MONTHLY;BYDAY=1WE"],
    }

    def __str__(self) -> str:
        return self.text

    @classmethod
    @remembered
    def parse(cls, text: str) -> Recurrence | Problem:
        try:
            if len(text) > 300:
                raise RuleError("it is too long")
            rule = text.upper().removeprefix("RRULE:").removesuffix(";") if "=" in text else rule_text(text)
            read_rule(rule)
        except RuleError as why:
            return Problem("bad-value", f"{quoted(text)} is not a recurrence: {why}; {_WRITE}")
        return cls(text, rule)


def occurrences(recurrence: Recurrence, start: dt.date, until: dt.date, limit: int) -> list[dt.date]:
    """Its days from ``start`` to ``until``, both inclusive, at most ``limit``, in order.

    `every 2 weeks on tue` counts from its first day on or after ``start``, whatever the weekday of ``start``; an
    RFC 5545 rule counts from the period that ``start`` (its DTSTART) is in, as the standard has it. As there, a month
    without such a day (31 April) is left out, and ``start`` is one of the days only if the rule says so.
    """
    rule = read_rule(recurrence.rule)
    if "=" not in recurrence.text and rule.interval > 1:
        start = next(days(replace(rule, interval=1), start, until), until)
    return list(islice(days(rule, start, until), limit))
