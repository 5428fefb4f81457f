"""Which of many spans covers a day."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from roadmap.model.covering import Covering
from roadmap.model.values.dates import Span

FIRST = dt.date(2027, 1, 1)


def on(day: int) -> dt.date:
    return FIRST + dt.timedelta(days=day)


spans = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda pair: Span(on(pair[0]), on(sum(pair)))), max_size=12
)


def test_of_several_the_first_given_tells() -> None:
    covering = Covering([(Span(on(4), on(6)), "short"), (Span(on(1), on(9)), "long"), (Span(on(9), on(9)), "last")])
    told = [covering.on(on(day)) for day in range(11)]
    assert told == [None, "long", "long", "long", "short", "short", "short", "long", "long", "long", None]


@given(spans, st.integers(-2, 45))
def test_it_is_as_if_all_were_looked_at_in_turn(given_spans: list[Span], day: int) -> None:
    told = next((rank for rank, span in enumerate(given_spans) if span.first <= on(day) <= span.last), None)
    assert Covering((span, rank) for rank, span in enumerate(given_spans)).on(on(day)) == told
