"""``markdown``: a comment for a pull request."""

from __future__ import annotations

from roadmap.findings.finding import Finding
from roadmap.outputs.markdown import escaped
from roadmap.outputs.registry import OUTPUTS
from roadmap.outputs.style import PLAIN
from tests.outputs.findings import LATE, reported


def comment(*findings: Finding) -> list[str]:
    return [*OUTPUTS["markdown"].lines(reported(*findings), PLAIN)]


def test_a_table_with_the_gravest_first() -> None:
    warning = LATE._replace(code="LT203", name="ask-by-soon", severity="warning", act=())
    assert comment(warning, LATE) == [
        "### Roadmap: 1 error and 1 warning",
        "",
        "| | check | where | what | who must act |",
        "| --- | --- | --- | --- | --- |",
        "| error | SC101 launch-impossible | campaigns/spring.yaml:3 | "
        "Spring cannot be launched on 2027-03-15: 5 working days late. | brand |",
        "| warning | LT203 ask-by-soon | campaigns/spring.yaml:3 | "
        "Spring cannot be launched on 2027-03-15: 5 working days late. |  |",
        "",
        "Found 1 error and 1 warning in 3 files with 7 items. As of 2026-11-22.",
    ]


def test_nothing_found_is_said() -> None:
    assert comment() == [
        "### Roadmap: no findings",
        "",
        "No findings in 3 files with 7 items. As of 2026-11-22.",
    ]


def test_a_comment_is_never_longer_than_github_takes() -> None:
    told = comment(*[LATE] * 5_000)
    assert len("\n".join(told)) < 65_536
    shown = sum("SC101" in line for line in told)
    assert f"There are {5_000 - shown} more findings, which have no room here." in told


def test_what_a_forge_would_link_is_set_apart() -> None:
    assert escaped("ask @web and #12, not web@27") == (
        "ask <span>&#64;</span>web and <span>&#35;</span>12, not web&#64;27"
    )
    assert escaped("a|b <b>") == "a&#124;b &#60;b&#62;"
    assert escaped("https://x www.x.org") == "https&#58;//x www&#46;x.org"
