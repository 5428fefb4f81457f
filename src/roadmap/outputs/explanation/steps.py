"""The driving chain, step by step, with the day after each step and the place that states it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmap.outputs.cells import cells, wrap
from roadmap.outputs.day_text import day_text
from roadmap.outputs.explanation.page import Page
from roadmap.outputs.terminal_text import visible
from roadmap.schedule.chain import reached
from roadmap.schedule.problem import Problem
from roadmap.schedule.result import Schedule, Step


def steps(chain: Sequence[Step], problem: Problem, schedule: Schedule, page: Page) -> Iterator[str]:
    """A line for each step: the last day of work, or the day that anything else leads to; then what makes it so."""
    for step in chain:
        margin = f"  {day_text(reached(step, problem, schedule))}  "
        lines = [*wrap(visible(step.text), page.style.width, " " * cells(margin), margin)]
        if step.place is not None:
            shown = f"{visible(step.place.path)}:{step.place.line}"
            where = page.style.paint(page.place(step.place), "dim")
            if page.style.width is None or cells(lines[-1]) + 2 + cells(shown) <= page.style.width:
                lines[-1] += f"  {where}"
            else:
                lines.append(" " * cells(margin) + where)
        lines[0] = page.style.paint(margin, "cyan") + lines[0][len(margin) :]
        yield from lines
