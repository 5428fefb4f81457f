"""The words that marketing and IT read in two ways."""

from __future__ import annotations

from collections.abc import Iterable

from roadmap.model.build import build
from roadmap.model.plan import Plan
from roadmap.source.load import parse
from roadmap.tui.detail.paragraph import Paragraph
from roadmap.tui.detail.terms import Reading, with_terms
from tests.tui.driving import TODAY, details, opened, run

GLOSSARY = """\
glossary:
  PIM: {means: Product information management, marketing: the product catalogue, it: the PIM platform}
  IT: {means: Information technology, marketing: the teams that build}
  release: {means: A day on which software reaches users, it: a deployment}
  release train: {marketing: the days on which pages go live}
"""


def plan_of(text: str) -> Plan:
    return build({"x.yaml": parse("x.yaml", text)}, TODAY)[0]


def shown(text: str, reading: Reading = "both", plan: Plan | None = None) -> list[tuple[str, str]]:
    """What follows the page of one text: leads and texts."""
    page: Iterable[Paragraph] = with_terms([Paragraph(text)], plan or plan_of(GLOSSARY), reading)
    return [(line.lead.strip(), line.text) for line in page][1:]


def test_terms_of_a_page_stand_below_it_in_both_readings() -> None:
    assert shown("Data from PIM") == [
        ("", ""),
        ("", "Terms"),
        ("PIM", "Product information management; marketing: the product catalogue; IT: the PIM platform"),
    ]


def test_somebody_sees_the_readings_of_their_own_side() -> None:
    assert shown("PIM", "marketing")[1:] == [("", "Terms, as marketing reads them"), ("PIM", "the product catalogue")]
    assert shown("PIM", "it")[1:] == [("", "Terms, as IT reads them"), ("PIM", "the PIM platform")]


def test_where_a_side_has_no_reading_that_is_told() -> None:
    assert shown("IT", "it")[2] == ("IT", "Information technology (IT has no reading of its own)")
    assert shown("the release", "marketing")[2] == (
        "release",
        "A day on which software reaches users (marketing has no reading of its own)",
    )


def test_words_are_found_in_any_case_abbreviations_in_capitals_and_none_inside_others() -> None:
    assert [lead for lead, _ in shown("Releases of it, prereleased by PIMs")[2:]] == ["PIM", "release"]


def test_the_longer_term_counts() -> None:
    assert [lead for lead, _ in shown("Our release train")[2:]] == ["release train"]


def test_without_terms_or_a_glossary_nothing_is_added() -> None:
    assert shown("Nothing here") == []
    assert shown("PIM", plan=plan_of("teams: {web: {}}\n")) == []


def test_v_reads_the_terms_in_turn() -> None:
    async def test() -> None:
        async with opened(size=(200, 60), view="conflicts") as (app, pilot):
            await pilot.press("n")
            await pilot.pause()
            assert "A day on which new software reaches users; marketing: the day our pages go live" in " ".join(
                details(app).split()
            )
            await pilot.press("v")
            await pilot.pause()
            assert "Terms, as marketing reads them" in details(app)
            await pilot.press("v")
            await pilot.pause()
            assert "Terms, as IT reads them" in details(app)

    run(test)
