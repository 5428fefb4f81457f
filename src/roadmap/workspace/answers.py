"""What a check found, kept for a workspace whose files have not changed."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import Any, NamedTuple

from roadmap.findings.finding import SEVERITIES, Finding
from roadmap.findings.report import Report
from roadmap.source.clock import today_in
from roadmap.source.disk import Workspace
from roadmap.source.faults import Related
from roadmap.source.nodes import Place
from roadmap.workspace.cache import Cache
from roadmap.workspace.program import program


class Answer(NamedTuple):
    """``items``: how many initiatives and tasks the plan has. ``timezone``: that of the workspace, if it names one."""

    report: Report
    items: int
    today: dt.date
    timezone: str | None


def key_of(workspace: Workspace, today: dt.date | None, options: Iterable[str]) -> str:
    """A digest of all that an answer depends on: the files, the day (``None``: the present one, which only the answer
    can tell), what is asked for, and the program itself."""
    digest = hashlib.sha256()

    def add(text: str) -> None:
        content = text.encode("utf-8", "surrogatepass")
        digest.update(f"{len(content)}:".encode())
        digest.update(content)

    for part in (*program(), str(today), *options, ""):
        add(part)
    for path, text in workspace.texts.items():
        add(path)
        add(text)
    for fault in workspace.faults:
        add(repr(fault))
    return digest.hexdigest()


def recall(cache: Cache, key: str, today: dt.date | None) -> Answer | None:
    """The answer that was kept, if it is there, has the shape of one, and is of that day (``None``: the present one
    where the workspace is)."""
    value = cache.get(key)
    if value is None:
        return None
    try:
        answer = Answer(
            Report(tuple(map(_finding, value["findings"])), tuple(map(_finding, value["suppressed"]))),
            _number(value["items"]),
            dt.date.fromisoformat(value["today"]),
            None if value["timezone"] is None else _text(value["timezone"]),
        )
    except (TypeError, ValueError, KeyError, AttributeError):
        return None
    return answer if answer.today == (today or today_in(answer.timezone)) else None


def keep(cache: Cache, key: str, answer: Answer) -> None:
    """Keep an answer."""
    cache.put(
        key,
        {
            "findings": answer.report.findings,  # named tuples, and so lists in JSON
            "suppressed": answer.report.suppressed,
            "items": answer.items,
            "today": answer.today.isoformat(),
            "timezone": answer.timezone,
        },
    )


def _finding(value: Any) -> Finding:
    """A finding again. Raises ``TypeError`` or ``ValueError`` where it is none."""
    code, name, severity, message, place, related, items, act, know, evidence, key, unordered, known_as = value
    if severity not in SEVERITIES or not isinstance(evidence, dict):
        raise ValueError
    return Finding(
        _text(code),
        _text(name),
        severity,
        _text(message),
        _place(place),
        tuple(Related(_place(place), _text(message)) for place, message in related),
        _texts(items),
        _texts(act),
        _texts(know),
        evidence,
        _text(key),
        _number(unordered),
        _texts(known_as),
    )


def _place(value: Any) -> Place:
    path, *numbers = value
    line, column, end_line, end_column = map(_number, numbers)
    return Place(_text(path), line, column, end_line, end_column)


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(map(_text, value))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value
