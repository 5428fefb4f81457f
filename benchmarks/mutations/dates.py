"""Work that cannot be ready for a written date, and records that contradict each other.

Where work that could begin today comes too late, it had to begin before: that is one thing with the date that it misses,
and told with it.
"""

# ruff: noqa: E501 - plan text keeps the lines that a planner would write

from __future__ import annotations

import datetime as dt

from benchmarks.mutations.clean import TODAY, launch
from benchmarks.mutations.draft import Draft, fault


def _days_left(draft: Draft) -> int:
    """Working days from Monday 23 November to the Friday before the launch, which is a Monday."""
    return (launch(draft.flower) - TODAY - dt.timedelta(days=1)).days // 7 * 5


def _poster(draft: Draft, text: str) -> None:
    draft.task(f"poster: {{title: Poster, {text}}}")


@fault("SC101")
def a_task_too_long_for_the_launch(draft: Draft) -> None:
    _poster(draft, f"duration: {_days_left(draft) + draft.rng.randrange(3, 30)}d")
    draft.expect("SC101")


@fault("SC102")
def a_should_too_long_for_the_launch(draft: Draft) -> None:
    _poster(draft, f"duration: {_days_left(draft) + draft.rng.randrange(3, 30)}d, priority: should")
    draft.expect("SC102", "poster")


@fault("SC103")
def a_could_too_long_for_the_launch(draft: Draft) -> None:
    _poster(draft, f"duration: {_days_left(draft) + draft.rng.randrange(3, 30)}d, priority: could")
    draft.expect("SC103", "poster")


@fault("SC104")
def start_before_what_it_needs(draft: Draft) -> None:
    """The texts take five days, until Friday 27 November."""
    _poster(draft, f"duration: 2d, needs: [copy], start: 2026-11-{draft.rng.randrange(23, 28)}")
    draft.expect("SC104", "poster")


@fault("SC105")
def finish_before_it_can(draft: Draft) -> None:
    """Four days after Friday 27 November end on Thursday 3 December."""
    _poster(draft, f"duration: 4d, needs: [copy], finish: {draft.pick('2026-11-30', '2026-12-01', '2026-12-02')}")
    draft.expect("SC105", "poster")


@fault("SC106")
def deadline_too_early(draft: Draft) -> None:
    """Four days after the texts, which take until Friday 27 November, end on Thursday 3 December."""
    _poster(draft, f"duration: 4d, needs: [copy], deadline: {draft.pick('2026-11-27', '2026-11-30', '2026-12-02')}")
    draft.expect("SC106", "poster")


@fault("SC107")
def project_deadline_too_early(draft: Draft) -> None:
    """Three, four and one days end on Wednesday 2 December."""
    draft.swap(f"    deadline: {draft.day(-25)}", f"    deadline: 2026-{draft.pick('11-24', '11-27', '12-01')}")
    draft.expect_item("SC107", f"{draft.flower}-tools")


@fault("SC108")
def promise_too_early(draft: Draft) -> None:
    """Asked on 9 November with ten days of notice, the film takes the eight days to Wednesday 2 December."""
    draft.swap(f"promised: {draft.day(-24)}", f"promised: {draft.pick('2026-11-27', '2026-11-30', '2026-12-01')}")
    draft.expect("SC108", "film")


@fault("SC109")
def late_for_another_initiative(draft: Draft) -> None:
    """The tools are there on Wednesday 2 December; the deadline of what waits for them is told as well."""
    _poster(
        draft,
        f"duration: 0d, needs: [{draft.flower}-tools/result], deadline: 2026-{draft.pick('11-27', '11-30', '12-01')}",
    )
    draft.expect("SC106", "poster")
    tasks = [f"{draft.flower}-tools/{task}" for task in ("feed", "index", "result")]
    draft.expect_any("SC109", *tasks)


@fault("SC110")
def done_before_what_it_needs(draft: Draft) -> None:
    _poster(
        draft,
        f"duration: 2d, needs: [copy], status: done, started: 2026-11-12, finished: 2026-11-{draft.rng.randrange(13, 20)}",
    )
    draft.expect("SC110", "poster")


@fault("SC111")
def finished_before_it_started(draft: Draft) -> None:
    _poster(draft, f"duration: 2d, status: done, started: 2026-11-19, finished: 2026-11-{draft.rng.randrange(10, 19)}")
    draft.expect("SC111", "poster")


@fault("SC112")
def done_in_the_future(draft: Draft) -> None:
    day = f"2026-12-0{draft.rng.randrange(1, 9)}"
    record = draft.pick(
        f"status: done, started: 2026-11-16, finished: {day}", f"status: doing, started: {day}, remaining: 2d"
    )
    _poster(draft, f"duration: 2d, {record}")
    draft.expect("SC112", "poster")


@fault("SC113")
def planned_start_is_over(draft: Draft) -> None:
    _poster(draft, f"duration: 2d, start: 2026-11-{draft.rng.randrange(2, 20):02}")
    draft.expect("SC113", "poster")


@fault("SC114")
def doing_before_what_it_needs(draft: Draft) -> None:
    _poster(
        draft,
        f"duration: 4d, needs: [copy], status: doing, started: 2026-11-{draft.rng.randrange(16, 21)}, remaining: 3d",
    )
    draft.expect("SC114", "poster")


@fault("SC115")
def too_little_buffer(draft: Draft) -> None:
    _poster(draft, f"duration: {_days_left(draft) - draft.rng.randrange(2)}d")
    draft.expect("SC115")


@fault("SC117")
def launch_on_a_weekend(draft: Draft) -> None:
    draft.swap(f"launch: {draft.day(0)}", f"launch: {draft.day(draft.rng.choice([-2, -1, 5, 6]))}")
    draft.expect("SC117")


@fault("SC118")
def dates_that_disagree(draft: Draft) -> None:
    """Monday 7 to Friday 11 December are five days."""
    _poster(draft, f"duration: {draft.pick('2d', '3d', '4d', '6d', '9d')}, start: 2026-12-07, finish: 2026-12-11")
    draft.expect("SC118", "poster")


@fault("SC119")
def beyond_the_horizon(draft: Draft) -> None:
    _poster(draft, f"duration: 2d, deadline: {draft.rng.randrange(2029, 2090)}-03-01")
    draft.expect("SC119", "poster")


@fault("SC120")
def ends_before_it_launches(draft: Draft) -> None:
    draft.swap(f"    ends: {draft.day(13)}", f"    ends: {draft.day(-draft.rng.randrange(1, 60))}")
    draft.expect("SC120")


@fault("SC121")
def launched_without_its_work(draft: Draft) -> None:
    draft.field(f"launched: 2026-11-{draft.rng.randrange(9, 21):02}")
    draft.swap(f"    launch: {draft.day(0)}\n    ends: {draft.day(13)}", "    launch: 2026-11-09\n    ends: 2026-12-06")
    draft.expect("SC121")
