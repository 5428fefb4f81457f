"""``full``: each finding with the lines that it is about, why it is so, and whom it concerns."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from roadmap.outputs.cells import cells
from roadmap.outputs.registry import OUTPUTS
from roadmap.outputs.style import PLAIN, Style
from roadmap.outputs.terminal_text import visible
from roadmap.source.faults import Related
from tests.outputs.findings import LATE, reported

FULL = OUTPUTS["full"]


def test_a_finding_shows_its_places_in_all_files_and_its_chain() -> None:
    assert list(FULL.lines(reported(LATE), PLAIN)) == [
        "error[SC101] launch-impossible: Spring cannot be launched on 2027-03-15: 5 working days late.",
        " --> campaigns/spring.yaml:3:13",
        "  |",
        "3 |     launch: 2027-03-15",
        "  |             ^^^^^^^^^^",
        " ::: trains/web.yaml:3:12",
        "  |",
        "3 |     every: 2 weeks on tue",
        "  |            -------------- landing ships with web@2027-03-16",
        " ::: teams.yaml:2:3",
        "  |",
        "2 |   web: {notice: 10d}",
        "  |   --- web does it",
        "  |",
        "  = because landing waits 10 working days (teams.yaml:2)",
        "  = because landing ships with web@2027-03-16",
        "  = brand must act; data, legal and web should know",
        "",
    ]


def test_on_a_terminal_every_line_fits() -> None:
    for width in (20, 40, 80):
        lines = FULL.lines(reported(LATE), Style(width=width))
        assert all(cells(line) <= width for line in lines if "-->" not in line and ":::" not in line)


def test_the_middle_of_a_long_chain_is_left_out() -> None:
    chain = [f"step {number}" for number in range(1, 101)]
    lines = list(FULL.lines(reported(LATE._replace(evidence={"chain": chain}, related=())), PLAIN))
    told = [line.removeprefix("  = ") for line in lines if line.startswith("  = ")]
    assert told[:-1] == [
        "because step 1",
        "because step 2",
        "because step 3",
        "because step 4",
        "… 89 more steps …",
        *(f"because step {number}" for number in range(94, 101)),
    ]


def test_on_a_terminal_places_are_links_and_severities_are_coloured() -> None:
    lines = list(FULL.lines(reported(LATE), Style(colour=True, root=Path("/w"))))
    assert lines[0].startswith("\x1b[1;31merror[SC101]\x1b[0m\x1b[1m launch-impossible: Spring ")
    assert "\x1b]8;;file:///w/campaigns/spring.yaml#3\x1b\\campaigns/spring.yaml:3:13\x1b]8;;\x1b\\" in lines[1]
    assert any("\x1b]8;;file:///w/teams.yaml#2\x1b\\teams.yaml:2\x1b]8;;\x1b\\" in line for line in lines)


@given(st.text(st.characters()), st.sampled_from(sorted(OUTPUTS)))
def test_nothing_that_a_plan_says_reaches_the_terminal_raw(text: str, name: str) -> None:
    place = LATE.place._replace(path=f"{text}.yaml", line=1, column=2, end_line=1, end_column=9)
    hostile = LATE._replace(
        message=text,
        place=place,
        related=(Related(place, text), Related(LATE.place, f"{text}.")),
        items=(text,),
        act=(text,),
        know=(text + text,),
        evidence={"chain": [text, f"{text}."]},
    )
    told = reported(hostile)._replace(texts={place.path: f"x: {text}\n"})
    assert [line for line in OUTPUTS[name].lines(told, Style(width=60)) if visible(line) != line] == []
