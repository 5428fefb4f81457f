"""Renaming anything in a plan leaves every date and every fault as it was."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import roadmap
from roadmap.edit.meaning import is_same
from roadmap.edit.patches import apply_all
from roadmap.edit.renaming import Renaming
from roadmap.edit.things import refusal, things
from roadmap.model.directory import Directory
from roadmap.model.nearest import Nearest
from roadmap.model.sections import KINDS, merge
from roadmap.source.load import parse
from roadmap.study import Study
from tests.reference import ROOT

TODAY = dt.date(2026, 11, 22)
ACME = roadmap.load(ROOT / "plans" / "acme", TODAY)
ROOTS = {path: parse(path, text).root for path, text in ACME.texts.items()}
SECTIONS = merge(ROOTS, Nearest())
REFERENCES = [
    *(
        f"{'initiative' if section in ('campaigns', 'projects') else KINDS[section]}:{name}"
        for section, entries in SECTIONS.entries.items()
        for name in entries
        if section not in ("glossary", "answers")
    ),
    *ACME.plan.tasks,
    *(release.id for releases in ACME.plan.releases.values() for release in releases if release.name),
]


def renamed(reference: str, new: str) -> Study | None:
    """The workspace with a thing renamed; ``None`` where that is refused."""
    (thing,) = things(reference, ACME.plan, SECTIONS)
    if refusal(thing, new, ACME.plan, SECTIONS) is not None:
        return None
    plan = ACME.plan
    directory = Directory(plan.tasks, plan.campaigns, plan.projects, plan.trains, plan.releases.__getitem__, Nearest())
    changed = apply_all(ACME.texts, Renaming(thing, new, directory).patches(ROOTS, ACME.texts))
    after = Study(ACME.workspace._replace(texts={**ACME.texts, **changed}), TODAY)
    assert is_same((plan, ACME.faults), (after.plan, after.faults), thing, new)
    return after


def dates(study: Study) -> list[Any]:
    """All dates of the schedule, whatever their tasks are called."""
    tasks = study.schedule.tasks.values()
    launches = study.schedule.launches.values()
    return [
        sorted((task.start, task.end, task.available or 0, task.late_start, task.late_end) for task in tasks),
        sorted((launch.written, launch.possible or 0, launch.float_) for launch in launches),
    ]


def counts(study: Study) -> list[str]:
    return sorted(finding.code for finding in study.report.findings)


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(REFERENCES))
def test_no_date_and_no_finding_changes(reference: str) -> None:
    after = renamed(reference, "zz-new")
    if after is not None:
        assert (dates(after), counts(after)) == (dates(ACME), counts(ACME))


@pytest.mark.long
@pytest.mark.parametrize("reference", REFERENCES)
def test_everything_that_has_an_id_can_be_renamed(reference: str) -> None:
    after = renamed(reference, "zz-new")
    if after is None:
        assert reference in ACME.plan.tasks  # one of a template, which other initiatives share
    else:
        assert (dates(after), counts(after)) == (dates(ACME), counts(ACME))


def test_another_meaning_is_noticed() -> None:
    (thing,) = things("team:web", ACME.plan, SECTIONS)
    assert not is_same((ACME.plan, ACME.faults), (ACME.plan, ACME.faults), thing, "shop")
