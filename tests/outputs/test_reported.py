"""The closing summary counts what was found, suppressed and read."""

from __future__ import annotations

from roadmap.fixes.fix import Fix
from roadmap.outputs.registry import OUTPUTS
from tests.outputs.findings import LATE, reported

WARNING = LATE._replace(code="LT203", name="ask-by-soon", severity="warning")
INFO = LATE._replace(code="DG104", name="loose-end", severity="info")


def test_the_summary_counts() -> None:
    assert reported().summary == "No findings in 3 files with 7 items."
    assert reported(suppressed=2).summary == "No findings in 3 files with 7 items (2 suppressed)."
    assert reported(LATE).summary == "Found 1 error in 3 files with 7 items."
    assert reported(LATE, LATE, WARNING, INFO, INFO, suppressed=1).summary == (
        "Found 2 errors, 1 warning and 2 info in 3 files with 7 items (1 suppressed)."
    )


def test_what_is_left_out_or_could_be_mended_is_counted_too() -> None:
    fix = Fix("Write `2027-03-22`", True, "It holds.", (), LATE.place)
    guess = fix._replace(safe=False)
    counted = reported(LATE, WARNING, suppressed=1)._replace(
        baselined=12,
        fixes={(LATE.fingerprint, LATE.place): (fix, guess), (WARNING.fingerprint, WARNING.place): (guess,)},
    )
    assert counted.summary == (
        "Found 1 error and 1 warning in 3 files with 7 items (1 suppressed, 12 in the baseline, 1 fixable)."
    )


def test_codes_are_counted_the_most_frequent_first() -> None:
    assert reported(WARNING, LATE, INFO, LATE).codes == [
        (2, "SC101", "launch-impossible", "error"),
        (1, "DG104", "loose-end", "info"),
        (1, "LT203", "ask-by-soon", "warning"),
    ]


def test_where_the_summary_goes() -> None:
    assert {name: output.closing for name, output in OUTPUTS.items()} == {
        "full": "after",
        "concise": "aside",
        "json": "nowhere",
        "sarif": "nowhere",
        "github": "aside",
        "gitlab": "nowhere",
        "junit": "nowhere",
        "markdown": "nowhere",
    }
