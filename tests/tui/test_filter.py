"""What a filter means."""

from __future__ import annotations

import pytest

from roadmap.tui.filter import Filter, Traits, parse_filter

LANDING = Traits(
    "landing page spring-sale/landing",
    {"team": ("web",), "code": ("LT201", "SC101"), "status": ("planned",)},
    ("late", "conflict"),
)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("", True),
        ("landing", True),
        ("LANDING spring", True),
        ('"landing page"', True),
        ('"landing spring"', False),
        ("team:web", True),
        ("team:web2", False),
        ("team:Web status:PLANNED", True),
        ("-team:web", False),
        ("team:web late code:LT2", True),
        ("team:web critical", False),
        ("code:lt201", True),
        ("code:LT3", False),
        ("-status:done", True),
        ("-late", False),
        ("team:", True),
        ("-", True),
        ('"unfinished', False),
        ("spring-sale/landing", True),
    ],
)
def test_all_words_must_fit(text: str, fits: bool) -> None:
    assert parse_filter(text).fits(LANDING) is fits


def test_an_unknown_name_is_told_and_the_rest_counts() -> None:
    found = parse_filter("teem:web late")
    assert found.problem.startswith("there is no filter teem:")
    assert [word.value for word in found.words] == ["late"]


def test_nothing_typed_is_no_filter() -> None:
    assert not parse_filter("   ")
    assert not Filter()
