"""What holds of mending, whatever slips planners make: the plan of a shop, mistyped at random."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap.cli.fixing import Mended, mended
from roadmap.findings.finding import Finding
from roadmap.findings.selection import Selection
from roadmap.source.disk import Workspace, read
from roadmap.study import Study
from tests.reference import ROOT

TODAY = dt.date(2026, 11, 22)

Slip = tuple[str, Callable[[re.Match[str], int], str]]
"""What may be mistyped, and how: a match and any number to what is written instead."""


def _letters_swapped(found: re.Match[str], number: int) -> str:
    word = found[0]
    at = number % max(len(word) - 1, 1)
    return word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]


def _letter_dropped(found: re.Match[str], number: int) -> str:
    at = number % len(found[0])
    return found[0][:at] + found[0][at + 1 :]


def _other_date(found: re.Match[str], number: int) -> str:
    year, month, day = found[0].split("-")
    return (f"{year}/{month}/{day}", f"{day}.{month}.{year}", f"{year}.{month}.{day}", f"'{year}/{month}/{day}'")[
        number % 4
    ]


def _suppression(found: re.Match[str], number: int) -> str:
    until = ("2026-01-01", "2027-01-01")[number % 2]
    codes = ("SC101", "LT", "DG109, RT")[number % 3]
    return (
        f"{('', ' # so far')[number % 5 == 0]} # roadmap: ignore[{codes}] until {until} because of the vendor{found[0]}"
    )


def _line_of_suppression(found: re.Match[str], number: int) -> str:
    return f"{found[0]}  # roadmap: ignore[SC] until 2027-0{1 + number % 9}-01 because it is known{found[0]}"


SLIPS: tuple[Slip, ...] = (
    (r"(?<=[{ ])(title|duration|needs|team|launch|status|service|tasks|owner|request)(?=: )", _letters_swapped),
    (r"(?<=[{ ])(title|duration|needs|ships-on|not-before|deadline|promised|channels)(?=: )", _letter_dropped),
    (r"(?<=status: )(done|planned|started)|(?<=answer: )accepted", _letter_dropped),
    (r"(?<=: )\d{4}-\d\d-\d\d(?=[,} ]|\r?\n)", _other_date),
    (r"(?<=duration: )\d+d", lambda found, number: (f"{found[0][:-1]} d", f'"{found[0]}"')[number % 2]),
    (r"(?<=needs: \[)[a-z-]+", lambda found, number: f"{found[0]}, {found[0]}" + f", {found[0]}" * (number % 2)),
    (r"(?<=needs: \[)[a-z-]+", lambda found, number: f"{found[0]}  FS"),
    (r"(?<=team: )[a-z-]+|(?<=service: )[a-z-]+|(?<=needs: \[)[a-z-]+|(?<=ships-on: )[a-z]+", _letters_swapped),
    (r"(?<=[\w}\]])\r?\n", _suppression),
    (r"(?<=[\w}\]])\r?\n", _line_of_suppression),
)  # fmt: skip


WHICH = st.integers(0, 999)

DRESSES: tuple[Callable[[str], str], ...] = (
    lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n"),
    lambda text: "\ufeff" + text.removeprefix("\ufeff"),
    lambda text: text.rstrip("\r\n"),
)
"""Windows line ends, a byte order mark, and no line end at the end."""


@cache
def shop() -> Workspace:
    return read(ROOT / "plans" / "acme")


@st.composite
def mistyped(draw: st.DrawFn) -> Workspace:
    """The shop's plan with other line ends here and there, and a few slips."""
    texts = dict(shop().texts)
    paths = sorted(texts)
    for path in draw(st.lists(st.sampled_from(paths), max_size=4)):
        texts[path] = draw(st.sampled_from(DRESSES))(texts[path])
    for path in draw(st.lists(st.sampled_from(paths), min_size=1, max_size=3, unique=True)):
        for slip, which, number in draw(
            st.lists(st.tuples(st.sampled_from(SLIPS), WHICH, WHICH), min_size=1, max_size=4)
        ):
            places = [*re.finditer(slip[0], texts[path])]
            if places:
                place = places[which % len(places)]
                texts[path] = texts[path][: place.start()] + slip[1](place, number) + texts[path][place.end() :]
    return shop()._replace(texts=texts)


def find(workspace: Workspace) -> tuple[Finding, ...]:
    study = Study(workspace, TODAY)
    return study.report_for(Selection(study.plan.settings.checks, "strict")).findings


def mend(workspace: Workspace, unsafe: bool) -> Mended:
    return mended(workspace, find, lambda finding: True, argparse.Namespace(unsafe_fixes=unsafe))


def holds(workspace: Workspace, unsafe: bool) -> None:
    before = find(workspace)
    result = mend(workspace, unsafe)
    after = find(result.workspace)
    # Nothing new is found, and what was fixed is found no more.
    assert not Counter(one.fingerprint for one in after) - Counter(one.fingerprint for one in before)
    assert len(after) <= len(before) - result.fixed
    # A second time there is nothing to do.
    again = mend(result.workspace, unsafe)
    assert (again.fixed, dict(again.changed)) == (0, {})
    # Lines about which nothing was found are as they were, in their order, with their ends.
    for path, text in result.changed.items():
        told = {
            line for one in before if one.place.path == path for line in range(one.place.line, one.place.end_line + 1)
        }
        lines, now = workspace.texts[path].splitlines(keepends=True), text.splitlines(keepends=True)
        for kind, start, end, first, last in SequenceMatcher(None, lines, now, autojunk=False).get_opcodes():
            assert kind == "equal" or {*range(start + 1, end + 1)} <= told, (
                path,
                kind,
                lines[start:end],
                now[first:last],
            )
            assert kind != "insert"
        assert [line[-2:] for line in now[:-1] if not line.endswith("\r\n")] == [] or "\r\n" not in workspace.texts[
            path
        ]
        assert text.startswith("\ufeff") == workspace.texts[path].startswith("\ufeff")
        assert text.endswith("\n") == workspace.texts[path].endswith("\n")
        assert _remarks(text) == _remarks(workspace.texts[path])


def _remarks(text: str) -> list[str]:
    """Every comment, in order, less the suppression in it."""
    comments = (re.sub(r"(# )?roadmap: ignore.*", "", found).strip("# \t\r") for found in re.findall(r"#[^\n]*", text))
    return [comment for comment in comments if comment]


RELAXED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}


@settings(max_examples=8, **RELAXED)
@given(mistyped(), st.booleans())
def test_mending_adds_nothing_does_it_all_and_leaves_the_rest(workspace: Workspace, unsafe: bool) -> None:
    holds(workspace, unsafe)


@pytest.mark.long
@settings(max_examples=150, **RELAXED)
@given(mistyped(), st.booleans())
def test_mending_adds_nothing_does_it_all_and_leaves_the_rest_whatever_the_slips(
    workspace: Workspace, unsafe: bool
) -> None:
    holds(workspace, unsafe)
