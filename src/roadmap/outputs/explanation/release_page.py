"""The page of a release, or of one of its cut-offs."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.checks.wording import counted, named
from roadmap.model.plan import Plan
from roadmap.model.release import Release
from roadmap.outputs.day_text import day_text
from roadmap.outputs.explanation.page import Page
from roadmap.outputs.task_days import releases_by_id
from roadmap.schedule.result import Schedule


def release_page(node: str, plan: Plan, schedule: Schedule, page: Page) -> Iterator[str]:
    """Its days, what each cut-off is for, and what it carries."""
    id, _, cut_off = node.partition("/")
    release = releases_by_id(plan)[id]
    train = plan.trains[release.train]
    title = f"{named(train)}, release {id}{f', cut-off {cut_off}' if cut_off else ''}"
    yield from page.title(title, release.place or train.place)
    if release.skipped:
        why = "its train skips it" if release.skipped == "skip" else f"it lies in the {release.skipped}"
        yield from page.sentence(f"It does not take place: {why}.")
    yield ""
    for name, text in _facts(release):
        yield from page.fact(name, text)
    carried = [plan.tasks[task] for task in schedule.carries.get(id, ())]
    if not carried:
        yield from page.fact("carries", "nothing so far")
        return
    finished = {task.id: day_text(schedule.tasks[task.id].last_day) for task in carried}
    items = (page.item(f"{named(task)}, finished on {finished[task.id]}") for task in carried)
    yield from page.section(f"It carries {counted(len(carried), 'task')}", (line for item in items for line in item))


def _facts(release: Release) -> Iterator[tuple[str, str]]:
    if release.date != release.slot:
        yield "slot", day_text(release.slot)
    yield "day", day_text(release.date)
    for name, date in sorted(release.cut_offs.items(), key=lambda item: (item[1], item[0])):
        roles = (("what it carries is agreed", release.request_gate), ("work is finished", release.gate))
        agreed = " and ".join(role for role, gate in roles if gate == name)
        yield f"cut-off {name}", f"{day_text(date)}{f': {agreed} by the end of that day' if agreed else ''}"
    for name, date in sorted(release.milestones.items(), key=lambda item: (item[1], item[0])):
        yield f"milestone {name}", day_text(date)
