"""Renaming anything in a plan leaves the uids of all events as they were, and the fingerprints of all findings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.outputs.ics.entries import all_entries
from roadmap.study import Study
from tests.edit.test_renaming import ACME, REFERENCES, renamed
from tests.outputs.ics.making import subject_of


def known_by(study: Study) -> tuple[list[str], list[str]]:
    """What calendars and baselines know everything by."""
    events = [entry.key for entry in all_entries(subject_of(study))]
    return events, sorted(finding.fingerprint for finding in study.findings)


BEFORE = known_by(ACME)


def after(reference: str, new: str) -> tuple[list[str], list[str]]:
    study = renamed(reference, new)
    return BEFORE if study is None else known_by(study)


@settings(max_examples=8, deadline=None)
@given(st.sampled_from(REFERENCES), st.sampled_from(["aa-new", "zz-new"]))
def test_some(reference: str, new: str) -> None:
    """With names that come first and last where things are sorted."""
    assert after(reference, new) == BEFORE


@pytest.mark.long
@pytest.mark.parametrize("new", ["aa-new", "zz-new"])
@pytest.mark.parametrize("reference", REFERENCES)
def test_all(reference: str, new: str) -> None:
    assert after(reference, new) == BEFORE
