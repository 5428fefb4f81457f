"""What holds of every schedule, whatever the plan: checked on random small worlds by plain day-by-day code."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap.schedule.result import Schedule
from roadmap.source.disk import Workspace
from roadmap.study import Study
from tests.plan_text import plan_text
from tests.properties import naive
from tests.properties.worlds import World, sections, worlds

quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def study(files: dict[str, Any], today: int) -> Study:
    texts = {"roadmap.yaml": "", **{name: plan_text(text) for name, text in files.items()}}
    studied = Study(Workspace(Path(), dict(sorted(texts.items())), ()), dt.date.fromordinal(today))
    assert studied.faults == ()
    return studied


def schedule(world: World) -> Schedule:
    return study({"plan.yaml": sections(world)}, world.today).schedule


def launch(world: World, found: Schedule) -> int:
    """When work that follows the launch may start."""
    dates = found.launches["campaign"]
    assert dates.possible is not None
    return max(dates.written, dates.possible)


@quick
@given(worlds())
def test_nothing_is_broken_by_any_date(world: World) -> None:
    found = schedule(world)
    for index, task in enumerate(world.tasks):
        dates = found.tasks[world.id(index)]
        if task.status == "planned":
            works = naive.of_task(world, task)
            taken = dates.end - dates.start if task.elapsed else naive.count(works, dates.start, dates.end)
            assert taken == task.days, world.id(index)
            assert naive.possible(world, index, dates.start, found.tasks, launch(world, found)) == [], world.id(index)
            assert dates.available == naive.available(world, task, dates.end), world.id(index)


@quick
@given(worlds())
def test_work_starts_on_the_first_day_that_breaks_nothing(world: World) -> None:
    found = schedule(world)
    for index, task in enumerate(world.tasks):
        if task.status == "planned" and not task.alap and task.days:
            dates = found.tasks[world.id(index)]
            for earlier in range(world.today, dates.start):
                assert naive.possible(world, index, earlier, found.tasks, launch(world, found)), (
                    f"{world.id(index)} could start on {dt.date.fromordinal(earlier)}"
                )


@quick
@given(worlds())
def test_work_in_hand_and_work_done(world: World) -> None:
    found = schedule(world)
    for index, task in enumerate(world.tasks):
        dates = found.tasks[world.id(index)]
        if task.status == "done":
            assert task.finished is not None
            assert (dates.start, dates.end) == (task.started, task.finished + 1)
        elif task.status == "doing":
            assert task.started is not None
            works = naive.of_task(world, task)
            left = max(task.days - naive.count(works, task.started, world.today), 1)
            left = left if task.remaining is None else task.remaining
            assert (dates.start, dates.end) == (task.started, naive.after(works, world.today, left))


@quick
@given(worlds())
def test_a_launch_is_possible_when_its_last_must_is_available(world: World) -> None:
    found = schedule(world)
    before = [
        found.tasks[world.id(index)].available
        for index, task in enumerate(world.tasks)
        if task.initiative == "campaign" and not task.after_launch
    ]
    assert found.launches["campaign"].possible == max([world.today, *(day for day in before if day is not None)])


@quick
@given(worlds())
def test_late_dates_make_nothing_late_and_a_day_more_would(world: World) -> None:
    found = schedule(world)
    for index, task in enumerate(world.tasks):
        if task.status != "planned":
            continue
        late_end = found.tasks[world.id(index)].late_end
        assert naive.late_wrong(world, index, late_end, found.tasks) == [], world.id(index)
        later = naive.after(naive.of_task(world, task), late_end, 1)
        at_the_end = found.tasks[world.id(index)].bound_by.startswith("end")
        assert at_the_end or naive.late_wrong(world, index, later, found.tasks), f"{world.id(index)} could end later"


@quick
@given(worlds())
def test_early_is_before_late_when_everything_written_can_be_met(world: World) -> None:
    found = schedule(world)
    if not found.launches["campaign"].met or not _deadlines_met(world, found):
        return
    for index, task in enumerate(world.tasks):
        if task.status == "planned":
            dates = found.tasks[world.id(index)]
            assert dates.total_float >= 0, world.id(index)
            if task.days:
                assert dates.start <= dates.late_start, world.id(index)
                assert dates.end <= dates.late_end, world.id(index)


def _deadlines_met(world: World, found: Schedule) -> bool:
    for index, task in enumerate(world.tasks):
        have = found.tasks[world.id(index)].available
        assert have is not None
        deadlines = (task.deadline, world.initiatives[task.initiative].deadline)
        if any(deadline is not None and have > deadline + 1 for deadline in deadlines):
            return False
    return True


@quick
@given(worlds())
def test_work_as_late_as_possible_moves_nobody_else(world: World) -> None:
    late, early = schedule(world).tasks, schedule(world.without_alap()).tasks
    for index, task in enumerate(world.tasks):
        id_ = world.id(index)
        if task.alap:
            assert late[id_].start >= early[id_].start
        else:
            assert (late[id_].start, late[id_].end, late[id_].available) == (
                early[id_].start,
                early[id_].end,
                early[id_].available,
            )


@quick
@given(worlds(), st.integers(1, 30))
def test_a_later_today_makes_no_unstarted_task_earlier(world: World, days: int) -> None:
    now, then = schedule(world).tasks, schedule(world.at(world.today + days)).tasks
    for id_, _ in world.planned():
        assert then[id_].start >= now[id_].start, id_
        assert then[id_].end >= now[id_].end, id_


@quick
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_files_and_keys_changes_nothing(world: World, chance: random.Random) -> None:
    written = sections(world)
    files: dict[str, dict[str, Any]] = {}
    for section in _shuffled(written, chance):
        for key in _shuffled(written[section], chance):
            value = written[section][key]
            if section in ("campaigns", "projects"):
                value = {**_shuffled(value, chance), "tasks": _shuffled(value["tasks"], chance)}
            files.setdefault(f"f{chance.randrange(3)}.yaml", {}).setdefault(section, {})[key] = value
    settings_ = {name: text.pop("roadmap") for name, text in files.items() if "roadmap" in text}
    files = {name: text for name, text in files.items() if text}
    files["roadmap.yaml"] = {"roadmap": settings_.popitem()[1]} | files.pop("roadmap.yaml", {})
    shuffled = study(files, world.today)
    assert shuffled.schedule == schedule(world)
    assert list(shuffled.schedule.tasks) == list(schedule(world).tasks)


def _shuffled(mapping: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    return dict(chance.sample(list(mapping.items()), len(mapping)))
