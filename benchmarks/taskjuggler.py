"""The same portfolio as a project of TaskJuggler: tasks, lengths, links and holidays.

It has no trains, notices or finish-to-finish links, and its holidays are the same for all tasks: shipped work is over
when it is finished, FF links leave from the start of their predecessor, and everybody keeps the holidays of Berlin.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from benchmarks.portfolio import TODAY, Initiative, Link, Portfolio, Task

_YEARS = range(2026, 2031)


def write(portfolio: Portfolio, path: Path) -> None:
    lines = [f'project benchmark "Benchmark" {TODAY} +4y {{', '  timezone "UTC"', "}", *_holidays()]
    for initiative in portfolio.initiatives:
        lines.append(f'task {_id(initiative.id)} "{initiative.title}" {{')
        for task in initiative.tasks:
            lines += [f"  {line}" for line in _task(initiative, task)]
        if initiative.launch:
            lines += [f'  task launch "Launch" {{ milestone maxend {initiative.launch}', "    depends !ready", "  }"]
        lines.append("}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _holidays() -> list[str]:
    import holidays

    berlin = holidays.country_holidays("DE", subdiv="BE", years=_YEARS)
    return [f'leaves holiday "Holiday" {day} - {day + dt.timedelta(days=1)}' for day in sorted(berlin)]


def _task(initiative: Initiative, task: Task) -> list[str]:
    lines = [f'task {_id(task.name)} "{task.title}" {{']
    if task.days == 0:
        lines.append("  milestone")
    else:
        lines.append(f"  duration {task.days}d" if task.elapsed else f"  length {task.days}d")
    lines += [f"  depends {_link(initiative, link)}" for link in task.needs]
    if not task.needs:
        lines.append(f"  start {TODAY}")
    return [*lines, "}"]


def _link(initiative: Initiative, link: Link) -> str:
    if link.task is None:
        return f"{_id(link.project)}"
    options = ["onstart"] if link.type in ("SS", "FF") else []
    if link.lag:
        days = link.lag.strip("+ed")
        options.append(f"gapduration {days}d" if link.lag.endswith("ed") else f"gaplength {days}d")
    target = f"!{_id(initiative.tasks[link.task].name)}"
    return target + (" { " + " ".join(options) + " }" if options else "")


def _id(text: str) -> str:
    return text.replace("-", "_")
