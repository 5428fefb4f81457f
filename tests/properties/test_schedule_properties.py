"""What holds of every schedule, whatever the plan: checked on random small worlds by plain day-by-day code."""

from __future__ import annotations

import datetime as dt
import random
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap.schedule.chain import chain
from roadmap.schedule.result import Schedule
from roadmap.schedule.slack import free_floats
from roadmap.source.disk import Workspace
from roadmap.study import Study
from tests.plan_text import plan_text
from tests.properties.naive import Rules, after, always, between, count, onward
from tests.properties.worlds import World, sections, worlds

quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def study(files: dict[str, Any], today: int) -> Study:
    texts = {name: plan_text(files[name]) for name in sorted(files)}
    studied = Study(Workspace(Path(), texts, ()), dt.date.fromordinal(today))
    assert studied.faults == ()
    return studied


def schedule(world: World) -> Schedule:
    return study({"roadmap.yaml": sections(world)}, world.today).schedule


def launch(found: Schedule) -> int:
    """When work that follows the launch may start."""
    dates = found.launches["campaign"]
    assert dates.possible is not None
    return max(dates.written, dates.possible)


@quick
@given(worlds())
def test_nothing_is_broken_by_any_date(world: World) -> None:
    rules, found = Rules(world), schedule(world)
    for id_, task in world.planned():
        dates = found.tasks[id_]
        assert count(rules.works(task), dates.start, dates.end) == task.days, id_
        assert rules.broken_by_start(id_, dates.start, found.tasks, launch(found)) == [], id_
        assert dates.available == rules.available(task, dates.end), id_


@quick
@given(worlds())
def test_work_starts_on_the_first_day_that_breaks_nothing(world: World) -> None:
    rules, found = Rules(world), schedule(world)
    for id_, task in world.planned():
        for earlier in range(world.today, found.tasks[id_].start):
            if not task.alap and task.days:
                broken = rules.broken_by_start(id_, earlier, found.tasks, launch(found))
                assert broken, f"{id_} could start on {dt.date.fromordinal(earlier)}"


@quick
@given(worlds())
def test_work_in_hand_and_work_done(world: World) -> None:
    rules, found = Rules(world), schedule(world)
    for id_, task in rules.tasks.items():
        dates = found.tasks[id_]
        if task.finished is not None:
            assert (dates.start, dates.end) == (task.started, task.finished + 1)
        elif task.started is not None:
            works = rules.works(task)
            left = max(task.days - count(works, task.started, world.today), 1)
            left = left if task.remaining is None else task.remaining
            assert (dates.start, dates.end) == (task.started, after(works, world.today, left))


@quick
@given(worlds())
def test_a_launch_is_possible_when_its_last_must_is_available(world: World) -> None:
    """On the next day that the campaign's team works, but not later than written for that alone."""
    rules, found = Rules(world), schedule(world.without_alap())
    before = [
        found.tasks[id_].available
        for id_, task in rules.tasks.items()
        if task.initiative == "campaign" and not task.after_launch
    ]
    first = max([world.today, *(day for day in before if day is not None)])
    dates = found.launches["campaign"]
    assert schedule(world).launches == found.launches
    assert dates.possible is not None
    workday = after(rules.worked[world.initiatives["campaign"].team], first, 1) - 1
    assert dates.possible == (min(workday, dates.written) if first <= dates.written else workday)


@quick
@given(worlds())
def test_late_dates_make_nothing_late_and_a_day_more_would(world: World) -> None:
    rules, found = Rules(world), schedule(world)
    for id_, task in world.planned():
        if task.train and all(rules.made_late_by(id_, gate, found.tasks) for _, gate in rules.releases[task.train]):
            continue  # no release is early enough
        late_end = found.tasks[id_].late_end
        assert rules.made_late_by(id_, late_end, found.tasks) == [], id_
        if not found.tasks[id_].bound_by.startswith("end"):
            later = after(rules.works(task), late_end, 1)
            assert rules.made_late_by(id_, later, found.tasks), f"{id_} could end later"


