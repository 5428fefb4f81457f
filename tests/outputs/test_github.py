"""``github``: annotations, errors first."""

from __future__ import annotations

from roadmap.findings.finding import Finding
from roadmap.outputs.github import beyond, step_summary
from roadmap.outputs.registry import OUTPUTS
from roadmap.outputs.style import PLAIN
from roadmap.source.listing import WHOLE
from roadmap.source.nodes import Place
from tests.outputs.findings import LATE, reported


def lines(*findings: Finding, folder: str = "") -> list[str]:
    return [*OUTPUTS["github"].lines(reported(*findings)._replace(folder=folder), PLAIN)]


def test_an_error_is_annotated_where_the_checkout_has_it() -> None:
    assert lines(LATE, folder="plans/acme") == [
        "::error title=SC101 launch-impossible,file=plans/acme/campaigns/spring.yaml,line=3,endLine=3,col=13,"
        "endColumn=23::Spring cannot be launched on 2027-03-15: 5 working days late."
    ]


def test_the_gravest_come_first() -> None:
    info, warning = LATE._replace(severity="info"), LATE._replace(severity="warning")
    assert [line.split(" ")[0] for line in lines(info, warning, LATE)] == ["::error", "::warning", "::notice"]


def test_columns_are_left_out_of_what_spans_lines_and_files_of_what_has_none() -> None:
    spanning = LATE._replace(place=Place("a.yaml", 3, 5, 4, 2))
    assert lines(spanning)[0].startswith("::error title=SC101 launch-impossible,file=a.yaml,line=3,endLine=4::Spring")
    assert lines(LATE._replace(place=Place(WHOLE, 1, 1, 1, 1)))[0].startswith(
        "::error title=SC101 launch-impossible::Spring"
    )


def test_nothing_in_names_and_titles_ends_a_command_or_a_property() -> None:
    hostile = LATE._replace(
        message="100%\n::error::x, y %0A",
        place=Place("a,b:c%.yaml", 1, 1, 1, 2),
    )
    assert lines(hostile) == [
        "::error title=SC101 launch-impossible,file=a%2Cb%3Ac%25.yaml,line=1,endLine=1,col=1,endColumn=2::"
        "100%25\\n::error::x, y %250A"
    ]


def test_what_github_does_not_annotate_goes_into_the_summary_of_the_step() -> None:
    errors = [LATE._replace(message=f"Error {number}.") for number in range(12)]
    warnings = [LATE._replace(severity="warning", message=f"Warning {number}.") for number in range(11)]
    told = reported(*warnings, *errors)
    assert [finding.message for finding in beyond(told)] == ["Error 10.", "Error 11.", "Warning 10."]
    summary = [*step_summary(told)]
    assert summary[0] == "### Roadmap: 3 more findings than can be annotated"
    assert len([line for line in summary if "SC101" in line]) == 3
    assert [*step_summary(reported(*errors[:10], *warnings[:10]))] == []
