"""Renaming anything in a plan leaves the uids of all events as they were."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.outputs.ics.entries import all_entries
from roadmap.study import Study
from tests.edit.test_renaming import ACME, REFERENCES, renamed
from tests.outputs.ics.making import subject_of


def keys(study: Study) -> list[str]:
    return [entry.key for entry in all_entries(subject_of(study))]


BEFORE = keys(ACME)


def after(reference: str, new: str) -> list[str]:
    study = renamed(reference, new)
    return BEFORE if study is None else keys(study)


@settings(max_examples=6, deadline=None)
@given(st.sampled_from(REFERENCES), st.sampled_from(["aa-new", "zz-new"]))
def test_some(reference: str, new: str) -> None:
    """With names that come first and last where things are sorted."""
    assert after(reference, new) == BEFORE


@pytest.mark.long
@pytest.mark.parametrize("new", ["aa-new", "zz-new"])
@pytest.mark.parametrize("reference", REFERENCES)
def test_all(reference: str, new: str) -> None:
    assert after(reference, new) == BEFORE
