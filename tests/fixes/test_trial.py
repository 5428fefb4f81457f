"""Fixes are tried on a copy: what does not mend its finding, or brings another to light, is dropped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from roadmap.edit.patches import Patch
from roadmap.findings.finding import Finding
from roadmap.fixes.fix import Fix
from roadmap.fixes.proposals import Proposal
from roadmap.fixes.trial import CHARACTERS_A_FINDING, FEWEST_TRIALS, MOST_TRIALS, Trial
from roadmap.source.nodes import Place

LINES = 64
TEXTS = {"a.yaml": "x\n" * LINES}


def finding(line: int, code: str = "PF108") -> Finding:
    return Finding(code, "slip", "error", "A slip.", Place("a.yaml", line, 1, line, 2), key=str(line))


def proposal(line: int, text: str = "y") -> Proposal:
    found = finding(line)
    return Proposal(found, Fix("Write it", True, "It is read.", (Patch(found.place, text),), found.place))


class Workspace:
    """Every ``x`` at the beginning of a line is found, and every ``z`` is something new."""

    def __init__(self) -> None:
        self.checked = 0

    def check(self, texts: Mapping[str, str]) -> Iterable[Finding]:
        self.checked += 1
        lines = (TEXTS | dict(texts))["a.yaml"].splitlines()
        slips = [finding(number) for number, line in enumerate(lines, 1) if line.startswith("x")]
        return [*slips, *(finding(number, "SC101") for number, line in enumerate(lines, 1) if line.startswith("z"))]


def working(
    proposals: list[Proposal], patience: int = 10**9, texts: Mapping[str, str] = TEXTS
) -> tuple[list[int], int]:
    """The lines that are mended, and how often it was checked."""
    workspace = Workspace()
    trial = Trial(workspace.check({}), texts, workspace.check, patience)
    return [one.finding.place.line for one in trial.working(proposals)], workspace.checked - 1


def test_what_works_is_tried_once_and_all_together() -> None:
    assert working([proposal(line) for line in range(1, LINES + 1)]) == ([*range(1, LINES + 1)], 1)


def test_one_that_brings_something_new_is_left_out_and_the_others_stay() -> None:
    proposals = [proposal(line, "z" if line == 6 else "y") for line in range(1, 9)]
    mended, checked = working(proposals)
    assert mended == [1, 2, 3, 4, 5, 7, 8]
    # All; 1 to 4; 5 to 8; 5 and 6; 5; 6; 7 and 8.
    assert checked == 7


def test_one_that_mends_nothing_is_left_out() -> None:
    assert working([proposal(1), proposal(2, "x y"), proposal(3)])[0] == [1, 3]


def test_of_two_that_overlap_the_first_is_taken() -> None:
    assert working([proposal(1), proposal(1, "w")]) == ([1], 1)


def test_a_large_workspace_is_not_checked_again_and_again() -> None:
    none = [proposal(line, "z") for line in range(1, LINES + 1)]
    assert working(none)[1] == MOST_TRIALS
    size = len(TEXTS["a.yaml"]) + LINES * CHARACTERS_A_FINDING
    assert working(none, patience=10 * size)[1] == 10
    assert working(none, texts={**TEXTS, "b.yaml": "#" * 10_000_000}, patience=5_000_000)[1] == FEWEST_TRIALS
