"""A baseline knows what was found before, however files are moved about, and tells what it knows in vain."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.findings.baseline import (
    BaselineError,
    Entry,
    baseline_of,
    compare,
    from_document,
    to_document,
    updated,
)
from roadmap.findings.finding import Finding
from roadmap.source.nodes import Place
from tests.outputs.findings import LATE

OTHER = LATE._replace(code="LT203", name="ask-by-soon", items=("copy",), key="")
MOVED = LATE._replace(place=Place("elsewhere.yaml", 99, 1, 99, 2), message="Spring is 7 working days late.")

FINDINGS = st.lists(
    st.builds(
        lambda code, item, line: LATE._replace(code=code, items=(item,), place=Place("a.yaml", line, 1, line, 2)),
        st.sampled_from(["SC101", "LT203"]),
        st.sampled_from(["a", "b"]),
        st.integers(1, 9),
    ),
    max_size=8,
)


def test_what_moved_and_is_worded_anew_is_known() -> None:
    compared = compare(baseline_of([LATE]), [MOVED, OTHER])
    assert (compared.known, compared.new, compared.stale) == ((MOVED,), (OTHER,), ())


def test_of_equal_findings_as_many_are_known_as_there_were() -> None:
    (entry,) = baseline_of([LATE, LATE])
    assert entry.count == 2
    more = compare([entry], [LATE, MOVED, LATE])
    assert (more.known, more.new) == ((LATE, MOVED), (LATE,))
    fewer = compare([entry], [MOVED])
    assert fewer.new == ()
    assert fewer.stale == (replace(entry, count=1),)


def test_an_entry_that_two_people_added_counts_twice() -> None:
    (entry,) = baseline_of([LATE])
    assert compare([entry, entry], [LATE, LATE]).new == ()
    assert compare([entry, entry], [LATE]).stale == (entry,)


def test_updating_keeps_what_was_not_looked_for() -> None:
    before = baseline_of([LATE, OTHER])
    assert updated(before, [], lambda code: code == "LT203") == baseline_of([LATE])
    assert updated(before, [LATE], lambda code: True) == baseline_of([LATE])


@given(FINDINGS, FINDINGS)
def test_every_finding_is_new_or_known_and_nothing_new_is_left_after_an_update(
    before: list[Finding], now: list[Finding]
) -> None:
    entries = from_document(to_document(baseline_of(before)))
    assert entries == baseline_of(reversed(before))
    compared = compare(entries, now)
    assert sorted(map(repr, [*compared.new, *compared.known])) == sorted(map(repr, now))
    assert len(compared.known) + sum(entry.count for entry in compared.stale) == len(before)
    after = compare(updated(entries, now, lambda code: True), now)
    assert (after.new, after.stale) == ((), ())


def test_a_document_comes_back() -> None:
    assert to_document(baseline_of([OTHER, LATE])) == {
        "version": 1,
        "findings": [
            {"code": "LT203", "items": ["copy"], "fingerprint": OTHER.fingerprint, "count": 1},
            {"code": "SC101", "items": ["spring"], "fingerprint": "3209332d8268503b", "count": 1},
        ],
    }


ITEM = {"code": "SC101", "items": ["spring"], "fingerprint": "3209332d8268503b", "count": 1}


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ([], "it holds no list of findings"),
        ({"version": 1}, "it holds no list of findings"),
        ({"version": 2, "findings": []}, "its version is not 1: another version of roadmap wrote it"),
        ({"version": 1, "findings": [ITEM, "x"]}, "its finding 2 is not one"),
        ({"version": 1, "findings": [ITEM | {"count": 0}]}, "its finding 1 is not one"),
        ({"version": 1, "findings": [ITEM | {"count": True}]}, "its finding 1 is not one"),
        ({"version": 1, "findings": [ITEM | {"count": 10**30}]}, "its finding 1 is not one"),
        ({"version": 1, "findings": [ITEM | {"items": [1]}]}, "its finding 1 is not one"),
    ],
)
def test_what_is_no_baseline_is_told(document: object, reason: str) -> None:
    with pytest.raises(BaselineError, match=reason):
        from_document(document)


def test_entries_are_read_as_they_are() -> None:
    assert from_document({"version": 1, "findings": [ITEM]}) == (Entry("SC101", ("spring",), "3209332d8268503b", 1),)
