"""A portfolio written as plan files: one file an initiative, and a few for what they share."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from benchmarks.portfolio import CALENDARS, LAYERS, TODAY, Initiative, Link, Portfolio, Task, Team

_FROM_TEMPLATE = LAYERS[0] + LAYERS[1]


def write(portfolio: Portfolio, root: Path) -> None:
    """Write the workspace into ``root``, which must not exist or be empty."""
    for folder in ("campaigns", "projects"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    files = {
        "roadmap.yaml": _settings(),
        "teams.yaml": _teams(portfolio.teams),
        "trains.yaml": _trains(portfolio.teams),
        "templates.yaml": _templates(portfolio),
    }
    for initiative in portfolio.initiatives:
        files[f"{_section(initiative)}/{initiative.id}.yaml"] = _initiative(initiative)
    for name, text in files.items():
        (root / name).write_text(text, encoding="utf-8")


def _section(initiative: Initiative) -> str:
    return "campaigns" if initiative.launch else "projects"


def _settings() -> str:
    lines = [
        "roadmap:",
        "  version: 1",
        "  title: Benchmark",
        "  timezone: Europe/Berlin",
        "  calendar: berlin",
        "  starts: 2026-11-02",
        "  until: 2030-12-31",
        "calendars:",
    ]
    for name, code in CALENDARS.items():
        lines += [f"  {name}:", "    week: mon-fri", f"    holidays: {code}"]
        lines.append("    closed: {2026-12-24..2027-01-01: Shutdown, 2027-12-24..2028-01-02: Shutdown}")
    return _text(lines)


def _teams(teams: list[Team]) -> str:
    lines = ["teams:"]
    for team in teams:
        lines += [
            f"  {team.id}:",
            f"    name: {team.id.replace('-', ' ').capitalize()}",
            f"    function: {team.function}",
            f"    lead: Lead of {team.id} <{team.id}@example.com>",
            f"    calendar: {team.calendar}",
            "    people: 6",
        ]
    lines.append("services:")
    for team in teams:
        lines += [
            f"  {team.service}:",
            f"    title: Work by {team.id}",
            f"    team: {team.id}",
            f"    notice: {10 if team.function == 'it' else 5}d",
            "    duration: 2d..3d..8d",
        ]
    return _text(lines)


def _trains(teams: list[Team]) -> str:
    lines = ["trains:"]
    for team in teams:
        if team.train:
            lines += [
                f"  {team.train}:",
                f"    title: Releases of {team.id}",
                f"    team: {team.id}",
                "    every: 2 weeks on tue",
                "    from: 2026-11-03",
                "    until: 2029-12-31",
                "    cut-offs: {scope: 10d, code: 3d}",
                "    gate: code",
            ]
    lines += [
        "blackouts:",
        "  year-end: {days: 2026-12-21..2027-01-08, bars: [releases], because: Year-end trade}",
        "  year-end-2027: {days: 2027-12-20..2028-01-07, bars: [releases], because: Year-end trade}",
    ]
    return _text(lines)


def _templates(portfolio: Portfolio) -> str:
    """The first layers of a campaign, without the links to other tasks, which stand in the campaign."""
    lines = ["templates:"]
    for name in ("email-campaign", "shop-campaign"):
        used = next((each for each in portfolio.initiatives if each.template == name), None)
        lines.append(f"  {name}:")
        lines.append("    tasks:" if used else "    tasks: {}")
        for task in used.tasks[:_FROM_TEMPLATE] if used else []:
            lines += [f"      {task.name}:", f"        title: {task.title}", f"        duration: {task.days}d"]
    return _text(lines)


def _initiative(initiative: Initiative) -> str:
    lines = [
        f"{_section(initiative)}:",
        f"  {initiative.id}:",
        f"    title: {initiative.title}",
        f"    team: {initiative.team.id}",
        f"    owner: Owner of {initiative.id} <{initiative.id}@example.com>",
    ]
    if initiative.template:
        lines.append(f"    use: {initiative.template}")
    if initiative.launch:
        lines += [f"    launch: {initiative.launch}", f"    ends: {initiative.launch + dt.timedelta(days=20)}"]
    lines.append("    tasks:")
    for number, task in enumerate(initiative.tasks):
        lines.append(f"      {task.name}:")
        known = initiative.template is not None and number < _FROM_TEMPLATE
        lines += [f"        {line}" for line in _task(initiative, task, known)]
    return _text(lines)


def _task(initiative: Initiative, task: Task, known: bool) -> list[str]:
    lines = []
    if not known:
        lines += [f"title: {task.title}", f"duration: {_duration(task)}"]
    if task.foreign:
        lines.append(f"service: {task.team.service}")
    if task.team.train:
        lines.append(f"ships-on: {task.team.train}")
    if task.needs:
        lines.append(f"needs: [{', '.join(_link(initiative, link) for link in task.needs)}]")
    if task.asked:
        asked = TODAY - dt.timedelta(days=21)
        answered = asked + dt.timedelta(days=3)
        promised = (initiative.launch or TODAY + dt.timedelta(weeks=30 + 22 * initiative.level)) - dt.timedelta(days=5)
        lines.append(f"request: {{asked: {asked}, answer: accepted, answered: {answered}, promised: {promised}}}")
    if task.status == "done":
        lines += ["status: done", "started: 2026-11-03", "finished: 2026-11-09"]
    elif task.status == "doing":
        lines += ["status: doing", "started: 2026-11-16"]
    return lines or ["tags: [standard]"]


def _duration(task: Task) -> str:
    if task.elapsed:
        return f"{task.days}ed"
    return f"{task.days}d..{task.days + 1}d..{task.days + 5}d" if task.foreign else f"{task.days}d"


def _link(initiative: Initiative, link: Link) -> str:
    target = link.project if link.task is None else initiative.tasks[link.task].name
    return " ".join(part for part in (target, "" if link.type == "FS" else link.type, link.lag) if part)


def _text(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"
