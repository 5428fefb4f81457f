"""Packing stretches into lanes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from roadmap.layout.lanes import pack

STRETCHES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=30
)


def test_what_does_not_overlap_shares_a_lane() -> None:
    assert pack([(0, 5), (5, 9), (2, 4)]) == (0, 0, 1)


def test_a_gap_is_kept() -> None:
    assert pack([(0, 5), (5, 9)], gap=1) == (0, 1)
    assert pack([(0, 5), (6, 9)], gap=1) == (0, 0)


@given(STRETCHES)
def test_no_two_overlap_in_a_lane_and_no_lane_is_wasted(stretches: list[tuple[int, int]]) -> None:
    lanes = pack(stretches)
    for i, (start, end) in enumerate(stretches):
        for j in range(i):
            if lanes[i] == lanes[j]:
                assert end <= stretches[j][0] or stretches[j][1] <= start
    deepest = max((sum(s <= day < e for s, e in stretches) for day in range(90)), default=0)
    assert max(lanes, default=-1) + 1 == deepest