@quick
@given(worlds())
def test_a_complete_request_is_in_time_until_its_ask_by_day_and_not_after(world: World) -> None:
    rules, found = Rules(world), schedule(world)
    for id_, task in world.planned():
        dates = found.tasks[id_]
        assert (dates.ask_by is None) == (rules.notice_days(task) is None), id_
        if dates.ask_by is not None:
            day = dates.ask_by.toordinal()
            assert rules.start_after_notice(task, day) <= dates.late_start, id_
            assert rules.start_after_notice(task, day + 1) > dates.late_start, id_


@quick
@given(worlds())
def test_work_can_move_by_its_free_float_without_moving_what_waits_for_it(world: World) -> None:
    world = world.without_alap()
    studied = study({"roadmap.yaml": sections(world)}, world.today)
    rules, found, floats = Rules(world), studied.schedule, free_floats(studied.problem, studied.schedule)
    for id_, task in world.planned():
        dates = found.tasks[id_]
        waiting = [(other_id, other) for other_id, other in world.planned() if rules.waits(other, id_)]
        if not task.days or not waiting or not 0 <= floats[id_] < dates.total_float:
            continue
        works = rules.worked[task.team]
        # Total float lets it go so far; free float is less because somebody waits (or its launch does).
        day = onward(works, dates.start + 1) if not task.elapsed else dates.start + 1
        moved = []
        while count(works, dates.start, day) <= dates.total_float:
            moved.append((count(works, dates.start, day), rules.moves(id_, day, found.tasks, launch(found))))
            day = day + 1 if task.elapsed else onward(works, day + 1)
        free = max((by for by, others in moved if not others), default=0)
        assert floats[id_] == free, id_


@quick
@given(worlds())
def test_early_is_before_late_when_everything_written_can_be_met(world: World) -> None:
    rules, found = Rules(world), schedule(world)
    available = {id_: found.tasks[id_].available or 0 for id_ in rules.tasks}
    if not found.launches["campaign"].met or any(
        rules.misses(task, available[id_]) for id_, task in rules.tasks.items()
    ):
        return
    for id_, task in world.planned():
        dates = found.tasks[id_]
        assert dates.total_float >= 0, id_
        if task.days:
            assert dates.start <= dates.late_start, id_
            assert dates.end <= dates.late_end, id_


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
    files: dict[str, dict[str, Any]] = {"roadmap.yaml": {"roadmap": written.pop("roadmap")}}
    for section in _shuffled(written, chance):
        for key in _shuffled(written[section], chance):
            value = written[section][key]
            if section in ("campaigns", "projects"):
                value = {**_shuffled(value, chance), "tasks": _shuffled(value["tasks"], chance)}
            name = chance.choice(["a.yaml", "roadmap.yaml", "z/z.yaml"])
            files.setdefault(name, {}).setdefault(section, {})[key] = value
    shuffled = study(files, world.today)
    assert shuffled.schedule == schedule(world)
    assert list(shuffled.schedule.tasks) == list(schedule(world).tasks)


def _shuffled(mapping: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    return dict(chance.sample(list(mapping.items()), len(mapping)))


@quick
@given(worlds())
def test_each_step_of_a_chain_begins_where_the_one_before_ends_and_adds_up(world: World) -> None:
    studied = study({"roadmap.yaml": sections(world)}, world.today)
    rules, found = Rules(world), studied.schedule
    for id_, task in rules.tasks.items():
        steps = chain(studied.problem, found, id_)
        assert steps[-1].boundary == found.tasks[id_].available or task.status != "planned", id_
        for before, step in pairwise(steps):
            assert before.node == (step.source or step.node), step
            if step.node not in rules.tasks or (step.kind == "link" and "(FS" not in step.text):
                continue  # other links lead to the start of work by its length
            works = rules.worked[rules.tasks[step.node].team] if step.working else always
            assert between(works, before.boundary, step.boundary) == step.days, (before, step)
